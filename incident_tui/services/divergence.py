"""What the team's store has confirmed and then lost waits again in every copy that has it.

A server may be replaced by one that had not followed it, or by an older backup. Chains that part
show it, entries are known by their ids, and so nothing is lost or doubled.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from incident_tui.domain.metrics.words import many
from incident_tui.domain.postmortem import incident_name
from incident_tui.storage import replica
from incident_tui.storage.team import WHOLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from incident_tui.storage.replica import Held
    from incident_tui.storage.script import Row
    from incident_tui.storage.team import Copy, Team

_HASH: Final = WHOLE.index("hash")


def is_first(hash_: bytes | None, rows: Sequence[Row]) -> bool:
    """Whether the first of these rows has that hash."""
    return bool(rows) and rows[0][_HASH] == hash_


async def is_there(team: Team, held: Held) -> bool:
    """Whether the team's store has all that it has confirmed of the incident."""
    if not held.settled:
        return True
    return is_first(held.hash, await team.entries(held.incident_id, held.settled - 1, 1))


async def wait_again(copy: Copy, team: Team, held: Held) -> str:
    """Let wait what the team's store has lost of the incident; what to tell of it.

    Nothing was lost, and an empty string is told, where it is only private to others now.
    """
    mine = await copy.record(replica.hashes(held.incident_id, held.settled))
    same, end = 0, len(mine)
    while same < end:  # chains that are alike up to a place are alike before it
        middle = (same + end + 1) // 2
        if is_first(mine[middle - 1], await team.entries(held.incident_id, middle - 1, 1)):
            same = middle
        else:
            end = middle - 1
    if held.incident_id in await team.hidden():  # asked last: it may have become so meanwhile
        return ""
    await copy.record(replica.unsettle(held.incident_id, same))
    count = held.settled - same
    what = many(count, "entry", "entries") if count else "answers"
    name = incident_name(held.number)
    return f"the team's store had lost {what} of {name}; the copies send them again"
