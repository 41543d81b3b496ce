"""A note typed at the shell becomes a draft without the codec, and the very one the codec makes."""

from __future__ import annotations

from incident_tui.storage.draft import Draft
from incident_tui.storage.script import json_string

TYPE_CHECKING = False
if TYPE_CHECKING:
    from incident_tui.storage.script import Script


def note(
    text: str,
    *,
    id: str,  # noqa: A002 - the column's name
    incident_id: str,
    occurred_at: int,
    recorded_at: int,
    author: str,
    source: str,
) -> Draft:
    """The draft of `Noted(text)`; times are microseconds UTC."""
    text, author, source = (_storable(part) for part in (text, author, source))
    return Draft(
        id=id,
        incident_id=incident_id,
        kind="noted",
        version=1,
        payload=f'{{"text":{json_string(text)}}}',
        text=text,
        occurred_at=occurred_at,
        recorded_at=recorded_at,
        author=author,
        source=source,
    )


_LIVE = (
    "SELECT id, number, title FROM incident WHERE status <> 'resolved' ORDER BY number DESC LIMIT 1"
)
_NUMBERED = "SELECT id, number, title FROM incident WHERE number = :number"


def addressed(number: int | None = None) -> Script[tuple[str, int, str] | None]:
    """Id, number and title of the incident of that number, else of the newest live one."""
    if number is None:
        rows = yield _LIVE, {}
    else:
        rows = yield _NUMBERED, {"number": number}
    return rows[0] if rows else None


def _storable(text: str) -> str:
    """`domain.text.storable`, which is only loaded for the rare text that needs it."""
    if text.isprintable():
        return text
    from incident_tui.domain.text import storable  # noqa: PLC0415 - loads `re`

    return storable(text)
