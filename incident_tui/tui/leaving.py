"""A key that was pressed before the last one is handled before the program ends."""

import asyncio

from textual.app import App
from textual.message_pump import MessagePump


async def settled(app: App[None]) -> None:
    """Wait until the focused widget, its ancestors and the app have read what lies before them.

    Ctrl+Q overtakes keys that were sent in the same burst; three rounds let each of them pass from
    the app to the focus, become a message, and bubble up to the screen that stores its line.
    """
    for _ in range(3):
        pumps: list[MessagePump] = [app.screen]
        if app.focused is not None:
            pumps = [app.focused, *app.focused.ancestors]
        for pump in pumps:
            if pump is app or not pump.is_running:
                continue
            passed = asyncio.Event()
            if pump.call_later(passed.set):
                await passed.wait()
