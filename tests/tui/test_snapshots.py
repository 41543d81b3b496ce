"""Each screen as text, cell by cell; renewed when pytest runs with `SNAPSHOTS=write`."""

import os
import re
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Final

import pytest

from incident_tui.postmortem.steps import STEPS
from incident_tui.tui.widgets.field_box import FieldBox
from incident_tui.tui.widgets.prose import Prose
from tests.support.window import Place, Seat, window

FOLDER: Final = Path(__file__).with_name("snapshots")
_SALTED: Final = re.compile("hash      [0-9a-f]{12}")
SIZES: Final = ((80, 24), (120, 40))
STORY: Final = (
    (0, "/ic @maria"),
    (2, "5xx over 5 % on checkout since deploy 412"),
    (3, "/sev 1 half of all carts fail"),
    (5, "/decision roll back to 411 @ana"),
    (6, "/impact users:1,200"),
    (9, "/action Deploy schema and code in two steps @ana due:2026-02-01"),
    (12, "/star #3"),
    (14, "-4m error rate falls"),
)


async def live(seat: Seat) -> None:
    await seat.put("/de")


async def listed(seat: Seat) -> None:
    await seat.press("f3")
    await seat.shows("type to filter")


async def declare(seat: Seat) -> None:
    await listed(seat)
    await seat.press("ctrl+n")
    await seat.press(*"Search is slow", "tab", "tab", "tab", *"-5m")


async def helped(seat: Seat) -> None:
    await seat.press("f1")
    await seat.press(*"decision")


async def details(seat: Seat) -> None:
    await seat.enter("/amend #3 5xx over 7 % on checkout")
    await seat.press("ctrl+home", "shift+up")
    while seat.live.timeline.selected != 3:
        await seat.press("shift+up")
    await seat.press("enter")
    await seat.shows("amended")


async def postmortem(seat: Seat) -> None:
    await seat.press("f9")
    await seat.shows("1 · Owner")
    await seat.shows("Needed to publish")


async def update(seat: Seat) -> None:
    await seat.put("/update public")
    await seat.press("enter")
    await seat.shows("Approved by")
    seat.app.screen.query_one(Prose).insert(" It is probably the network.")
    await seat.shows("is a guess")


async def hand_over(seat: Seat) -> None:
    await seat.enter("/ic @li")
    await seat.shows("@li has command")


async def ending(seat: Seat) -> None:
    await seat.put("/resolve")
    await seat.press("enter")
    await seat.shows("not known yet")


async def replay(seat: Seat) -> None:
    await seat.press("f8")
    await seat.shows("entry 1 of")
    await seat.press("shift+right", "down")


async def score(seat: Seat) -> None:
    await postmortem(seat)
    await seat.press("ctrl+g")
    await seat.shows("what is missing")


def step(name: str) -> Callable[[Seat], Awaitable[None]]:
    """The post-mortem at that step."""
    number = next(n for n, s in enumerate(STEPS, 1) if s.id == name)

    async def there(seat: Seat) -> None:
        await postmortem(seat)
        for _ in range(number - 1):
            await seat.press("ctrl+n")
        await arrived(seat, name)

    return there


async def arrived(seat: Seat, name: str) -> None:
    number, heading = next((n, s.heading) for n, s in enumerate(STEPS, 1) if s.id == name)
    await seat.shows(f"{number} · {heading}")
    await seat.until(
        lambda: (
            [b.field.id for b in seat.app.screen.query(FieldBox)]
            == [f.id for f in STEPS[number - 1].fields]
        ),
        f"the fields of {name}",
    )


async def findings(seat: Seat) -> None:
    await step("well")(seat)
    editor = seat.app.screen.query(Prose).first()
    editor.insert("\nana should have noticed", editor.document.end)
    await seat.press("ctrl+n", "ctrl+n")
    await arrived(seat, "blameless")
    await seat.shows("It judges with what is known today")


SCENES: Final[dict[str, Callable[[Seat], Awaitable[None]]]] = {
    "live": live,
    "list": listed,
    "declare": declare,
    "help": helped,
    "details": details,
    "post-mortem": postmortem,
    **{f"post-mortem-{each.id}": step(each.id) for each in STEPS[1:]},
    "post-mortem-score": score,
    "post-mortem-findings": findings,
    "update": update,
    "hand-over": hand_over,
    "ending": ending,
    "replay": replay,
}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", SCENES)
async def test_a_screen_looks_as_it_did(place: Place, name: str, size: tuple[int, int]) -> None:
    begun = place.clock.at
    for minutes, line in STORY:
        place.clock.at = begun
        place.clock.later(minutes=minutes, seconds=minutes)
        place.say(line)
    place.clock.later(minutes=1)
    file = FOLDER / f"{name}-{size[0]}x{size[1]}.txt"
    async with window(place, size=size) as seat:
        await SCENES[name](seat)
        for _ in range(5):
            await seat.pilot.pause()
        shown = _SALTED.sub("hash      (salted)    ", seat.text()) + "\n"
    if os.environ.get("SNAPSHOTS") == "write":
        file.write_text(shown, "utf-8")
    assert shown == file.read_text("utf-8")
