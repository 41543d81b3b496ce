"""The tracker: found by typing, done by a key, many at once, each on its own incident."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

from textual.pilot import Pilot

from incident_tui.domain.actions import ActionStatus
from incident_tui.domain.facts import ActionItemAdded, Declared
from incident_tui.domain.incident import Priority, Severity
from incident_tui.services.action_items.tracker import ActionRow
from incident_tui.services.incident_log import declare
from incident_tui.services.session import Session
from incident_tui.services.store import SCREEN_MS, Store
from incident_tui.tui.follow_ups import Items
from incident_tui.tui.screens.tracker import TrackerScreen
from tests.support.entries import T0
from tests.support.screens import HOSTILE, Host

TODAY = T0.date()


class Told(Items):
    """Notes down where one wants to go, and what one wants elsewhere."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)  # type: ignore[arg-type]  # it has the store and the session
        self._said = desk

    def go_to(self, number: int) -> None:
        self._said.said.append(number)

    def hand_on(self, rows: Sequence[ActionRow], how: str) -> None:
        self._said.said.append((how, len(rows)))


class Desk(Host):
    """The tracker of a store in which four items are open, one of them late."""

    def __init__(self, db: Path, words: str = "") -> None:
        self.store = Store(db, SCREEN_MS)
        self.session = Session("ana", "tui", lambda: T0)
        for number, title in ((1, "Checkout fails"), (2, "Login fails")):
            fact = Declared(title, Severity(number), "web")
            log = declare(self.store, self.session, fact, T0)
            soon = TODAY + timedelta(days=number)
            log.record(ActionItemAdded("Alert on lag", "ana", soon, Priority.HIGH), T0)
            late = TODAY - timedelta(days=3) if number == 1 else None
            log.record(ActionItemAdded("Split the deploys", "jo", late), T0)
        super().__init__(TrackerScreen(Told(self), words))

    def standing(self) -> list[str]:
        rows = self.store.read.actions()
        return [f"{r.incident_number}.{r.item.number} {r.item.status}" for r in rows]


@asynccontextmanager
async def desk(
    folder: Path, size: tuple[int, int] = (120, 20), words: str = ""
) -> AsyncIterator[tuple[Desk, Pilot[None]]]:
    app = Desk(folder / "store.db", words)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app, pilot
    await app.store.finish()


async def test_what_is_late_stands_first_and_enter_goes_to_its_incident(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        top, _, _, first, second, *_ = app.text().splitlines()
        assert top.split("   ")[1] == "4 open · 1 overdue · 2 due soon · 2 mine"
        assert first.split()[1:] == [
            *("INC-1", "A2", "3", "d", "late", "2026-01-12", "@jo", "Split", "the", "deploys"),
            *("web", "SEV1"),
        ]
        assert "in 1 d" in second
        await pilot.press("enter", "down", "down", "enter")
        await pilot.click("ActionList", offset=(9, 0))
        await pilot.click("ActionList", offset=(9, 0))
    assert app.said == [1, 2, 1]


async def test_marked_items_are_done_together(tmp_path: Path) -> None:
    async with desk(tmp_path, words="mine") as (app, pilot):
        await pilot.press("space", "space", "d")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "2 done" in app.text()
        assert "No action item meets “mine”." in app.text()
        assert app.standing() == ["1.2 open", "1.1 done", "2.1 done", "2.2 open"]
        await pilot.press("escape")
        assert "Split the deploys" in app.text()


async def test_a_deed_that_needs_a_reason_asks_for_it(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await pilot.press("x", "enter")
        assert "say why; a declined item stays" in app.text()
        await pilot.press(*"gone", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        [item] = [r.item for r in app.store.read.actions(status=ActionStatus.DECLINED)]
        assert (item.label, item.reason) == ("A2", "gone")
        await pilot.press("r", "escape", "f", *"declined", "enter")
        assert "declined: gone · declined: gone by @ana" in app.text()
        await pilot.press("c", "e")
    assert app.said == [("copy", 1), ("export", 1)]


async def test_filter_sort_and_group_are_one_line(tmp_path: Path) -> None:
    async with desk(tmp_path, size=(80, 20)) as (app, pilot):
        await pilot.press("m", "g", "s")
        screen = app.screen
        assert isinstance(screen, TrackerScreen)
        assert screen.line.filter == "mine group:owner sort:priority"
        assert "@ana" in app.text().splitlines()[3]
        await pilot.press("f", *"sev:9")
        assert "sev:9: " in app.text()
        await pilot.press("escape", "escape", "ctrl+a", "escape", "escape")
        assert app.answers == [None]


async def test_no_text_acts_and_an_empty_tracker_teaches(tmp_path: Path) -> None:
    app = Desk(tmp_path / "store.db", words=HOSTILE)
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.pause()
        assert "No action item meets" in app.text()
        assert "\x1b" not in app.text()
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("ctrl+a", "d")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "/action adds a follow-up" in app.text()
    await app.store.finish()
