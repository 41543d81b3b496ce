"""An import is one step: it comes in once, goes as one, and may come again after that."""

import asyncio
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from io import BytesIO
from itertools import islice
from typing import Any, BinaryIO

import msgspec
import pytest

from incident_tui.commands.outcome import FindText
from incident_tui.domain import facts
from incident_tui.domain.errors import CommandError, StoreError, StoreFullError
from incident_tui.domain.incident import ActionKind, Milestone, Severity, Status
from incident_tui.domain.timeline import TimelineRow
from incident_tui.importers.format import (
    Captured,
    CapturedAction,
    CapturedAnswer,
    CapturedEntry,
    CaptureImporter,
    Found,
    Given,
    ImportRefusedError,
    Suggestion,
)
from incident_tui.services.incident_log import IncidentLog, open_log
from incident_tui.services.intake import capturing, taking
from incident_tui.services.intake.import_facts import Choice
from incident_tui.services.intake.portions import PORTION
from incident_tui.services.intake.sources import Source
from incident_tui.services.intake.taking import Prepared
from incident_tui.services.ordering import whole_order
from incident_tui.services.session import Session
from incident_tui.services.store import Store
from incident_tui.storage.capturing import Taken
from tests.support.entries import at
from tests.support.window import Place


def said(name: str, minutes: float, **more: object) -> CapturedEntry:
    fields: dict[str, object] = {"author": "mei", **more}
    return CapturedEntry(None, at(minutes), name, f"x:{name}", **fields)  # type: ignore[arg-type]  # by name


def reading(*captured: Captured, declares: bool = False) -> capturing.Capture:
    def read(file: BinaryIO, given: Given) -> Iterator[Captured]:
        yield Found("UTC")
        yield from captured

    importer = CaptureImporter("slack", "Slack", lambda *_: True, read, declares=declares)
    return capturing.Capture(Source(BytesIO(b""), "inc.zip"), importer, Given())


def take(store: Store, place: Place, *captured: Captured, declares: bool = False) -> Taken:
    source = reading(*captured, declares=declares)
    prepared = taking.prepare(store, place.clock.sitting(), source, capturing.survey(source))
    return taking.carry_out(store, prepared)


def undo(store: Store, place: Place) -> IncidentLog:
    log = open_log(store, place.clock.sitting(), number=1)
    outcome = log.decide("/undo").outcome
    assert isinstance(outcome, facts.Retracted)
    log.record(outcome, place.clock.now())
    return log


def imported(log: IncidentLog) -> list[TimelineRow]:
    """Every imported line, those of a withdrawn import too."""
    rows = log.rows(range(1, log.seq + 1))
    return [row for row in rows if isinstance(row.entry.fact, facts.Imported)]


def test_a_line_keeps_its_own_time_beside_that_of_the_import(store: Store, place: Place) -> None:
    place.clock.later(minutes=30)
    taken = take(store, place, said("rolled back", 12), said("hm", 11, starred=True))
    assert (taken.new, taken.there, taken.starred) == (2, 0, 1)
    log = open_log(store, place.clock.sitting())
    first, second = imported(log)
    assert (first.text, first.starred, second.starred) == ("mei: hm", True, False)
    assert (first.occurred_at, first.entry.recorded_at) == (at(11), at(30))
    assert (first.entry.source, first.entry.external_ref) == ("slack", "x:hm")
    assert log.newest(1)[0].text == "2 entries from slack (inc.zip)"


def test_what_came_in_comes_in_once(store: Store, place: Place) -> None:
    take(store, place, said("a", 1), said("a", 1))
    again = take(store, place, said("a", 1), said("b", 2))
    assert (again.new, again.there) == (1, 1)
    seq = open_log(store, place.clock.sitting()).seq
    assert take(store, place, said("a", 1), said("b", 2)).new == 0
    assert open_log(store, place.clock.sitting()).seq == seq


