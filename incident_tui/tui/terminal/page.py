"""A page that is closed or cut off leaves the program as `^Q` does: every line is stored first."""

import asyncio
import signal
from contextlib import suppress
from typing import Final

from textual.drivers.web_driver import WebDriver

_ENDING: Final = (signal.SIGINT, signal.SIGTERM)


class PageDriver(WebDriver):
    """Textual's driver for a web page, whose own way out waits for no line that is on its way."""

    _leaving = False

    def start_application_mode(self) -> None:
        """Show the program; from here on the signals that end it wait for the store as well."""
        super().start_application_mode()
        loop = asyncio.get_running_loop()
        for number in _ENDING:
            loop.add_signal_handler(number, self._leave)
        # Textual has just asked for the news that nobody looks, which is to be read before ours.
        self._app.call_later(self._app.call_later, self._looked_at)

    def _looked_at(self) -> None:
        """A screen that began while nobody looked would have nowhere for the first key to go."""
        self._app.app_focus = True
        screen = self._app.screen
        if screen.focused is None:
            screen.focus_next(screen.AUTO_FOCUS or "*")

    def on_meta(self, packet_type: str, payload: dict[str, object]) -> None:
        """Take what the page's server says."""
        if packet_type == "quit":
            self._leave()
        else:
            super().on_meta(packet_type, payload)

    def run_input_thread(self) -> None:
        """Read until the server says no more, be it that it is gone."""
        super().run_input_thread()
        self._leave()

    def write(self, data: str) -> None:
        """Show it, unless nobody is there to see it any more."""
        with suppress(BrokenPipeError):
            super().write(data)

    def write_meta(self, data: dict[str, object]) -> None:
        """Say it to the server, unless it is gone."""
        with suppress(BrokenPipeError):
            super().write_meta(data)

    def _leave(self) -> None:
        """Leave behind the keys: they take the same way, on which each waits for its turn."""
        if self._leaving:
            return
        self._leaving = True
        leaving = self._left()
        try:
            asyncio.run_coroutine_threadsafe(leaving, self._loop)
        except RuntimeError:  # the loop is closed: it has left
            leaving.close()

    async def _left(self) -> None:
        self._app.call_later(self._app.action_quit)
