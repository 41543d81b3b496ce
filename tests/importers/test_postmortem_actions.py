"""Action items in the shapes that people write them in; each case is a document of its own."""

import pytest

from incident_tui.postmortem.reading.document import read
from incident_tui.postmortem.reading.follow_ups import FollowUp

HEAD = "# Slow, 2024-03-05\n\n## Action items\n\n"


def actions(text: str) -> list[FollowUp]:
    return list(read(text).actions)


def owners(text: str) -> list[tuple[str, str]]:
    return [(a.owner, a.text) for a in actions(text)]


def test_an_item_that_ends_in_a_colon_is_one_with_its_parts() -> None:
    said = "We redesign how a change of the schema is reviewed here, so that it:"
    text = f"{HEAD}- {said}\n  - has a test\n"
    assert [a.line for a in actions(text)] == [5]
    assert [a.line for a in actions(f"{HEAD}- Short term:\n  - Add a test\n")] == [6]


def test_what_stands_behind_a_label_is_an_item() -> None:
    text = "# Slow\n\n## Lessons\n\nIt hurt.\n\n**Action planned:** We will alert\non the pool.\n"
    assert [a.text for a in actions(text)] == ["We will alert on the pool."]


def test_actions_taken_are_items_where_others_are_planned() -> None:
    text = (
        "# Slow\n\n**Actions taken:**\n\n- Grew the pool\n\n**Actions planned:**\n\n- Alert on it\n"
    )
    assert [(a.text, a.done) for a in actions(text)] == [
        ("Grew the pool", True),
        ("Alert on it", None),
    ]


@pytest.mark.parametrize(
    "item",
    [
        "- Alert on the pool. Owner: Priya. Due in three weeks.",
        "- Alert on the pool before it\n  is full. Owner: Priya. Later.",
        "- Alert on the pool.\n  Owner: Priya",
        "- Alert on the pool\n  - Owner: Priya\n  - Priority: high",
        "- Alert on the pool (Assignee: Priya; P1)",
        "- **Action**: Alert on the pool **Owner**: Priya **Due**: 2024-04-02",
        "- Alert on the pool → Priya",
        "- [P1] Alert on the pool — @Priya — 2024-05-01",
        "- (@Priya) Alert on the pool",
    ],
)
def test_an_owner_is_told_anywhere_in_the_item(item: str) -> None:
    assert [a.owner for a in actions(f"{HEAD}{item}\n")] == ["Priya"]


def test_a_name_in_small_letters_is_one_beside_its_day() -> None:
    [item] = actions(f"{HEAD}- Alert on the pool (jo, due 2024-04-02)\n")
    assert (item.owner, str(item.due)) == ("jo", "2024-04-02")
    assert owners(f"{HEAD}- Alert on it (or not)\n")[0][0] == ""


def test_fields_stand_below_an_item() -> None:
    fields = "  - **Owner**: Jo Li\n  - **Due**: 2024-04-02\n  - Status: Done\n"
    [item] = actions(f"{HEAD}- **Action**: Grow it\n{fields}")
    assert (item.owner, str(item.due), item.done) == ("Jo Li", "2024-04-02", True)


def test_a_topic_of_a_word_or_two_is_no_item_of_its_own() -> None:
    text = f"{HEAD}- Monitoring\n  - Add an alert\n- Add tests\n  - of the pool\n"
    assert [a.text for a in actions(text)] == ["Add an alert", "Add tests\n- of the pool"]


def test_what_we_will_do_is_an_item_where_there_is_no_list() -> None:
    text = f"{HEAD}We are sorry.\n\nWe will alert on it.\n\nWe should test it. It broke.\n"
    assert [a.line for a in actions(text)] == [7, 9]


def test_letters_with_a_bracket_and_empty_boxes_begin_items() -> None:
    assert [a.text for a in actions(f"{HEAD}a) Grow it\nb) Test it\n")] == ["Grow it", "Test it"]
    [item] = actions(f"{HEAD}- [] Grow it\n")
    assert (item.text, item.done) == ("Grow it", False)


