"""A team's store is used through a copy on this computer, which is there when the team's is not."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import closing
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from incident_tui.domain.metrics.words import many
from incident_tui.domain.postmortem import incident_name
from incident_tui.services import defaults
from incident_tui.services.courier import Courier, Standing
from incident_tui.services.store import Store
from incident_tui.storage import replica, replica_prose
from incident_tui.storage.merging import merge_in

if TYPE_CHECKING:
    from incident_tui.storage.script import Row, Script
    from incident_tui.storage.team import Team

T = TypeVar("T")
PATIENCE: Final = 2.0
"""Seconds that a command gives the team's store before it goes on with the copy."""
_PIECE: Final = 2000


def copy_of(address: str) -> Path:
    """The copy of the team's store here, made when there is none; StoreError for a bad address."""
    from incident_tui.storage.postgres.address import address_of  # noqa: PLC0415  few share

    address_of(address)
    path = Path(defaults.team_file(sha256(address.encode()).hexdigest()[:16]))
    if not path.exists():
        with closing(Store(path)) as store:
            store.write(replica.join(address))
    return path


def team_at(address: str) -> Team:
    """The team's store; it is reached when it is first asked something."""
    from incident_tui.storage.postgres.team import PostgresTeam  # noqa: PLC0415  an extra

    return PostgresTeam(address)


def courier(store: Store, now: Callable[[], datetime]) -> Courier:
    """Who goes between the copy that a window has open and the team's store."""
    return Courier(store, team_at(store.team), now)


def exchange(store: Store) -> Standing:
    """Send what waits in the copy and fetch what is new, for a command that cannot wait long."""

    async def hurried(team: Team) -> Standing:
        going = Courier(_Blocking(store), team)
        try:
            async with asyncio.timeout(PATIENCE):
                return await going.exchange()
        except TimeoutError:
            return await going.stands(f"the team's store did not answer within {PATIENCE:g} s")

    return _with(store.team, hurried)


def waiting(store: Store) -> int:
    """How many entries and answers are not sent yet."""
    return store.write(replica.waiting())


def words(standing: Standing) -> str:
    """What a person should know of it; empty where all is well."""
    count = standing.waiting
    lines = f"{many(count, 'line waits', 'lines wait')} here"
    if standing.why and not standing.away:  # it refused, and may for ever
        return f"{standing.why}; {lines}, which nobody else sees"
    if count:
        lines += " and will be sent"
        return f"{standing.why}; {lines}" if standing.why else lines
    return standing.why and f"{standing.why}; this is what was fetched before"


class Merged(NamedTuple):
    """An incident that was sent or fetched: its name here and there, how many entries were new."""

    here: str
    there: str
    new: int


def push(store: Store, address: str) -> list[Merged]:
    """Send all incidents of a store to the team's."""

    async def sent(team: Team) -> list[Merged]:
        merged = []
        for row in reversed(store.read.incidents()):
            entries, answers = store.write(replica.whole(row.id))
            drafts = [replica.draft_of(entry) for entry in entries]
            new = await team.run(merge_in(drafts, {}, "", 0))
            await team.run(replica_prose.add_answers(row.id, answers))
            [tip] = (await team.tips([row.id])).values()
            merged.append(Merged(incident_name(row.number), incident_name(tip.number), new))
        return merged

    return _with(address, sent)


def pull(store: Store, address: str) -> list[Merged]:
    """Take in all incidents of the team's store."""

    async def fetched(team: Team) -> list[Merged]:
        merged = []
        tips = await team.tips()
        for incident_id, tip in sorted(tips.items(), key=lambda each: each[1].number):
            rows: list[Row] = []
            while more := await team.entries(incident_id, len(rows), _PIECE):
                rows += more
            answers = await team.answers(incident_id)
            drafts = [replica.draft_of(row) for row in rows]
            new = store.write(merge_in(drafts, {}, "", 0))
            store.write(replica_prose.add_answers(incident_id, answers))
            if found := store.read.incident_of(incident_id):
                merged.append(Merged(incident_name(found.number), incident_name(tip.number), new))
        return merged

    return _with(address, fetched)


def _with(address: str, work: Callable[[Team], Awaitable[T]]) -> T:
    async def working() -> T:
        team = team_at(address)
        try:
            return await work(team)
        finally:
            await team.close()

    return asyncio.run(working())


class _Blocking:
    """A copy for a command, which waits for the disk as it does otherwise."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.path = store.path

    async def record(self, script: Script[T]) -> T:
        return self._store.write(script)
