"""An Opsgenie webhook says what was done to an alert; actions of unknown names are kept as said."""

import re
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from incident_tui.domain.incident import Milestone
from incident_tui.importers.format import (
    Captured,
    CapturedEntry,
    CaptureImporter,
    Found,
    Given,
    ImportRefusedError,
    Skipped,
)
from incident_tui.importers.json_input import document, looks_like, mapping, text
from incident_tui.importers.moments import instant

_MILESTONES: Final = {
    "create": Milestone.DETECTED,
    "acknowledge": Milestone.ACKNOWLEDGED,
    "close": Milestone.RESOLVED,
}
_WORDS: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")


def _sniff(_: str, head: bytes) -> bool:
    return looks_like(head, "action", "alert") and any(
        key in head for key in (b'"alertId"', b'"tinyId"', b'"integrationName"')
    )


def _read(file: BinaryIO, _: Given) -> Iterator[Captured]:
    whole = document(file)
    calls = [each for each in (whole if isinstance(whole, list) else [whole]) if _is_call(each)]
    if not calls:
        raise ImportRefusedError("it is not a webhook of Opsgenie: there is no action on an alert")
    yield Found("UTC", text(calls[0], "alert", "message"))
    for call in calls:
        yield _event(call, mapping(call, "alert"))


def _is_call(each: Any) -> bool:
    return isinstance(each, dict) and bool(text(each, "action")) and bool(mapping(each, "alert"))


def _event(call: dict[str, Any], alert: dict[str, Any]) -> Captured:
    action = text(call, "action")
    key = action.lower().replace(" ", "")
    created = text(alert, "createdAt")
    said_at = created if key == "create" else text(alert, "updatedAt") or created
    moment = instant(said_at)
    if moment is None:
        return Skipped(None, f"an action without a time: {action[:60]}")
    done = _WORDS.sub(" ", action).lower()
    parts = [f"{done}: {text(alert, 'message')}", text(alert, "priority"), text(alert, "note")]
    said = " · ".join(part for part in parts if part)
    id_ = text(alert, "alertId") or text(alert, "alias")
    who = text(alert, "username") or text(call, "source", "name") or "Opsgenie"
    ref = f"opsgenie:{id_}:{key}:{said_at}"
    return CapturedEntry(None, moment[0], said, ref, who, _MILESTONES.get(key))


IMPORTER: Final = CaptureImporter("opsgenie", "Opsgenie webhook", _sniff, _read)
