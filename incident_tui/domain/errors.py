"""The refusals that any part may meet, as one tree; each message says what would work.

IncidentTuiError
├── CommandError        the line cannot be done (carries the span to underline)
├── TimeError           a time was written that cannot be read in one way
├── NotFoundError       no such incident, entry, step or format
├── PolicyError         a check found something missing
└── StoreError          the store refused
    ├── StoreLockedError      somebody else is writing; try again
    ├── StoreFullError        the disk or quota is full
    ├── StoreReadOnlyError    no permission to write
    ├── StoreDamagedError     not a database, or a broken one
    ├── StoreNewerError       written by a newer version
    ├── StoreMovedError       the file was moved or replaced under the program
    └── StoreAwayError        the team's store cannot be reached; what is written waits here

One that a single part makes, such as ConfigError or ImportRefusedError, is declared there.
"""


class IncidentTuiError(Exception):
    """Base of every refusal; `str()` is a sentence for the person."""


class CommandError(IncidentTuiError):
    """What was typed cannot be done; `start` and `end` are offsets into the line."""

    def __init__(self, message: str, start: int = 0, end: int | None = None) -> None:
        super().__init__(message)
        self.start = start
        self.end = end


class TimeError(IncidentTuiError, ValueError):
    """A time or date that has no meaning here, or more than one."""


class NotFoundError(IncidentTuiError, LookupError):
    """Asked for by name or number, and not there."""


class PolicyError(IncidentTuiError):
    """A transition was refused; `missing` lists what would allow it."""

    def __init__(self, message: str, missing: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.missing = missing


class StoreError(IncidentTuiError):
    """The store refused; nothing was written and nothing typed is lost."""


class StoreLockedError(StoreError):
    """Another process held the store for longer than the wait."""


class StoreFullError(StoreError):
    """No space left for the entry."""


class StoreReadOnlyError(StoreError):
    """The file or its folder cannot be written."""


class StoreDamagedError(StoreError):
    """The file is not a store of ours, or is broken."""


class StoreNewerError(StoreError):
    """The file was written by a newer version of the program."""


class StoreMovedError(StoreError):
    """The file was renamed, replaced or deleted while it was open."""


class StoreAwayError(StoreError):
    """The team's store cannot be reached now."""
