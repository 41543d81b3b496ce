"""What would come in is reviewed by keys; nothing comes in before Enter, and then all of it."""

import json
from pathlib import Path

import pytest

from incident_tui.tui.screens.importing import ImportDialog
from incident_tui.tui.screens.incidents import IncidentsScreen
from incident_tui.tui.screens.live import LiveScreen
from incident_tui.tui.screens.paste import PasteDialog
from incident_tui.tui.widgets.field import Field
from tests.importers.slack_export import FIRST, archive
from tests.support.screens import HOSTILE
from tests.support.window import Place, Seat, window

CHAT = "10:02 mei: I'm IC\n10:04 ana: let's roll back to 411\n10:05 ana: rolling back\n"
WIDE = (110, 30)


def dialog(seat: Seat) -> ImportDialog:
    screen = seat.app.screen
    assert isinstance(screen, ImportDialog)
    return screen


async def opened(seat: Seat, line: str) -> None:
    await seat.put(line)
    await seat.press("enter")
    await seat.until(lambda: isinstance(seat.app.screen, ImportDialog), "the dialog")


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / "export of ops.zip"
    path.write_bytes(archive({"inc-812/2026-01-15.json": archive_day()}))
    return path


def archive_day() -> list[dict[str, str]]:
    said = ["I'm IC", "let's roll back to 411", f"hm {HOSTILE.replace(chr(27), '')}"]
    return [
        {"type": "message", "user": "U02IC", "text": text, "ts": f"176847132{at}.000100"}
        for at, text in enumerate(said)
    ] + [{"type": "message", "subtype": "channel_join", "text": "x", "ts": "1768471329.0"}]


async def test_an_export_becomes_a_timeline_by_a_few_keys(place: Place, export: Path) -> None:
    async with window(place, size=WIDE) as seat:
        await opened(seat, f"/import {export}")
        await seat.shows("3 entries in 2 s, 0 starred, 0 of 2 suggestions, 1 skipped")
        await seat.shows("/ic @mei")
        await seat.shows("[/x]")
        await seat.press("space", "down", "space")
        await seat.shows("1 starred, 1 of 2 suggestions")
        await seat.press("a")
        await seat.shows("2 of 2 suggestions")
        await seat.press("d", "s")
        await seat.shows("0 of 2 suggestions")
        await seat.press("a", "enter")
        await seat.until(lambda: isinstance(seat.app.screen, LiveScreen), "the timeline")
        await seat.shows("3 entries came in; /undo takes them back")
        await seat.shows("roll back to 411")
    said = place.said()
    assert "@mei is Incident Commander" in said
    assert said[-1] == "3 entries from slack (export of ops.zip)"
    assert len(said) == 6


async def test_from_the_list_it_becomes_an_incident_of_its_own(place: Place, export: Path) -> None:
    async with window(place, size=WIDE) as seat:
        await seat.press("f3")
        await seat.until(lambda: isinstance(seat.app.screen, IncidentsScreen), "the list")
        await seat.press("ctrl+o")
        await seat.until(lambda: isinstance(seat.app.screen, ImportDialog), "the dialog")
        dialog(seat)._picker.field.value = str(export)
        await seat.press("enter")
        await seat.shows("3 entries in 2 s")
        assert "#inc-812" in seat.text()
        await seat.press("a", "enter")
        await seat.until(lambda: isinstance(seat.app.screen, LiveScreen), "the timeline")
        await seat.shows("INC-2")
        await seat.shows("3 entries came in")
        assert seat.live.log_.state.commander == "mei"


async def test_a_pasted_chat_is_of_the_day_of_the_incident_and_asked_for_its_zone(
    place: Place,
) -> None:
    async with window(place, size=WIDE) as seat:
        await seat.paste(CHAT)
        await seat.until(lambda: isinstance(seat.app.screen, PasteDialog), "the question")
        await seat.press("enter")
        await seat.until(lambda: isinstance(seat.app.screen, ImportDialog), "the dialog")
        await seat.shows("No time zone is named in it")
        await seat.until(lambda: getattr(seat.app.focused, "id", "") == "zone", "the zone")
        assert dialog(seat).query_one("#start", Field).value == "2026-01-15"
        await seat.press(*"utc", "enter")
        await seat.until(lambda: seat.app.focused is dialog(seat)._list, "the preview")
        await seat.press("enter")
        await seat.until(lambda: isinstance(seat.app.screen, LiveScreen), "the timeline")
    assert "ana: rolling back" in place.said()


async def test_what_cannot_be_read_is_said_and_esc_changes_nothing(
    place: Place, tmp_path: Path
) -> None:
    (tmp_path / "odd.bin").write_bytes(b"\x00\x01")
    async with window(place, size=WIDE) as seat:
        await opened(seat, f"/import {tmp_path}/odd.bin")
        await seat.shows("its format cannot be told")
        await seat.press("escape")
        await seat.until(lambda: isinstance(seat.app.screen, LiveScreen), "the timeline")
    assert place.said() == []


async def test_the_folder_of_an_export_is_taken_whole_or_gone_into(
    place: Place, tmp_path: Path
) -> None:
    (tmp_path / "export" / "inc").mkdir(parents=True)
    (tmp_path / "export" / "users.json").write_text("[]")
    (tmp_path / "export" / "inc" / "2026-01-15.json").write_text(json.dumps(FIRST))
    async with window(place, size=WIDE) as seat:
        await opened(seat, "/import")
        picker = dialog(seat)._picker
        picker.field.value = f"{tmp_path}/export/"
        await seat.shows("all of this export")
        await seat.press("down", "enter")
        await seat.until(lambda: picker.field.value.endswith("export/inc/"), "the channel")
        picker.field.value = f"{tmp_path}/export/"
        await seat.shows("all of this export")
        await seat.press("enter")
        await seat.shows("/ic @U02IC")


async def test_a_file_is_found_by_its_beginning(place: Place, tmp_path: Path) -> None:
    (tmp_path / "exports").mkdir()
    (tmp_path / "exports" / "chat.txt").write_text(CHAT)
    (tmp_path / "exports" / ".hidden").write_text("")
    async with window(place, size=WIDE) as seat:
        await opened(seat, "/import")
        dialog(seat)._picker.field.value = f"{tmp_path}/exp"
        await seat.shows("exports/")
        await seat.press("tab")
        await seat.shows("chat.txt")
        assert ".hidden" not in seat.text()
        await seat.press("enter")
        await seat.shows("3 entries in 3 min")
        await seat.press("escape")
    assert place.said() == []


async def test_it_fits_a_small_window(place: Place, export: Path) -> None:
    async with window(place, size=(60, 16)) as seat:
        await opened(seat, f"/import {export}")
        await seat.shows("0 of 2 suggestions")
        await seat.shows("/ic @mei")
        assert "Enter import" in seat.text()
        await seat.press("escape")
