from datetime import timedelta

import pytest

from incident_tui.domain.incident import Status
from incident_tui.services.catalogue import due, haystack, lasted, listed, matching
from tests.support.entries import T0
from tests.support.screens import incident

BURNING = Status.INVESTIGATING


def test_live_ones_come_first_and_the_worst_of_them_on_top() -> None:
    rows = [
        incident(1, severity=1),
        incident(2, severity=4, status=BURNING),
        incident(3, severity=1, status=Status.MONITORING),
        incident(4, severity=5),
        incident(5, severity=4, status=BURNING),
    ]
    assert [row.number for row in listed(rows)] == [3, 5, 2, 4, 1]


def test_a_live_incident_ages_and_a_resolved_one_has_lasted() -> None:
    now = T0 + timedelta(hours=9)
    assert lasted(incident(1, status=BURNING), now) == timedelta(hours=9)
    assert lasted(incident(1, hours=2), now) == timedelta(hours=2)
    assert lasted(incident(1, hours=-2), now) == timedelta(0)


@pytest.mark.parametrize(
    ("after", "text", "late"),
    [
        (timedelta(hours=17), "31 h left", False),
        (timedelta(hours=47, minutes=20), "40 min left", False),
        (timedelta(hours=48), "late 0 min", True),
        (timedelta(hours=53), "late 5 h", True),
        (timedelta(days=12), "late 10 d", True),
    ],
)
def test_a_post_mortem_has_48_hours_from_the_resolve(
    after: timedelta, text: str, late: bool
) -> None:
    assert due(incident(1, hours=1), T0 + timedelta(hours=1) + after) == (text, late)


def test_no_clock_runs_before_the_resolve_or_after_the_publication() -> None:
    later = T0 + timedelta(days=30)
    assert due(incident(1, status=BURNING), later) == ("", False)
    assert due(incident(1, published=True), later) == ("published", False)


def test_every_word_of_a_filter_must_be_there_in_any_order_and_case() -> None:
    rows = [incident(1, "Login FAILS", service="auth"), incident(2, commander="jo", severity=1)]
    found = [haystack(row) for row in rows]
    assert matching(found, "auth login") == [0]
    assert matching(found, "FAILS") == [0, 1]
    assert matching(found, "sev1 @jo inc-2") == [1]
    assert matching(found, "  ") == [0, 1]
    assert matching(found, "auth jo") == []
