from pathlib import Path

import pytest

from incident_tui.services.config import Config, ExportConfig
from incident_tui.tui import intents
from incident_tui.tui.screens.help import HelpScreen
from incident_tui.tui.screens.live import LiveScreen
from incident_tui.tui.screens.paste import PasteDialog
from tests.support.window import Place, window

THREE = "one\ntwo\n\n  three"


@pytest.fixture(autouse=True)
def _clipboard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intents, "copy", lambda _, text: f"{len(text) > 100}")


async def test_an_export_is_written_copied_and_said(place: Place, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    async with window(
        place, size=(200, 24), config=Config(export=ExportConfig(folder=str(folder)))
    ) as seat:
        await seat.enter("/export markdown")
        await seat.until(lambda: "Written to" in seat.hint, "what was done")
        [written] = folder.iterdir()
        assert seat.hint == f"Written to {written}. True"
    assert written.name == "INC-1-checkout-fails.md"
    assert "# " in written.read_text()


async def test_a_format_that_is_not_there_names_those_that_are(place: Place) -> None:
    async with window(place) as seat:
        await seat.enter("/export word")
        await seat.until(lambda: "markdown" in seat.hint, "the formats")


async def test_a_folder_that_cannot_be_written_is_said(place: Place, tmp_path: Path) -> None:
    folder = tmp_path / "file"
    folder.write_text("not a folder")
    async with window(
        place, size=(200, 24), config=Config(export=ExportConfig(folder=str(folder)))
    ) as seat:
        await seat.enter("/export markdown")
        await seat.until(lambda: "cannot be written" in seat.hint, "the refusal")


async def test_help_opens_at_a_command_and_begins_it(place: Place) -> None:
    async with window(place) as seat:
        await seat.enter("/help decision")
        await seat.until(lambda: isinstance(seat.app.screen, HelpScreen), "help")
        await seat.press("enter")
        await seat.until(lambda: isinstance(seat.app.screen, LiveScreen), "the prompt")
        assert seat.prompt.value == "/decision "


@pytest.mark.parametrize(
    ("keys", "stored", "left"),
    [
        (["enter"], ["one\ntwo\n\n  three"], "so: "),
        (["down", "enter"], ["one", "two", "  three"], "so: "),
        (["down", "down", "enter"], [], "so: one two three"),
        (["escape"], [], "so: one two three"),
    ],
)
async def test_pasted_lines_become_what_is_chosen(
    place: Place, keys: list[str], stored: list[str], left: str
) -> None:
    async with window(place) as seat:
        await seat.press(*"so: ")
        await seat.paste(THREE)
        await seat.until(lambda: isinstance(seat.app.screen, PasteDialog), "the question")
        await seat.press(*keys)
        await seat.until(lambda: isinstance(seat.app.screen, LiveScreen), "the prompt")
        await seat.live.outbox.drained()
        assert seat.prompt.value == left
    assert [line.strip() for line in place.said()] == [line.strip() for line in stored]


async def test_a_pasted_line_that_is_refused_comes_back(place: Place) -> None:
    async with window(place) as seat:
        await seat.paste("one\n/nope\ntwo")
        await seat.until(lambda: isinstance(seat.app.screen, PasteDialog), "the question")
        await seat.press("down", "enter")
        await seat.until(lambda: seat.prompt.value == "/nope", "the line")
        await seat.live.outbox.drained()
        await seat.pilot.pause()
        assert "there is no command /nope" in seat.hint
    assert place.said() == ["one", "two"]
