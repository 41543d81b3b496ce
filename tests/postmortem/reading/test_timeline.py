"""Timelines in the shapes that people write them in; each case is a document of its own."""

from collections.abc import Sequence
from textwrap import dedent

import pytest

from incident_tui.postmortem.reading.document import read

HEAD = "# Payments were slow, 2024-03-05\n\n## Timeline\n\n"


def times(text: str, name: str = "") -> list[str]:
    """`5 03-05 14:05`, a line and a local time an entry."""
    return [f"{entry.line} {entry.local:%m-%d %H:%M}" for entry in read(text, name).entries]


def in_utc(text: str) -> list[str]:
    return [f"{entry.at:%m-%d %H:%M}" for entry in read(text).entries]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["- 14:05 errors", "* 14:07: paged", "+ 14:09 - fixed"], ["14:05", "14:07", "14:09"]),
        (["– 14:05 errors", "• 14:07 paged"], ["14:05", "14:07"]),
        (["1. 14:05 errors", "2) 14:07 paged"], ["14:05", "14:07"]),
        (["14:05 - errors", "14:07 – paged", "14:09 — fixed"], ["14:05", "14:07", "14:09"]),
        (["14:05 errors", "", "14:07 paged"], ["14:05", "14:07"]),
        (["14:05:33 errors", "14:07:01 paged"], ["14:05", "14:07"]),
        (["[14:05] errors", "(14:07) paged"], ["14:05", "14:07"]),
        (["**14:05** errors", "**14:07**: paged", "__14:09__ ok"], ["14:05", "14:07", "14:09"]),
        (["- `14:05` errors", "- `14:07`: paged"], ["14:05", "14:07"]),
        (["- [14:05](https://chat.example/p1) errors"], ["14:05"]),
        (["2:05 PM errors", "2:07pm paged", "3 p.m. fixed"], ["14:05", "14:07", "15:00"]),
        (["12:10 AM x", "12:15 PM y"], ["00:10", "12:15"]),
        (["14h05 errors", "14h07 : paged"], ["14:05", "14:07"]),
        (["14.05 errors", "14.07 paged", "c. 15.00 fixed"], ["14:05", "14:07", "15:00"]),
        (["~14:05 errors", "around 14:07 paged", "14:30ish ok"], ["14:05", "14:07", "14:30"]),
        (["14:05–14:20 errors", "14:30 to 14:40 paged"], ["14:05", "14:30"]),
        (["2:00-3:25 PM errors", "11:00 - 1:00 PM odd"], ["14:00", "11:00"]),
        (["### 14:05", "", "errors", "", "### 14:07 - paged", "a page"], ["14:05", "14:07"]),
        (["#### 14:05 errors", "#### 14:07 paged"], ["14:05", "14:07"]),
        (["### 10:45a", "x", "### 1:12 PM", "y"], ["10:45", "13:12"]),
        (["<b>14:05</b> – errors<br>", "<b>14:07</b> – paged<br>"], ["14:05", "14:07"]),
        (["- At 14:05 errors rose", "- By 14:20 all was well"], ["14:05", "14:20"]),
        (["- :fire: 14:05 errors", "- 🔥 14:07 paged"], ["14:05", "14:07"]),
        (["009:38 errors", "13:06PM paged"], ["09:38", "13:06"]),
        (["12:45 lunch", "1:15 errors", "2:00 fixed"], ["12:45", "13:15", "14:00"]),
        (["1405 UTC errors", "1410 UTC ok"], ["14:05", "14:10"]),
        (["> 14:05 errors", "> 14:07 paged"], ["14:05", "14:07"]),
        (["```", "14:05 errors", "14:07 paged", "```"], ["14:05", "14:07"]),
        (["noon: errors", "14:00 fixed"], ["12:00", "14:00"]),
        (["- Detected: 14:05", "- Resolved at 14:20"], ["14:05", "14:20"]),
        (["{{ 06:10 }}", "", "errors"], ["06:10"]),
    ],
)
def test_a_time_of_day_begins_an_entry(lines: Sequence[str], expected: Sequence[str]) -> None:
    found = [each.rpartition(" ")[2] for each in times(HEAD + "\n".join(lines) + "\n")]
    assert found == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2024-03-06 14:05 errors", "03-06 14:05"),
        ("2024-03-06T14:05:00Z errors", "03-06 14:05"),
        ("2024-03-06T14:05+02:00 errors", "03-06 14:05"),
        ("2024/03/06 14:05: errors", "03-06 14:05"),
        ("2024-03-06 1405: errors", "03-06 14:05"),
        ("06/03/2024 14:05 and 25/03/2024", "03-06 14:05"),
        ("03/06/2024 - 14:05 EST - errors, after 03/25/2024", "03-06 14:05"),
        ("03-06-2024 2:05 pm - errors, after 03-25-2024", "03-06 14:05"),
        ("6.3.2024 14:05 errors, after 25.3.2024", "03-06 14:05"),
        ("March 6th, 2024, 2:05 PM: errors", "03-06 14:05"),
        ("March 6, 2024: 2:05pm UTC", "03-06 14:05"),
        ("Mar 6 14:05 errors", "03-06 14:05"),
        ("6 March 2024, 14:05 - errors", "03-06 14:05"),
        ("6th of March at 14:05 errors", "03-06 14:05"),
        ("Wed 6 Mar 14:05 errors", "03-06 14:05"),
        ("Wednesday, 14:05: errors", "03-06 14:05"),
        ("March 6, around 14:05", "03-06 14:05"),
        ("14:05 on 6 March: errors", "03-06 14:05"),
        ("2:05 PM UTC March 6, 2024 errors", "03-06 14:05"),
        ("20244-03-06 14:05 errors", "03-06 14:05"),
        ("3/6 14:05 errors", "03-06 14:05"),
        ("6-Mar-2024 14:05 errors", "03-06 14:05"),
    ],
)
def test_a_time_may_bring_its_day(written: str, expected: str) -> None:
    assert times(f"{HEAD}- {written}\n") == [f"5 {expected}"]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            "| Time | Event |\n|---|---|\n| 14:05 | errors |\n| 14:07 | paged |",
            ["7 03-05 14:05", "8 03-05 14:07"],
        ),
        (
            "| Date | Time (UTC) | Who | What |\n|--|--|--|--|\n| 2024-03-06 | 14:05 | "
            "jo | errors\n"
            "| | 14:07 | li | paged",
            ["7 03-06 14:05", "8 03-06 14:07"],
        ),
        (
            "| # | What | When |\n|--|--|--|\n| 1 | errors | 2024-03-06 14:05 |",
            ["7 03-06 14:05"],
        ),
        (
            "| Day | Date | Time | |\n|--|--|--|--|\n| Wed | Mar 6 | 14:05 | errors |\n"
            "| Thu | Mar 7 | 09:00 | fixed |",
            ["7 03-06 14:05", "8 03-07 09:00"],
        ),
        (
            "Time | Event\n--- | ---\n14:05 | errors\n14:07 | paged",
            ["7 03-05 14:05", "8 03-05 14:07"],
        ),
        (
            "| Time (CET) | Time (UTC) | Event |\n|--|--|--|\n| 15:05 | 14:05 | errors |",
            ["7 03-05 14:05"],
        ),
        (
            "| Time | Event |\n|--|--|\n| **2024-03-06** | |\n| 14:05 | errors |",
            ["8 03-06 14:05"],
        ),
        (
            "| Start | End | Event |\n|--|--|--|\n| 14:05 | 14:20 | errors |",
            ["7 03-05 14:05"],
        ),
        ("| 14:05 | errors |\n| 14:07 | paged |", ["5 03-05 14:05", "6 03-05 14:07"]),
        ("| Time | Event |\n|--|--|\n| 1405 | errors |", ["7 03-05 14:05"]),
        ("| Time | Event |\n|--|--|\n| --:-- | errors |\n| 14:05 | paged |", ["8 03-05 14:05"]),
    ],
)
def test_a_table_has_its_times_in_any_column(table: str, expected: Sequence[str]) -> None:
    assert times(HEAD + table + "\n") == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("All times are in UTC.\n\n- 14:05 errors", "14:05"),
        ("All times CET\n\n- 14:05 errors", "13:05"),
        ("*Times in Pacific Time*\n\n- 14:05 errors", "22:05"),
        ("(PST)\n\n- 14:05 errors", "22:05"),
        ("- 14:05 PST errors", "22:05"),
        ("- 14:05 (UTC+2) errors", "12:05"),
        ("- 14:05 GMT-3: errors", "17:05"),
        ("- 14:05+02:00 errors", "12:05"),
        ("- 2024-03-05T14:05:09-05:00 errors", "19:05"),
        ("- 09:05 EST (14:05 UTC): errors", "14:05"),
        ("- 14:05 UTC / 15:05 CET: errors", "14:05"),
        ("- 09:05 (14:05 UTC) errors", "14:05"),
        ("| UTC | Event |\n|--|--|\n| 14:05 | errors |", "14:05"),
        ("| Time [JST] | Event |\n|--|--|\n| 14:05 | errors |", "05:05"),
        ("- 14:05 Europe errors\n- 14:06 CET ok", "13:05"),
        ("- 14:05 et al. saw errors", "14:05"),
    ],
)
def test_a_zone_is_read_wherever_it_stands(written: str, expected: str) -> None:
    assert in_utc(f"{HEAD}{written}\n")[0] == f"03-05 {expected}"


