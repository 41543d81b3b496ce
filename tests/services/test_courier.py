"""Whatever is lost, cut or typed at once, every copy ends as the team's store is."""

import asyncio
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incident_tui.domain.facts import Declared, Noted, Redacted
from incident_tui.domain.incident import Severity
from incident_tui.services import upkeep
from incident_tui.services.courier import Courier, Standing
from incident_tui.services.incident_log import IncidentLog, declare, open_log
from incident_tui.services.postmortems import save
from incident_tui.services.store import Store
from incident_tui.storage import replica
from incident_tui.storage.replica_removal import remove
from incident_tui.storage.team import ANSWER, WHOLE
from tests.support import postgres
from tests.support.team import FileTeam
from tests.support.window import DEADLINE, Clock

Row = tuple[Any, ...]


class Desk:
    """One person's copy of the team's store."""

    def __init__(self, folder: Path, name: str, team: FileTeam, clock: Clock) -> None:
        with closing(Store(folder / f"{name}.db")) as store:
            store.write(replica.join("postgresql://team"))
        self.store = Store(folder / f"{name}.db")
        self.courier = Courier(self.store, team, clock.now)
        self.session = clock.sitting(name)

    @property
    def log(self) -> IncidentLog:
        return open_log(self.store, self.session)

    def declare(self, title: str = "Checkout fails") -> IncidentLog:
        return declare(self.store, self.session, Declared(title, Severity.SEV2), self.session.now())

    def say(self, text: str) -> None:
        self.log.record(Noted(text), self.session.now())


def everything(path: Path) -> list[Row]:
    """Every entry and answer of a store, each whole, but for where it lies in the file."""
    from incident_tui.storage.opening import open_store  # noqa: PLC0415  as a stranger opens it

    with closing(open_store(str(path))) as connection:
        return all_of(lambda sql: connection.execute(sql).fetchall())


def all_of(ask: Callable[[str], list[Row]]) -> list[Row]:
    """`everything` of a store that is asked in SQL."""
    return [
        *ask(f"SELECT {', '.join(WHOLE)} FROM entry ORDER BY incident_id, seq"),
        *ask(f"SELECT {', '.join(ANSWER)} FROM answer ORDER BY incident_id, step, revision"),
        *ask("SELECT id, number, title, tip FROM incident ORDER BY id"),
    ]


class Room:
    """Some people and what they share."""

    def __init__(self, folder: Path) -> None:
        self.clock = Clock()
        self.path = folder / "team.db"
        with closing(Store(self.path)):
            pass
        self.team = FileTeam(self.path)
        self.ana = Desk(folder, "ana", self.team, self.clock)
        self.ben = Desk(folder, "ben", self.team, self.clock)

    async def finish(self) -> None:
        for desk in (self.ana, self.ben):
            await desk.store.finish()


@pytest.fixture
async def room(tmp_path: Path) -> Room:
    return Room(tmp_path)


async def test_a_line_of_one_person_reaches_the_other_as_the_very_same_row(room: Room) -> None:
    room.ana.declare()
    room.ana.say("it burns")
    assert (await room.ana.courier.exchange()).waiting == 0
    await room.ben.courier.exchange()
    room.ben.say("I see it too")
    await room.ben.courier.exchange()
    await room.ana.courier.exchange()
    assert everything(room.ana.store.path) == everything(room.path)
    assert everything(room.ben.store.path) == everything(room.path)
    assert upkeep.verify(room.ana.store.path) == []
    await room.finish()


@pytest.mark.fault(27)
async def test_while_the_team_is_away_all_goes_on_and_is_sent_in_order_after(room: Room) -> None:
    room.ana.declare()
    await room.ana.courier.exchange()
    await room.ben.courier.exchange()
    room.team.away = True
    for text in ("one", "two", "three"):
        room.ana.say(text)
    standing = await room.ana.courier.exchange()
    assert (standing.waiting, standing.why) == (3, "the server does not answer")
    assert [row.text for row in room.ana.log.newest(3)] == ["one", "two", "three"]
    room.team.away = False
    room.ben.say("meanwhile")
    await room.ben.courier.exchange()
    assert (await room.ana.courier.exchange()).waiting == 0
    await room.ben.courier.exchange()
    told = [
        e.fact.text
        for e in room.ben.store.log.after(room.ben.log.id, 1)
        if isinstance(e.fact, Noted)
    ]
    assert told == ["meanwhile", "one", "two", "three"]
    assert everything(room.ana.store.path) == everything(room.path)
    await room.finish()


