import sys

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from rich.segment import ControlType, Segment
from rich.style import Style
from textual.color import Color

from incident_tui.domain.text import inert, visible
from incident_tui.tui.terminal.output_guard import OutputGuard

BLACK = Color(0, 0, 0)
ACTING = "".join(map(chr, [*range(32), *range(127, 160), 0x202E, 0x2066, 0x200F, 0xFEFF, 0xE0041]))


def test_every_character_that_acts_is_gone_and_the_width_stays() -> None:
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        drawn = inert(character)
        assert visible(drawn) == drawn
        assert "\n" not in drawn
        assert "\t" not in drawn
        assert drawn == character or cell_len(drawn) == cell_len(character)


@given(st.text(st.characters() | st.sampled_from(ACTING + "\ud800")))
def test_a_line_keeps_its_width(text: str) -> None:
    before = [Segment(text), Segment("plain")]
    after = OutputGuard().apply(before, BLACK)
    assert Segment.get_line_length(after) == Segment.get_line_length(before)
    assert after[1] is before[1]


def test_a_link_cannot_break_out_of_its_sequence() -> None:
    hostile = Style(link="http://x\x1b\\\x1b]52;c;aGk=\x07")
    console = Console(force_terminal=True, legacy_windows=False, color_system="truecolor")
    [before], [after] = [Segment("x", hostile)], OutputGuard().apply([Segment("x", hostile)], BLACK)
    assert before.style is not None
    assert after.style is not None
    assert "\x1b]52" in before.style.render("x", color_system=console._color_system)
    assert "\x1b]52" not in after.style.render("x", color_system=console._color_system)


def test_control_segments_of_the_program_itself_pass() -> None:
    control = Segment("\x1b[H", control=[(ControlType.HOME,)])
    assert OutputGuard().apply([control], BLACK) == [control]
