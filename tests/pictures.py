"""The pictures of the README are drawn by the program itself: `python -m tests.pictures`.

They show the transcripts at a clock that stands still, so the same program draws the same pictures.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, NamedTuple

from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from incident_tui.domain.metrics.window import quarter
from incident_tui.services import playing, postmortems
from incident_tui.services.config import Config
from incident_tui.services.figures import reporting
from incident_tui.services.insights_table import InsightsTable
from incident_tui.services.scenario import Scenario, parse
from incident_tui.services.session import Session
from incident_tui.services.store import Store
from incident_tui.tui.app import IncidentApp
from incident_tui.tui.screens.live import LiveScreen
from tests.generated import EXAMPLES, ROOT, TRANSCRIPTS
from tests.past.writing import NOW, write

PICTURES: Final = EXAMPLES / "pictures"
REPORTS: Final = EXAMPLES / "reports"
_DEMO, *_OTHERS = (parse(path.read_text("utf-8")) for path in TRANSCRIPTS)
_REAL: Final = tuple(each for each in _OTHERS if "factors" in each.answers)
_BURNING: Final = datetime(2026, 1, 15, 14, 24, 20, tzinfo=UTC)
"""The rollback of the demo has just worked; its follow-ups are still to come."""
_MORNING_AFTER: Final = datetime(2024, 7, 26, 8, 19, tzinfo=UTC)
_DARK: Final = "textual-dark"
_LIGHT: Final = "textual-light"
_REMOTE_FONT: Final = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


async def _type(pilot: Pilot[Any], line: str) -> None:
    live = pilot.app.screen
    assert isinstance(live, LiveScreen)
    live.bar.begin(line, _BURNING)
    await pilot.pause()


async def _logging(pilot: Pilot[Any]) -> None:
    await _type(pilot, "/action Alert when the checkout pool is above 85 % for 2 min @li due:2w")


async def _completing(pilot: Pilot[Any]) -> None:
    await _type(pilot, "/de")


async def _listing(pilot: Pilot[Any]) -> None:
    await pilot.press("down")


async def _writing(pilot: Pilot[Any]) -> None:
    await pilot.press("f9")
    for _ in range(3):
        await pilot.pause()
    await pilot.press("ctrl+b")


async def _updating(pilot: Pilot[Any]) -> None:
    await _type(pilot, "/update public")
    await pilot.press("enter")
    for _ in range(3):
        await pilot.pause()


async def _replaying(pilot: Pilot[Any]) -> None:
    await pilot.press("f8")
    for _ in range(20):
        await pilot.pause(0.01)
    for _ in range(4):
        await pilot.press("shift+right")


async def _three_incidents(store: Store) -> None:
    """INC-3 burns, and what was learned from the others is published."""
    for scenario in _REAL:
        await postmortems.publish(store, await playing.play(store, scenario))
    burning = tuple(step for step in _DEMO.steps if step.at <= _BURNING)
    await playing.play(store, Scenario(burning, {}, {}))


async def _half_written(store: Store) -> None:
    """INC-1 is over, and its post-mortem is answered down to the contributing factors."""
    await playing.play(store, _answered_until(_REAL[0], "factors"))


async def _three_quarters(store: Store) -> None:
    """What an invented company lived through."""
    write(store.path, 300, years=1.2)


async def _learning(pilot: Pilot[Any]) -> None:
    await pilot.press("f5")
    for _ in range(3):
        await pilot.pause()
    await pilot.press("down")


class Scene(NamedTuple):
    """The store, the incident that is open in it (0: the list), when, how, and what is done."""

    prepare: Callable[[Store], Awaitable[None]]
    number: int
    now: datetime
    theme: str
    size: tuple[int, int]
    act: Callable[[Pilot[Any]], Awaitable[None]]


SCENES: Final = {
    "live-dark-120x40": Scene(_three_incidents, 3, _BURNING, _DARK, (120, 40), _logging),
    "live-light-80x24": Scene(_three_incidents, 3, _BURNING, _LIGHT, (80, 24), _completing),
    "update-light-80x24": Scene(_three_incidents, 3, _BURNING, _LIGHT, (80, 24), _updating),
    "replay-dark-120x40": Scene(_three_incidents, 1, _BURNING, _DARK, (120, 40), _replaying),
    "list-dark-120x16": Scene(_three_incidents, 0, _BURNING, _DARK, (120, 16), _listing),
    "insights-dark-120x40": Scene(_three_quarters, 0, NOW, _DARK, (120, 40), _learning),
    "postmortem-dark-120x40": Scene(_half_written, 1, _MORNING_AFTER, _DARK, (120, 40), _writing),
}


def _answered_until(scenario: Scenario, last: str) -> Scenario:
    fields = list(scenario.answers)
    kept = fields[: fields.index(last) + 1]
    return replace(scenario, answers={field: scenario.answers[field] for field in kept})


async def picture(scene: Scene, db: Path) -> str:
    """The scene as SVG, which needs no font from elsewhere."""
    store = Store(db)
    await scene.prepare(store)
    session = Session("jo", "tui", lambda: scene.now)
    app = IncidentApp(store, session, Config(theme=scene.theme), number=scene.number)
    async with app.run_test(size=scene.size) as pilot:
        await pilot.pause()
        await scene.act(pilot)
        await pilot.pause()
        _hold_still(app)
        await pilot.pause()
        drawn = app.export_screenshot(title="incident-tui")
        await pilot.press("ctrl+q")
    return _REMOTE_FONT.sub("", drawn)


def _hold_still(app: IncidentApp) -> None:
    """A cursor that blinks is there in one picture and not in the next."""
    for box in app.screen.query(Input):
        box.cursor_blink = False
    for area in app.screen.query(TextArea):
        area.cursor_blink = False


def report(folder: Path) -> dict[str, str]:
    """The reliability report of an invented company, by the name of its file."""
    store = Store(write(folder / "past.db", 300, years=1.2))
    try:
        window = quarter("2026Q2", NOW, "2026-06-30")
        told = reporting.reported(store, "2026Q2", window, InsightsTable())
    finally:
        store.close()
    kinds = reporting.FORMATS.values()
    return {f"reliability-2026Q2.{ending}": written(told) for ending, written in kinds}


async def draw() -> None:
    """Draw every picture anew, and write the report anew."""
    REPORTS.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        for name, text in report(Path(folder)).items():
            (REPORTS / name).write_text(text, "utf-8", newline="\n")
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name, scene in SCENES.items():
        path = PICTURES / f"{name}.svg"
        with TemporaryDirectory() as folder:
            path.write_text(await picture(scene, Path(folder) / "store.db"), "utf-8", newline="\n")
        print(path.relative_to(ROOT))


if __name__ == "__main__":
    asyncio.run(draw())
