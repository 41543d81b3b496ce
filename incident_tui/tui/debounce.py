"""What follows from typing waits for a pause in it, and then happens once."""

from collections.abc import Callable

from textual.message_pump import MessagePump
from textual.timer import Timer


class Debounce:
    """Calls `deed` so many seconds after it was last asked for."""

    def __init__(self, owner: MessagePump, seconds: float, deed: Callable[[], object]) -> None:
        self._owner = owner
        self._seconds = seconds
        self._deed = deed
        self._timer: Timer | None = None

    def ask(self, seconds: float | None = None) -> None:
        """From now on, wait that long."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = self._owner.set_timer(seconds or self._seconds, self._due)

    def _due(self) -> None:
        self._deed()
