"""Who the sentence makes responsible decides, not the words it is told with."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_tui.postmortem.blame import blame_in
from incident_tui.postmortem.findings import FindingKind
from incident_tui.postmortem.rules.catalogue import RULES
from tests.postmortem.blaming import BLAMELESS, BLAMING, MORE_BLAMELESS, MORE_BLAMING
from tests.postmortem.pinned import NOT_PINNED, PINNED
from tests.postmortem.shaming import NOT_SHAMING, SHAMING
from tests.postmortem.turned import NOT_TURNED, TURNED

CASES = [(rule, text) for rule, texts in BLAMING.items() for text in texts]


@pytest.mark.parametrize(("rule", "text"), CASES)
def test_blame_is_found_by_its_rule(rule: str, text: str) -> None:
    found = blame_in(text)
    assert rule in {finding.rule for finding in found}
    for finding in found:
        assert finding.text == text[finding.start : finding.end] != ""
        assert finding.kind is FindingKind.BLAME
        assert finding.reason == RULES[finding.rule].reason
        assert finding.suggestion.startswith(RULES[finding.rule].question)


@pytest.mark.parametrize("text", [*MORE_BLAMING, *PINNED, *TURNED, *SHAMING])
def test_blame_is_found(text: str) -> None:
    assert blame_in(text)


@pytest.mark.parametrize(
    "text", [*BLAMELESS, *MORE_BLAMELESS, *NOT_PINNED, *NOT_TURNED, *NOT_SHAMING]
)
def test_systems_may_fail_and_people_may_act(text: str) -> None:
    assert blame_in(text) == ()


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_finds_its_own_example_and_not_its_rewrite(rule: str) -> None:
    known = RULES[rule]
    assert [finding.rule for finding in blame_in(known.blames)] == [known.id]
    assert blame_in(known.blameless) == ()


def test_people_of_the_incident_are_known_by_name() -> None:
    text = "zweig broke the build"
    assert blame_in(text) == ()
    assert [finding.text for finding in blame_in(text, ["zweig"])] == ["zweig broke"]


@pytest.mark.parametrize(
    ("text", "rewrite"),
    [
        ("The on-call failed to notice the alert.", "The alert did not stand out: …"),
        (
            "Whoever was on shift forgot to renew the certificate.",
            "Nothing in the process asked anybody to renew the certificate: …",
        ),
        (
            "We should have rolled back sooner.",
            "At the time, nothing showed the need to roll back sooner: …",
        ),
        ("Helena broke the build.", "The build broke when …"),
    ],
)
def test_a_rewrite_is_offered_where_grammar_allows(text: str, rewrite: str) -> None:
    (finding,) = blame_in(text)
    assert finding.suggestion.endswith(f"Try: “{rewrite}”")
    assert blame_in(rewrite) == ()


@pytest.mark.parametrize(
    "text",
    [
        "a" * 50_000,
        "should have " * 5_000,
        "…" * 50_000,
        ".!?" * 20_000,
        "\n" * 50_000,
        "x_" * 30_000,
        "a/" * 30_000,
        "'" * 30_000,
        "“" * 30_000,
        "the operator and " * 4_000,
        "they " * 10_000 + "forgot",
        "of the team " * 4_000 + "forgot",
    ],
)
def test_no_text_takes_long(text: str) -> None:
    start = time.process_time()
    blame_in(text)
    assert time.process_time() - start < 2


@given(
    st.text(
        st.sampled_from("the operator forgot ,.’'\"“”@`/\nAna should have been \x00é"), max_size=80
    )
)
def test_any_text_can_be_read_and_spans_are_exact(text: str) -> None:
    end = 0
    for finding in blame_in(text):
        assert finding.text == text[finding.start : finding.end]
        assert finding.start >= end
        end = finding.end


@pytest.mark.parametrize(
    "text", ["Any competent", "There was no sane", "Too clever by half.", "too did by"]
)
def test_a_sentence_may_end_or_begin_where_a_rule_looks_on(text: str) -> None:
    assert blame_in(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The alert had been silenced by Olga, who did not tell anyone.",
        "The engineers could have rolled back at noon but chose to go on.",
        "A competent DBA would have refused to run it.",
        "The carrier's staff refused to escalate.",
    ],
)
def test_no_rewrite_is_offered_that_would_not_read_as_a_sentence(text: str) -> None:
    found = blame_in(text)
    assert found
    assert not any(finding.rewrite for finding in found)


def test_a_rewrite_that_ends_in_dots_takes_the_full_stop_with_it() -> None:
    text = "Due on Monday. The on-call failed to notice the alert. Done."
    (found,) = blame_in(text)
    assert found.rewrite is not None
    told = text[: found.rewrite.start] + found.rewrite.text + text[found.rewrite.end :]
    assert told == "Due on Monday. The alert did not stand out: … Done."