def test_one_undo_takes_all_of_it_back_and_it_may_come_again(store: Store, place: Place) -> None:
    action = CapturedAction(9, "add an alert", "x:act", "ana", date(2026, 2, 1), done=True)
    lines: list[Captured] = [
        said("a", 1, milestone=Milestone.MITIGATED, starred=True),
        said("b", 2),
        action,
    ]
    take(store, place, said("kept", 0.5))
    taken = take(store, place, *lines)
    assert (taken.new, taken.actions, len(taken.others)) == (2, 1, 3)
    log = undo(store, place)
    assert [row.overlay.retracted for row in imported(log)] == [False, True, True]
    shown = [row.text for row in log.newest(99)]
    assert "mei: kept" in shown
    assert "mei: a" not in shown
    assert log.find(FindText("a")) == [] or all(
        log.rows([seq])[0].text != "mei: a" for seq, _, _ in log.find(FindText("a"))
    )
    places = [p for piece in whole_order(place.db, log.id, log.state) for p in piece]
    assert len(places) == len(shown)
    assert log.state.actions == ()
    assert Milestone.MITIGATED not in log.state.milestones
    assert {row.word for row in log.newest(99)} == {"declared", "imported", "import"}
    assert store.read.live() is not None

    moved: list[Captured] = [
        said("a", 4, milestone=Milestone.MITIGATED, starred=True),
        said("b", 5),
        action,
    ]
    assert (take(store, place, *moved, said("kept", 0.5)).new) == 2
    again = take(store, place, *moved, said("kept", 0.5))
    assert (again.new, again.there, again.actions) == (0, 3, 0)
    log = open_log(store, place.clock.sitting())
    standing = [row for row in imported(log) if not row.overlay.retracted]
    assert [row.occurred_at for row in standing] == [at(0.5), at(4), at(5)]
    assert [row.starred for row in standing] == [False, True, False]
    assert log.state.milestones[Milestone.MITIGATED] == at(4)
    assert [a.text for a in log.state.actions] == ["add an alert"]

    log = undo(store, place)
    assert take(store, place, *moved).new == 2
    assert store.read.counts().incidents == 1


def test_undo_goes_past_an_import_that_was_taken_back(store: Store, place: Place) -> None:
    place.clock.sitting()
    log = open_log(store, place.clock.sitting())
    log.record(facts.Noted("mine"), place.clock.now())
    take(store, place, *(said(str(n), n) for n in range(30)))
    undo(store, place)
    log = undo(store, place)
    [mine] = [row for row in log.newest(99) if row.text == "mine"]
    assert mine.overlay.retracted


def test_a_milestone_that_is_there_stays(store: Store, place: Place) -> None:
    ours = open_log(store, place.clock.sitting())
    ours.record(facts.MilestoneMarked(Milestone.ACKNOWLEDGED), at(5))
    take(
        store,
        place,
        said("fired", -10, milestone=Milestone.DETECTED),
        said("acked", -8, milestone=Milestone.ACKNOWLEDGED),
        said("over", 50, milestone=Milestone.RESOLVED),
    )
    state = open_log(store, place.clock.sitting()).state
    assert state.milestones[Milestone.DETECTED] == at(-10)
    assert state.milestones[Milestone.ACKNOWLEDGED] == at(5)
    assert state.status is Status.INVESTIGATING
    assert Milestone.RESOLVED not in state.milestones


def test_a_source_that_is_an_incident_declares_it_once(store: Store, place: Place) -> None:
    whole: list[Captured] = [
        Found("UTC", "Search was slow", severity=Severity.SEV2),
        said("fired", 1, milestone=Milestone.DETECTED),
        said("over", 9, milestone=Milestone.RESOLVED),
        CapturedAction(4, "add an alert", "x:act", kind=ActionKind.PREVENTATIVE),
        CapturedAnswer(5, "summary", "It was slow."),
        CapturedAnswer(6, "horoscope", "Bright."),
    ]
    taken = take(store, place, *whole, declares=True)
    assert (taken.new, taken.actions, taken.filled) == (2, 1, ["summary"])
    log = open_log(store, place.clock.sitting(), number=2)
    assert (log.state.title, log.state.severity) == ("Search was slow", Severity.SEV2)
    assert log.state.status is Status.RESOLVED
    assert log.state.duration(at(90)).total_seconds() == 8 * 60
    again = take(store, place, *whole, declares=True)
    assert (again.new, again.there, again.filled) == (0, 2, [])
    assert store.read.counts().incidents == 2


def test_an_account_that_names_no_end_ends_where_it_ends(store: Store, place: Place) -> None:
    take(store, place, Found("UTC", "Slow"), said("fired", 1), said("calm", 9), declares=True)
    state = open_log(store, place.clock.sitting(), number=2).state
    assert (state.status, state.resolved_at) == (Status.RESOLVED, at(9))
    again = take(store, place, Found("UTC", "Slow"), said("fired", 61), declares=True)
    assert (again.new, again.there) == (0, 1)  # the same account, read in another zone
    assert store.read.counts().incidents == 2


