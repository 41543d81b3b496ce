import pytest

from incident_tui.tui.screens.paste import PasteDialog
from tests.support.screens import HOSTILE, Host

SIX = "one\ntwo\n\nthree\nfour\nfive\nsix"


@pytest.mark.parametrize(
    ("keys", "use"),
    [
        (["enter"], "one"),
        (["down", "enter"], "each"),
        (["down", "down", "enter"], "line"),
        (["escape"], "line"),
    ],
)
async def test_enter_keeps_it_one_note_and_escape_gives_it_back(keys: list[str], use: str) -> None:
    app = Host(PasteDialog(SIX))
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        assert app.answers == [use]


async def test_what_was_said_elsewhere_is_offered_to_be_imported() -> None:
    app = Host(PasteDialog("10:02 mei: a\n10:03 ana: b", spoken=True))
    async with app.run_test() as pilot:
        await pilot.press("enter")
        assert app.answers == ["import"]


async def test_it_counts_the_lines_that_say_something_and_shows_the_first() -> None:
    app = Host(PasteDialog(SIX))
    async with app.run_test() as pilot:
        seen = app.text()
        assert "6 lines pasted" in seen
        assert "6 entries, one a line" in seen
        assert "four" in seen
        assert "and 2 more" in seen
        assert "five" not in seen
        await pilot.click(offset=(0, 0))
        assert app.answers == ["line"]


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_hostile_lines_are_shown_as_they_are(size: tuple[int, int]) -> None:
    app = Host(PasteDialog("\n".join([HOSTILE, "x" * 5000, HOSTILE])))
    async with app.run_test(size=size) as pilot:
        assert "[/x]" in app.text()
        assert "\x1b" not in app.text()
        assert "back to the prompt" in app.text()
        await pilot.click("#beginning")
        assert app.is_running
        assert app.answers == []
