import sqlite3
from contextlib import closing
from datetime import date
from itertools import chain
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from incident_tui.domain import facts
from incident_tui.domain import learning_facts as learning
from incident_tui.domain.fact import Fact
from incident_tui.domain.incident import ActionKind, Milestone, Priority, Severity, Status
from incident_tui.domain.payloads import fact_of
from incident_tui.storage.append import append
from incident_tui.storage.draft import Draft
from incident_tui.storage.redact import redact
from incident_tui.storage.schema import MIGRATIONS
from tests.storage.engines import Store, made_anew, on_both, run, verify
from tests.storage.stories import T0, declared, said

VIEWS = (
    *("SELECT * FROM incident", "SELECT * FROM action_item", "SELECT * FROM recurrence"),
    "SELECT rowid, text FROM search",
)
IDS = st.sampled_from(["i1", "i2", *(f"e{n}" for n in range(12))])
WORDS = st.sampled_from(["disk full", "rolled back", "ünïcode", ""])
FACTS: st.SearchStrategy[Fact] = st.one_of(
    st.builds(facts.Noted, WORDS),
    st.builds(facts.StatusChanged, st.sampled_from(Status), st.sampled_from(Status)),
    st.builds(facts.SeverityChanged, st.sampled_from(Severity), st.sampled_from(Severity)),
    st.builds(facts.RoleAssigned, st.sampled_from(["ic", "scribe"]), WORDS),
    st.builds(facts.RoleReleased, st.just("ic"), WORDS),
    st.builds(facts.TitleChanged, WORDS, WORDS),
    st.builds(facts.MilestoneMarked, st.sampled_from(Milestone)),
    st.builds(
        facts.ActionItemAdded,
        WORDS,
        due=st.sampled_from([None, date(2026, 4, 1)]),
        priority=st.sampled_from([None, Priority.HIGH]),
        kind=st.sampled_from([None, ActionKind.MITIGATIVE]),
    ),
    st.builds(facts.ActionItemChanged, IDS, text=st.none() | WORDS, owner=st.just("bo")),
    st.builds(facts.ActionItemDone, IDS),
    st.builds(facts.ActionItemDeclined, IDS, WORDS),
    st.builds(facts.Amended, IDS, text=WORDS, occurred_at=st.sampled_from([None, T0])),
    st.builds(facts.Retracted, IDS),
    st.builds(facts.Redacted, IDS, WORDS),
    st.builds(facts.PostMortemPublished, st.just("abc"), owner=WORDS),
    st.builds(learning.RecurrenceConfirmed, st.sampled_from(["i1", "i9"]), st.just(1), WORDS),
    st.builds(learning.RecurrenceRejected, st.sampled_from(["i1", "i9"]), st.just(1), WORDS),
    st.builds(facts.Unknown, st.just("paged"), st.just(1), st.just("{}")),
)


@st.composite
def stories(draw: st.DrawFn) -> list[list[Draft]]:
    """Batches for two incidents: late entries, corrections of anything, redactions."""
    batches = [[declared("i1", "one")], [declared("i2", "two")]]
    for number in range(draw(st.integers(0, 12))):
        incident = draw(st.sampled_from(["i1", "i2"]))
        minute = draw(st.integers(-5, 5))
        draft = said(draw(FACTS), f"e{number}", incident=incident, minute=minute)
        together = draw(st.booleans()) and batches[-1][0].incident_id == incident
        if together and draft.kind != "redacted":
            batches[-1].append(draft)
        else:
            batches.append([draft])
    return batches


def seen(store: Store) -> list[list[Any]]:
    return [store.execute(f"{view} ORDER BY 1").fetchall() for view in VIEWS]


def tell(store: Store, batches: list[list[Draft]]) -> None:
    known: set[tuple[str, str]] = set()
    for batch in batches:
        first = batch[0]
        fact = fact_of(first.kind, first.version, first.payload)
        if isinstance(fact, facts.Redacted) and (first.incident_id, fact.target) in known:
            run(store, redact(first))
        else:
            run(store, append(batch))
        known.update((draft.incident_id, draft.id) for draft in batch)


@settings(max_examples=60, deadline=None)
@given(stories())
def test_views_kept_along_the_way_equal_views_made_anew(batches: list[list[Draft]]) -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as store:
        for statement in chain.from_iterable(MIGRATIONS):
            store.execute(statement)
        tell(store, batches)
        kept = seen(store)
        assert verify(store) == []
        assert made_anew(store) == 2
        assert seen(store) == kept


@on_both
def test_views_lost_are_made_anew(burning: Store) -> None:
    run(burning, append([said(facts.ActionItemAdded("fix"), "a1")]))
    kept = seen(burning)
    for table in ("search", "recurrence", "action_item", "incident"):
        burning.execute(f"DELETE FROM {table}")
    made_anew(burning)
    assert seen(burning) == kept
    assert verify(burning) == []


@on_both
def test_a_number_stays_with_its_incident(store: Store) -> None:
    for number in (1, 2, 3):
        run(store, append([declared(f"i{number}")]))
    run(store, append([said(facts.TitleChanged("", "new"), "t1", incident="i1")]))
    made_anew(store)
    rows = store.execute("SELECT number, id FROM incident ORDER BY number").fetchall()
    assert rows == [(1, "i1"), (2, "i2"), (3, "i3")]
