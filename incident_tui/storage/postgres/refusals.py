"""Whatever goes wrong between here and the team's store is one of our own errors, in a sentence."""

from __future__ import annotations

import ssl
from typing import Final

from incident_tui.domain import errors
from incident_tui.storage.postgres.driver import asyncpg

AWAY: Final = (
    OSError,  # refused, cut, unknown name, TLS
    TimeoutError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
)
"""What the driver raises without the server having said anything."""

_LATER: Final = (errors.StoreLockedError, "others are writing to the team's store; try again")
_NOT_READY: Final = (
    errors.StoreAwayError,
    "the team's store is not ready ({said}); what is written waits here",
)
_NO_ENTRY: Final = (
    errors.StoreAwayError,
    "the team's store does not let you in ({said}); "
    "check user, ~/.pgpass (for your eyes alone, mode 0600) and PGPASSWORD",
)
_NO_DATABASE: Final = (
    errors.StoreAwayError,
    "the server has no such database ({said}); mend the address, or have its administrator make it",
)
_NO_OPTION: Final = (
    errors.StoreAwayError,
    "the server does not know an option of the address ({said}); take it out",
)
_NO_RIGHT: Final = (
    errors.StoreReadOnlyError,
    "your role may not do this in the team's store ({said}); ask its administrator",
)
_PRIVATE: Final = (
    errors.StoreReadOnlyError,
    "that incident is private in the team's store, and your role is not among those named",
)
_SELF: Final = (
    errors.StoreReadOnlyError,
    "nobody may hide an incident from themselves; let /private name your role on the server too",
)
_UNLIKE: Final = (
    errors.StoreDamagedError,
    "the team's store is not set up as this program expects ({said}); ask its administrator",
)
_FULL: Final = (
    errors.StoreFullError,
    "the disk of the team's store is full; nothing was saved, its administrator must free space",
)
_CODES: Final = {
    "08": _NOT_READY,  # the connection broke
    "28": _NO_ENTRY,
    "3D000": _NO_DATABASE,
    "40": _LATER,  # serialization, deadlock
    "53": _NOT_READY,  # too many connections, out of memory
    "53100": _FULL,
    "55P03": _LATER,  # a lock was waited for long enough
    "57": _NOT_READY,  # shut down, starting, cancelled
    "25006": _NOT_READY,  # a standby: fail-over has not come to its end
    "25P03": _NOT_READY,  # idle in a transaction for too long
    "42501": _NO_RIGHT,
    "42704": _NO_OPTION,  # of what is asked later nothing is set by name
    "42": _UNLIKE,  # no such table, column or function
    "3F": _UNLIKE,
}
"""By SQLSTATE, else by its class."""


def refusal(error: BaseException) -> errors.StoreError:
    """The store's own error for what the server or the way to it raised; it bears no secret."""
    if isinstance(error, errors.StoreError):
        return error
    if isinstance(error, asyncpg.PostgresError):
        code = error.sqlstate or ""
        said = str(error.args[0]) if error.args else type(error).__name__
        by_code = _CODES.get(code) or _CODES.get(code[:2]) or (errors.StoreError, "")
        kind, sentence = _kept_out(said) or by_code
        return kind(sentence.format(said=said) or f"the team's store refused: {said}")
    return errors.StoreAwayError(f"the team's store cannot be reached ({_reason(error)})")


def _kept_out(said: str) -> tuple[type[errors.StoreError], str] | None:
    """What a policy of the store refused; a server that speaks another language says it itself."""
    if "row-level security policy" not in said:
        return None
    return _SELF if said.endswith('table "incident"') else _PRIVATE


def _reason(error: BaseException) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not trusted: {error.verify_message}"
    if isinstance(error, TimeoutError):
        return "it does not answer"
    if isinstance(error, asyncpg.InterfaceError | asyncpg.InternalClientError):
        return "the connection was lost" if "clos" in str(error) else str(error.args[0])
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
