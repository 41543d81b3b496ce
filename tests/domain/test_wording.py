"""Every kind of fact has a word and a wording, and neither ever fails."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incident_tui.domain import call_facts as call
from incident_tui.domain import facts
from incident_tui.domain.fact import Fact
from incident_tui.domain.facts import FACTS, Unknown
from incident_tui.domain.incident import (
    ActionKind,
    Audience,
    Milestone,
    Priority,
    Severity,
    Status,
    TaskOutcome,
)
from incident_tui.domain.learning_facts import RecurrenceConfirmed, RecurrenceRejected
from incident_tui.domain.wording import _WORDINGS, word, wording
from tests.support.entries import at, id_of
from tests.support.strategies import MADE, fact_of


def test_every_kind_has_a_wording() -> None:
    assert set(_WORDINGS) == {*FACTS, Unknown}


def test_the_strategies_make_every_kind() -> None:
    assert {*FACTS, Unknown} == MADE


def test_every_kind_has_a_word_of_its_own_in_the_store() -> None:
    assert len({*(kind.KIND for kind in FACTS), Unknown.KIND}) == len(FACTS) + 1


@pytest.mark.parametrize("kind", [*FACTS, Unknown], ids=lambda kind: kind.__name__)
@given(data=st.data())
@settings(max_examples=10)
def test_any_fact_can_be_worded(kind: type[Fact], data: st.DataObject) -> None:
    fact = data.draw(fact_of(kind, [id_of(1)]))
    assert type(wording(fact)) is str
    assert word(fact).replace("-", "").isalpha()


def test_a_fact_of_no_known_kind_has_no_wording() -> None:
    assert wording(Fact()) == ""


@pytest.mark.parametrize(
    ("fact", "named", "reads"),
    [
        (facts.Declared("It fails", Severity.SEV2), "declared", "SEV2 It fails"),
        (facts.Declared("It fails", Severity.SEV2, "web"), "declared", "SEV2 It fails (web)"),
        (facts.Noted("two\nlines"), "note", "two\nlines"),
        (facts.SeverityChanged(Severity.SEV3, Severity.SEV1), "severity", "SEV3 → SEV1"),
        (
            facts.SeverityChanged(Severity.SEV1, Severity.SEV4, "EU only"),
            "severity",
            "SEV1 → SEV4: EU only",
        ),
        (
            facts.StatusChanged(Status.INVESTIGATING, Status.RESOLVED, "flat"),
            "status",
            "investigating → resolved: flat",
        ),
        (facts.RoleAssigned("ic", "maria"), "role", "@maria is Incident Commander"),
        (
            facts.RoleAssigned("db-sme", "li", "jo"),
            "role",
            "@li is db-sme, taking over from @jo",
        ),
        (facts.RoleReleased("scribe", "jo"), "role", "@jo is no longer Scribe"),
        (facts.DecisionMade("roll back", "ana"), "decision", "roll back · @ana"),
        (facts.DecisionMade("wait"), "decision", "wait"),
        (facts.LinkAdded("https://a.example", "graph"), "link", "graph https://a.example"),
        (facts.LinkAdded("https://a.example"), "link", "https://a.example"),
        (
            facts.EvidenceAttached("x", "https://a.example", "p99"),
            "evidence",
            "p99 https://a.example",
        ),
        (
            facts.ImpactRecorded({"users": "12", "error_rate": "7%"}, "EU"),
            "impact",
            "users 12, error rate 7% · EU",
        ),
        (facts.ActionItemAdded("Alert"), "action", "Alert · no owner"),
        (
            facts.ActionItemAdded(
                "Alert", "ana", date(2026, 2, 1), Priority.HIGH, ActionKind.MITIGATIVE
            ),
            "action",
            "Alert · @ana · due 2026-02-01 · high · mitigative",
        ),
        (
            facts.ActionItemChanged("x", owner="li", due=date(2026, 2, 1), reason="away"),
            "action",
            "changed: @li · due 2026-02-01: away",
        ),
        (facts.ActionItemDone("x"), "action", "done"),
        (facts.ActionItemDeclined("x", "retired"), "action", "declined: retired"),
        (facts.MilestoneMarked(Milestone.DETECTED), "milestone", "marked detected"),
        (facts.Starred("x"), "star", "published an entry"),
        (facts.Unstarred("x"), "star", "withdrew an entry"),
        (facts.TitleChanged("a", "b"), "title", "a → b"),
        (facts.Amended("x", "new", at(2)), "amended", "corrected: 14:02:00 new"),
        (facts.Retracted("x"), "retracted", "took back an entry"),
        (facts.Redacted("x", "a token"), "redacted", "removed the text of an entry: a token"),
        (facts.PostMortemPublished("ab"), "published", "post-mortem published"),
        (
            RecurrenceConfirmed("i1", 17, "no alert"),
            "recurrence",
            "shares a factor with INC-17: no alert",
        ),
        (RecurrenceRejected("i1", 17), "recurrence", "is not INC-17 again"),
        (facts.Imported("hm", "chat", "jo"), "imported", "jo: hm"),
        (facts.Imported("hm", "chat"), "imported", "hm"),
        (facts.ImportCompleted("slack", "a.zip", 2), "import", "2 entries from slack (a.zip)"),
        (facts.ImportCompleted("chat", entries=1), "import", "1 entry from chat"),
        (call.TaskAssigned("check lag", "ana", 5), "task", "@ana check lag · 5 min"),
        (call.TaskAssigned("check lag", "ana"), "task", "@ana check lag"),
        (call.TaskAcknowledged("x"), "task", "understood"),
        (call.TaskHandedOn("x", "li", "ana"), "task", "@ana hands it on to @li"),
        (call.TaskClosed("x", TaskOutcome.DONE), "task", "done"),
        (call.TaskClosed("x", TaskOutcome.NO_HELP, "no lag"), "task", "did not help: no lag"),
        (call.UpdateLogged(Audience.INTERNAL, "rolled back"), "update", "internal: rolled back"),
        (
            call.UpdateLogged(Audience.PUBLIC, "cards fail", "maria"),
            "update",
            "public: cards fail · approved by @maria",
        ),
        (
            call.ClockSnoozed(Audience.PUBLIC, 10, "waiting"),
            "clock",
            "public update put off 10 min: waiting",
        ),
        (
            call.CadenceSlowed("quiet"),
            "clock",
            "public updates come less often from here: quiet",
        ),
        (facts.Unknown("weather", 2, '{"rain":1}'), "weather", '{"rain":1}'),
    ],
)
def test_it_reads(fact: Fact, named: str, reads: str) -> None:
    assert (word(fact), wording(fact)) == (named, reads)