@pytest.mark.fault(27)
async def test_a_reply_that_is_lost_doubles_nothing(room: Room) -> None:
    room.ana.declare()
    room.ana.say("it burns")
    room.team.loses_reply = True
    assert (await room.ana.courier.exchange()).why
    assert (await room.ana.courier.exchange()).waiting == 0
    assert everything(room.ana.store.path) == everything(room.path)
    await room.finish()


async def test_a_line_that_is_sent_asks_the_team_of_its_incident_alone(room: Room) -> None:
    room.ana.declare()
    before = -1

    def written() -> bool:
        nonlocal before
        last, before = before, room.ana.store.read.data_version()
        return last != before

    said: asyncio.Queue[Standing] = asyncio.Queue()
    keeping = asyncio.create_task(room.ana.courier.keep(said.put_nowait, written))
    log = room.ana.log
    async with asyncio.timeout(DEADLINE):
        while room.team.asked.count(None) < 2:  # at first, and as it began to listen
            await said.get()
        await room.ana.store.record(log.recording(Noted("it burns"), room.clock.at))
        while room.team.asked[-1] != [log.id]:
            await said.get()
    keeping.cancel()
    assert room.team.asked.count(None) == 2
    assert everything(room.ana.store.path) == everything(room.path)
    await room.finish()


async def test_two_incidents_declared_apart_get_two_numbers(room: Room) -> None:
    mine, yours = room.ana.declare("Mine").id, room.ben.declare("Yours").id
    await room.ana.courier.exchange()
    await room.ben.courier.exchange()
    await room.ana.courier.exchange()
    for desk in (room.ana, room.ben):
        numbers = {row.id: row.number for row in desk.store.read.incidents()}
        assert numbers == {mine: 1, yours: 2}
        assert upkeep.verify(desk.store.path) == []
        assert upkeep.rebuild(desk.store.path) == 2
        assert {row.id: row.number for row in desk.store.read.incidents()} == numbers
    await room.finish()


async def test_a_log_whose_tail_was_laid_anew_says_so_once(room: Room) -> None:
    room.ana.declare()
    await room.ana.courier.exchange()
    await room.ben.courier.exchange()
    log = room.ana.log
    room.ben.say("first there")
    await room.ben.courier.exchange()
    log.record(Noted("mine"), room.clock.at)
    assert not log.relaid()
    await room.ana.courier.exchange()
    assert log.relaid()
    assert log.seq == 3
    assert not log.relaid()
    await room.finish()


async def test_what_is_redacted_in_one_copy_is_gone_from_all(room: Room) -> None:
    room.ana.declare()
    room.ana.say("password hunter2")
    await room.ana.courier.exchange()
    await room.ben.courier.exchange()
    secret = room.ana.store.log.newest(room.ana.log.id, 1)[0].id
    room.ana.log.record(Redacted(secret, "a secret"), room.clock.at)
    await room.ana.courier.exchange()
    await room.ben.courier.exchange()
    assert b"hunter2" not in room.ben.store.path.read_bytes()
    assert b"hunter2" not in room.path.read_bytes()
    assert everything(room.ben.store.path) == everything(room.path)
    await room.finish()


async def test_prose_of_two_people_is_kept_revision_by_revision(room: Room) -> None:
    room.ana.declare()
    await room.ana.courier.exchange()
    await room.ben.courier.exchange()
    for desk, text in ((room.ana, "Checkout failed."), (room.ben, "Nobody could pay.")):
        await save(desk.store, desk.log, "summary", text)
    room.team.loses_reply = True
    for _ in range(2):
        for desk in (room.ana, room.ben):
            await desk.courier.exchange()
    documents = await room.ana.store.documents()
    told = [a.text for a in await documents.history(room.ana.log.id, "summary")]
    assert sorted(told) == ["Checkout failed.", "Nobody could pay."]
    await room.ana.courier.exchange()
    assert everything(room.ana.store.path) == everything(room.path)
    assert everything(room.ben.store.path) == everything(room.path)
    await room.finish()


