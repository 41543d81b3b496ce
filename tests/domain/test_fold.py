"""State follows from the facts alone: in whatever portions they come, and with any correction."""

from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from incident_tui.domain import facts
from incident_tui.domain.effects import _EFFECTS
from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.facts import FACTS
from incident_tui.domain.fold import NUMBERED, Fold, as_of, fold
from incident_tui.domain.incident import Milestone, Severity, Status
from incident_tui.domain.overlays import CORRECTIONS
from incident_tui.domain.state import IncidentState
from tests.support.entries import DECLARED, at, entry, id_of, log
from tests.support.strategies import TEXTS, logs

SEV1_NOW = facts.SeverityChanged(Severity.SEV3, Severity.SEV1)
RESOLVED = facts.StatusChanged(Status.MONITORING, Status.RESOLVED)
REOPENED = facts.StatusChanged(Status.RESOLVED, Status.INVESTIGATING)


def _facts_of(state: IncidentState) -> IncidentState:
    """The state without what later facts say about single entries."""
    return replace(state, overlays={})


def _unnumbered(state: IncidentState) -> IncidentState:
    """The state with action items, tasks and decisions as if none of them had a number."""
    return replace(
        state,
        actions=tuple(replace(a, number=0) for a in state.actions),
        tasks=tuple(replace(t, number=0) for t in state.tasks),
        decisions=tuple(replace(d, number=0) for d in state.decisions),
    )


def _without_strays(entries: list[TimelineEntry], seq: int) -> list[TimelineEntry]:
    """The entries but those that speak already of entry `seq` or the next, which are to come."""
    to_come = {id_of(seq), id_of(seq + 1)}
    return [e for e in entries if getattr(e.fact, "target", "") not in to_come]


def test_nothing_folds_to_an_unnamed_incident_that_burns() -> None:
    assert fold([]) == IncidentState()
    assert IncidentState().duration(at(5)) == timedelta(0)


@given(logs(), st.data())
@settings(max_examples=80)
def test_portions_fold_to_what_the_whole_does(
    entries: list[TimelineEntry], data: st.DataObject
) -> None:
    folding, rest = Fold(), entries
    while rest:
        count = data.draw(st.integers(1, len(rest)))
        folding.add(rest[:count])
        rest = rest[count:]
        assert folding.state == fold(entries[: len(entries) - len(rest)])


@given(logs(), st.integers(0, 8))
@settings(max_examples=50)
def test_portions_fold_the_same_up_to_a_moment(entries: list[TimelineEntry], minutes: int) -> None:
    folding = Fold(until=at(minutes))
    for one in entries:
        folding.add([one])
    assert folding.state == as_of(entries, at(minutes))


@given(logs())
@settings(max_examples=40)
def test_entries_may_come_in_any_order_from_the_store(entries: list[TimelineEntry]) -> None:
    assert fold(reversed(entries)) == fold(entries)


@given(logs(), st.integers(0, 8))
@settings(max_examples=50)
def test_as_of_is_a_prefix(entries: list[TimelineEntry], minutes: int) -> None:
    when = at(minutes)
    marks = fold(entries).overlays

    def happened(one: TimelineEntry) -> datetime:
        moved = marks[one.id].occurred_at if one.id in marks else None
        return moved or one.occurred_at

    known = [e for e in entries if isinstance(e.fact, CORRECTIONS) or happened(e) <= when]
    assert _unnumbered(as_of(entries, when)) == _unnumbered(fold(known))


@given(logs())
@settings(max_examples=40)
def test_as_of_the_end_is_now(entries: list[TimelineEntry]) -> None:
    assert as_of(entries, at(10_000)) == fold(entries)


@given(logs(most=8), st.data())
@settings(max_examples=50)
def test_a_retraction_is_an_inverse(entries: list[TimelineEntry], data: st.DataObject) -> None:
    seq = len(entries) + 1
    fact = data.draw(st.sampled_from((facts.Noted("x"), SEV1_NOW, RESOLVED, REOPENED)))
    minutes = data.draw(st.integers(0, 8))
    entries = _without_strays(entries, seq)
    done = [*entries, entry(seq, fact, minutes=minutes)]
    undone = [*done, entry(seq + 1, facts.Retracted(id_of(seq)))]
    assert _facts_of(fold(undone)) == _facts_of(fold(entries))
    assert fold(undone).overlay(id_of(seq)).retracted


@given(logs(most=8), st.data())
@settings(max_examples=50)
def test_retracting_a_retraction_restores(
    entries: list[TimelineEntry], data: st.DataObject
) -> None:
    seq = len(entries) + 1
    entries = _without_strays(entries, seq)
    target = data.draw(st.sampled_from([e.id for e in entries]))
    taken = [*entries, entry(seq, facts.Retracted(target, "wrong"))]
    restored = [*taken, entry(seq + 1, facts.Retracted(id_of(seq)))]
    assert _facts_of(fold(restored)) == _facts_of(fold(entries))
    assert fold(restored).overlay(target) == fold(entries).overlay(target)


