from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile
from zoneinfo import ZoneInfo

import pytest

from incident_tui.importers.format import ImportRefusedError
from incident_tui.services.intake import sources
from tests.support.entries import T0


def test_a_source_is_read_as_often_as_asked_and_says_how_far() -> None:
    source = sources.piped(BytesIO(b"ab\ncd\n"), "x.txt")
    seen: list[tuple[int, int]] = []
    assert source.head() == b"ab\ncd\n"
    with source.open(lambda done, size: seen.append((done, size))) as file:
        assert file.readline() == b"ab\n"
        file.seek(0)
        assert file.read() == b"ab\ncd\n"
    assert seen[-1] == (6, 6)
    assert source.open().read(2) == b"ab"
    source.close()


def test_a_folder_is_read_as_the_archive_it_came_from(tmp_path: Path) -> None:
    (tmp_path / "inc").mkdir()
    (tmp_path / "inc" / "2026-01-15.json").write_text("[]")
    (tmp_path / "users.json").write_text("[1]")
    (tmp_path / "notes.txt").write_text("not of it")
    (tmp_path / "secret.json").symlink_to("/etc/passwd")
    source = sources.opened(tmp_path)
    with ZipFile(source.open()) as archive:
        assert archive.namelist() == ["inc/2026-01-15.json", "users.json"]
        assert archive.read("users.json") == b"[1]"
    source.close()


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("utc", UTC),
        ("+02:00", timezone(timedelta(hours=2))),
        ("UTC-5", timezone(-timedelta(hours=5))),
        ("Europe/London", ZoneInfo("Europe/London")),
    ],
)
def test_a_zone_is_a_name_or_an_offset(text: str, zone: object) -> None:
    assert sources.zone_of(text) == zone


@pytest.mark.parametrize("text", ["", "Mars/North", "../etc", "+99:00", "/etc/passwd"])
def test_what_is_no_zone_is_refused(text: str) -> None:
    with pytest.raises(ImportRefusedError, match="write Europe/London"):
        sources.zone_of(text)


def test_a_start_is_read_in_its_zone() -> None:
    london = ZoneInfo("Europe/London")
    assert sources.start_of("2026-07-15", london, T0) == datetime(2026, 7, 14, 23, tzinfo=UTC)
    assert sources.start_of("2026-07-15T10:00Z", london, T0) == datetime(
        2026, 7, 15, 10, tzinfo=UTC
    )
    assert sources.start_of("13:05", None, T0) == datetime(2026, 1, 15, 13, 5, tzinfo=UTC)
