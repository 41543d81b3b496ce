"""An import format is one value: what it is called, and how a source becomes what is recorded."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, tzinfo
from typing import BinaryIO

import msgspec

from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.errors import IncidentTuiError
from incident_tui.domain.incident import ActionKind, Milestone, Severity


class ImportRefusedError(IncidentTuiError):
    """The text cannot be taken in; the message names the line and what would work."""


class Incoming(msgspec.Struct, frozen=True):
    """An incident on its way in: `lines` has the 1-based line of each entry, in their order."""

    id: str
    entries: tuple[TimelineEntry, ...]
    lines: tuple[int, ...]
    answers: Mapping[str, str] = {}


class Importer(msgspec.Struct, frozen=True):
    """`name` is typed, `label` is shown; `read` raises ImportRefusedError."""

    name: str
    label: str
    read: Callable[[str], Incoming]


class Given(msgspec.Struct, frozen=True):
    """What a person says beside the source, for what the source does not say itself.

    `zone` is that of times without one (None: not said yet), `start` when a recording began (aware
    UTC), `columns` which column of a table holds what, `channels` which of several to read, `name`
    the name of the file.
    """

    zone: tzinfo | None = None
    start: datetime | None = None
    columns: Mapping[str, str] = {}
    channels: tuple[str, ...] = ()
    name: str = ""


class CapturedEntry(msgspec.Struct, frozen=True):
    """Something said or seen elsewhere; `line` is 1-based, None where a source has no lines.

    `occurred_at` is aware UTC. `external_ref` is the source's own id, the same at every reading.
    `starred` only suggests a star.
    """

    line: int | None
    occurred_at: datetime
    text: str
    external_ref: str
    author: str = ""
    milestone: Milestone | None = None
    starred: bool = False


class CapturedAction(msgspec.Struct, frozen=True):
    """A follow-up that was written down; `done` is None where nothing says so."""

    line: int | None
    text: str
    external_ref: str
    owner: str = ""
    due: date | None = None
    done: bool | None = None
    kind: ActionKind | None = None


class CapturedAnswer(msgspec.Struct, frozen=True):
    """A part of a post-mortem, by the id of the field that it answers."""

    line: int | None
    field: str
    text: str


class Suggestion(msgspec.Struct, frozen=True):
    """What a line seems to say; `command` is what accepting it would type. Never asserted."""

    line: int | None
    kind: str
    text: str
    command: str
    occurred_at: datetime | None = None


class Skipped(msgspec.Struct, frozen=True):
    """What was left out, and why."""

    line: int | None
    reason: str


class Found(msgspec.Struct, frozen=True):
    """What the source says of itself: its title, and its zone as named (None: it names none).

    It is not `dated` where it has only times of day, and not `clocked` either where these are
    offsets from when a recording began; they count from `Given.start`, else from 1970. Said more
    than once, what is said last holds.
    """

    zone: str | None = None
    title: str = ""
    dated: bool = True
    clocked: bool = True
    severity: Severity | None = None


Captured = Found | CapturedEntry | CapturedAction | CapturedAnswer | Suggestion | Skipped
"""What reading gives, one at a time, so that a source of any length needs little memory."""


class CaptureImporter(msgspec.Struct, frozen=True):
    """Reads what was said elsewhere into an incident that is recorded here.

    `sniff` judges the name and the first bytes of a source; `read` raises ImportRefusedError where
    nothing of it can be used. Times without a zone are read as `Given.zone`, else as UTC. What it
    reads `declares` an incident of its own, where a person names none to take it in. What was
    `spoken` by people is listened to for what it suggests.
    """

    name: str
    label: str
    sniff: Callable[[str, bytes], bool]
    read: Callable[[BinaryIO, Given], Iterator[Captured]]
    declares: bool = False
    spoken: bool = False
