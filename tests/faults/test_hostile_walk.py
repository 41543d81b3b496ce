"""Every screen is walked with hostile text in every field of every kind of fact and answer."""

import asyncio
from contextlib import suppress
from datetime import date
from typing import Any, Final

import msgspec
import pytest

from incident_tui.domain import facts
from incident_tui.domain.errors import NotFoundError
from incident_tui.domain.fact import Fact
from incident_tui.domain.incident import Audience, Milestone, Severity, Status, TaskOutcome
from incident_tui.postmortem import steps
from incident_tui.services import postmortems
from incident_tui.tui.screens.live import LiveScreen
from tests.support.screens import HOSTILE
from tests.support.window import Place, Seat, window

ABOUT: Final = {"action": "action", "task": "task", "decision": "proposal"}
LEFT_OUT: Final = {"declared", "redacted", "published", "unknown", "retracted", "status"}
"""They change or end what is to be seen."""
VALUES: Final[dict[Any, Any]] = {
    Severity: Severity.SEV1,
    Status: Status.INVESTIGATING,
    Milestone: Milestone.STARTED,
    Audience: Audience.PUBLIC,
    TaskOutcome: TaskOutcome.NO_HELP,
    int: 1,
    float: 1.0,
    tuple: (),
    dict[str, str]: {HOSTILE: HOSTILE},
    date | None: date(2026, 2, 1),
}
RAW: Final = set("\x1b\x07\x9b\u202e")
SCREENS: Final = (
    *("/help", "/postmortem", "/replay", "/export", "/update public", "/handover", "/import"),
    *("/incidents", "/insights", "/actions"),
)
"""The last three are places of their own, from which Enter or Esc comes back to the incident."""


def hostile(kind: type[Fact], known: dict[str, str]) -> Fact:
    """A fact of that kind with hostile text wherever there is room for text."""
    made: dict[str, Any] = {}
    for field in msgspec.structs.fields(kind):
        if field.name in known:
            made[field.name] = known[field.name]
        elif field.type is str or field.type == str | None:
            made[field.name] = HOSTILE
        elif field.type in VALUES:
            made[field.name] = VALUES[field.type]
        elif field.required:
            origin = getattr(field.type, "__origin__", field.type)
            made[field.name] = VALUES[origin]
    return kind(**made)


def fill(place: Place) -> None:
    """One fact of each kind, and an answer to each field of the post-mortem."""
    with place.store() as store:
        log = place.log(store)
        noted = log.record(facts.Noted(HOSTILE), place.clock.at)[0].id
        known = {"target": noted, "into": log.id}
        for kind in facts.FACTS:
            if kind.KIND in LEFT_OUT:
                continue
            place.clock.later(seconds=20)
            about = {name: id_ for name, id_ in known.items() if name in kind.__struct_fields__}
            recorded = log.record(hostile(kind, about), place.clock.at)[0]
            known.update({name: recorded.id for name, of in ABOUT.items() if of == kind.KIND})
        place.clock.later(seconds=20)
        text = "\n".join([HOSTILE] * 3)

        async def answer() -> None:
            for step in steps.STEPS:
                for field in step.fields:
                    with suppress(NotFoundError):  # facts answer it, no text does
                        await postmortems.save(store, log, field.id, text)
            await store.finish()

        asyncio.run(answer())


async def looks_harmless(seat: Seat, where: str) -> None:
    await seat.pilot.pause()
    assert seat.app.is_running, where
    assert not RAW & set(seat.text()), where


async def back(seat: Seat) -> None:
    """To the live incident, from wherever."""
    for key in ("escape", "escape", "escape", "f3", "enter"):
        if isinstance(seat.app.screen, LiveScreen):
            return
        await seat.press(key)
        await seat.pilot.pause()
    assert isinstance(seat.app.screen, LiveScreen), seat.app.screen


@pytest.mark.fault(9, 10)
async def test_no_screen_takes_text_for_more_than_text(place: Place) -> None:
    await asyncio.to_thread(fill, place)
    async with window(place, size=(100, 30)) as seat:
        await looks_harmless(seat, "live")
        for _ in range(4):
            await seat.press("pageup", "shift+up")
            await looks_harmless(seat, "live")
        await seat.press("enter")
        await looks_harmless(seat, "details")
        await seat.press("escape", "escape")
        seen = set()
        for line in SCREENS:
            await seat.put(line)
            await seat.press("enter")
            seen.add(type(seat.app.screen).__name__)
            for key in ("down", "tab", "down", "ctrl+n", "ctrl+n", "ctrl+n", "ctrl+n", "ctrl+n"):
                await seat.press(key)
                await looks_harmless(seat, f"{line} {key}")
            await back(seat)
        await seat.put("/postmortem")
        await seat.press("enter")
        await seat.shows("Post-mortem ·")
        await seat.press("ctrl+g")
        await seat.shows("what is missing")
        for key in ("down", "down", "end", "up"):
            await seat.press(key)
            await looks_harmless(seat, f"score {key}")
        await back(seat)
    assert len(seen) == len(SCREENS), seen
