"""Whatever is pressed, pasted and resized in whatever order, the window goes on."""

import random
from pathlib import Path
from typing import Final

import pytest
from textual.events import Paste

from tests.support.window import Place, Seat, window

KEYS: Final = (
    *("tab", "shift+tab", "enter", "escape", "space", "backspace", "delete"),
    *("up", "down", "left", "right", "home", "end", "pageup", "pagedown"),
    *("shift+up", "shift+down", "shift+pageup", "alt+up", "alt+down", "ctrl+left", "ctrl+right"),
    *("ctrl+home", "ctrl+end", *(f"ctrl+{letter}" for letter in "abcdefgklnoprstuvwxyz")),
    *(f"f{number}" for number in range(1, 10)),
    *"jkaedxny/@?123-+.[]",
)
PASTES: Final = (
    "human error",
    "/sev 1 all of it",
    "/task ",
    "/decide roll back",
    "/resolve",
    "14:03 jo: rolled back\n14:05 ana: ok\n14:09 we are back",
    "\n".join(f"line {number} of a long text" for number in range(40)),
    "- [ ] Fix the pool @jo due:2026-12-01",
    "1. why\n2. why",
    "✅ done 日本語 👩‍👩‍👧 text",
)
SIZES: Final = ((80, 24), (120, 40), (50, 15), (30, 10), (200, 60))


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.parametrize("first", range(0, 40, 5))
async def test_any_keys_in_any_order_are_survived(tmp_path: Path, first: int) -> None:
    for seed in range(first, first + 5):
        chance = random.Random(seed)
        place = Place(tmp_path / f"{seed}.db")
        async with window(place, size=chance.choice(SIZES)) as seat:
            if chance.random() < 0.7:
                await seat.press("f9")
            for _ in range(300):
                if not seat.app.is_running:
                    break  # Ctrl+Q, or a question about leaving that was answered
                await _something(seat, chance)


async def _something(seat: Seat, chance: random.Random) -> None:
    match chance.random():
        case low if low < 0.85:
            await seat.pilot.press(chance.choice(KEYS))
        case middle if middle < 0.97:
            seat.app.post_message(Paste(chance.choice(PASTES)))
            await seat.pilot.pause()
        case _:
            await seat.pilot.resize_terminal(*chance.choice(SIZES))
