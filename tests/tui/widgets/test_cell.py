import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.geometry import Region

from incident_tui.tui.widgets.cell import Cell, moved


class Clocks(App[None]):
    CSS = "Cell { width: 8; height: 2; text-align: right; }"

    def compose(self) -> ComposeResult:
        yield Cell()

    def shown(self) -> list[str]:
        cell = self.query_one(Cell)
        return [strip.text for strip in cell.render_lines(Region(0, 0, 8, 2))]


@pytest.mark.parametrize(
    ("before", "after", "regions"),
    [
        ("14:59", "14:58", [Region(4, 0, 1, 1)]),
        ("15:00", "14:59", [Region(1, 0, 4, 1)]),
        ("14:59\n\n03:10", "14:58\n\n03:09", [Region(4, 0, 1, 1), Region(3, 2, 2, 1)]),
        ("10:00", "9:59", []),
        ("one\ntwo", "one", []),
        ("ab", "狗", []),
        ("late 99:59:59", "late 99:59:58", []),
        ("20:00 ▸", "20:01 ▸", [Region(4, 0, 1, 1)]),
    ],
)
def test_what_moved(before: str, after: str, regions: list[Region]) -> None:
    assert list(moved(before, after, 8)) == regions


def test_what_moved_at_the_right() -> None:
    assert list(moved("14:59", "14:58", 8, at_right=True)) == [Region(7, 0, 1, 1)]


async def test_every_telling_is_seen() -> None:
    async with Clocks().run_test() as pilot:
        cell = pilot.app.query_one(Cell)
        for text in ("20:00\n10:01", "19:59\n10:00", "19:58\n9:59", "19:57\n9:58"):
            cell.tell(Content(text))
            await pilot.pause()
            assert isinstance(pilot.app, Clocks)
            assert pilot.app.shown() == [line.rjust(8) for line in text.split("\n")]


async def test_another_colour_is_seen() -> None:
    async with Clocks().run_test() as pilot:
        cell = pilot.app.query_one(Cell)
        cell.tell(Content("0:01"))
        await pilot.pause()
        cell.tell(Content.styled("0:01", "bold"))
        await pilot.pause()
        [first, *_] = cell.render_lines(Region(0, 0, 8, 2))
        assert any(segment.style and segment.style.bold for segment in first)
