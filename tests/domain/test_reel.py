"""Every moment of a reel is what a fold up to that moment would say."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings

from incident_tui.domain import reel
from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.facts import Noted, SeverityChanged
from incident_tui.domain.fold import as_of
from incident_tui.domain.incident import Severity
from incident_tui.domain.reel import Reel
from incident_tui.domain.state import IncidentState
from tests.support.entries import at, log
from tests.support.strategies import logs

RAISED = SeverityChanged(Severity.SEV3, Severity.SEV1)


@settings(max_examples=80, deadline=None)
@given(logs())
def test_a_moment_is_what_was_true_as_of_it(entries: Sequence[TimelineEntry]) -> None:
    shown = Reel(entries)
    for minute in (8, 0, 3, -1, 20):
        assert shown.at(at(minute)) == as_of(entries, at(minute))


def test_of_one_instant_only_what_was_recorded_so_far_is_known() -> None:
    entries = log(RAISED)
    assert Reel(entries).at(at(2), 1).severity is Severity.SEV3
    assert Reel(entries).at(at(2), 2).severity is Severity.SEV1


def test_a_look_folds_few_facts_however_long_the_log_is(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = log(*[Noted("x")] * 1_000, RAISED)
    shown = Reel(entries)
    assert shown.at(at(5_000)).severity is Severity.SEV1
    folded: list[TimelineEntry] = []

    def count(_: Reel, state: IncidentState, entry: TimelineEntry) -> IncidentState:
        folded.append(entry)
        return state

    monkeypatch.setattr(Reel, "_apply", count)
    for minute in (900, 10, 500):
        shown.at(at(minute))
    assert len(folded) < 3 * reel._EVERY
