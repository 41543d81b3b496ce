"""Keys take effect in the order they were pressed, however many arrive at once.

Textual gives a key to the focused widget and runs its binding only when the event has bubbled back
up to the app; by then the letters typed after it have been read. Over a slow link, where keys come
in bursts, Enter would take the next line along and Tab would leave letters in the wrong field.
"""

import asyncio
from typing import Final

from textual.app import App
from textual.events import Key
from textual.message_pump import MessagePump
from textual.widgets import Input

_PATIENCE: Final = 0.25
"""Seconds after which a widget that does not answer no longer holds up the keyboard."""


def binds_at_once(focused: MessagePump | None, key: Key) -> bool:
    """Whether the key can only be a binding here, so that it need not bubble to become one."""
    match focused:
        case None:
            return False
        case Input():
            return not key.is_printable
    from textual.widgets import TextArea  # noqa: PLC0415  the first screen has none

    if isinstance(focused, TextArea):
        text = {"enter"} if focused.tab_behavior == "focus" else {"enter", "tab"}
        return not key.is_printable and key.key not in text
    return True


async def read_by(pump: MessagePump) -> None:
    """Wait until it has read everything that was sent to it before."""
    passed = asyncio.Event()
    if pump.is_running and pump.call_later(passed.set):
        try:
            await asyncio.wait_for(passed.wait(), _PATIENCE)
        except TimeoutError:
            return


async def settled(app: App[None]) -> None:
    """Wait until the focused widget and its ancestors have read what was sent to them before.

    Three rounds let each key become a message, and bubble up to the screen that stores its line.
    """
    for _ in range(3):
        chain = [app.focused, *app.focused.ancestors] if app.focused else [app.screen]
        for pump in chain:
            if pump is not app:
                await read_by(pump)
