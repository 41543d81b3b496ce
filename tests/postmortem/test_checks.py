"""Advice is given where it helps and kept back where it would only nag."""

from collections.abc import Callable
from datetime import date

import pytest

from incident_tui.domain import facts
from incident_tui.domain.incident import ActionKind
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.postmortem import checks
from tests.support.entries import entry, id_of, log
from tests.support.records import ANSWERS, STORY, record, starred

Nudges = Callable[[str, IncidentRecord], tuple[str, ...]]


@pytest.mark.parametrize(
    ("nudges", "text", "advice"),
    [
        (checks.owner_nudges, "maria", ""),
        (checks.owner_nudges, "ferdinand", ""),
        (checks.owner_nudges, "maria and jo", "one person"),
        (checks.summary_nudges, "It broke at 14:00. It was rolled back.", ""),
        (checks.summary_nudges, "", ""),
        (checks.summary_nudges, "It took 5.7 minutes.", "this has 1"),
        (checks.summary_nudges, "It broke. We fixed it.", "number"),
        (checks.users_nudges, "many", "number"),
        (checks.users_nudges, "about 900", ""),
        (checks.rate_nudges, "high", "percentage"),
        (checks.rate_nudges, "5% of all", ""),
        (checks.whys_nudges, "Why?\n  one\n    two", "why once more"),
        (checks.whys_nudges, "Why?\n  one\n    two\n      three", ""),
    ],
)
def test_advice_on_a_text(nudges: Nudges, text: str, advice: str) -> None:
    given = nudges(text, record(STORY))
    assert len(given) == bool(advice)
    assert advice in " ".join(given)


def test_missing_milestones_and_long_silences_are_pointed_out() -> None:
    assert checks.timeline_nudges("", record(STORY)) == (
        "Nothing is published between 14:20 and 14:57: what happened then?",
    )
    young = checks.timeline_nudges("", record(log()))
    assert [nudge.split()[1] for nudge in young] == [
        *("started", "acknowledged", "mitigated", "resolved")
    ]


@pytest.mark.parametrize(("count", "refused"), [(1, True), (2, False), (5, False), (6, True)])
def test_two_to_five_factors(count: int, refused: bool) -> None:
    known = record(STORY, factors="\n".join(["one (process)"] * count))
    assert bool(checks.factors_lack("", known)) == refused


def test_a_factor_without_a_category_is_asked_for_one() -> None:
    known = record(STORY, factors="one (process)\ntwo")
    (advice,) = checks.factors_nudges("", known)
    assert "“two”" in advice


def test_open_action_items_need_somebody_and_a_date() -> None:
    bare = record(log(facts.ActionItemAdded("Alert on lag")))
    assert checks.actions_lack("", bare) == (
        "A1 has no owner: name one person",
        "A1 has no due date: set one",
    )
    declined = facts.ActionItemDeclined(id_of(2), "they page us")
    assert checks.actions_lack("", record(log(facts.ActionItemAdded("Page"), declined))) == ()
    assert "at least one" in checks.actions_lack("", record(log()))[0]


def test_action_items_are_specific_and_of_both_kinds() -> None:
    due = date(2026, 2, 1)
    vague = facts.ActionItemAdded("Investigate the lag", "ana", due, None, ActionKind.MITIGATIVE)
    advice = checks.actions_nudges("", record(log(vague)))
    assert ["A1" in advice[0], "prevent" in advice[1]] == [True, True]
    bare = record(log(facts.ActionItemAdded("Alert on lag")), factors="No alert on lag")
    untyped, unproved, untied = checks.actions_nudges("", bare)
    assert untyped == "A1: mitigative or preventative?"
    assert unproved == 'How will we know it worked? A1: add check:"what will be seen"'
    assert untied == "Which factor does it answer? A1: add factor:1 (1 No alert on lag)"
    told = facts.ActionItemAdded(
        "Alert on lag", kind=ActionKind.PREVENTATIVE, factor="No alert", success="a test pages"
    )
    assert checks.actions_nudges("", record(log(told), factors="No alert on lag")) == ()


def test_a_star_on_what_was_taken_back_publishes_nothing() -> None:
    said = starred(log(facts.Noted("wrong")), 2)
    assert checks.timeline_lacks("", record(said)) == ()
    taken_back = [*said, entry(9, facts.Retracted(id_of(2)))]
    assert checks.timeline_lacks("", record(taken_back))


def test_findings_are_reworded_or_kept_with_a_reason() -> None:
    blaming = record(STORY, **{**ANSWERS, "poorly": "It was human error"})
    assert "1 finding," in checks.findings_lack("", blaming)[0]
    assert checks.findings_lack("a quotation", blaming) == ()


def test_an_slo_that_cannot_be_read_says_how() -> None:
    assert "99.9% over 30d" in checks.slo_lacks("three nines", record(STORY))[0]
    assert checks.slo_lacks("none", record(STORY)) == checks.slo_lacks("", record(STORY)) == ()
