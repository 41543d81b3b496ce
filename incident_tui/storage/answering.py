"""An answer from elsewhere fills an empty field of the post-mortem and never replaces one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final
from uuid import NAMESPACE_OID, uuid5

if TYPE_CHECKING:
    from incident_tui.storage.script import Script

_STEPS: Final = "SELECT DISTINCT step FROM answer WHERE incident_id = :incident_id"
_ANSWER: Final = """
INSERT INTO answer (id, incident_id, step, revision, text, saved_at, author)
VALUES (:id, :incident_id, :step, 1, :text, :saved_at, :author)
"""


def answer_empty(
    incident_id: str, answers: Mapping[str, str], author: str, saved_at: int
) -> Script[list[str]]:
    """Answer the fields that never had an answer; gives those that were filled."""
    answered = {step for (step,) in (yield _STEPS, {"incident_id": incident_id})}
    rows: list[dict[str, object]] = [
        {
            "id": str(uuid5(NAMESPACE_OID, f"{incident_id}/{step}/1")),
            "incident_id": incident_id,
            "step": step,
            "text": text,
            "saved_at": saved_at,
            "author": author,
        }
        for step, text in answers.items()
        if step not in answered
    ]
    if rows:
        yield _ANSWER, rows
    return [str(row["step"]) for row in rows]
