"""Speed is guarded by counting what is done, since no clock is the same on two machines."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.screen import Screen
from textual.scrollbar import ScrollBar
from textual.widget import Widget

from incident_tui.domain.facts import Noted
from incident_tui.storage import log_reader
from tests.bench.stores import one_incident
from tests.support.window import Place, Seat, asked, window

WIDE = (120, 40)
LATER = {"sqlmodel", "sqlalchemy", "alembic", "aiosqlite", "pydantic", "click", "jinja2"}
"""What the window or a command loads at another time."""
AFTER = {
    *("incident_tui.commands.all", "incident_tui.commands.completion", "incident_tui.tui.intents"),
    *("incident_tui.tui.providers", "incident_tui.services.upkeep"),
}
"""What a key may need that comes after the first frame, and what that key alone brings along."""
NEVER = {"email", "zipfile", "importlib.metadata", "csv", "textual.widgets._text_area", "_ssl"}
"""What came along unasked before: a fifth of a start, and with OpenSSL a tenth of the memory."""
OURS = 122
"""Modules of the program that the first frame takes; each costs it a sixth of a millisecond."""
FIRST_FRAME = """
import sys
from incident_tui import __main__ as program

def seen(app):
    print(*loaded)
    app.exit()

loaded = []
def note():
    loaded[:] = sys.modules

def watch():
    from textual.app import App
    from incident_tui.tui import app as window
    from incident_tui.tui.app import IncidentApp
    run, mounted = App.run, IncidentApp.on_mount

    def on_mount(app):
        app.call_after_refresh(note)
        mounted(app)
        app.call_after_refresh(seen, app)

    window._REST_AFTER = 1000  # or on a busy machine the rest comes before the frame
    App.run = lambda app: run(app, headless=True)
    IncidentApp.on_mount = on_mount
    IncidentApp._at_rest = lambda app: None  # on a busy machine it would come before the frame

def without_tls():
    before()
    watch()

before, program._without_tls = program._without_tls, without_tls
program.main()
"""


class Counted:
    """What the screen was asked to do: widgets painted anew, layouts, frames, bytes of these."""

    def __init__(self) -> None:
        self.painted: list[str] = []
        self.layouts = 0
        self.frames = 0
        self.bars = 0
        self.bytes = 0

    def clear(self) -> None:
        self.__init__()  # type: ignore[misc]


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counted:
    """Counts from here on; `clear` begins anew."""
    count = Counted()
    refresh, layout, display = Widget.refresh, Screen._refresh_layout, App._display

    def counting_refresh(self: Widget, *regions: Any, **what: Any) -> Widget:
        count.painted.append(self.id or type(self).__name__)
        count.bars += isinstance(self, ScrollBar)
        return refresh(self, *regions, **what)

    def counting_layout(self: Screen[Any], *args: Any, **more: Any) -> None:
        count.layouts += 1
        layout(self, *args, **more)

    def counting_display(self: App[Any], screen: Screen[Any], update: Any) -> None:
        if hasattr(update, "render_segments"):
            count.frames += 1
            count.bytes += len(update.render_segments(self.console).encode())
        display(self, screen, update)

    monkeypatch.setattr(Widget, "refresh", counting_refresh)
    monkeypatch.setattr(Screen, "_refresh_layout", counting_layout)
    monkeypatch.setattr(App, "_display", counting_display)
    return count


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path / "store.db")


def test_the_first_frame_loads_only_what_it_shows(place: Place) -> None:
    place.say("it burns")
    folder = place.db.parent
    env = {**os.environ, "INCIDENT_TUI_DB": str(place.db), "XDG_CONFIG_HOME": str(folder)}
    started = subprocess.run(
        [sys.executable, "-c", FIRST_FRAME], capture_output=True, text=True, env=env, check=False
    )
    assert started.returncode == 0, started.stderr
    loaded = set(started.stdout.split())
    assert "incident_tui.tui.screens.live" in loaded
    assert loaded & (LATER | NEVER | AFTER) == set()
    assert sum(name.startswith("incident_tui.") for name in loaded) <= OURS
    screens = {name for name in loaded if name.startswith("incident_tui.tui.screens.")}
    assert screens == {"incident_tui.tui.screens.live"}


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
async def test_the_first_frame_is_styled_once_and_as_it_would_be_again(
    place: Place, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    place.say("it burns", "/task @jo check the lag 15m", "/decision roll back @ana")
    whole: list[str] = []
    update = Stylesheet.update_nodes

    def counting(self: Stylesheet, nodes: Iterable[DOMNode], animate: bool = False) -> None:
        found = list(nodes)
        whole.extend(node.id or "" for node in found if isinstance(node, Screen))
        update(self, found, animate)

    monkeypatch.setattr(Stylesheet, "update_nodes", counting)
    async with window(place, size=size) as seat:
        assert whole == []
        before = styles_of(seat)
        seat.live.update_node_styles(animate=False)
        assert whole == [""]
        assert styles_of(seat) == before


def test_the_mapper_brings_no_openssl(place: Place) -> None:
    """It is made for a window: there neither asyncio nor a digest has loaded it."""
    script = f"""
import sys
from incident_tui import __main__ as program
program._without_tls()
import asyncio
from pathlib import Path
from incident_tui.services.store import Store

async def load():
    store = Store(Path({str(place.db)!r}))
    await store.documents()
    print(*sys.modules)
    await store.finish()

