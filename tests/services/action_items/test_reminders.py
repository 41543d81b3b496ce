"""What was promised is said once a day, in one line, to whom it concerns."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from incident_tui.domain.facts import ActionItemAdded, Declared, StatusChanged
from incident_tui.domain.incident import Severity, Status
from incident_tui.services.action_items import reminders
from incident_tui.services.action_items.reminders import Owed
from incident_tui.services.incident_log import declare
from incident_tui.services.session import Session
from incident_tui.services.store import Store
from tests.services.action_items.test_tracker import row
from tests.support.entries import T0

TODAY = T0.date()


def session(days: float = 0, author: str = "ana") -> Session:
    return Session(author, "test", lambda: T0 + timedelta(days=days))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A resolved SEV1 with an item of ana that is due in two days."""
    store = Store(tmp_path / "store.db")
    log = declare(store, session(), Declared("Checkout fails", Severity.SEV1), T0)
    due = TODAY + timedelta(days=2)
    log.record(ActionItemAdded("Alert on lag", "ana", due), T0)
    log.record(StatusChanged(Status.INVESTIGATING, Status.RESOLVED), T0)
    yield store
    store.close()


def test_it_is_said_once_a_day_to_each(store: Store) -> None:
    said = "yours: 1 action due soon; first INC-1 A1 Alert on lag (in 2 d) · F6"
    assert reminders.reminder(store, session()) == said
    assert reminders.reminder(store, session(0.1)) == ""
    assert reminders.reminder(store, session(0.1, "jo")) == ""  # nothing of jo's is late
    assert reminders.reminder(store, session(1)).startswith("yours: 1 action due soon")
    assert reminders.reminder(store, session(3, "jo")) == "1 of others overdue · F6"


def test_while_something_burns_nobody_is_reminded(store: Store) -> None:
    declare(store, session(), Declared("Login fails", Severity.SEV2), T0)
    assert reminders.reminder(store, session(3)) == ""


def test_a_memory_that_cannot_be_read_reminds_once_more(store: Store) -> None:
    file = store.path.with_name("store.db.reminded")
    for spoiled in (b"{", b'{"ana": "soon"}', b"[]"):
        file.write_bytes(spoiled)
        assert reminders.reminder(store, session())
        assert reminders.reminder(store, session()) == ""


def test_a_sev1_that_is_a_year_old_and_unfinished_comes_back_once(store: Store) -> None:
    year = "a year after INC-1 (SEV1) 1 of its actions is open"
    assert reminders.anniversaries(store, None, date(2027, 1, 15)) == [year]
    assert reminders.anniversaries(store, None, date(2027, 1, 16)) == []
    assert reminders.anniversaries(store, "2027-01-12", date(2027, 1, 18)) == [year]
    assert reminders.anniversaries(store, "2027-01-15", date(2027, 1, 18)) == []
    assert reminders.anniversaries(store, None, date(2029, 1, 15))[0].startswith("3 years after")
    assert year in reminders.reminder(store, session(365))


@pytest.mark.parametrize(
    ("late", "soon", "counts"),
    [
        (0, 0, ""),
        (1, 0, "1 action overdue"),
        (2, 3, "2 actions overdue, 3 due soon"),
        (0, 1, "1 action due soon"),
        (0, 2, "2 actions due soon"),
    ],
)
def test_it_counts(late: int, soon: int, counts: str) -> None:
    assert Owed((row(1),) * late, (row(2),) * soon).counts == counts


def test_29_february_comes_round_on_1_march(store: Store) -> None:
    leap = datetime(2028, 2, 29, tzinfo=T0.tzinfo)
    assert reminders._came_round(leap, None, date(2029, 3, 1)) == 1
    assert reminders._came_round(leap, None, date(2029, 2, 28)) == 0
