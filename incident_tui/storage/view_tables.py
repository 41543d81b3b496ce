"""The views as SQLModel sees them; `schema` makes them, and the two always agree."""

from sqlalchemy import BigInteger
from sqlmodel import Field

from incident_tui.storage.tables import Record


class IncidentRecord(Record, table=True):
    """One incident in the list: a view, made anew from its entries at any time."""

    __tablename__ = "incident"

    id: str = Field(primary_key=True, foreign_key="entry.id")
    number: int = Field(unique=True)
    title: str
    service: str
    severity: int
    status: str
    commander: str
    owner: str
    declared_at: int | None = Field(default=None, sa_type=BigInteger)
    started_at: int | None = Field(default=None, sa_type=BigInteger)
    detected_at: int | None = Field(default=None, sa_type=BigInteger)
    acknowledged_at: int | None = Field(default=None, sa_type=BigInteger)
    mitigated_at: int | None = Field(default=None, sa_type=BigInteger)
    resolved_at: int | None = Field(default=None, sa_type=BigInteger)
    published_at: int | None = Field(default=None, sa_type=BigInteger)
    actions: int
    open_actions: int
    entries: int
    tip: bytes
    updated_at: int = Field(sa_type=BigInteger)
    first_at: int | None = Field(default=None, sa_type=BigInteger)
    last_at: int | None = Field(default=None, sa_type=BigInteger)
    done_actions: int = 0
    declined_actions: int = 0
    dated_actions: int = 0
    timely_actions: int = 0
    updates: int = 0
    clocks: int = 0
    kept_clocks: int = 0
    members: str = ""


class ActionItemRecord(Record, table=True):
    """One action item in the tracker: a view like the list; `due` is an ISO date."""

    __tablename__ = "action_item"

    id: str = Field(primary_key=True, foreign_key="entry.id")
    incident_id: str = Field(foreign_key="entry.id")
    number: int
    text: str
    owner: str
    priority: str | None = None
    kind: str | None = None
    due: str | None = None
    status: str
    reason: str
    created_at: int = Field(sa_type=BigInteger)
    closed_at: int | None = Field(default=None, sa_type=BigInteger)
    factor: str
    success: str


class RecurrenceRecord(Record, table=True):
    """What a person said of two incidents: a view; `earlier_id` may name one kept elsewhere."""

    __tablename__ = "recurrence"

    incident_id: str = Field(primary_key=True, foreign_key="entry.id")
    earlier_id: str = Field(primary_key=True)
    confirmed: int
    text: str
    judged_at: int = Field(sa_type=BigInteger)