def test_a_name_of_a_document_is_nobody() -> None:
    assert owners(f"{HEAD}- Write a process for releases (RFC)\n")[0][0] == ""


def test_a_due_day_may_stand_below() -> None:
    [item] = actions(f"{HEAD}- Alert on the pool\n  - Due: 2024-04-02\n")
    assert str(item.due) == "2024-04-02"


def test_labels_in_bold_are_people_only_where_all_of_a_list_are() -> None:
    people = f"{HEAD}- **Ana Silva**: alert on it\n- **Jo**: test it\n"
    assert owners(people) == [("Ana Silva", "alert on it"), ("Jo", "test it")]
    topics = f"{HEAD}- **Golden Rule**: test it\n- **Keeping up with the others**: patch it\n"
    assert [owner for owner, _ in owners(topics)] == ["", ""]
    fields = f"{HEAD}**What:** the pool is small.\n\n- Grow it\n"
    assert owners(fields) == [("", "Grow it")]


def test_an_item_may_be_a_heading_with_fields_below() -> None:
    text = (
        f"{HEAD}### P0 — Refuse a change without its migration\n\n**What:** it was possible.\n\n"
        "- one file\n- another file\n\n**Owner:** @jo\n**Due:** 2024-04-02\n**Status:** Done\n\n"
        "### Others\n\n- Alert on the pool\n"
    )
    [first, second] = actions(text)
    assert (first.line, first.owner, str(first.due), first.done) == (5, "jo", "2024-04-02", True)
    assert first.text == "P0 — Refuse a change without its migration"
    assert (second.text, second.owner) == ("Alert on the pool", "")


def test_numbered_headings_and_those_of_people_are_items() -> None:
    text = (
        f"{HEAD}### 1) Observe the sockets\n\nWe want to see them.\n\n### 2) Verify the cron\n\n"
        "#### @mal Clean up\n\nDaily.\n"
    )
    assert [(a.line, a.owner, a.text) for a in actions(text)] == [
        (5, "", "Observe the sockets"),
        (9, "", "Verify the cron"),
        (11, "mal", "Clean up"),
    ]


def test_numbered_headings_with_lists_are_items_where_one_of_them_has_none() -> None:
    groups = f"{HEAD}### 1. Soon\n\n- Add a test\n\n### 2. Later\n\n- Alert on it\n"
    assert [a.text for a in actions(groups)] == ["Add a test", "Alert on it"]
    items = f"{HEAD}### 1. Import again\n\nAll of it.\n\n### 2. Add gates\n\n- users\n- tracks\n"
    assert [a.text for a in actions(items)] == ["Import again", "Add gates"]


def test_marked_paragraphs_are_items_where_no_section_is_about_them() -> None:
    text = (
        "# Slow\n\n## What we saw\n\nThe disk was full.\n\nTODO: alert on the disk,\nat 80%.\n\n"
        "- [Action item] rotate the logs\n- it was late\n\nThe TODO list was empty.\n"
    )
    assert [a.text for a in actions(text)] == ["alert on the disk, at 80%.", "rotate the logs"]
    with_section = f"{text}\n## Action items\n\n- Grow the disk\n"
    assert [a.text for a in actions(with_section)] == ["Grow the disk"]


def test_a_table_of_something_else_holds_no_items() -> None:
    table = "| Env | Cluster |\n|---|---|\n| prod | a |\n"
    assert [a.text for a in actions(f"{HEAD}- Grow it\n\n{table}")] == ["Grow it"]


@pytest.mark.parametrize(
    "heads",
    ["Tarea | Responsable | Fecha | Estado", "Aufgabe | Verantwortlich | Frist | Status",
     "Ação | Responsável | Prazo | Estado", "Fix | Team | ETA | State"],
)  # fmt: skip
def test_heads_of_a_table_in_other_words(heads: str) -> None:
    [item] = actions(
        f"{HEAD}| {heads} |\n|---|---|---|---|\n| Grow it | jo | 2024-04-02 | done |\n"
    )
    assert (item.text, item.owner, str(item.due), item.done) == (
        "Grow it",
        "jo",
        "2024-04-02",
        True,
    )