@pytest.mark.parametrize(
    ("heading", "expected"), [("Timeline (UTC)", "14:05"), ("Timeline, all times in CEST", "13:05")]
)
def test_a_zone_may_stand_in_the_heading(heading: str, expected: str) -> None:
    assert in_utc(f"# Slow, 2024-03-05\n\n## {heading}\n- 14:05 errors\n") == [f"03-05 {expected}"]


def test_the_label_of_winter_on_a_day_of_summer_means_the_place() -> None:
    text = "# Slow, 2024-07-05\n\n## Timeline\n\nAll times in PST\n\n- 14:05 errors\n"
    assert in_utc(text) == ["07-05 21:05"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("- 23:50 a\n- 00:10 b\n- 01:00 c", ["03-05 23:50", "03-06 00:10", "03-06 01:00"]),
        ("- 11:50 PM a\n- 12:10 AM b", ["03-05 23:50", "03-06 00:10"]),
        ("- 18:00 a\n- 09:00 b", ["03-05 18:00", "03-06 09:00"]),
        ("- 15:33 a\n- 13:40 b", ["03-05 15:33", "03-05 13:40"]),
        ("### 2024-03-07\n- 14:05 a\n\n### 8 March\n- 09:00 b", ["03-07 14:05", "03-08 09:00"]),
        ("**March 7**\n\n14:05 a\n\n**March 8th**\n\n09:00 b", ["03-07 14:05", "03-08 09:00"]),
        ("7 March 2024\n14.05 a\n14.06 b\n8 March 2024\n9.00 c",
         ["03-07 14:05", "03-07 14:06", "03-08 09:00"]),
        ("- 2024-03-07\n  - 14:05 a\n  - 14:06 b", ["03-07 14:05", "03-07 14:06"]),
        ("- 2024-03-05 23:50 a\n- 00:10 b", ["03-05 23:50", "03-06 00:10"]),
        ("Tuesday\n- 14:05 a\n\nWednesday\n- 09:00 b", ["03-05 14:05", "03-06 09:00"]),
        ("- 24:00 a", ["03-06 00:00"]),
    ],
)  # fmt: skip
def test_days_go_on_from_what_was_said_last(lines: str, expected: Sequence[str]) -> None:
    assert [each.partition(" ")[2] for each in times(f"{HEAD}{lines}\n")] == expected


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("# Slow payments on March 5, 2024\n", ""),
        ("---\ntitle: Slow payments\ndate: 2024-03-05\n---\n", ""),
        ("+++\ntitle = 'Slow'\ndate = 2024-03-05T09:00:00Z\n+++\n", ""),
        ("# Slow payments\n\n**Date:** 2024-03-05\n", ""),
        ("# Slow payments\n\n- Date of incident: 5 March 2024\n", ""),
        ("# Slow payments\n\n| Date | 2024-03-05 |\n|--|--|\n| Owner | jo |\n", ""),
        ("# Slow payments\n", "2024-03-05-slow.md"),
        ("# Slow payments\n", "20240305_slow.md"),
        ("# Slow payments 3-5-24, not 3-25-24\n", ""),
        ("# Slow payments\n\n## Summary\n\nOn Tuesday, 5 March 2024 payments were slow.\n", ""),
    ],
)
def test_a_timeline_without_a_day_takes_that_of_the_document(head: str, name: str) -> None:
    text = f"{head}\n## Timeline\n\n- 14:05 errors\n"
    assert [each.partition(" ")[2] for each in times(text, name)] == ["03-05 14:05"]