asyncio.run(load())
import ssl, hashlib, hmac
assert ssl.create_default_context() and hmac.digest(b"key", b"text", "sha256")
"""
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = set(run.stdout.split())
    assert {"sqlalchemy", "hashlib"} <= loaded
    assert loaded & {"_ssl", "_hashlib"} == set()


def styles_of(seat: Seat) -> dict[str, str]:
    """What the stylesheet says of each widget of the screen."""
    nodes = seat.live.walk_children(with_self=True)
    return {str(node): node._css_styles.css for node in nodes}


async def test_opening_decodes_the_same_whatever_the_length(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert await decoded(tmp_path, monkeypatch, 400) == await decoded(tmp_path, monkeypatch, 4000)


async def decoded(folder: Path, monkeypatch: pytest.MonkeyPatch, entries: int) -> int:
    """How many entries a window of that many has taken apart once it is at rest."""
    place = Place(folder / f"{entries}.db")
    one_incident(place.db, entries)
    rows: list[object] = []
    entry: Callable[[Any], object] = log_reader.__dict__["entry"]

    def counting(row: Any) -> object:
        rows.append(row)
        return entry(row)

    with monkeypatch.context() as patch:
        patch.setattr(log_reader, "entry", counting)
        async with window(place, size=WIDE) as seat:
            await seat.until(lambda: len(seat.live.timeline.view.order) == entries, "all rows")
    return len(rows)


async def test_a_key_paints_the_prompt_and_asks_the_store_nothing(
    place: Place, counted: Counted
) -> None:
    async with window(place, size=WIDE) as seat:
        await seat.press("a")
        counted.clear()
        with asked(seat) as questions:
            await seat.press("b")
        assert set(counted.painted) == {"prompt"}
        assert (counted.layouts, questions) == (0, [])
        assert counted.bytes <= 100


async def test_a_letter_and_what_it_offers_are_one_frame_and_no_layout(
    place: Place, counted: Counted
) -> None:
    place.say("it burns")
    async with window(place, size=WIDE) as seat:
        for letter in "/upq":  # the list comes, is another one twice, and goes
            counted.clear()
            await seat.press(letter)
            assert set(counted.painted) == {"prompt", "timeline", "hint"}
            assert (counted.layouts, counted.frames, counted.bars) == (0, 1, 0)
            assert counted.bytes <= 3300


async def test_a_choice_paints_the_lines_that_it_changed(place: Place, counted: Counted) -> None:
    async with window(place, size=WIDE) as seat:
        await seat.press(*"/de")
        counted.clear()
        await seat.press("down")
        assert counted.painted == ["timeline"]
        assert (counted.layouts, counted.frames) == (0, 1)
        assert 0 < counted.bytes <= 200


async def test_a_tick_paints_the_clocks_that_moved(place: Place, counted: Counted) -> None:
    place.say("/task @jo check the lag 15m", "/task @ana call the vendor 20m", "it burns")
    async with window(place, size=WIDE) as seat:
        counted.clear()
        place.clock.later(seconds=1)
        seat.live._tick()
        await seat.pilot.pause()
        assert set(counted.painted) == {"due", "elapsed", "stamp", "clocks"}
        assert counted.layouts == 0
        assert 0 < counted.bytes <= 460
        counted.clear()
        seat.live._tick()
        await seat.pilot.pause()
        assert (counted.painted, counted.bytes) == ([], 0)


@pytest.mark.parametrize(("size", "most"), [((120, 40), 1500), ((80, 24), 500), ((40, 12), 500)])
async def test_an_entry_sends_the_rows_that_are_new(
    place: Place, counted: Counted, size: tuple[int, int], most: int
) -> None:
    place.say(*(f"note {n}: pool of db-main-{n % 7} is exhausted" for n in range(60)))
    async with window(place, size=size) as seat:
        await seat.enter("it burns")
        await seat.put("it still burns")
        counted.clear()
        await seat.pilot.press("enter")
        await seat.live.outbox.drained()
        await seat.pilot.pause()
        assert "it still burns" in seat.rows()[-1]
        assert 0 < counted.bytes <= most


async def test_a_cursor_at_rest_sends_nothing(place: Place) -> None:
    async with window(place) as seat:
        timer = seat.prompt._blink_timer
        assert timer is not None
        assert not timer._active.is_set()


async def test_an_entry_paints_no_scroll_bar_that_stands_still(
    place: Place, counted: Counted
) -> None:
    one_incident(place.db, 2000)
    async with window(place, size=WIDE) as seat:
        await seat.until(lambda: len(seat.live.timeline.view.order) == 2000, "all rows")
        await seat.enter("it burns")
        counted.clear()
        await seat.enter("it still burns")
        assert "timeline" in counted.painted
        assert (counted.layouts, counted.bars) == (0, 0)


@pytest.mark.parametrize("entries", [10, 1000])
def test_an_append_costs_the_same_whatever_the_length(place: Place, entries: int) -> None:
    one_incident(place.db, entries)
    asked: list[str] = []
    with place.store() as store:
        log = place.log(store, number=2)
        store.write(listed(log.recording(Noted("it burns"), place.clock.at), asked))
    assert len(asked) == 6, asked


def listed(script: Any, asked: list[str]) -> Any:
    """The script, each of whose statements is noted down on its way."""
    rows = None
    while True:
        try:
            statement = next(script) if rows is None else script.send(rows)
        except StopIteration:
            return
        asked.append(statement[0])
        rows = yield statement


async def test_a_drawn_line_is_filtered_once(place: Place) -> None:
    place.declare("it burns")
    async with window(place) as seat:
        filters = [seat.live.app.get_line_filters() for _ in range(2)]
        assert filters[0][-1] is filters[1][-1]
