"""A follow-up is suggested for what the record shows, and for nothing else."""

import pytest

from incident_tui.domain import facts
from incident_tui.domain.action_facts import SuggestionDismissed
from incident_tui.domain.call_facts import TaskAssigned, TaskClosed
from incident_tui.domain.fact import Fact
from incident_tui.domain.incident import Milestone, TaskOutcome
from incident_tui.postmortem.suggestions import suggestions
from tests.support.entries import entry, id_of, log
from tests.support.records import STORY, record


@pytest.mark.parametrize(
    ("fact", "key"),
    [
        (facts.Noted("a customer reports that carts are empty"), "customer-2"),
        (facts.Noted("first support ticket about carts"), "customer-2"),
        (facts.Imported("users say search is gone", "slack", "li"), "customer-2"),
        (facts.Noted("the runbook describes the old cluster"), "runbook-2"),
        (facts.Noted("there is no runbook for this queue"), "runbook-2"),
        (facts.Noted("the disk alert flapped for an hour"), "noise-2"),
        (facts.DecisionMade("restart every log shipper", "lena"), "by-hand-2"),
        (facts.Noted("customer-facing errors at 5 %"), ""),
        (facts.Noted("the runbook was followed"), ""),
        (facts.DecisionMade("wait for the vendor"), ""),
    ],
)
def test_each_is_read_off_what_was_said(fact: Fact, key: str) -> None:
    found = suggestions(record(log(fact)))
    assert [each.key for each in found] == ([key] if key else [])
    assert all(each.entries == (2,) for each in found)


def test_what_did_not_help_cites_its_task() -> None:
    tried = (TaskAssigned("restart the pods", "ana"), TaskClosed(id_of(2), TaskOutcome.NO_HELP))
    (found,) = suggestions(record(log(*tried)))
    assert (found.key, found.entries) == ("tried-3", (3,))
    assert found.text.endswith("restart the pods")


def test_a_long_silence_and_a_slow_answer_are_measured() -> None:
    burning = [
        *log(),
        entry(2, facts.RoleAssigned("ic", "maria"), minutes=26),
        entry(3, facts.Noted("still down"), minutes=90),
        entry(4, facts.MilestoneMarked(Milestone.STARTED), minutes=-30),
    ]
    told = {each.key: each for each in suggestions(record(burning))}
    assert told["page-2"].reason == "acknowledged 25 min after detected"
    assert told["silence-2"].entries == (2, 3)
    assert told["silence-2"].reason == "nothing was logged for 1 h 04 min"
    assert told["detection-1"].reason == "detected 31 min after started"


def test_one_that_was_taken_up_or_dismissed_is_gone() -> None:
    said = facts.Noted("a customer reports that carts are empty")
    taken = facts.ActionItemAdded("Alert on empty carts", origin="customer-2")
    assert suggestions(record(log(said, taken))) == ()
    assert suggestions(record(log(said, SuggestionDismissed("customer-2")))) == ()
    taken_back = facts.Retracted(id_of(3))
    assert len(suggestions(record(log(said, taken, taken_back)))) == 1


def test_what_was_taken_back_suggests_nothing() -> None:
    said = facts.Noted("a customer reports that carts are empty")
    assert suggestions(record(log(said, facts.Retracted(id_of(2))))) == ()


def test_every_entry_it_names_stands_in_the_record() -> None:
    known = record(STORY)
    seqs = {row.entry.seq for row in known.rows}
    assert all(seqs.issuperset(each.entries) for each in suggestions(known))