def test_a_document_without_any_day_says_so() -> None:
    [entry] = read("# Slow\n\n## Timeline\n\n- 14:05 errors\n").entries
    assert not entry.dated


def test_each_incident_of_a_document_has_its_own_day() -> None:
    text = dedent(
        """\
        # Incidents of March

        ## 2024-03-05: payments

        ### Timeline
        - 14:05 errors

        ## 2024-03-09: search

        ### Timeline
        - 08:00 slow
        """
    )
    assert times(text) == ["6 03-05 14:05", "11 03-09 08:00"]


@pytest.mark.parametrize(
    "lines",
    [
        "- 14:05 errors\n  - 14:06 pool full\n  - restarted",
        "- 14:05 errors\n- 14:06 pool full\n  see 15:00 in the graph",
        "14:05 errors\n\n14:06 pool full, until\n20 pods were gone",
        "- 14:05 errors\n- 14:06 took 10:30 minutes, 4:3 of them bad\n- 1.17 creates 2 rules",
        "- 14:05 errors\n\n```\n2024-03-05 15:00 kernel: oom\n```\n\n- 14:06 pool full",
        "- 14:05 errors\n  > 15:00 bot: alert\n- 14:06 pool full",
        "- 14:05 errors\n- Duration: 00:45\n- 14:06 pool full",
        "- 14:05 errors\n- 10:30% of requests\n- 14:06 pool full",
        "<!-- - 13:00 template -->\n- 14:05 errors\n- 14:06 pool full",
    ],
)
def test_what_only_looks_like_an_entry_is_none(lines: str) -> None:
    found = [each.rpartition(" ")[2] for each in times(f"{HEAD}{lines}\n")]
    assert found == ["14:05", "14:06"]


