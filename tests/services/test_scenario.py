from datetime import timedelta

import pytest

from incident_tui.services.scenario import ScenarioError, parse
from tests.support.entries import at

HEAD = "start: 2026-01-15 14:00\nauthor: ana\n"
FIRST = HEAD + "14:00 /declare Checkout fails\n"


def test_a_transcript_is_lines_with_a_time_and_a_person() -> None:
    scenario = parse(
        "# what happened\n" + FIRST + "\n14:02:30  it burns\n+90s <li> rolled back\n"
        "+1h2m over\n2026-01-16 09:10 still quiet\n09:05 the next day\n"
    )
    told = [(step.at, step.author, step.line) for step in scenario.steps]
    assert told == [
        (at(0), "ana", "/declare Checkout fails"),
        (at(2.5), "ana", "it burns"),
        (at(4), "li", "rolled back"),
        (at(66), "ana", "over"),
        (at(19 * 60 + 10), "ana", "still quiet"),
        (at(43 * 60 + 5), "ana", "the next day"),
    ]


def test_the_zone_of_the_start_holds_for_every_clock_time() -> None:
    scenario = parse("start: 2026-01-15 23:30 +01:00\n23:30 /declare x\n00:10 y\n")
    assert [f"{step.at:%d %H:%M}" for step in scenario.steps] == ["15 22:30", "15 23:10"]
    assert scenario.steps[0].author == "scribe"


def test_answers_and_expectations_follow_the_lines() -> None:
    scenario = parse(FIRST + "== summary ==\n\nIt burned.\n  - twice\n\n== expect ==\nsev: 2\n\n")
    assert scenario.answers == {"summary": "It burned.\n  - twice"}
    assert scenario.expect == {"sev": "2"}


def test_a_transcript_is_moved_as_a_whole() -> None:
    scenario = parse(FIRST + "+10m x\n").shifted(at(100))
    assert [step.at for step in scenario.steps] == [at(90), at(100)]
    assert scenario.steps[1].at - scenario.steps[0].at == timedelta(minutes=10)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "the first line of a transcript declares"),
        (HEAD + "14:00 it burns", "the first line of a transcript declares"),
        ("14:00 /declare x", "line 1: say first when it starts: start: 2026-01-15 14:02"),
        ("zone: UTC\n", "line 1: zone: is not start: or author:"),
        (FIRST + "\nit burns", "line 5: begin with a time: 14:05 text, or \\+2m"),
        (FIRST + "25:00 x", "line 4: there is no time"),
        (FIRST + "2026-01-14 14:00 x", "line 4: 2026-01-14 14:00 is before the line above"),
        (FIRST + "== Two words ==\nx", "line 4: write a section as == summary =="),
        (FIRST + "== a ==\nx\n==\n", "line 6: write a section"),
    ],
)
def test_what_cannot_be_read_is_named_by_its_line(text: str, said: str) -> None:
    with pytest.raises(ScenarioError, match=said):
        parse(text)
