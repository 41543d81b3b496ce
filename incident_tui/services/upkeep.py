"""Care of the store as a whole; nothing here makes a store where there was none."""

from contextlib import closing
from datetime import datetime
from pathlib import Path

from incident_tui.domain.errors import NotFoundError
from incident_tui.storage import backup as copies
from incident_tui.storage.connection import PATIENCE_MS, connect, open_reader, stored_version
from incident_tui.storage.integrity import Problem
from incident_tui.storage.integrity import verify as verified
from incident_tui.storage.opening import open_store
from incident_tui.storage.replica import renumber
from incident_tui.storage.script import run
from incident_tui.storage.views import rebuild as rebuilding

_NAMED = 3
"""Copies that are named; the others are counted."""


def verify(store: Path) -> list[Problem]:
    """All that is wrong with the store; an empty list is a whole store."""
    with closing(open_reader(_there(store), PATIENCE_MS)) as connection:
        return verified(connection)


def rebuild(store: Path) -> int:
    """Make every view anew from the entries; gives the number of incidents."""
    with closing(connect(_there(store))) as connection:
        count = run(connection, rebuilding())
        run(connection, renumber())  # of a team's copy, whose numbers are the team's
        return count


def verify_team(address: str) -> tuple[list[Problem], int]:
    """`verify` for the team's store at that address, and how many incidents nobody showed it."""
    from incident_tui.storage.postgres.blocking import BlockingTeam  # noqa: PLC0415  an extra

    with closing(BlockingTeam(address)) as team:
        return team.verify(), team.unseen()


def rebuild_team(address: str) -> int:
    """`rebuild` for the team's store at that address, while nobody else writes to it."""
    from incident_tui.storage.postgres.blocking import BlockingTeam  # noqa: PLC0415  an extra

    with closing(BlockingTeam(address)) as team:
        return team.run(rebuilding(), alone=True)


def grants(address: str) -> list[str]:
    """The SQL that makes the roles of the team's store at that address."""
    from incident_tui.storage.postgres.address import address_of  # noqa: PLC0415  as above
    from incident_tui.storage.postgres.grants import grants  # noqa: PLC0415  as above

    return grants(address_of(address).schema)


def backup(store: Path, target: Path) -> None:
    """Copy the store, which may be in use, to a new file."""
    copies.backup(_there(store), str(target))


def backup_due(store: Path, now: datetime) -> bool:
    """Whether the rotation has no backup of the last day."""
    return copies.due(str(store), now)


def rotate(store: Path, now: datetime) -> Path:
    """One more backup beside the store, and the oldest of more than ten gone."""
    return copies.rotate(_there(store), now)


def what_keeps_it(store: Path) -> str:
    """Where the text of a redacted entry may still be read, as a sentence."""
    beside = copies.copies(str(store))
    named = ", ".join(path.name for path in beside[:_NAMED])
    more = f" and {len(beside) - _NAMED} more" if len(beside) > _NAMED else ""
    here = f"the text is gone from the store; copies in {store.parent} keep it: {named}{more}"
    gone = "the text is gone from the store; exports and backups made before keep it"
    return f"{here}; delete them if it must not stay" if beside else gone


def require_backup(saved: Path) -> None:
    """Refuse what is no backup."""
    copies.require(str(saved))


def restore(saved: Path, store: Path, team: str = "") -> Path | None:
    """Put a backup in the place of the store, a copy of that team's; gives where the old one is."""
    return copies.restore(str(saved), str(store), team)


def _there(store: Path) -> str:
    if stored_version(str(store)) is None:
        raise NotFoundError(f"there is no store at {store}; name one with --db")
    open_store(str(store)).close()  # brings one of an older version up to date
    return str(store)