@given(logs(), st.integers(0, 8), TEXTS)
@settings(max_examples=50)
def test_what_is_only_said_changes_no_state(
    entries: list[TimelineEntry], minutes: int, text: str
) -> None:
    seq = len(entries) + 1
    for said in (
        facts.Noted(text),
        facts.Imported(text, "chat", "jo"),
        facts.Unknown("weather", 1, text),
        facts.EvidenceAttached(id_of(1), "https://a.example", text),
    ):
        more = [*entries, entry(seq, said, minutes=minutes)]
        assert _facts_of(fold(more)) == _facts_of(fold(entries))


def test_the_kinds_called_stateless_have_no_effect() -> None:
    stateless = {kind for kind in FACTS if kind.KIND in facts.STATELESS_KINDS}
    effective = {*_EFFECTS, *CORRECTIONS, *NUMBERED}
    assert not stateless & effective
    assert set(FACTS) - effective == stateless


@given(logs(), st.integers(-30, 30))
@settings(max_examples=50)
def test_no_duration_is_negative(entries: list[TimelineEntry], minutes: int) -> None:
    assert fold(entries).duration(at(minutes)) >= timedelta(0)


def test_a_late_severity_never_overwrites_a_newer_one() -> None:
    late = facts.SeverityChanged(Severity.SEV3, Severity.SEV4, "looked small")
    entries = [*log(facts.Noted("a"), SEV1_NOW), entry(4, late, minutes=2, late=9)]
    state = fold(entries)
    assert state.severity is Severity.SEV1
    assert [level for _, level in state.severities] == [3, 4, 1]
    assert [state.severity_at(at(m)) for m in (-5, 1, 2, 2.5, 3, 99)] == [3, 3, 4, 4, 1, 1]


def test_at_one_moment_what_was_recorded_last_holds() -> None:
    down = facts.SeverityChanged(Severity.SEV1, Severity.SEV5, "false alarm")
    entries = [*log(), entry(2, SEV1_NOW, minutes=5), entry(3, down, minutes=5)]
    assert fold(entries).severity is Severity.SEV5


def test_an_amended_time_moves_the_fact() -> None:
    entries = [*log(RESOLVED), entry(3, facts.Amended(id_of(2), occurred_at=at(1.5)))]
    state = fold(entries)
    assert state.resolved_at == at(1.5)
    assert state.milestones[Milestone.RESOLVED] == at(1.5)


def test_a_correction_known_before_its_entry_counts_when_the_entry_comes() -> None:
    folding = Fold(log())
    folding.add([entry(2, facts.Retracted(id_of(3)))])
    assert folding.add([entry(3, SEV1_NOW)]).severity is Severity.SEV3


def test_action_numbers_follow_the_recording_for_ever() -> None:
    entries = log(facts.ActionItemAdded("first"), facts.ActionItemAdded("second"))
    entries.append(entry(4, facts.ActionItemAdded("earlier, told late"), minutes=1.5, late=9))
    assert [(a.label, a.text) for a in fold(entries).actions] == [
        ("A1", "first"),
        ("A2", "second"),
        ("A3", "earlier, told late"),
    ]
    entries.append(entry(5, facts.Retracted(id_of(2))))
    assert [a.label for a in fold(entries).actions] == ["A2", "A3"]
    entries.append(entry(6, facts.ActionItemAdded("fourth")))
    assert [a.label for a in fold(entries).actions] == ["A2", "A3", "A4"]
    entries.append(entry(7, facts.Retracted(id_of(5))))
    assert [a.label for a in fold(entries).actions] == ["A1", "A2", "A3", "A4"]
    assert [a.label for a in as_of(entries, at(1.7)).actions] == ["A3"]


def test_a_reopened_incident_burns_until_its_last_resolve() -> None:
    entries = log(RESOLVED)
    assert fold(entries).duration(at(60)) == timedelta(minutes=1)
    entries.append(entry(3, REOPENED))
    state = fold(entries)
    assert (state.status, state.resolved_at) == (Status.INVESTIGATING, None)
    assert state.duration(at(60)) == timedelta(minutes=59)
    entries.append(entry(4, RESOLVED, minutes=30))
    assert fold(entries).resolved_at == at(30)
    assert fold(entries).duration(at(60)) == timedelta(minutes=29)


def test_the_declaration_says_when_it_began() -> None:
    began = replace(DECLARED, started_at=at(-10))
    state = fold([entry(1, began, minutes=0)])
    assert (state.began_at, state.declared_at) == (at(-10), at(0))
    assert state.milestones == {Milestone.STARTED: at(-10), Milestone.DETECTED: at(0)}
    assert state.duration(at(5)) == timedelta(minutes=15)
