from datetime import date
from pathlib import Path

import pytest

from incident_tui.importers.format import (
    CapturedAction,
    CapturedAnswer,
    Found,
    Given,
    ImportRefusedError,
    Suggestion,
)
from incident_tui.importers.postmortem import IMPORTER
from tests.importers.reading import LONDON, THAT_DAY, entries, everything, found, skipped, told

PAGE = Path(__file__).with_name("golden") / "mail-queue.md"


def answers(text: str) -> dict[str, str]:
    return {c.field: c.text for c in everything(IMPORTER, text) if isinstance(c, CapturedAnswer)}


def actions(text: str) -> list[CapturedAction]:
    return [c for c in everything(IMPORTER, text) if isinstance(c, CapturedAction)]


def test_a_whole_document_is_read() -> None:
    captured = everything(IMPORTER, PAGE.read_bytes(), Given(name=PAGE.name))
    assert told(captured) == [
        "25 05-14 07:40:00 the nightly job fills the queue",
        "26 05-14 08:12:00 alert: mail queue older than 10 minutes",
        "27 05-14 08:15:00 Incident declared",
        "28 05-14 08:31:00 workers doubled, by hand\nthe runbook named the old cluster",
        "30 05-14 09:05:00 Resolved",
    ]
    assert [str(e.milestone) for e in entries(captured)] == [
        "None",
        "None",
        "acknowledged",
        "None",
        "resolved",
    ]
    assert found(captured) == Found(
        "Europe/London", "Mail was late", severity=found(captured).severity
    )
    assert [
        (c.text, c.owner, c.due, c.done, str(c.kind))
        for c in captured
        if isinstance(c, CapturedAction)
    ] == [
        (
            "Limit the nightly job to 500 mails a minute",
            "ana",
            date(2025, 6, 1),
            False,
            "preventative",
        ),
        ("Alert when the queue holds more than 10,000 mails", "jo", None, True, "mitigative"),
        ("Name the new cluster in the runbook", "", None, None, "None"),
    ]
    assert [c.command for c in captured if isinstance(c, Suggestion)] == ["/sev 2", "/ic @maria"]


def test_sections_answer_the_steps_of_the_wizard() -> None:
    assert answers(PAGE.read_text("utf-8")) == {
        "owner": "maria",
        "summary": "Mail was up to 50 minutes late for 85 minutes. "
        "The nightly job filled the queue.",
        "users": "about 4,000 of 30,000",
        "business": "two customers called",
        "factors": "The nightly job has no limit\nWorkers do not scale by themselves",
        "well": "The alert named the queue",
        "poorly": "The runbook was old",
        "lucky": "It was a holiday",
        "whys": "Why was mail late?\n  The queue was full\n    The job has no limit",
    }


@pytest.mark.parametrize(
    ("given", "expected"),
    [(Given(), "01-02 14:05:00"), (LONDON, "01-02 13:05:00"), (THAT_DAY, "01-15 14:05:00")],
)
def test_what_the_document_does_not_say_is_taken_from_a_person(given: Given, expected: str) -> None:
    captured = everything(IMPORTER, "# Slow\n\n## Timeline\n\n- 14:05 errors\n", given)
    assert told(captured) == [f"5 {expected} errors"]
    assert (found(captured).zone, found(captured).dated) == (None, False)


def test_its_own_zone_goes_before_that_of_a_person() -> None:
    text = "# Slow, 2024-07-05\n\n## Timeline\n\n- 14:05 UTC errors\n- 14:06 UTC ok\n"
    assert told(everything(IMPORTER, text, LONDON))[0] == "5 07-05 14:05:00 errors"


def test_reading_again_gives_the_same_references() -> None:
    first, again = (everything(IMPORTER, PAGE.read_bytes()) for _ in range(2))
    assert [e.external_ref for e in entries(first)] == [e.external_ref for e in entries(again)]
    assert len({e.external_ref for e in entries(first)}) == 5


