"""Every figure, at any moment and over any window, equals what counting on the fingers gives."""

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from itertools import chain
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incident_tui.domain import facts
from incident_tui.domain.call_facts import UpdateLogged
from incident_tui.domain.entries import TimelineEntry, micros
from incident_tui.domain.fact import Fact
from incident_tui.domain.incident import Audience, Milestone, Priority, Severity, Status
from incident_tui.domain.learning_facts import RecurrenceConfirmed, RecurrenceRejected
from incident_tui.domain.metrics.insights import UNNAMED, Insights, insights
from incident_tui.domain.metrics.window import Window
from incident_tui.services.figures.learning import group
from incident_tui.storage.append import append
from incident_tui.storage.codec import draft
from incident_tui.storage.history import history
from incident_tui.storage.schema import MIGRATIONS
from incident_tui.storage.script import run
from tests.support.reckoned import Reckoning, Told, ended

T0: Final = datetime(2024, 1, 30, 22, 0, tzinfo=UTC)
"""So that a month, a leap day and a year's end are near."""
HOURS: Final = st.sampled_from((0, 0.25, 1, 2, 24, 47, 48, 49, 72, 721, 8760, 8784, 9000))
PLACES: Final = st.integers(0, 8)
SERVICES: Final = st.sampled_from(("checkout", "Checkout", "checkout", ""))
FACTORS: Final = st.lists(st.sampled_from(("process", "tooling")), max_size=2, unique=True)
STATUSES: Final = st.sampled_from((Status.RESOLVED, Status.RESOLVED, *Status))
DUES: Final = st.none() | st.sampled_from(
    [date(2024, 1, d) for d in (29, 30, 31)] + [date(2024, 2, 29)]
)
PRIORITIES: Final = st.sampled_from((None, *Priority))
_ANSWER: Final = """
INSERT INTO answer (id, incident_id, step, revision, text, saved_at, author)
VALUES (?, ?, ?, ?, ?, ?, ?)
"""
_ID: Final = "{}-{}".format


def _facts(number: int) -> st.SearchStrategy[Fact]:
    """What bears on a figure; what speaks of an entry speaks of one of its own incident."""
    own = PLACES.map(lambda place: _ID(number, place))
    earlier = st.sampled_from([_ID(n, 0) for n in range(1, 6)])
    return st.one_of(
        st.builds(facts.StatusChanged, st.sampled_from(Status), STATUSES),
        st.builds(facts.StatusChanged, st.just(Status.INVESTIGATING), st.just(Status.RESOLVED)),
        st.builds(facts.SeverityChanged, st.just(Severity.SEV3), st.sampled_from(Severity)),
        st.builds(facts.RoleAssigned, st.just("ic"), st.just("jo")),
        st.builds(facts.MilestoneMarked, st.sampled_from(Milestone)),
        st.builds(
            facts.ActionItemAdded,
            st.just("fix it"),
            due=DUES,
            priority=PRIORITIES,
        ),
        st.builds(facts.ActionItemChanged, own, due=DUES, priority=PRIORITIES),
        st.builds(facts.ActionItemDone, own),
        st.builds(facts.ActionItemDeclined, own, st.just("no longer worth it")),
        st.builds(facts.PostMortemPublished, st.just("ab")),
        st.builds(UpdateLogged, st.sampled_from(Audience), st.just("we look")),
        st.builds(RecurrenceConfirmed, earlier, st.just(1)),
        st.builds(RecurrenceRejected, earlier, st.just(1)),
        st.builds(facts.Retracted, own),
        st.builds(facts.Amended, own, occurred_at=HOURS.map(_at)),
        st.builds(facts.Noted, st.just("hm")),
    )


@st.composite
def _course(draw: st.DrawFn, number: int, began: float) -> list[tuple[float, Fact]]:
    """How it mostly goes: resolved, followed up, published, and compared with earlier ones."""
    soon, days = st.sampled_from((1, 2, 3)), st.sampled_from((1, 47, 48, 49, 72))
    ended = began + draw(soon)
    usual: list[tuple[float, Fact]] = [
        (ended, facts.StatusChanged(Status.MONITORING, Status.RESOLVED)),
        (ended, facts.ActionItemAdded("fix it", due=draw(DUES), priority=draw(PRIORITIES))),
        (ended + draw(days), facts.ActionItemDone(_ID(number, 2))),
        (ended + draw(days), facts.PostMortemPublished("ab")),
        (ended + 1, RecurrenceConfirmed(_ID(draw(st.integers(1, 4)), 0), 1)),
    ]
    return usual[: draw(st.integers(1, len(usual)))]


def _at(hours: float) -> datetime:
    return T0 + timedelta(hours=hours)