async def test_answers_go_with_the_import_that_gave_them_unless_somebody_changed_them(
    store: Store, place: Place
) -> None:
    answers = [CapturedAnswer(5, "summary", "It was slow."), CapturedAnswer(6, "well", "Tea.")]
    documents = await store.documents()

    async def texts() -> dict[str, str]:
        return {field: a.text for field, a in (await documents.answers(log.id)).items()}

    assert take(store, place, said("a", 1), *answers).filled == ["summary", "well"]
    log = open_log(store, place.clock.sitting(), number=1)
    await documents.save(log.id, "well", "Tea, and the graphs.", "jo", place.clock.now())
    undo(store, place)
    assert await texts() == {"summary": "", "well": "Tea, and the graphs."}
    assert take(store, place, said("a", 1), *answers).filled == ["summary"]
    undo(store, place)
    assert (await texts())["summary"] == ""
    await store.finish()


def test_accepted_suggestions_come_in_with_the_lines_and_go_with_them(
    store: Store, place: Place
) -> None:
    heard = (
        Suggestion(1, "severity", "This is a SEV1", "/sev 1 This is a SEV1", at(1)),
        Suggestion(2, "severity", "SEV1!", "/sev 1 again", at(2)),
        Suggestion(3, "role", "I'm IC", "/ic @mei", at(3)),
    )
    source = reading(said("a", 1))
    seen = capturing.survey(source)

    def accept() -> taking.Prepared:
        choice = Choice(accepted=heard)
        return taking.prepare(store, place.clock.sitting(), source, seen, 1, choice)

    prepared = accept()
    taking.carry_out(store, prepared)
    assert prepared.refused == ["/sev 1 again: it is SEV1 already"]
    log = open_log(store, place.clock.sitting(), number=1)
    assert (log.state.severity, log.state.commander) == (Severity.SEV1, "mei")
    assert taking.carry_out(store, accept()).others == []
    log = undo(store, place)
    assert (log.state.severity, log.state.commander) == (Severity.SEV2, "")


def test_who_takes_it_as_resolved_ends_the_incident(store: Store, place: Place) -> None:
    over = Suggestion(1, "milestone", "all resolved", "/mark resolved", at(30))
    source = reading(said("all resolved", 30))

    def accept() -> IncidentLog:
        choice = Choice(accepted=(over,))
        seen = capturing.survey(source)
        prepared = taking.prepare(store, place.clock.sitting(), source, seen, 1, choice)
        taking.carry_out(store, prepared)
        return open_log(store, place.clock.sitting(), number=1)

    log = accept()
    assert (log.state.status, log.state.milestones[Milestone.RESOLVED]) == (
        Status.RESOLVED,
        at(30),
    )
    assert undo(store, place).state.status is Status.INVESTIGATING


def test_an_account_ends_once_where_its_end_was_accepted(store: Store, place: Place) -> None:
    over = Suggestion(3, "milestone", "all clear", "/mark resolved", at(9))
    lines = said("fired", 1), said("all clear", 9), said("thanks all", 20)
    source = reading(Found("UTC", "Slow"), *lines, declares=True)
    seen = capturing.survey(source)
    choice = Choice(accepted=(over,))
    taking.carry_out(
        store, taking.prepare(store, place.clock.sitting(), source, seen, None, choice)
    )
    log = open_log(store, place.clock.sitting(), number=2)
    ends = [row for row in log.newest(9) if isinstance(row.entry.fact, facts.StatusChanged)]
    assert [row.entry.occurred_at for row in ends] == [at(9)] == [log.state.resolved_at]


def test_stars_of_a_long_import_are_not_held_to_its_end(store: Store, place: Place) -> None:
    lines = [said(f"line {n}", n / 100, starred=True) for n in range(3 * PORTION)]
    source = reading(*lines)
    seen = capturing.survey(source)
    prepared = taking.prepare(store, place.clock.sitting(), source, seen, 1)
    held = []
    for script in prepared.scripts:
        store.write(script)
        held.append(prepared.taken.new - prepared.taken.starred)
    assert max(held) <= PORTION
    assert prepared.taken.starred == len(lines)


