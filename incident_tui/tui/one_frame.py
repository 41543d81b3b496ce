"""What Enter changes at once and what it changes when the line is stored are drawn as one frame."""

from asyncio import TimerHandle, get_running_loop

from textual import events
from textual.screen import ScreenResultType
from textual.widget import Widget

from incident_tui.tui.styles import StyledOnce

HELD_FOR = 0.008
"""Seconds that a frame waits at most; on most disks a line is stored in less."""


class OneFrame(StyledOnce[ScreenResultType]):
    """A screen that can hold its next frame back until what it waits for is there.

    Of two frames the second would come up to two periods after the first, and painting the first
    would take the interpreter away from the thread that stores. Only this screen's own changes
    wait: a resize, or a screen above it, is drawn meanwhile.
    """

    _held: TimerHandle | None = None
    _at_once = False

    def hold_frame(self) -> None:
        """Draw no change until `draw_now`, or for `HELD_FOR` seconds."""
        if self._held is None:
            # Not a timer of Textual's, which may end with a screen before it has let go.
            self._held = get_running_loop().call_later(HELD_FOR, self.draw_now)

    def draw_now(self) -> None:
        """Draw what has changed, however short a time ago the last frame was."""
        if self._held is not None:
            self._held.cancel()
            self._held = None
        self._at_once = True
        for widget in self.walk_children(Widget):
            widget._check_refresh()  # noqa: SLF001  at its own idle, which comes after ours
        self.check_idle()

    def on_idle(self, event: events.Idle) -> None:
        """Draw, or do not, when everybody has said whether they changed."""
        if self._held is not None:
            event.prevent_default()
        elif self._at_once and self._dirty_widgets:
            self._at_once = False
            self._on_timer_update()