async def test_what_others_keep_to_themselves_leaves_the_copy_and_comes_back_whole(
    room: Room,
) -> None:
    ours, theirs = room.ana.declare("Ours").id, room.ana.declare("Theirs").id
    room.ana.say("swordfish was stolen")
    await save(room.ana.store, room.ana.log, "summary", "swordfish")
    await room.ana.courier.exchange()
    await room.ben.courier.exchange()
    assert b"swordfish" in room.ben.store.path.read_bytes()
    room.team.private = {theirs}
    standing = await room.ben.courier.exchange()
    assert standing.told == ("INC-2 is private to others now and was taken out of this copy",)
    assert (await room.ben.courier.exchange()).told == ()
    assert [row.id for row in room.ben.store.read.incidents()] == [ours]
    assert room.ben.store.read.search("swordfish") == []
    assert b"swordfish" not in room.ben.store.path.read_bytes()
    assert upkeep.verify(room.ben.store.path) == []
    assert upkeep.rebuild(room.ben.store.path) == 1
    room.team.private = set()
    await room.ben.courier.exchange()
    assert everything(room.ben.store.path) == everything(room.path)
    assert upkeep.verify(room.ben.store.path) == []
    await room.finish()


async def test_what_was_not_sent_of_it_is_kept_beside_the_copy(room: Room) -> None:
    theirs = room.ana.declare("Theirs").id
    await room.ana.courier.exchange()
    await room.ben.courier.exchange()
    room.team.away = True
    room.ben.say("seen on the bastion too")
    await save(room.ben.store, room.ben.log, "summary", "A key was stolen.")
    room.team.away = False
    room.team.private = {theirs}
    standing = await room.ben.courier.exchange()
    folder = room.ben.store.path.with_name("ben.db.unsent")
    [kept] = folder.iterdir()
    assert standing.told[0].endswith(f"what was not sent of it is kept in {kept}")
    assert (standing.waiting, standing.why) == (0, "")
    assert folder.stat().st_mode & 0o777 == 0o700
    assert kept.read_text("utf-8") == (
        "2026-01-15 14:00:00 ben: seen on the bastion too\n"
        "2026-01-15 14:00:00 ben: summary: A key was stolen.\n"
    )
    assert room.ben.store.read.incidents() == []
    await room.finish()


async def test_nothing_leaves_a_copy_while_what_was_not_sent_cannot_be_kept(room: Room) -> None:
    theirs = room.ana.declare("Theirs").id
    await room.ana.courier.exchange()
    await room.ben.courier.exchange()
    room.ben.say("seen on the bastion too")
    room.team.private = {theirs}
    room.ben.store.path.with_name("ben.db.unsent").write_text("in the way", "utf-8")
    standing = await room.ben.courier.exchange()
    assert "cannot be kept in" in standing.why
    assert room.ben.log.seq == 2
    await room.finish()


async def test_what_the_team_s_store_has_lost_stays_in_the_copies(room: Room) -> None:
    mine = room.ana.declare("Kept").id
    await room.ana.courier.exchange()
    room.path.unlink()
    await room.ana.courier.exchange()
    assert [row.id for row in room.ana.store.read.incidents()] == [mine]
    await room.finish()


def test_a_line_typed_while_an_incident_leaves_keeps_it(tmp_path: Path) -> None:
    clock = Clock()
    with closing(Store(tmp_path / "ana.db")) as store:
        store.write(replica.join("postgresql://team"))
        log = declare(store, clock.sitting(), Declared("Theirs", Severity.SEV2), clock.at)
        assert store.write(remove(log.id, [])) is None
        assert store.write(remove(log.id, [log.id])) == 1
        assert store.read.incidents() == []


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["ana", "ben"]),
        st.sampled_from(["say", "exchange", "declare", "lose", "away", "back"]),
    ),
    max_size=25,
)