def test_the_ids_of_lines_grow_as_they_are_stored(store: Store, place: Place) -> None:
    """Ids of one moment lie all over their index, of which each portion would write all anew."""

    def ticking() -> datetime:
        place.clock.later(seconds=0.001)
        return place.clock.now()

    source = reading(*(said(str(n), n / 60, starred=True) for n in range(20)))
    session = Session("jo", "cli", ticking)
    taking.carry_out(store, taking.prepare(store, session, source, capturing.survey(source), 1))
    log = open_log(store, place.clock.sitting())
    first, *_, closing_ = ids = [row.entry.id for row in log.rows(range(2, log.seq + 1))]
    assert closing_ < first  # it is told by its id before the lines are there
    assert sorted(ids[:-1]) == ids[:-1]
    assert len({row.entry.recorded_at for row in imported(log)}) == 1


def test_a_source_that_breaks_off_changes_nothing(store: Store, place: Place) -> None:
    def read(file: BinaryIO, given: Given) -> Iterator[Captured]:
        yield said("a", 1)
        raise ValueError("odd")

    importer = CaptureImporter("odd", "Odd", lambda *_: True, read)
    source = capturing.Capture(Source(BytesIO(b""), "x"), importer, Given())
    before = store.read.counts().entries
    with pytest.raises(ImportRefusedError, match=r"odd cannot read it \(ValueError: odd\)"):
        capturing.survey(source)
    prepared = taking.prepare(store, place.clock.sitting(), source, capturing.Survey())
    with pytest.raises(ImportRefusedError, match="nothing was imported"):
        taking.carry_out(store, prepared)
    assert store.read.counts().entries == before


def test_what_cannot_be_stored_is_left_out(store: Store, place: Place) -> None:
    long_ago = CapturedEntry(3, datetime(1, 1, 1, tzinfo=UTC), "x", "x:1")
    seen = capturing.survey(reading(said("  \n ", 1), long_ago, said("a\ud800\x00", 1)))
    assert seen.entries == 1
    assert seen.told() == [
        "1 skipped: nothing is said in it",
        "1 skipped: its time is before 1970 (line 3)",
    ]


def many(count: int) -> list[Captured]:
    return [said(str(n), n / 60, starred=n % 50 == 0) for n in range(count)]


LONG = 2 * PORTION + 7


def long_import(
    store: Store, place: Place, *more: Captured, declare: str | None = None
) -> Prepared:
    source = reading(*many(LONG), *more)
    choice = Choice(declare=declare)
    number = None if declare else 1
    return taking.prepare(
        store, place.clock.sitting(), source, capturing.survey(source), number, choice
    )


def test_no_entry_waits_for_a_long_import(store: Store, place: Place) -> None:
    with closing(Store(place.db, patience_ms=0)) as other:
        other._connection.execute("PRAGMA busy_timeout = 0")
        log = open_log(other, place.clock.sitting())
        for script in long_import(store, place).scripts:
            log.record(facts.Noted("meanwhile"), place.clock.now())  # refused if it had to wait
            store.write(script)
            log.record(facts.Noted("and after"), place.clock.now())
    log = open_log(store, place.clock.sitting())
    assert len(imported(log)) == LONG
    assert sum(row.text == "meanwhile" for row in log.newest(LONG * 2)) == 5


def test_the_lines_of_a_long_import_count_together(store: Store, place: Place) -> None:
    log = open_log(store, place.clock.sitting())
    before = [row.text for row in log.newest(99)]
    scripts = long_import(store, place, CapturedAction(1, "add an alert", "x:act")).scripts
    seen = []
    for script in scripts:
        log.catch_up()
        seen.append([row.text for row in log.newest(99)])
        store.write(script)
    assert seen == [before] * 5
    log.catch_up()
    assert len(log.newest(LONG * 2)) == len(before) + LONG + 2
    log = undo(store, place)
    assert log.state.actions == ()
    left = [row for row in log.newest(LONG * 2) if not row.overlay.retracted]
    assert [row.text for row in left] == before