@pytest.mark.parametrize(
    "text",
    [
        "# Slow, 2024-03-05\n\n## What happened\n\n- 14:05 errors\n- 14:06 pool full\n",
        "# Slow, 2024-03-05\n\n14:05 errors\n\n14:06 pool full\n",
        "# Slow, 2024-03-05\n\n## 14:05 errors\ntext\n\n## 14:06 pool full\ntext\n",

            "# Slow, 2024-03-05\n\n**Timeline:**\n- 14:05 errors\n- 14:06 pool "
            "full\n\n**Impact:**\n- at 15:00 none\n",

            "# Slow, 2024-03-05\n\n- **Context**:\n  - 14:05 errors\n  - 14:06 pool full\n- "
            "**Impact**: none\n",
        "Slow, 2024-03-05\n================\n\nTIMELINE\n\n14:05  errors\n14:06  pool full\n",

            "# Slow, 2024-03-05\n\n## Timeline\n- 14:05 errors\n- 14:06 ok\n\n## Action "
            "items\n- 15:00 stand-up\n",

            "# Slow, 2024-03-05\n\n## Timeline\n- 14:05 errors\n- 14:06 ok\n\n## Summary\nAt "
            "15:00 it was over.\n",

            "# Slow, 2024-03-05\n\n## Sequence of events\n- 14:05 errors\n- 14:06 ok\n\n### "
            "Status page updates\n",
    ],
)  # fmt: skip
def test_the_timeline_is_found_where_it_stands(text: str) -> None:
    assert [each.rpartition(" ")[2] for each in times(text)] == ["14:05", "14:06"]


