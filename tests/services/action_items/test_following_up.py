"""What is done to many items at once is a fact on each one's incident."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from incident_tui.domain.actions import ActionItem, ActionStatus
from incident_tui.domain.errors import CommandError
from incident_tui.domain.facts import (
    ActionItemAdded,
    ActionItemChanged,
    ActionItemDeclined,
    ActionItemDone,
    Declared,
)
from incident_tui.domain.incident import Priority, Severity
from incident_tui.services.action_items import deeds, following_up
from incident_tui.services.incident_log import declare, open_log
from incident_tui.services.session import Session
from incident_tui.services.store import Store
from tests.support.entries import T0

TODAY = T0.date()
ITEM = ActionItem("a1", 1, "fix", T0, "ana")


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    store = Store(tmp_path / "store.db")
    for number in (1, 2):
        log = declare(store, session(), Declared(f"Nr {number}", Severity.SEV2), T0)
        log.record(ActionItemAdded("fix", "ana"), T0)
    yield store
    await store.finish()


def session(days: float = 0) -> Session:
    return Session("jo", "test", lambda: T0 + timedelta(days=days))


async def test_each_incident_has_its_own_fact_and_a_refusal_stops_no_other(store: Store) -> None:
    rows = store.read.actions()
    open_log(store, session(), number=1).record(ActionItemDone(rows[0].item.id), T0)
    carried = await following_up.carry_out(store, session(1), rows, following_up.done(), T0)
    assert carried.recorded == 1
    assert following_up.told(carried, "done") == "1 done; INC-1 A1 is done already"
    assert [r.item.status for r in store.read.actions()] == [ActionStatus.DONE] * 2
    assert [row.entries for row in store.read.incidents()] == [3, 3]


async def test_what_was_said_lately_is_read_off_the_facts(store: Store) -> None:
    rows = store.read.actions()
    deed = deeds.question("redate").read("in 2 weeks because the vendor is late", TODAY)
    await following_up.carry_out(store, session(10), rows[:1], deed, T0 + timedelta(days=10))
    recent = following_up.recent(store, session(12).now())
    assert list(recent) == [rows[0].item.id]
    said = recent[rows[0].item.id]
    assert (said.text, said.author) == ("changed: due 2026-01-29: the vendor is late", "jo")
    assert {each.text for each in following_up.recent(store, session(5).now()).values()} == {
        "added",
        said.text,
    }


@pytest.mark.parametrize(
    ("name", "text", "fact"),
    [
        ("redate", "2026-02-01 away", {"due": TODAY.replace(month=2, day=1), "reason": "away"}),
        ("own", "@li", {"owner": "li"}),
        ("rank", "H", {"priority": Priority.HIGH}),
    ],
)
def test_an_answer_is_read(name: str, text: str, fact: dict[str, object]) -> None:
    made = deeds.question(name).read(text, TODAY)(ITEM)
    assert made == ActionItemChanged(ITEM.id, **fact)  # type: ignore[arg-type]  # fields by name


def test_a_reason_is_kept_as_it_was_given() -> None:
    deed = deeds.question("decline").read(" retired ", TODAY)
    assert deed(ITEM) == ActionItemDeclined(ITEM.id, "retired")


def test_what_is_so_already_is_not_said_again() -> None:
    assert following_up.changed(owner="ana")(ITEM) == "is so already"


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("decline", " ", "say why"),
        ("redate", "2w", "say why, behind the date"),
        ("redate", "some day", "begin with the new date"),
        ("own", "the team", "write @maria"),
        ("rank", "", "not one of high, medium, low"),
    ],
)
def test_an_answer_that_will_not_do_is_asked_again(name: str, text: str, says: str) -> None:
    with pytest.raises(CommandError, match=says):
        deeds.question(name).read(text, TODAY)
