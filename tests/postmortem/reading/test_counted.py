"""Times that count from the start of a timeline."""

from datetime import timedelta

import pytest

from incident_tui.postmortem.reading.counted import counted
from incident_tui.postmortem.reading.document import read

HEAD = "# Payments were slow, 2024-03-05\n\n## Timeline (UTC)\n\n"


@pytest.mark.parametrize(
    ("text", "minutes", "words"),
    [
        ("T+5m paged", 5, "paged"),
        ("T+45 min: rolled back", 45, "rolled back"),
        ("**T+00:12** — Ana is paged", 12, "Ana is paged"),
        ("`T+1h30m` odd", 90, "odd"),
        ("T+2 hours | mended", 120, "mended"),
        ("T + 7 errors", 7, "errors"),
        ("T-3min deploy", -3, "deploy"),
        ("T+00:01:30 alert", 1.5, "alert"),
        ("T+1h05 mended", 65, "mended"),
        ("T-2d changed", -2880, "changed"),
        ("+12min paged", 12, "paged"),
        ("**+1h 5m**: rolled back", 65, "rolled back"),
        ("+0:45 – done", 45, "done"),
        ("−3m: deploy", -3, "deploy"),
    ],
)
def test_what_counts_from_the_start(text: str, minutes: float, words: str) -> None:
    assert counted(text) == (timedelta(minutes=minutes), words)


@pytest.mark.parametrize(
    "text", ["T+ paged", "5m later", "AT+5m dial", "T+5mb sent", "+5% errors", "+5 users"]
)
def test_what_does_not(text: str) -> None:
    assert counted(text) is None


def test_the_first_time_of_the_section_is_the_start() -> None:
    told = read(f"{HEAD}- 14:02 deploy\n- T+5m paged\n- 14:20 mended\n- T+1h closed\n")
    assert [f"{e.at:%m-%d %H:%M} {e.text}" for e in told.entries] == [
        *("03-05 14:02 deploy", "03-05 14:07 paged", "03-05 14:20 mended", "03-05 15:02 closed"),
    ]


def test_without_a_start_it_is_said_what_is_missing() -> None:
    told = read(f"{HEAD}- T+5m paged\n- 14:20 mended\n")
    assert len(told.entries) == 1
    assert [skipped.reason for skipped in told.undated] == [
        "it counts from a start that is not named; write Start: 2026-01-15 14:02 above it",
    ]


@pytest.mark.parametrize(
    "start",
    [
        "**Started:** 2024-03-05 14:02 UTC",
        "| Start | 2024-03-05 14:02 |\n|---|---|\n| Severity | 2 |",
        "- Date: March 5th, 2024, 2:02 PM UTC",
        "- **Detected at**: 2024-03-05 14:02 UTC",
        "Duration: 40 minutes (2024-03-05 14:02 – 14:42 UTC)",
        "On March 5, 2024 at 14:02 UTC the pool ran dry. By 15:00 UTC it was well.",
        "T+0 is 2024-03-05 14:02 UTC.\n\n**Started:** 2024-03-05 13:00 UTC",
    ],
)
def test_the_start_may_be_named_outside_of_the_timeline(start: str) -> None:
    told = read(f"# The pool ran dry\n\n{start}\n\n## Timeline\n\n- T+0 paged\n- T+12 mended\n")
    counted_from = [e for e in told.entries if not e.labelled]
    assert [f"{e.at:%m-%d %H:%M} {e.text}" for e in counted_from] == [
        *("03-05 14:02 paged", "03-05 14:14 mended"),
    ]


def test_the_first_time_of_the_section_goes_before_a_start_elsewhere() -> None:
    told = read(f"# Slow, 2024-03-05\n\nStarted: 2024-03-05 09:00\n\n{HEAD}- 14:02 a\n- T+5m b\n")
    assert [f"{e.at:%H:%M}" for e in told.entries][-1] == "14:07"


def test_t_zero_needs_no_sign() -> None:
    told = read(
        f"{HEAD}| Time | Event |\n|---|---|\n| 14:02 | deploy |\n| T0 | x |\n| T0+9m | y |\n"
    )
    assert [f"{e.at:%H:%M} {e.text}" for e in told.entries] == [
        *("14:02 deploy", "14:02 x", "14:11 y"),
    ]


def test_without_the_t_it_counts_where_several_lines_do() -> None:
    told = read(f"{HEAD}- 14:02 deploy\n- +12min paged\n- +1h mended\n")
    assert [f"{e.at:%H:%M} {e.text}" for e in told.entries] == [
        *("14:02 deploy", "14:14 paged", "15:02 mended"),
    ]
    table = (
        "| Time | Event |\n|---|---|\n| 14:02 | deploy |\n| +12m | paged |\n| +1h10 | mended |\n"
    )
    assert [f"{e.at:%H:%M} {e.text}" for e in read(f"{HEAD}{table}").entries] == [
        *("14:02 deploy", "14:14 paged", "15:12 mended"),
    ]
    [alone] = read(f"{HEAD}- 14:02 deploy\n- +12min of delay for users\n").entries
    assert alone.text == "deploy\n+12min of delay for users"


def test_a_definition_list_has_its_time_as_the_term() -> None:
    told = read(f"{HEAD}14:02\n: deploy\n\n**14:10**\n:   paged\n: rolled back\n")
    assert [f"{e.at:%H:%M} {e.text}" for e in told.entries] == [
        *("14:02 deploy", "14:10 paged\nrolled back"),
    ]
