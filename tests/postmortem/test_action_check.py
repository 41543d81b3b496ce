"""A line lacks what it does not name, and is vague where nobody could say that it is done."""

import time
from collections.abc import Collection

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_tui.postmortem.action_check import action_findings, is_specific
from incident_tui.postmortem.action_rules import ACTION_RULES
from incident_tui.postmortem.findings import FindingKind
from tests.postmortem.follow_up_lines import BOTH, COMPLETE, DATES, OWNERS, WORDINGS


def rules(text: str, owner: str | None = None, due: str | None = None) -> set[str]:
    return {finding.rule for finding in action_findings(text, owner=owner, due=due)}


@pytest.mark.parametrize("text", COMPLETE)
def test_a_complete_line_has_no_findings(text: str) -> None:
    assert action_findings(text) == ()


@pytest.mark.parametrize(("text", "expected"), [*OWNERS.items(), *DATES.items()])
def test_owners_and_dates_are_read(text: str, expected: Collection[str]) -> None:
    assert rules(text) == set(expected)


@pytest.mark.parametrize(("text", "expected"), WORDINGS.items())
def test_the_wording_is_judged(text: str, expected: set[str]) -> None:
    assert rules(text) == BOTH | expected
    assert is_specific(action_findings(text)) == expected.isdisjoint(
        {"vague-verb", "no-end-state", "person-focused", "not-an-action"}
    )


@pytest.mark.parametrize(
    ("owner", "due", "expected"),
    [
        ("ana", "2026-02-01", set()),
        ("", "", {"no-owner", "no-due"}),
        ("TBD", "-", {"no-owner", "no-due"}),
        ("Platform team", "soon", {"owner-not-individual", "due-not-absolute"}),
        ("Ana, Bo", "03/04/2026", {"owner-not-individual", "due-ambiguous"}),
        ("platform (Ana)", "1 February 2026", set()),
        ("jdoe", "2026-02-01", set()),
    ],
)
def test_columns_say_it_where_they_are(owner: str, due: str, expected: set[str]) -> None:
    text = "Add an alert when replica lag passes 30 s"
    assert rules(text, owner, due) == expected


@pytest.mark.parametrize("rule", ACTION_RULES)
def test_a_rule_finds_its_own_example_and_not_the_better_one(rule: str) -> None:
    known = ACTION_RULES[rule]
    assert rule in rules(known.weak)
    assert action_findings(known.better) == ()


def test_a_finding_points_at_the_words() -> None:
    text = "- [ ] SRE: improve monitoring, next sprint"
    found = {finding.rule: finding for finding in action_findings(text)}
    assert {rule: finding.text for rule, finding in found.items()} == {
        "owner-not-individual": "SRE",
        "vague-verb": "improve",
        "no-end-state": "improve monitoring",
        "due-not-absolute": "next sprint",
    }
    assert {finding.kind for finding in found.values()} == {FindingKind.ACTIONS}


@given(st.text(st.sampled_from("add Ana to:|-*@()[]. 2026/01-\n—and`\\"), max_size=60))
def test_any_line_can_be_read_and_spans_are_exact(text: str) -> None:
    for finding in action_findings(text):
        assert finding.text == text[finding.start : finding.end]


@pytest.mark.parametrize("piece", ["a", " ", "*", "(", "| a ", "- ", "Ana ", "1/", "[", "@a.", "`"])
def test_no_line_takes_long(piece: str) -> None:
    start = time.process_time()
    action_findings(piece * (20_000 // len(piece)))
    assert time.process_time() - start < 2