@pytest.mark.parametrize(
    ("line", "milestone"),
    [
        ("First detected: 2024-03-05 10:26", "detected"),
        ("Incident declared 2024-03-05 10:30", "acknowledged"),
        ("Repaired: 2024-03-05 11:00", "mitigated"),
        ("Resolved 2024-03-05 11:20", "resolved"),
        ("10:30 Incident declared", "acknowledged"),
        ("10:30 Incident resolved.", "resolved"),
        ("10:30 [DETECTED] errors over 5 %", "detected"),
        ("10:30 Detected: errors over 5 %", "detected"),
        ("10:30 all clear", "resolved"),
        ("10:30 OUTAGE BEGINS: checkout fails", "started"),
        ("10:30 the fix was reattached (resolved)", "resolved"),
        ("10:30 Outage starts", "started"),
        ("10:30 jo detected a typo in the resolved config", "None"),
        ("10:30 we think it may be resolved by a restart", "None"),
        ("10:30 alert acknowledged", "acknowledged"),
        ("10:30 Issue resolved and the probe put back", "resolved"),
        ("10:30 Users confirm the problem is resolved", "resolved"),
        ("10:30 Confirm that the problem is resolved", "None"),
        ("10:30 jo declared the incident over", "resolved"),
        ("10:30 Status page changed to resolved", "resolved"),
        ("10:30 Pool grown. End of the outage", "resolved"),
        ("10:30 Pool grown **&lt;END OF INCIDENT&gt;**", "resolved"),
        ("10:30 Pool grown **\\<END OF INCIDENT\\>**", "resolved"),
        ("10:30 Ana grows the pool, thus mitigating the issue.", "mitigated"),
        ("10:30 Initial detection of slow answers", "detected"),
        ("10:30 Ana hopes that a larger pool ends up not thus mitigating the issue.", "None"),
        ("10:30 Impact mitigated by growing the pool", "mitigated"),
        ("10:30 Incident declared as the queue grows, page 2", "acknowledged"),
        ("10:30 jo declares a SEV1 incident", "acknowledged"),
        ("10:30 SEV-2 incident declared", "acknowledged"),
        ("10:30 The shop team acknowledges the issue and looks", "acknowledged"),
        ("10:30 @jo status.shop.example updated acknowledging the outage", "acknowledged"),
        ("10:30 Monitoring of the shop detected the queue stall; no orders", "detected"),
        ("10:30 – **Initial detection**", "detected"),
        ("10:30 Outage start/search for the cause", "started"),
        ("10:30 Resolved - all is well", "resolved"),
        ("10:30 Issue identified", "None"),
        ("10:30 Root cause of the issue identified", "None"),
        ("10:30 Pool grown, incident resolved", "resolved"),
        ("10:30 Pool grown and incident resolved.", "resolved"),
        ("10:30 If the pool holds, issue resolved", "None"),
        ("10:30 Customer impact begins", "started"),
        ("10:30 jo closed the incident", "resolved"),
        ("10:30 Incident declared in #shop", "acknowledged"),
        ("10:30 The on-call engineer acknowledged the page", "acknowledged"),
        ("10:30 Our provider declares an outage", "None"),
        ("10:30 jo closed the ticket", "None"),
        ("10:30 Issue resolved for shops in the north", "None"),
        ("10:30 Issue resolved on node 3", "None"),
        ("10:30 The fix for the issue resolved the queue", "None"),
        ("10:30 Incident not resolved", "None"),
        ("10:30 Should we declare an incident?", "None"),
        ("10:30 Decided not to declare an incident", "None"),
        ("10:30 The hoster acknowledges the issue", "None"),
        ("10:30 Monitoring detected the failure of node 3", "None"),
        ("10:30 Monitoring detected the server back online", "None"),
        ("10:30 DNS issue resolved", "None"),
        ("10:30 Incident partially mitigated", "None"),
    ],
)
def test_a_milestone_is_a_label_or_all_that_is_said(line: str, milestone: str) -> None:
    [entry] = read(f"{HEAD}- {line}\n").entries
    assert str(entry.milestone) == milestone


