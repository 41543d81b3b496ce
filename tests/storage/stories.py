"""Short ways to say what happened, for tests of the store."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from incident_tui.domain.fact import Fact
from incident_tui.domain.facts import Declared, Noted
from incident_tui.domain.incident import Severity
from incident_tui.storage import codec
from incident_tui.storage.draft import Draft

T0 = datetime(2026, 3, 1, 14, 0, tzinfo=UTC)


def said(
    fact: Fact,
    id: str,  # noqa: A002 - the column's name
    *,
    incident: str = "i1",
    minute: float = 1,
    author: str = "ana",
    ref: str | None = None,
) -> Draft:
    when = T0 + timedelta(minutes=minute)
    return codec.draft(
        fact,
        id=id,
        incident_id=incident,
        occurred_at=when,
        recorded_at=when,
        author=author,
        source="test",
        external_ref=ref,
    )


def declared(incident: str = "i1", title: str = "Checkout down") -> Draft:
    return said(Declared(title, Severity.SEV2), incident, incident=incident, minute=0)


def noted(text: str, id: str, **rest: object) -> Draft:  # noqa: A002
    return said(Noted(text), id, **rest)  # type: ignore[arg-type]


def move(path: str, to: str) -> None:
    Path(path).replace(to)


def there(path: str) -> bool:
    return Path(path).exists()


def spoil(path: str) -> None:
    Path(path).write_bytes(b"rubbish")
