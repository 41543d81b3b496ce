"""What a copy could not send before an incident left it is kept in a text beside the copy."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from incident_tui.domain.entries import moment
from incident_tui.domain.errors import StoreError
from incident_tui.services.exporting import ExportError, save
from incident_tui.storage.team import ANSWER

if TYPE_CHECKING:
    from incident_tui.storage.draft import Draft
    from incident_tui.storage.script import Row


def keep(copy: Path, incident_id: str, drafts: Sequence[Draft], answers: Sequence[Row]) -> Path:
    """A file with the time, author and words of each, for its owner's eyes; StoreError if none."""
    lines = [f"{_at(d.occurred_at)} {d.author}: {d.text}" for d in drafts]
    for row in answers:
        told = dict(zip(ANSWER, row, strict=True))
        lines.append(f"{_at(told['saved_at'])} {told['author']}: {told['step']}: {told['text']}")
    folder = copy.with_name(f"{copy.name}.unsent")
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        return save(folder, f"{incident_id}.txt", "".join(f"{line}\n" for line in lines))
    except (OSError, ExportError) as error:
        raise StoreError(
            f"an incident is private now, but what was not sent of it cannot be kept in {folder}, "
            "so it stays here; make room for it"
        ) from error


def _at(micros: int) -> str:
    return f"{moment(micros):%Y-%m-%d %H:%M:%S}"
