"""Which section is of which kind, where headings and labels compete or none names it."""

import pytest

from incident_tui.postmortem.reading.document import read
from incident_tui.postmortem.reading.headings import Family


def lines_of(text: str, family: Family) -> list[int]:
    return [section.line for section in read(text).of(family)]


def test_a_heading_goes_before_the_label_inside_a_summary() -> None:
    text = (
        "# Slow\n\n## 1. Summary\n\nThe shop was slow.\n\n**Impact:**\n- a few shops\n\n"
        "## 2. Impact\n\nSix shops.\n"
    )
    assert lines_of(text, Family.IMPACT) == [10]
    assert lines_of(text.split("## 2.", maxsplit=1)[0], Family.IMPACT) == [7]


def test_a_heading_without_text_does_not() -> None:
    text = "# Slow\n\n## Summary\n\n**Impact:**\n- a few shops\n\n## Impact\n\n## Causes\n\nOne.\n"
    assert lines_of(text, Family.IMPACT)[0] == 5


def test_key_events_are_facts_where_a_timeline_is_headed_so() -> None:
    text = (
        "# Slow\n\n- **Key events**\n  - First detected 2024-03-05 14:00\n"
        "  - Resolved 2024-03-05 15:00\n\n## Timeline\n\n- 2024-03-05 14:05 errors\n"
    )
    assert lines_of(text, Family.TIMELINE) == [7]
    assert [str(e.milestone) for e in read(text).entries] == ["detected", "resolved", "None"]


def test_causes_below_a_timeline_begin_a_section_of_their_own() -> None:
    text = "# Timeline\n\n- 2024-03-05 14:05 errors\n\n## Root cause\n\nThe pool was full.\n"
    assert lines_of(text, Family.CAUSES) == [5]
    timed = text.replace("The pool", "- 2024-03-05 14:30 the pool")
    assert lines_of(timed, Family.CAUSES) == []
    assert len(read(timed).entries) == 2


@pytest.mark.parametrize(
    ("heading", "family"),
    [
        ("Origin of the incident", Family.CAUSES),
        ("Fault", Family.CAUSES),
        ("Five Whys", Family.CAUSES),
        ("Description", Family.SUMMARY),
        ("1. Description of the issue", Family.SUMMARY),
    ],
)
def test_what_stands_in_where_no_heading_names_a_kind(heading: str, family: Family) -> None:
    text = f"# Slow\n\n## {heading}\n\nThe pool was full.\n"
    assert lines_of(text, family) == [3]


@pytest.mark.parametrize("heading", ["Fault", "Five Whys"])
def test_what_stands_in_does_not_where_one_does(heading: str) -> None:
    text = f"# Slow\n\n## {heading}\n\nIt broke.\n\n## Root cause\n\nThe pool was full.\n"
    assert lines_of(text, Family.CAUSES) == [7]


@pytest.mark.parametrize("heading", ["### What happened", "**Updates**"])
def test_what_is_told_by_the_minute_is_the_timeline_where_none_is_headed_so(heading: str) -> None:
    text = f"# Slow, 2024-03-05\n\n{heading}\n\n- 14:05 errors\n- 14:10 rolled back\n"
    assert lines_of(text, Family.TIMELINE) == [3]
    prose = "# Slow, 2024-03-05\n\n### What happened\n\nThe pool was full.\n"
    assert lines_of(prose, Family.TIMELINE) == []
