"""After Enter a line is seen to leave the prompt and to be stored in one frame, or to wait."""

import asyncio
import sqlite3
from collections.abc import Callable
from typing import Any

import pytest
from textual.app import App
from textual.screen import Screen

from incident_tui.tui import one_frame
from incident_tui.tui.screens.live import LiveScreen
from tests.support.window import Place, Seat, window

WIDE = (120, 40)
PATIENT = 60.0
"""Seconds: no frame comes because the time is over."""


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """What each frame of a window shows: the prompt, and the lowest row with something in it."""
    frames: list[tuple[str, str]] = []
    display = App._display

    def noting(self: App[Any], screen: Screen[Any], update: Any) -> None:
        if hasattr(update, "render_segments") and isinstance(screen, LiveScreen):
            rows = (screen.timeline.render_line(y).text for y in range(screen.timeline.size.height))
            filled = [row.rstrip() for row in rows if row.strip()]
            frames.append((screen.bar.prompt.value, filled[-1] if filled else ""))
        display(self, screen, update)

    monkeypatch.setattr(App, "_display", noting)
    return frames


@pytest.mark.parametrize("line", ["it burns", "/sev 1", "/task @ana check the lag 5m"])
async def test_a_line_leaves_the_prompt_and_is_stored_in_one_frame(
    place: Place, drawn: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    monkeypatch.setattr(one_frame, "HELD_FOR", PATIENT)
    async with window(place, size=WIDE) as seat:
        await seat.enter("first")
        await seat.put(line)
        drawn.clear()
        await seat.pilot.press("enter")
        await seat.live.outbox.drained()
        await seat.pilot.pause()
        assert {prompt for prompt, _ in drawn} == {""}
        assert not any("first" in row for _, row in drawn)
        if line == "it burns":  # what changes the state may lay out the panel after it
            assert len(drawn) == 1


async def test_a_row_is_on_the_disk_before_it_is_in_a_frame(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(one_frame, "HELD_FOR", PATIENT)
    early: list[str] = []
    display = App._display

    def judging(self: App[Any], screen: Screen[Any], update: Any) -> None:
        if isinstance(screen, LiveScreen) and "note      it burns" in shown(screen):
            early.extend([] if "it burns" in stored(place) else ["a frame before the disk"])
            early.append("seen")
        display(self, screen, update)

    monkeypatch.setattr(App, "_display", judging)
    async with window(place, size=WIDE) as seat:
        await seat.enter("it burns")
        assert set(early) == {"seen"}


def shown(screen: LiveScreen) -> str:
    timeline = screen.timeline
    return "\n".join(timeline.render_line(y).text for y in range(timeline.size.height))


def stored(place: Place) -> str:
    connection = sqlite3.connect(f"file:{place.db}?mode=ro", uri=True)
    try:
        return str(connection.execute("SELECT group_concat(payload) FROM entry").fetchone()[0])
    finally:
        connection.close()


async def test_a_frame_does_not_wait_for_a_store_that_is_locked(
    place: Place, drawn: list[tuple[str, str]]
) -> None:
    async with window(place, size=WIDE) as seat:
        with place.locked("IMMEDIATE"):
            await seat.put("it burns")
            drawn.clear()
            await seat.pilot.press("enter")
            await seat.until(lambda: any(prompt == "" for prompt, _ in drawn), "an empty prompt")
            assert not any("note      it burns" in row for _, row in drawn)
        await seat.live.outbox.drained()
    assert place.said() == ["it burns"]


async def test_keys_after_enter_are_drawn_while_the_line_waits(
    place: Place, drawn: list[tuple[str, str]]
) -> None:
    async with window(place, size=WIDE) as seat:
        with place.locked("IMMEDIATE"):
            await seat.put("it burns")
            await seat.press("enter", *"next")
            await seat.until(lambda: "next" in {prompt for prompt, _ in drawn}, "the next line")
        await seat.live.outbox.drained()
        assert seat.prompt.value == "next"
        await seat.put("")


@pytest.mark.parametrize(
    "act", [lambda seat: seat.press("f1"), lambda seat: seat.pilot.resize_terminal(100, 30)]
)
async def test_what_is_not_this_screens_own_is_drawn_while_a_frame_is_held(
    place: Place, monkeypatch: pytest.MonkeyPatch, act: Callable[[Seat], Any]
) -> None:
    monkeypatch.setattr(one_frame, "HELD_FOR", PATIENT)
    frames: list[object] = []
    display = App._display

    def noting(self: App[Any], screen: Screen[Any], update: Any) -> None:
        if update is not None and not self._batch_count:
            frames.append(update)
        display(self, screen, update)

    async with window(place, size=WIDE) as seat:
        live = seat.live
        live.hold_frame()
        monkeypatch.setattr(App, "_display", noting)
        live.bar.say("held")
        await asyncio.sleep(0)
        assert frames == []
        await act(seat)
        assert frames != []
        live.draw_now()


async def test_a_window_is_left_while_a_frame_is_held(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(one_frame, "HELD_FOR", PATIENT)
    async with window(place, size=WIDE) as seat:
        seat.live.hold_frame()
        await seat.put("it burns")
        await seat.pilot.press("enter", "ctrl+q")
    assert place.said() == ["it burns"]