@st.composite
def _incident(draw: st.DrawFn, number: int) -> Told:
    start = draw(st.none() | HOURS)
    started = None if start is None else _at(start)
    severity = draw(st.sampled_from(Severity))
    declared = facts.Declared("It fails", severity, draw(SERVICES), started)
    began = draw(HOURS)
    later = st.builds(lambda hours, back: began + hours - back, HOURS, st.sampled_from((0, 0, 3)))
    said: list[tuple[float, Fact]] = [(began, declared)]
    said += draw(st.just([]) | _course(number, began))
    said += draw(st.lists(st.tuples(later, _facts(number)), max_size=4))
    entries = [
        TimelineEntry(
            _ID(number, place),
            _ID(number, 0),
            place + 1,
            _at(hours),
            _at(hours + draw(st.sampled_from((0, 0, 2)))),
            "jo",
            "test",
            fact,
        )
        for place, (hours, fact) in enumerate(said)
    ]
    answers = sorted(draw(st.lists(HOURS, max_size=2)))
    named = [(_at(hours), tuple(draw(FACTORS))) for hours in answers]
    return Told(number, _ID(number, 0), entries, named)


@st.composite
def _worlds(draw: st.DrawFn) -> list[Told]:
    return [draw(_incident(number)) for number in range(1, draw(st.integers(0, 5)) + 1)]


def _stored(told: list[Told]) -> sqlite3.Connection:
    store = sqlite3.connect(":memory:", isolation_level=None)
    for statement in chain.from_iterable(MIGRATIONS):
        store.execute(statement)
    for each in told:
        drafts = [
            draft(
                e.fact,
                id=e.id,
                incident_id=e.incident_id,
                occurred_at=e.occurred_at,
                recorded_at=e.recorded_at,
                author=e.author,
                source=e.source,
            )
            for e in each.entries
        ]
        run(store, append(drafts))
        for revision, (saved, names) in enumerate(each.answers, 1):
            text = "\n".join(f"something of {name} ({name})" for name in names)
            row = (f"{each.id}/{revision}", each.id, "factors", revision, text, micros(saved), "jo")
            store.execute(_ANSWER, row)
    return store


def _found(store: sqlite3.Connection, window: Window) -> Insights:
    return insights(
        history(lambda sql, **p: store.execute(sql, p).fetchall(), window.as_of), window
    )


def _told(found: Insights, of: str, name: str) -> dict[str, object]:
    figures = found.whole if of == "whole" else getattr(found, of)[name]
    return {key: value for key, value in group(figures).items() if key != "off_hours"}


WINDOWS: Final = {
    "told": _worlds(),
    "at": HOURS | st.just(20_000),
    "since": st.none() | HOURS,
    "until": HOURS | st.just(20_000),
}


@settings(max_examples=80, deadline=None)
@given(**WINDOWS)
def test_figures_equal_what_counting_on_the_fingers_gives(
    told: list[Told], at: float, since: float | None, until: float
) -> None:
    _compare(told, at, since, until)


@pytest.mark.long
@pytest.mark.timeout(900)
@settings(max_examples=3000, deadline=None)
@given(**WINDOWS)
def test_figures_equal_it_on_thousands_of_histories(
    told: list[Told], at: float, since: float | None, until: float
) -> None:
    _compare(told, at, since, until)


def _compare(told: list[Told], at: float, since: float | None, until: float) -> None:
    begins = None if since is None else micros(_at(since))
    window = Window(micros(_at(at)), micros(_at(until)), begins)
    with closing(_stored(told)) as store:
        found = _found(store, window)
    reckoned = Reckoning(told, _at(at), None if since is None else _at(since), _at(until))
    assert _told(found, "whole", "") == reckoned.figures(reckoned.resolved)
    assert set(found.whole.incidents) == set(reckoned.resolved)
    for of, key in (
        ("by_severity", lambda state: state.severity.name),
        ("by_service", lambda state: state.service or UNNAMED),
        ("by_month", lambda state: f"{ended(state):%Y-%m}"),
    ):
        parts = reckoned.parted(key)
        for name, numbers in parts.items():
            assert _told(found, of, name) == reckoned.figures(numbers), (of, name)
        assert {n for n, f in getattr(found, of).items() if f.incidents} == set(parts)
    for month, numbers in reckoned.parted(lambda state: f"{ended(state):%Y-%m}").items():
        names = {name for number in numbers for name in reckoned.factors(number)}
        assert {name: set(those) for name, those in found.factors[month].items()} == {
            name: {n for n in numbers if name in reckoned.factors(n)} for name in names
        }


@pytest.mark.parametrize("hours", [0, 30, 49, 721])
def test_every_incident_behind_a_figure_is_one_of_those_counted(hours: float) -> None:
    resolved = facts.StatusChanged(Status.INVESTIGATING, Status.RESOLVED)
    said = [facts.Declared("It fails", Severity.SEV1), resolved, facts.ActionItemAdded("fix it")]
    entries = [
        TimelineEntry(_ID(1, n), _ID(1, 0), n + 1, _at(n), _at(n), "jo", "test", fact)
        for n, fact in enumerate(said)
    ]
    at = micros(_at(1 + hours))
    with closing(_stored([Told(1, _ID(1, 0), entries)])) as store:
        whole = _found(store, Window(at, at + 1)).whole
    assert whole.incidents == whole.recurrence.rate.counted == whole.completion.hours.open == (1,)
    assert whole.completion.within.short == ((1,) if hours > 48 else ())
    assert whole.completion.within.value == (0 if hours > 48 else None)
    assert whole.actions.completion.short == ((1,) if hours else ())
