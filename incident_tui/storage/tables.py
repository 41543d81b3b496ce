"""The tables as SQLModel sees them; `schema` makes them, and the two always agree.

The views stand apart in `view_tables`: who asks for prose needs none of them.
"""

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel


class Record(SQLModel):
    """A row; SQLModel validates none, so no validators are built for it."""

    model_config = {"defer_build": True}


class EntryRecord(Record, table=True):
    """One appended fact; times are microseconds UTC."""

    __tablename__ = "entry"

    pos: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)
    incident_id: str = Field(foreign_key="entry.id")
    seq: int
    kind: str
    version: int
    payload: str
    occurred_at: int = Field(sa_type=BigInteger)
    recorded_at: int = Field(sa_type=BigInteger)
    author: str
    source: str
    external_ref: str | None = None
    prev_hash: bytes
    hash: bytes
    commitment: bytes
    salt: bytes | None = None


class AnswerRecord(Record, table=True):
    """One revision of the answer to one step of a post-mortem."""

    __tablename__ = "answer"

    id: str = Field(primary_key=True)
    incident_id: str = Field(foreign_key="entry.id")
    step: str
    revision: int
    text: str
    saved_at: int = Field(sa_type=BigInteger)
    author: str
    drafted: str = ""
