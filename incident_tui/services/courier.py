"""What waits here is sent to the team's store, and what the team has is fetched, in that order.

Each part may be broken off anywhere and begun anew: entries are known by ids that were made here,
so none is stored twice, and this copy changes only in whole transactions.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, Final

import msgspec

from incident_tui.domain.errors import IncidentTuiError, StoreAwayError, StoreError
from incident_tui.domain.postmortem import incident_name
from incident_tui.services import divergence
from incident_tui.services.session import wall_clock
from incident_tui.storage import replica, replica_prose
from incident_tui.storage.merging import merge_in
from incident_tui.storage.replica_removal import remove

if TYPE_CHECKING:
    from incident_tui.storage.replica import Held
    from incident_tui.storage.team import Copy, Team, Tip

_PIECE: Final = 500
"""Rows that are laid down in one transaction: few enough that a key need not wait for them."""
_PAUSES: Final = (0.5, 1.0, 2.0, 5.0)
"""Seconds between attempts while the team's store is away; the last one is repeated."""


class Standing(msgspec.Struct, frozen=True):
    """How this copy stands: how much waits to be sent, `away` since when, `why` that or a refusal.

    `told` is what a person must know of the last exchange, a sentence each. `sent` is the last seq
    of each incident that the team has; empty while it has all and takes more.
    """

    waiting: int = 0
    away: datetime | None = None
    why: str = ""
    told: tuple[str, ...] = ()
    sent: Mapping[str, int] = {}


class _RefusedError(StoreError):
    """The team's store is there, and does not take what waits here."""


