"""The whole window on a store of its own, at a clock that stands still until it is moved."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from sqlite3 import connect
from typing import Final, cast

from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Static

from incident_tui.commands.outcome import Intent
from incident_tui.domain.facts import Declared
from incident_tui.domain.ids import uuid7
from incident_tui.domain.incident import Severity
from incident_tui.services.config import Config
from incident_tui.services.incident_log import IncidentLog, declare, open_log
from incident_tui.services.session import Session
from incident_tui.services.store import SCREEN_MS, Store
from incident_tui.storage.asking import FileQuestions
from incident_tui.tui.app import IncidentApp
from incident_tui.tui.screens.live import LiveScreen
from incident_tui.tui.widgets.prompt import Prompt
from tests.support.entries import T0

DEADLINE: Final = 20
"""Seconds; far beyond any expected wait, so that a loaded machine fails nothing."""
CALM: Final = Config()


class Clock:
    """The time and the ids of a test; `minutes` are counted from T0."""

    def __init__(self) -> None:
        self.at = T0
        self._ids = 0

    def now(self) -> datetime:
        return self.at

    def later(self, *, minutes: float = 0, seconds: float = 0) -> None:
        self.at += timedelta(minutes=minutes, seconds=seconds)

    def new_id(self, now: datetime) -> str:
        self._ids += 1
        return uuid7(int(now.timestamp() * 1000), self._ids.to_bytes(10, "big"))

    def sitting(self, author: str = "jo", source: str = "tui") -> Session:
        return Session(author, source, self.now, self.new_id)


class Place:
    """A store file in which INC-1 burns, and whoever else writes to it."""

    def __init__(self, db: Path, title: str = "Checkout fails") -> None:
        self.db = db
        self.clock = Clock()
        self.declare(title)

    @contextmanager
    def store(self) -> Iterator[Store]:
        """The store as another program has it open."""
        store = Store(self.db)
        try:
            yield store
        finally:
            store.close()

    def declare(self, title: str) -> int:
        """The number of one more incident."""
        with self.store() as store:
            fact = Declared(title, Severity.SEV2, "checkout")
            return declare(store, self.clock.sitting("ana", "cli"), fact, self.clock.at).number

    def log(self, store: Store, author: str = "ana", number: int | None = None) -> IncidentLog:
        """The log as somebody's command has it."""
        return open_log(store, self.clock.sitting(author, "cli"), number=number)

    def say(self, *lines: str, author: str = "ana", number: int | None = None) -> None:
        """Record lines as commands of another person would."""
        with self.store() as store:
            log = self.log(store, author, number)
            for line in lines:
                decided = log.decide(line)
                assert not isinstance(decided.outcome, Intent)
                log.record(decided.outcome, decided.at or self.clock.at)

    def said(self, number: int = 1) -> list[str]:
        """What the timeline says after the declaration."""
        with self.store() as store:
            return [row.text for row in self.log(store, number=number).newest(1000)][1:]

    @contextmanager
    def locked(self, how: str = "EXCLUSIVE") -> Iterator[None]:
        """Another program holds the store: with EXCLUSIVE nobody reads, with IMMEDIATE they do."""
        other = connect(self.db, isolation_level=None)
        try:
            other.execute(f"BEGIN {how}")
            yield
            other.execute("ROLLBACK")
        finally:
            other.close()


class Seat:
    """Somebody before the window."""

    def __init__(self, app: IncidentApp, pilot: Pilot[None], clock: Clock) -> None:
        self.app = app
        self.pilot = pilot
        self.clock = clock

    @property
    def live(self) -> LiveScreen:
        """The live screen that is shown."""
        screen = self.app.screen
        assert isinstance(screen, LiveScreen), screen
        return screen

    @property
    def prompt(self) -> Prompt:
        return self.live.bar.prompt

    @property
    def hint(self) -> str:
        """What is said under the prompt."""
        return str(self.live.query_one("#hint", Static).content)

    @property
    def stamp(self) -> str:
        return str(self.live.query_one("#stamp", Static).content)

    def rows(self) -> list[str]:
        """The lines of the timeline that hold something."""
        timeline = self.live.timeline
        shown = [timeline.render_line(y).text.rstrip() for y in range(timeline.size.height)]
        return [line for line in shown if line]

    def text(self) -> str:
        """All that is on the screen, blanks at the ends of lines left out."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    async def paste(self, text: str) -> None:
        self.prompt.post_message(Paste(text))
        await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def put(self, line: str) -> None:
        """Have the line in the prompt, as if it had been typed in one go."""
        self.live.bar.begin(line, self.clock.at)
        await self.pilot.pause()

    async def enter(self, line: str) -> None:
        """Send the line, and wait until it is stored or handed back."""
        await self.put(line)
        live = self.live
        await self.pilot.press("enter")
        await live.outbox.drained()
        await self.pilot.pause()

    async def until(self, true: Callable[[], object], what: str) -> None:
        """Wait until it is so."""
        try:
            async with asyncio.timeout(DEADLINE):
                while not true():
                    await self.pilot.pause(0.01)
        except TimeoutError:
            raise AssertionError(f"waited for {what}; the screen:\n{self.text()}") from None

    async def shows(self, text: str) -> None:
        """Wait until the screen shows the text."""
        await self.until(lambda: text in self.text(), f"{text!r} on the screen")


@asynccontextmanager
async def window(
    place: Place,
    *,
    size: tuple[int, int] = (80, 24),
    config: Config = CALM,
    number: int | None = None,
    author: str = "jo",
) -> AsyncIterator[Seat]:
    """A window on the place, at rest; it is left as a person leaves it."""
    store = Store(place.db, SCREEN_MS)
    app = IncidentApp(store, place.clock.sitting(author), config, number=number)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Seat(app, pilot, place.clock)
        if app.is_running and app.return_value is None:
            await app.action_quit()


@contextmanager
def asked(seat: Seat) -> Iterator[list[str]]:
    """The statements that the store is asked, but for whether anything changed."""
    seen: list[str] = []

    def note(sql: str) -> None:
        if "data_version" not in sql:
            seen.append(sql)

    doors = (seat.app.store.log._ask, seat.app.store.read._ask)
    connections = [cast("FileQuestions", door)._connection for door in doors]
    for connection in connections:
        connection.set_trace_callback(note)
    try:
        yield seen
    finally:
        for connection in connections:
            connection.set_trace_callback(None)