def test_a_paragraph_behind_the_list_states_nothing_of_its_last_entry() -> None:
    [_, last] = read(f"{HEAD}- 14:05 errors\n- 14:10 watched\n\nThe outage was resolved.\n").entries
    assert last.milestone is None
    [_, broken] = read(f"{HEAD}- 14:05 errors\n- 14:10 watched.\n  Incident resolved.\n").entries
    assert str(broken.milestone) == "resolved"


def test_what_is_written_twice_is_one_milestone() -> None:
    found = read(f"{HEAD}- 14:05 Incident resolved\n- 14:05 Incident resolved\n").entries
    assert [str(entry.milestone) for entry in found] == ["resolved", "None"]


def test_the_facts_above_a_timeline_are_milestones_of_it() -> None:
    text = (
        "# Slow\n\n| Started | 2024-03-05 14:00 UTC |\n|--|--|\n| Resolved | 2024-03-05 "
        "15:00 UTC |\n"
        "| Duration | 1:00 |\n\n## Timeline\n\n- 14:05 errors\n"
    )
    found = [(str(e.milestone), f"{e.at:%H:%M}") for e in read(text).entries]
    assert found == [("started", "14:00"), ("resolved", "15:00"), ("None", "14:05")]


def test_what_stands_below_an_entry_is_part_of_it() -> None:
    text = f"{HEAD}### 14:05 errors\n\nThe pool\nwas full.\n\n- three replicas\n\n### 14:06 ok\n"
    first, second = read(text).entries
    assert first.text == "errors\nThe pool\nwas full.\nthree replicas"
    assert second.text == "ok"


def test_nothing_of_an_entry_is_lost() -> None:
    text = (
        f"{HEAD}- [14:05](https://chat.example/p1) see [graph](https://g.example/1)\n- "
        f"14:06–14:20 x\n"
    )
    first, second = read(text).entries
    assert first.text == "see graph (https://g.example/1) (https://chat.example/p1)"
    assert second.text == "(until 14:20) x"


def test_an_article_behind_a_time_is_no_half_of_the_day() -> None:
    [entry] = read(f"{HEAD}- 2:05 a customer called\n").entries
    assert (entry.local.hour, entry.text) == (2, "a customer called")


def test_days_without_a_year_keep_their_order_and_say_that_none_is_named() -> None:
    text = "# Slow\n\n## Timeline\n\n- Jan 14 10:18 - x\n- Jan 15 00:10 - y\n"
    assert times(text) == ["5 01-14 10:18", "6 01-15 00:10"]
    assert not any(entry.dated for entry in read(text).entries)


def test_labels_with_a_moment_are_entries_even_without_a_timeline() -> None:
    text = "# Slow\n\n**Detected:** 2024-03-05 14:05 UTC\n\n**Resolved:** 2024-03-05 15:00 UTC\n"
    assert [str(entry.milestone) for entry in read(text).entries] == ["detected", "resolved"]


def test_a_time_in_capitals_and_dots_of_a_retrospective() -> None:
    text = (
        "# Search was down\n\n**Incident from:** 2021-01-28\n\n- [Timeline](#timeline)\n\n"
        "## Timeline\n\n28 January 2021\n\n10.41 jo deployed<br>\n[10.45](https://c.example/2) why?"
        "<br>\njo: look\nc. 11.00 rolled back\n\n29 January 2021\n\n9.00 fine\n"
    )
    assert times(text) == [
        "11 01-28 10:41",
        "12 01-28 10:45",
        "14 01-28 11:00",
        "18 01-29 09:00",
    ]


@pytest.mark.parametrize(
    ("said", "day"),
    [("2025-05-02", "2025-05-02"), ("2025-02-05", "2025-02-05"), ("", "2025-02-05")],
)
def test_which_number_is_the_day_is_told_by_a_date_that_is_plain(said: str, day: str) -> None:
    told = read(
        f"# Slow\n\nDate: {said}\n\n## Timeline\n\n- 02/05/2025 04:00 begun, 4:10 pm ended\n"
    )
    assert [f"{entry.local:%Y-%m-%d}" for entry in told.entries] == [day]


def test_a_stopwatch_with_nothing_above_its_time_is_read_too() -> None:
    assert not read("- 14:05 x\n0:00 PM\n0:00 PM\n").entries
