"""What an importer makes of a text, in as few words as a test needs."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from io import BytesIO
from zoneinfo import ZoneInfo

from incident_tui.importers.format import (
    Captured,
    CapturedEntry,
    CaptureImporter,
    Found,
    Given,
    Skipped,
)

LONDON = Given(zone=ZoneInfo("Europe/London"))
THAT_DAY = Given(start=datetime(2026, 1, 15, 9, 50, tzinfo=UTC))


def everything(
    importer: CaptureImporter,
    source: str | bytes,
    given: Given = Given(),  # noqa: B008
) -> list[Captured]:
    data = source.encode() if isinstance(source, str) else source
    return list(importer.read(BytesIO(data), given))


def entries(captured: Iterable[Captured]) -> list[CapturedEntry]:
    return [each for each in captured if isinstance(each, CapturedEntry)]


def told(captured: Iterable[Captured]) -> list[str]:
    """`3 2026-01-15 10:02:00 mei: text`, a line an entry."""
    return [
        " ".join(
            (
                str(each.line or "-"),
                f"{each.occurred_at:%m-%d %H:%M:%S}",
                f"{each.author}: {each.text}" if each.author else each.text,
            )
        )
        for each in entries(captured)
    ]


def skipped(captured: Iterable[Captured]) -> list[tuple[int | None, str]]:
    return [(each.line, each.reason) for each in captured if isinstance(each, Skipped)]


def found(captured: Sequence[Captured]) -> Found:
    return [each for each in captured if isinstance(each, Found)][-1]