def test_what_stays_out_is_named_with_its_line() -> None:
    text = (
        "# Slow, 2024-03-05\n\n## Timeline\n\n- 14:05 errors\n- 2024-03-06 X: unknown\n\n"
        "## Resolution\n\nWe restarted it.\n"
    )
    assert skipped(everything(IMPORTER, text)) == [
        (6, "it names a day and no time"),
        (8, "no field of the post-mortem is for “Resolution”"),
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "just prose without anything", "# A title\n"])
def test_a_text_with_nothing_of_a_post_mortem_is_refused(text: str) -> None:
    with pytest.raises(ImportRefusedError, match="## Timeline"):
        everything(IMPORTER, text)


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.md", "# Slow\n\n## Summary\nx\n\n## Timeline\n- 14:05 y\n", True),
        ("a.md", "# Slow\n\n## Timeline\n- 14:05 y\n", True),
        ("a.txt", "## Timeline\n- 14:05 y\n", False),
        ("a.md", "# A recipe\n\n## Ingredients\n\n- 2 eggs\n", False),
        ("chat.txt", "14:05 mei: hello\n14:06 jo: what?\n", False),
        ("a.json", '{"summary": 1}', False),
    ],
)
def test_a_post_mortem_is_known_by_its_headings(name: str, text: str, expected: bool) -> None:
    assert IMPORTER.sniff(name, text.encode()) is expected


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("- [ ] Add an alert", ("Add an alert", "", None, False)),
        ("- [x] Add an alert", ("Add an alert", "", None, True)),
        ("1. Add an alert (DONE)", ("Add an alert (DONE)", "", None, True)),
        ("* Add an alert ✅", ("Add an alert ✅", "", None, True)),
        ("- **JP** Add an alert", ("Add an alert", "JP", None, None)),
        ("- **Alex/Jo**: Add an alert", ("Add an alert", "Alex/Jo", None, None)),
        ("- @jo: Add an alert", ("Add an alert", "jo", None, None)),
        ("- [JP] Add an alert", ("Add an alert", "JP", None, None)),
        ("- Add an alert (@jo)", ("Add an alert (@jo)", "jo", None, None)),
        ("- Add an alert. Owner: jo", ("Add an alert. Owner: jo", "jo", None, None)),
        ("- Add an alert (owner: jo, due: 2024-04-01)",
         ("Add an alert (owner: jo, due: 2024-04-01)", "jo", date(2024, 4, 1), None)),
        ("- Add an alert (Kim, by 2024-04-01)",
         ("Add an alert (Kim, by 2024-04-01)", "Kim", date(2024, 4, 1), None)),
        ("- Add an alert (@kim, 2024-04-01)",
         ("Add an alert (@kim, 2024-04-01)", "kim", date(2024, 4, 1), None)),
        ("- Add an alert (Kim Lee; due 1 April 2024)",
         ("Add an alert (Kim Lee; due 1 April 2024)", "Kim Lee", date(2024, 4, 1), None)),
        ("- Add an alert (Monitoring, before the sale)",
         ("Add an alert (Monitoring, before the sale)", "", None, None)),
        (
            "- Add an alert by April 1, 2024",
         ("Add an alert by April 1, 2024", "", date(2024, 4, 1), None)),
        ("- TODO: Add an alert", ("TODO: Add an alert", "", None, False)),
        ("- Add an alert (in progress)", ("Add an alert (in progress)", "", None, False)),
        ("- Monitoring: Add an alert", ("Monitoring: Add an alert", "", None, None)),
        ("**RK**\n- Add an alert", ("Add an alert", "RK", None, None)),
        ("**Alex/Jamie**\n\n- Add an alert", ("Add an alert", "Alex/Jamie", None, None)),
        ("### Completed\n- Add an alert", ("Add an alert", "", None, True)),
        ("- Monitoring:\n  - Add an alert", ("Add an alert", "", None, None)),
        (
            "- Add an alert\n  - on both clusters",
         ("Add an alert\n- on both clusters", "", None, None)),
        ("- Add an alert\n  on both clusters",
         ("Add an alert on both clusters", "", None, None)),
        ("| Action | Owner | Due |\n|--|--|--|\n| Add an alert | @jo | 2024-04-01 |",
         ("Add an alert", "jo", date(2024, 4, 1), None)),
        ("| ID | Who | Action item | Status |\n|--|--|--|--|\n| 1 | jo | Add an alert | Done |",
         ("Add an alert", "jo", None, True)),
        (
            "| Action Item | Type | Owner | Bug |\n|--|--|--|--|\n| Add an alert | prevent | "
            "jo | n/a **DONE** |",
         ("Add an alert", "jo", None, True)),
        ("| Issue | Owner | Ticket |\n|--|--|--|\n| Add an alert | @jo | OPS-12 |",
         ("Add an alert", "jo", None, None)),
        ("Action 1: Add an alert", ("Action 1: Add an alert", "", None, None)),
        ("Add an alert.", ("Add an alert.", "", None, None)),
    ],
)  # fmt: skip
def test_an_action_item_says_whose_it_is_and_by_when(item: str, expected: object) -> None:
    [found] = actions(
        f"# Slow, 2024-03-05\n\n## Action items\n\n{item}\n\n## Notes\n\n- none of it\n"
    )
    assert (found.text, found.owner, found.due, found.done) == expected


