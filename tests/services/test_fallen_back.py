"""A team's store that comes back without what it had confirmed is given it again by the copies."""

import shutil
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from incident_tui.services import upkeep
from incident_tui.services.postmortems import save
from incident_tui.services.store import Store
from tests.services.test_courier import Desk, Room, everything

pytestmark = pytest.mark.fault(27)


class Fallen(Room):
    """A room whose store can become what it was: a standby took over that had not followed."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.dan = Desk(folder, "dan", self.team, self.clock)
        self._older = folder / "older.db"

    async def keep(self) -> None:
        """What the store has now is all that it will have after `fall_back`."""
        shutil.copy(self.path, self._older)

    async def fall_back(self) -> None:
        shutil.copy(self._older, self.path)

    async def all_exchange(self) -> list[str]:
        """Everybody exchanges until nothing changes; what anybody is told."""
        told: list[str] = []
        for desk in 2 * (self.ana, self.ben, self.dan):
            standing = await desk.courier.exchange()
            assert (standing.waiting, standing.why) == (0, "")
            told += standing.told
        return told

    def ends_alike(self, *texts: str) -> None:
        whole = everything(self.path)
        for desk in (self.ana, self.ben, self.dan):
            assert everything(desk.store.path) == whole
            assert upkeep.verify(desk.store.path) == []
        assert upkeep.verify(self.path) == []
        assert [sum(f'"{text}"' in str(row) for row in whole) for text in texts] == [1] * len(texts)

    async def finish(self) -> None:
        await self.dan.store.finish()
        await super().finish()


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Fallen]:
    room = Fallen(tmp_path)
    room.ana.declare()
    room.ana.say("kept")
    await room.all_exchange()
    yield room
    await room.finish()


async def test_what_it_lost_is_sent_again(room: Fallen) -> None:
    await room.keep()
    room.ana.say("one")
    room.ana.say("two")
    await room.ana.courier.exchange()
    await room.ben.courier.exchange()
    await room.fall_back()
    told = await room.all_exchange()
    assert set(told) == {"the team's store had lost 2 entries of INC-1; the copies send them again"}
    room.ends_alike("kept", "one", "two")
    assert await room.all_exchange() == []


@pytest.mark.parametrize("count", [1, 2, 3])
async def test_what_others_wrote_meanwhile_comes_before(room: Fallen, count: int) -> None:
    """Fewer, as many and more than what was lost: the count alone does not tell."""
    await room.keep()
    room.ana.say("one")
    room.ana.say("two")
    await room.ana.courier.exchange()
    await room.fall_back()
    mine = [f"mine {n}" for n in range(count)]
    for text in mine:
        room.ben.say(text)
    await room.ben.courier.exchange()
    room.ana.say("three")
    await room.all_exchange()
    room.ends_alike("kept", *mine, "one", "two", "three")
    order = [row.text for row in room.dan.log.newest(count + 3)]
    assert order == [*mine, "one", "two", "three"]


async def test_an_incident_that_it_lost_is_sent_again(room: Fallen) -> None:
    await room.keep()
    room.ana.declare("Search fails")
    room.ana.say("lost")
    await room.ana.courier.exchange()
    await room.ben.courier.exchange()
    await room.fall_back()
    room.dan.declare("Mail fails")
    await room.dan.courier.exchange()
    await room.all_exchange()
    room.ends_alike("lost", "Search fails", "Mail fails")


async def test_answers_that_it_lost_are_sent_again(room: Fallen) -> None:
    await room.keep()
    await save(room.ana.store, room.ana.log, "summary", "Nobody could pay.")
    await room.ana.courier.exchange()
    await room.fall_back()
    await room.all_exchange()
    room.ends_alike()
    assert "Nobody could pay." in str(everything(room.path))


async def test_it_may_be_empty(room: Fallen) -> None:
    room.path.unlink()
    with closing(Store(room.path)):
        pass
    await room.all_exchange()
    room.ends_alike("kept")
