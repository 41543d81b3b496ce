from rich.style import Style

from incident_tui.commands.completion import Completion
from incident_tui.tui.widgets.suggestions import INK, Suggestions
from tests.support.screens import HOSTILE

TEN = [Completion(f"/{n} ", f"/{n}", f"about {n}") for n in range(10)]
PLAIN = {name: Style() for name in INK}


def shown(offered: Suggestions, width: int = 60, height: int = 20) -> list[str]:
    """The lines of the list, their frame taken off."""
    _, *rows = (strip.text for strip in offered.lines(width, height, PLAIN))
    return [row.removeprefix("│ ").removesuffix(" │").rstrip() for row in rows]


def offering(*choices: Completion) -> Suggestions:
    offered = Suggestions()
    offered.offer(choices)
    return offered


def test_without_a_choice_there_is_no_list() -> None:
    offered = offering(*TEN)
    assert offered.display
    offered.offer([])
    assert not offered.display
    assert offered.lines(60, 20, PLAIN) == []
    assert offered.chosen is None
    offered.move(1)
    assert offered.chosen is None


def test_the_mark_goes_round_and_the_list_follows_it() -> None:
    offered = offering(*TEN)
    assert shown(offered)[0] == "▸ /0  about 0"
    assert shown(offered)[-1] == "  /7  about 7"
    offered.move(-1)
    assert offered.chosen == TEN[9]
    assert shown(offered)[-1] == "▸ /9  about 9"
    offered.move(1)
    assert shown(offered)[0] == "▸ /0  about 0"


def test_other_choices_are_marked_at_the_first_the_same_ones_keep_the_mark() -> None:
    told: list[None] = []
    offered = offering(*TEN)
    offered.changed = lambda: told.append(None)
    offered.move(2)
    offered.offer(list(TEN))
    assert offered.chosen == TEN[2]
    assert len(told) == 1
    offered.offer(TEN[5:])
    assert offered.chosen == TEN[5]
    assert len(told) == 2


def test_a_click_takes_the_choice_under_it_and_the_frame_is_none() -> None:
    taken: list[str] = []
    offered = Suggestions(lambda choice: taken.append(choice.line))
    offered.offer(TEN)
    offered.move(9)
    offered.take(0, 20)
    offered.take(1, 20)
    offered.take(3, 4)
    assert taken == ["/2 ", "/9 "]


def test_it_is_as_high_as_there_is_room() -> None:
    offered = offering(*TEN)
    assert [len(offered.lines(60, height, PLAIN)) for height in (1, 2, 5, 9, 30)] == [0, 2, 5, 9, 9]
    offered.move(4)
    assert shown(offered, height=4) == ["  /2  about 2", "  /3  about 3", "▸ /4  about 4"]


def test_no_line_is_wider_than_there_is_room() -> None:
    offered = offering(Completion("x", "界" * 30, "about " * 30), *TEN)
    for width in range(5, 90):
        widths = {strip.cell_length for strip in offered.lines(width, 20, PLAIN)}
        assert len(widths) <= 1
        assert not widths or max(widths) <= width


def test_what_is_offered_is_never_read_as_markup() -> None:
    [row] = shown(offering(Completion("x", HOSTILE, HOSTILE * 9)), width=60)
    assert "[/x]" in row
    assert "\x1b" not in row