@pytest.mark.parametrize("stored", [1, 2, 3, 4])
def test_a_long_import_that_broke_off_goes_on_and_is_undone_as_one(
    store: Store, place: Place, stored: int
) -> None:
    for script in islice(long_import(store, place).scripts, stored):
        store.write(script)
    log = open_log(store, place.clock.sitting())
    assert [row.word for row in log.newest(99)] == ["declared"]
    assert log.find(FindText("7")) == []
    taken = taking.carry_out(store, long_import(store, place))
    assert (taken.new + taken.there, taken.new + taken.earlier) == (LONG, LONG)
    log.catch_up()
    [told] = [row.text for row in log.newest(LONG * 2) if row.word == "import"]
    assert told == f"{LONG} entries from slack (inc.zip)"
    rows = imported(log)
    assert len(rows) == LONG
    assert not any(row.overlay.retracted for row in rows)
    assert sum(row.starred for row in rows) == -(-LONG // 50)
    seq = log.seq
    assert taking.carry_out(store, long_import(store, place)).new == 0
    log.catch_up()
    assert (log.seq, taking.unfinished(store)) == (seq, [])
    assert all(row.overlay.retracted for row in imported(undo(store, place)))
    again = taking.carry_out(store, long_import(store, place))
    assert (again.new, again.there) == (LONG, 0)


def test_undo_takes_back_an_import_that_broke_off(store: Store, place: Place) -> None:
    log = open_log(store, place.clock.sitting())
    log.record(facts.Noted("mine"), place.clock.now())
    for script in islice(long_import(store, place).scripts, 2):
        store.write(script)
    [half] = taking.unfinished(store)
    assert (half.name, half.lines) == ("inc.zip", PORTION)
    log = undo(store, place)
    assert taking.unfinished(store) == []
    assert not any(row.overlay.retracted for row in log.newest(9))
    [begun] = log.rows([half.seq])
    with pytest.raises(CommandError, match="was taken back"):
        log.decide(f"/retract #{half.seq}")
    restored = log.decide(f"/restore #{half.seq}").outcome
    assert isinstance(restored, facts.Retracted)
    log.record(restored, place.clock.now())
    assert [each.seq for each in taking.unfinished(store)] == [begun.entry.seq]
    with pytest.raises(CommandError, match="import it again, and it goes on"):
        log.decide(f"/restore #{imported(log)[0].entry.seq}")


def test_a_store_that_refuses_in_the_middle_says_what_to_do(store: Store, place: Place) -> None:
    prepared = long_import(store, place)

    def scripts() -> Iterator[Any]:
        yield from islice(prepared.scripts, 2)
        raise StoreFullError("the disk is full")

    with pytest.raises(StoreError, match="the disk is full; none of its lines count yet: import"):
        taking.carry_out(store, msgspec.structs.replace(prepared, scripts=scripts()))


def test_what_broke_off_hides_nothing_from_another_import(store: Store, place: Place) -> None:
    for script in islice(long_import(store, place).scripts, 3):
        store.write(script)
    source = reading(*many(3))
    other = capturing.Capture(Source(BytesIO(b""), "other.zip"), source.importer, Given())
    prepared = taking.prepare(store, place.clock.sitting(), other, capturing.survey(other), 1)
    assert taking.carry_out(store, prepared).new == 3
    log = open_log(store, place.clock.sitting())
    shown = [row.text for row in log.newest(99)]
    assert [text for text in shown if text.startswith("mei")] == ["mei: 0", "mei: 1", "mei: 2"]
    taken = taking.carry_out(store, long_import(store, place))
    assert (taken.new, taken.there) == (LONG - 3, 3)
    log.catch_up()
    assert sum(row.text.startswith("mei") for row in log.newest(LONG * 2)) == LONG


def test_an_incident_whose_import_broke_off_is_one_of_its_own_still(
    store: Store, place: Place
) -> None:
    for script in islice(long_import(store, place, declare="Slow").scripts, 2):
        store.write(script)
    taking.carry_out(store, long_import(store, place, declare="Slow"))
    state = open_log(store, place.clock.sitting(), number=2).state
    assert (state.title, state.status) == ("Slow", Status.RESOLVED)
    assert store.read.counts().incidents == 2


async def test_a_window_stores_what_is_typed_between_the_portions(
    store: Store, place: Place
) -> None:
    log = open_log(store, place.clock.sitting())
    noted = log.recording(facts.Noted("typed"), place.clock.now())
    loop, second = asyncio.get_running_loop(), asyncio.Event()

    def scripts() -> Iterator[Any]:
        for number, script in enumerate(prepared.scripts):
            if number == 2:
                loop.call_soon_threadsafe(second.set)
            yield script

    prepared = long_import(store, place)
    told = msgspec.structs.replace(prepared, scripts=scripts())
    importing = asyncio.create_task(taking.record(store, told))
    await second.wait()
    await store.record(noted)
    log.catch_up()
    assert [row.text for row in log.newest(99)][-1:] == ["typed"]
    assert (await importing).new == LONG
    await store.finish()
