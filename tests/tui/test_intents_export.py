"""A document leaves at once when it was named and holds no secret; otherwise it is asked about."""

from pathlib import Path
from typing import Final

import pytest

from incident_tui.services.config import Config, ExportConfig
from incident_tui.tui import intents
from incident_tui.tui.screens.export import ExportDialog
from tests.support.window import Place, Seat, window

SECRET: Final = "gh" + "p_" + "a1B2c3D4e5F6g7H8i9J0" * 2
NAME: Final = "INC-1-checkout-fails"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents go to a folder of the test's own, and copies nowhere."""
    monkeypatch.setattr(intents, "copy", lambda *_: "Copied.")
    monkeypatch.chdir(tmp_path)


async def asked(seat: Seat) -> None:
    await seat.until(lambda: isinstance(seat.app.screen, ExportDialog), "the dialog")


async def test_without_a_format_the_dialog_begins_at_the_usual_one(
    place: Place, tmp_path: Path
) -> None:
    config = Config(export=ExportConfig(format="handover", folder="papers"))
    async with window(place, config=config) as seat:
        await seat.enter("/export")
        await asked(seat)
        await seat.shows(f"Goes to papers/{NAME}-handover.txt")
        assert not (tmp_path / "papers").exists()
        await seat.press("escape")
        assert seat.prompt.has_focus


async def test_a_document_with_a_secret_is_asked_about(place: Place, tmp_path: Path) -> None:
    place.say(f"deployed with {SECRET}")
    async with window(place) as seat:
        await seat.enter("/export timeline-markdown")
        await asked(seat)
        await seat.shows("r redacts them, k keeps them")
        assert not (tmp_path / "exports").exists()
        await seat.press("escape")
        await seat.enter("/export actions-csv")
        await seat.shows("Written to exports/")


async def test_a_document_of_a_private_incident_is_said_to_go_further(place: Place) -> None:
    place.say("/private @ben")
    async with window(place, size=(160, 30)) as seat:
        await seat.enter("/export timeline-csv")
        await seat.shows("INC-1 is for @ana @ben alone; a document goes wherever it is sent")
