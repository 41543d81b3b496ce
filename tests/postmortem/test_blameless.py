"""Sentences about people are found; sentences about systems, and facts about people, are not."""

import pytest

from incident_tui.postmortem.blameless import findings, reworded
from tests.support.records import STORY, record


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The cause was human error.", "human error"),
        ("Operator error, again", "Operator error"),
        ("maria should have checked the lag", "maria should have checked"),
        ("@jo shouldn't have deployed", "@jo shouldn't have deployed"),
        ("They could've known", "They could've known"),
        ("The on-call engineer failed to notice", "The on-call engineer failed to notice"),
        ("ana forgot to drain it", "ana forgot"),
        ("It was ana's fault", "ana's fault"),
        ("The developer was careless", "The developer was careless"),
    ],
)
def test_blame_is_found_with_its_span(text: str, found: str) -> None:
    (finding,) = findings(record(STORY, factors=text))
    assert finding.text == found == text[finding.start : finding.end]
    assert finding.where == "factors"
    assert finding.reason
    assert finding.suggestion


@pytest.mark.parametrize(
    "text",
    [
        "The alert should have fired",
        "The deploy script failed to stop",
        "maria asked whether the lag was known",
        "She couldn't reach the network",
        "The error rate was 5%",
        "Palimaria should have its own page",
    ],
)
def test_systems_may_fail(text: str) -> None:
    assert not findings(record(STORY, factors=text))


def test_findings_come_in_the_order_of_the_text() -> None:
    text = "ana forgot to look. It was human error. jo should have asked."
    found = findings(record(STORY, summary=text, poorly="human error", blameless="human error"))
    assert [f.text for f in found] == [
        *("ana forgot", "human error", "jo should have asked", "human error")
    ]
    assert [f.where for f in found] == ["summary"] * 3 + ["poorly"]


@pytest.mark.parametrize("field", ["whys", "factors", "well", "poorly", "lucky"])
def test_no_sentence_goes_on_from_one_item_to_the_next(field: str) -> None:
    text = "An alert came\nana should have checked the lag\nwe were lucky"
    (finding,) = findings(record(STORY, **{field: text}))
    assert finding.text == text[finding.start : finding.end] == "ana should have checked"


def test_an_item_further_down_is_reworded_where_it_stands() -> None:
    text = "An alert came\nThe on-call engineer failed to notice the page\nno luck"
    (finding,) = findings(record(STORY, poorly=text))
    first, said, last = reworded(text, finding).split("\n")
    assert (first, last) == ("An alert came", "no luck")
    assert said != "The on-call engineer failed to notice the page"