@given(steps=STEPS)
@settings(max_examples=25, deadline=None)
async def test_whatever_happens_all_end_alike(
    steps: list[tuple[str, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    room = Room(tmp_path_factory.mktemp("room"))
    said = 0
    room.ana.declare()
    await room.ana.courier.exchange()
    await room.ben.courier.exchange()
    for who, what in steps:
        desk: Desk = getattr(room, who)
        match what:
            case "say":
                said += 1
                desk.say(f"{who} {said}")
            case "exchange":
                await desk.courier.exchange()
            case "declare":
                desk.declare(f"{who} declares")
            case "lose":
                room.team.loses_reply = True
            case _:
                room.team.away = what == "away"
    room.team.away = room.team.loses_reply = False
    for desk in (room.ana, room.ben, room.ana):
        assert (await desk.courier.exchange()).waiting == 0
    whole = everything(room.path)
    assert everything(room.ana.store.path) == everything(room.ben.store.path) == whole
    notes = [row for row in whole if len(row) == len(WHOLE) and row[3] == "noted"]
    assert len(notes) == said
    for path in (room.path, room.ana.store.path, room.ben.store.path):
        assert upkeep.verify(path) == []
    await room.finish()


@given(
    steps=st.lists(
        st.sampled_from(["ana says", "ben says", "ana", "ben", "hide", "show", "lose", "away"]),
        max_size=25,
    )
)
@settings(max_examples=25, deadline=None)
async def test_whoever_is_kept_out_and_let_in_again_loses_no_line(
    steps: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    room = Room(tmp_path_factory.mktemp("room"))
    way = FileTeam(room.path)
    room.ben.courier = Courier(room.ben.store, way, room.clock.now)
    burning = room.ana.declare().id
    said: list[str] = []
    for step in ["ana", "ben", *steps]:
        who, _, says = step.partition(" ")
        desk = room.ben if who == "ben" else room.ana
        if says and desk.store.read.incidents():
            said.append(f"{who} {len(said)}")
            desk.say(said[-1])
        elif step in {"ana", "ben"}:
            await desk.courier.exchange()
            hidden = step == "ben" and not way.away and burning in way.private
            assert not (hidden and desk.store.read.incidents())
        elif step in {"hide", "show"}:
            way.private = {burning} if step == "hide" else set()
        elif step == "lose":
            way.loses_reply = True
        else:
            way.away = not way.away
    way.away = way.loses_reply = False
    way.private = set()
    for desk in (room.ben, room.ana, room.ben):
        assert (await desk.courier.exchange()).waiting == 0
    assert everything(room.ana.store.path) == everything(room.ben.store.path)
    assert everything(room.ben.store.path) == everything(room.path)
    told = [e.fact.text for e in room.ana.store.log.after(burning, 0) if isinstance(e.fact, Noted)]
    beside = room.ben.store.path.with_name("ben.db.unsent")
    kept = [line for file in beside.glob("*") for line in file.read_text("utf-8").splitlines()]
    assert len(set(told)) == len(told)
    assert {*told, *(line.partition(": ")[2] for line in kept)} == set(said)
    assert upkeep.verify(room.ben.store.path) == []
    await room.finish()


@pytest.fixture
def server() -> None:
    postgres.require_server()


@pytest.mark.usefixtures("server")
async def test_two_copies_of_a_store_on_a_server_end_alike(tmp_path: Path) -> None:
    from incident_tui.storage.postgres.team import PostgresTeam  # noqa: PLC0415  an extra

    async with postgres.schema() as schema:
        room = Room(tmp_path)
        teams = []
        for desk in (room.ana, room.ben):
            team = PostgresTeam(postgres.address(schema))
            desk.courier = Courier(desk.store, team, room.clock.now)
            teams.append(team)
        room.ana.declare()
        room.ana.say("it burns")
        for desk in (room.ana, room.ben):
            assert (await desk.courier.exchange()).why == ""
        room.ben.say("one")
        room.ana.say("two")
        await save(room.ben.store, room.ben.log, "summary", "Nobody could pay.")
        for desk in (room.ben, room.ana, room.ben):
            assert (await desk.courier.exchange()).waiting == 0
        assert everything(room.ana.store.path) == everything(room.ben.store.path)
        assert len(room.ana.store.log.after(room.ana.log.id, 0)) == 4
        open_now = room.ana.log.id
        hers, his = teams
        await his.greet("w2", "ben", "laptop", open_now)
        assert await hers.greet("w1", "ana", "bastion", open_now) == ["ana", "ben"]
        await his.take_leave("w2")
        assert await hers.greet("w1", "ana", "bastion", open_now) == ["ana"]
        for team in teams:
            await team.close()
        await room.finish()
