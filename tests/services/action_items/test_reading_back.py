"""What another tracker says of an item becomes one fact, and never two."""

from datetime import date

import pytest

from incident_tui.domain.actions import ActionStatus
from incident_tui.domain.facts import ActionItemChanged, ActionItemDeclined, ActionItemDone
from incident_tui.importers.tickets import Became, Ticket
from incident_tui.services.action_items import reading_back
from tests.services.action_items.test_tracker import row

OPEN = row(1, "Alert on lag", owner="ana")
DONE = row(2, "Split", status=ActionStatus.DONE)
DUE = date(2026, 3, 1)


def ticket(
    became: Became, *, title: str = "x", reference: tuple[int, int] | None = (1, 1)
) -> Ticket:
    found = () if reference is None else (reference,)
    return Ticket(2, "OPS-1", title, "Won't Do", became, found, DUE)


def planned(each: Ticket) -> reading_back.Change:
    [change] = reading_back.plan([OPEN, DONE, row(3, "Twin"), row(4, "twin")], [each])
    return change


@pytest.mark.parametrize(
    ("became", "fact"),
    [
        (Became.DONE, ActionItemDone("i1a1")),
        (Became.DECLINED, ActionItemDeclined("i1a1", "Won't Do in OPS-1")),
        (Became.OPEN, ActionItemChanged("i1a1", due=DUE, reason="as in OPS-1")),
    ],
)
def test_an_open_item_becomes_what_it_became_there(became: Became, fact: object) -> None:
    assert planned(ticket(became)).fact == fact
    assert planned(ticket(became)).name == "INC-1 A1"


@pytest.mark.parametrize(
    ("each", "text"),
    [
        (ticket(Became.DONE, reference=(1, 2)), "is so already"),
        (ticket(Became.OPEN, reference=(1, 2)), "done here, and still Won't Do in OPS-1; left"),
        (ticket(Became.DONE, reference=(9, 9)), "no action item is like it"),
        (ticket(Became.DONE, title="TWIN ", reference=None), "several action items have its title"),
    ],
)
def test_what_is_not_clear_changes_nothing(each: Ticket, text: str) -> None:
    assert planned(each).fact is None
    assert planned(each).text.startswith(text)


def test_without_a_reference_the_title_says_which() -> None:
    named = ticket(Became.DONE, title=" alert  ON lag", reference=None)
    assert planned(named).fact == ActionItemDone("i1a1")