@pytest.mark.parametrize(
    "heading",
    ["Actions", "Follow-up", "Next Steps", "TODO", "Remediation",
        "Corrective and Preventative Measures",
     "What are we doing to prevent this?", "Improvements", "Review actions", "Follow up tasks",
     "Preventing a recurrence", "Recommendations", "3. Action Items:"],
)  # fmt: skip
def test_action_items_are_found_under_many_headings(heading: str) -> None:
    assert len(actions(f"# Slow\n\n## {heading}\n\n- Add an alert\n- Add a test\n")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "## Actions taken\n\n- Restarted the pool\n\n## Timeline\n- 14:05 x",
        "## Action items\n\nNone.\n\n## Timeline\n- 14:05 x",
        "## Action items\n\n- N/A\n\n## Timeline\n- 14:05 x",
        "## Action items\n\n1. {{ summary }} [link to issue](https://a.example)\n\n## "
        "Timeline\n- 14:05 x",
        "## After-action report\n\n- Restarted the pool\n\n## Timeline\n- 14:05 x",
    ],
)
def test_what_is_no_action_item_is_not_taken_for_one(text: str) -> None:
    assert actions(f"# Slow\n\n{text}\n") == []


def test_sentences_on_lines_of_their_own_are_items_where_there_is_no_list() -> None:
    text = "# Slow\n\n## Action items\n\nAdd an alert.\nHire a second\noperator.\nTest it.\n"
    assert [a.text for a in actions(text)] == [
        "Add an alert.",
        "Hire a second operator.",
        "Test it.",
    ]


@pytest.mark.parametrize(
    ("heading", "owner"),
    [("**Alex**", "Alex"), ("### AB", "AB"), ("### Alex/Jo", "Alex/Jo"), ("### Postgres", "")],
)
def test_a_topic_is_nobody(heading: str, owner: str) -> None:
    [item] = actions(f"# Slow\n\n## Action items\n\n{heading}\n\n- Add an alert\n")
    assert item.owner == owner


def test_a_kind_stands_in_a_heading_or_a_column() -> None:
    text = (
        "# Slow\n\n## Action items\n\n### Prevent\n- Limit the job\n\n### Detect\n- Alert on it\n\n"
        "| Action | Type |\n|--|--|\n| Drill it | mitigation |\n"
    )
    assert [str(a.kind) for a in actions(text)] == ["preventative", "mitigative", "mitigative"]
