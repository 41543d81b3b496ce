from incident_tui.tui.text import line, plain
from tests.support.screens import HOSTILE


def test_text_is_shown_as_it_is() -> None:
    for made in (plain, line):
        shown = made(HOSTILE)
        assert shown.plain.startswith("[/x]␛]52;c;aGk=␇ [@click=app.quit]quit[/] $x ⟨U+202E⟩evil")
        assert shown.spans == []


def test_a_style_is_for_the_whole_of_it() -> None:
    [span] = line("[b]x", "bold").spans
    assert (span.start, span.end, span.style) == (0, 4, "bold")
    assert plain("x", "dim").spans[0].style == "dim"


def test_line_breaks_are_kept_or_joined() -> None:
    assert plain("a\n b").plain == "a\n b"
    assert line("a\n b").plain == "a b"