class Courier:
    """Goes between this copy and the team's store."""

    def __init__(self, copy: Copy, team: Team, now: Callable[[], datetime] = wall_clock) -> None:
        self._copy = copy
        self.team = team
        self._now = now
        self.standing = Standing()
        self._told: list[str] = []

    async def exchange(self, only: Collection[str] | None = None) -> Standing:
        """Send, then fetch, all incidents or only these; never raises for a store that is away."""
        try:
            await self._exchange(only)
            why, away = "", False
        except StoreError as error:
            why, away = str(error), not isinstance(error, _RefusedError)
        return await self.stands(why, away=away)

    async def stands(self, why: str, *, away: bool = True) -> Standing:
        """How it stands; `why` the team's store is `away` or refused something, if it did."""
        held = await self._copy.record(replica.held())
        waiting = sum(each.waiting for each in held)
        since = (self.standing.away or self._now()) if why and away else None
        told, self._told = tuple(self._told), []
        sent = {each.incident_id: each.settled for each in held} if since or waiting else {}
        self.standing = Standing(waiting, since, why, told, sent)
        return self.standing

    async def keep(self, told: Callable[[Standing], object], look: Callable[[], bool]) -> None:
        """Exchange whenever something changed here, as `look` tells, or there; until cancelled."""
        heard: asyncio.Queue[str] = asyncio.Queue()
        hearing = asyncio.create_task(self._hear(heard), name="team's changes")
        failed, asked = 0, True
        try:
            while True:
                told(await self.exchange(None if asked else _named(heard)))
                failed = failed + 1 if self.standing.away else 0
                if failed:
                    await asyncio.sleep(_PAUSES[min(failed, len(_PAUSES)) - 1])
                    asked = True
                else:
                    asked = not await _until(lambda: look() or not heard.empty())
        finally:
            hearing.cancel()
            with suppress(asyncio.CancelledError):
                await hearing

    async def close(self) -> None:
        """Let the team's store go."""
        await self.team.close()

    async def _hear(self, heard: asyncio.Queue[str]) -> None:
        async for incident_id in self.team.changes():
            heard.put_nowait(incident_id)

    async def _exchange(self, only: Collection[str] | None) -> None:
        here = await self._held()
        waiting = [each for each in here.values() if each.waiting]
        lost = [each for each in waiting if not await divergence.is_there(self.team, each)]
        if lost:  # or what waits would come before what it speaks of
            await self._wait_again(lost)
            here = await self._held()
        sent = [each.incident_id for each in waiting]
        refused: dict[str, IncidentTuiError] = {}
        for incident_id in sent:
            try:
                await self._send(incident_id)
            except StoreAwayError:
                raise
            except IncidentTuiError as error:  # it waits on, and keeps none of the others waiting
                refused[incident_id] = error
        wanted = None if only is None else sorted({*only, *sent})
        tips = {} if wanted == [] else await self.team.tips(wanted)
        asked = here.keys() if wanted is None else here.keys() & set(wanted)
        gone = sorted(asked - tips.keys())
        for incident_id in await self._kept_by_others(gone):
            refused.pop(incident_id, None)
            gone.remove(incident_id)
        lost = [here[incident_id] for incident_id in gone if here[incident_id].settled]
        for incident_id, tip in tips.items():
            if not await self._fetch(incident_id, tip, here.get(incident_id)):
                lost.append(here[incident_id])
        if lost:
            await self._wait_again(lost)
            await self._exchange([each.incident_id for each in lost])
        if refused:
            why = next(iter(refused.values()))
            raise _RefusedError(f"the team's store refused what waits here: {why}")

    async def _held(self) -> dict[str, Held]:
        return {each.incident_id: each for each in await self._copy.record(replica.held())}

    async def _wait_again(self, lost: Collection[Held]) -> None:
        for held in lost:
            if told := await divergence.wait_again(self._copy, self.team, held):
                self._told.append(told)

    async def _kept_by_others(self, gone: Collection[str]) -> list[str]:
        """Those of the incidents that are private to others; each is taken out of this copy.

        Only that reason takes one out: what the team's store has lost, a copy may be the last of.
        """
        hidden = await self.team.hidden() if gone else set()
        lost = [incident_id for incident_id in gone if incident_id in hidden]
        for incident_id in lost:
            await self._take_out(incident_id)
        return lost

    async def _take_out(self, incident_id: str) -> None:
        drafts, answers = await self._copy.record(replica.outgoing(incident_id))
        seen = [*(draft.id for draft in drafts), *(row[0] for row in answers)]
        kept = ""
        if seen:
            from incident_tui.services import unsent  # noqa: PLC0415  for hardly anybody

            file = unsent.keep(self._copy.path, incident_id, drafts, answers)
            kept = f"; what was not sent of it is kept in {file}"
        number = await self._copy.record(remove(incident_id, seen))
        if number is None:
            return  # somebody typed meanwhile; the next exchange keeps that too
        name = incident_name(number)
        self._told.append(f"{name} is private to others now and was taken out of this copy{kept}")

    async def _send(self, incident_id: str) -> None:
        drafts, answers = await self._copy.record(replica.outgoing(incident_id))
        if drafts:
            await self.team.run(merge_in(drafts, {}, "", 0))
        if answers:
            await self.team.run(replica_prose.add_answers(incident_id, answers))

    async def _fetch(self, incident_id: str, tip: Tip, held: Held | None) -> bool:
        """Fetch what the team has; False where it lacks something that it had."""
        if held is not None and not held.waiting and not held.is_behind(tip):
            return True
        if held is not None and tip.answers < held.answers:
            return False
        have = held.settled if held else 0
        known = min(have, 1)  # one row that is here already tells whether the team still has it
        while True:
            rows = await self.team.entries(incident_id, have - known, _PIECE)
            if held and known and not divergence.is_first(held.hash, rows):
                return False
            await self._copy.record(replica.settle(incident_id, tip, rows))
            have += len(rows) - known
            known = 0
            if len(rows) < _PIECE:
                break
        if held is None or held.unsent or held.answers != tip.answers:
            answers = await self.team.answers(incident_id)
            await self._copy.record(replica_prose.settle_answers(incident_id, answers))
        return True


_LOOKS: Final = 300
_LOOK: Final = 0.05
"""Seconds between looks at this copy; after so many looks the team's store is asked anyway."""


def _named(heard: asyncio.Queue[str]) -> Collection[str] | None:
    """The incidents of which something was heard; None where it may have been any."""
    names = {heard.get_nowait() for _ in range(heard.qsize())}
    return None if "" in names else names


async def _until(done: Callable[[], bool]) -> bool:
    """Whether it was so before it had been looked at often enough."""
    for _ in range(_LOOKS):
        if done():
            return True
        await asyncio.sleep(_LOOK)
    return False
