from datetime import timedelta

import pytest

from incident_tui.postmortem.reading.document import read
from incident_tui.postmortem.rubric import Score, score

GOOD = """\
# Card payments failed after a migration

**Published:** 2026-01-16

## Summary

For 40 minutes 7 % of card payments failed. A migration held every connection of the database.
Rolling it back freed them.

## Impact

- About 1,200 customers could not pay for 40 minutes.

## Detection

An alert on the error rate paged us; it took 3 minutes to detect.

## Timeline (UTC)

- 2026-01-15 14:00 the migration starts
- 14:03 alert: 5xx above 5 %
- 14:05 incident declared
- 14:14 the connection pool is full on all replicas
- 14:20 rolled back in two zones
- 14:22 rolled back everywhere
- 14:30 the error rate falls
- 14:40 resolved

## Trigger

The migration of the orders table.

## Contributing factors

1. Schema and code are deployed in one step at peak time
2. The pool is not on any dashboard

## What went well

- The rollback was rehearsed

## What went poorly

- Nobody could see the pool

## Where we got lucky

- It was a quiet afternoon

## Action items

| Action | Owner | Due | Type | Ticket |
| --- | --- | --- | --- | --- |
| Alert when the pool is above 85 % for 2 min | li | 2026-01-29 | mitigate | OPS-1 |
| Fail a deploy whose migration holds connections over 5 s | ana | 2026-02-05 | prevent | OPS-2 |
"""


def points(scored: Score) -> dict[str, float]:
    return {part.id: part.points for part in scored.parts}


def scored(text: str) -> Score:
    return score(read(text))


def test_a_document_with_everything_scores_full_marks() -> None:
    found = scored(GOOD)
    assert (found.total, found.caps, [p.missing for p in found.parts if p.missing]) == (100, (), [])


@pytest.mark.parametrize(
    ("remove", "part", "lost", "sentence"),
    [
        ("## Timeline (UTC)", "timeline", 3, "zone"),
        ("- 14:03 alert: 5xx above 5 %\n", "timeline", 5, "when it was detected"),
        ("2026-01-29", "actions", 2, "due date"),
        ("OPS-1", "actions", 1, "ticket"),
        ("| li |", "actions", 2, "owner"),
        ("2. The pool is not on any dashboard\n", "causes", 3, "two to five"),
        ("- It was a quiet afternoon\n", "lessons", 2, "lucky"),
        ("- The rollback was rehearsed\n", "lessons", 4, "went well"),
        ("About 1,200 customers could not pay for 40 minutes.", "impact", 4, "heading of its own"),
        (
            "An alert on the error rate paged us; it took 3 minutes to detect.",
            "detection",
            0,
            "",
        ),
    ],
)
def test_what_is_taken_out_costs_its_points(
    remove: str, part: str, lost: float, sentence: str
) -> None:
    blank = {"## Timeline (UTC)": "## Timeline", "| li |": "| |"}.get(remove, "")
    found = scored(GOOD.replace(remove, blank))
    [told] = [each for each in found.parts if each.id == part]
    assert told.max - told.points == pytest.approx(lost)
    assert sentence in " ".join(told.missing)


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        (GOOD.split("## Timeline", maxsplit=1)[0] + "## Trigger" + GOOD.split("## Trigger")[1], 60),
        (GOOD.split("## Action items", maxsplit=1)[0], 55),
        (GOOD.replace("2. The pool", "2. Human error during the deploy\n3. The pool"), 60),
        ("# Slow\n\n## Timeline\n\n- 14:05 x\n\n## Action items\n\n- Add an alert\n", 35),
    ],
)
def test_some_faults_cap_the_whole(text: str, limit: int) -> None:
    found = scored(text)
    assert limit in [cap.limit for cap in found.caps]
    assert found.total <= limit


def test_text_of_the_template_costs_five_points_twice_at_most() -> None:
    assert scored(GOOD + "\n\nTBD\n").total == 95
    assert scored(GOOD + "\n\nTBD {{ owner }} TBD\n").total == 90


def test_blame_costs_two_points_a_finding() -> None:
    found = scored(GOOD + "\n## Notes\n\nThe engineer forgot to check the pool.\n")
    assert points(found)["blame"] == 6
    assert "forgot" in " ".join(found.parts[7].missing)


def test_a_finding_that_is_allowed_costs_nothing() -> None:
    text = GOOD + "\n## Notes\n\nThe engineer forgot to check the pool.\n"
    words = frozenset(
        each.missing[0].split("“")[1].split("”")[0]
        for each in scored(text).parts
        if each.id == ("blame")
    )
    assert points(score(read(text), allowed=words))["blame"] == 8


@pytest.mark.parametrize(
    ("after", "expected"),
    [(timedelta(hours=40), 4), (timedelta(days=5), 2), (timedelta(days=9), 0)],
)
def test_a_late_document_is_worth_less(after: timedelta, expected: int) -> None:
    assert points(score(read(GOOD), published_after=after))["timeliness"] == expected


def test_an_unknown_day_of_publishing_is_left_out_and_the_rest_counts_for_all() -> None:
    found = scored(GOOD.replace("**Published:** 2026-01-16\n", ""))
    assert "timeliness" not in points(found)
    assert found.total == 100


def test_an_empty_document_scores_almost_nothing() -> None:
    found = scored("")
    assert found.total <= 10
    assert all(part.missing for part in found.parts if part.id != "blame")
