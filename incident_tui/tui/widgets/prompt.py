"""The prompt takes every key: it stamps the first, offers words, and remembers what was sent."""

from collections.abc import Callable
from datetime import datetime
from typing import ClassVar, Final

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input

from incident_tui.domain.text import storable

_REMEMBERED: Final = 500


class Prompt(Input):
    """One line; `typed_at` is when its first key was pressed.

    `take` is asked at Enter, before the next key is read: True when the line was accepted. So a
    refused line stays where it is, and no key typed after it is lost. `complete` is asked at Tab in
    the same way, and gives the whole line, or an empty one when it has nothing to offer. `changed`
    is told of another line before that is painted, so that one frame shows what both are.
    """

    # A stock Input lays the whole screen out again at each key, because this is a layout reactive.
    virtual_size = Reactive(Size(0, 0), layout=False)

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "earlier", "Earlier line", show=False, id="prompt.earlier"),
        Binding("down", "later", "Later line", show=False, id="prompt.later"),
        Binding("tab", "complete", "Complete", show=False, id="prompt.complete"),
    ]

    class Pasted(Message):
        """Several lines were pasted: somebody must choose what becomes of them."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Moved(Message):
        """Up or down while words are offered."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    def __init__(
        self,
        take: Callable[[str, datetime], bool],
        now: Callable[[], datetime],
        complete: Callable[[str], str],
        changed: Callable[[str], object] = lambda _: None,
    ) -> None:
        super().__init__(select_on_focus=False, id="prompt")
        self.cursor_blink = False  # each blink would send the whole line over a slow link
        self._take = take
        self._now = now
        self._complete = complete
        self._changed = changed
        self.typed_at: datetime | None = None
        self.offering = False
        self._sent: list[str] = []
        self._recalled = 0
        self._unsent = ""

    def begin(self, line: str, typed_at: datetime | None = None) -> None:
        """Put a line there to be edited, the cursor at its end."""
        self.typed_at = typed_at if line else None
        self.value = line
        self.cursor_position = len(line)
        self.focus()

    def offer(self, line: str) -> None:
        """Show in grey what the line could become; the right arrow takes it."""
        self._suggestion = line

    def remember(self, line: str) -> None:
        """Keep the line for the up arrow."""
        if line.strip() and (not self._sent or self._sent[-1] != line):
            self._sent = [*self._sent[-_REMEMBERED:], line]
        self._recalled = 0

    async def action_submit(self) -> None:
        """Send the line; when it is refused, it stays."""
        line = self.value
        if not line.strip():
            self.post_message(self.Submitted(self, line))
        elif self._take(line, self.typed_at or self._now()):
            self.remember(line)
            self.value = ""
            self.typed_at = None

    def action_earlier(self) -> None:
        """The word above in the list, or the line sent before this one."""
        if self.offering:
            self.post_message(self.Moved(-1))
        elif self._recalled < len(self._sent):
            if not self._recalled:
                self._unsent = self.value
            self._recalled += 1
            self.begin(self._sent[-self._recalled])

    def action_later(self) -> None:
        """The word below in the list, or the line sent after this one."""
        if self.offering:
            self.post_message(self.Moved(1))
        elif self._recalled:
            self._recalled -= 1
            self.begin(self._sent[-self._recalled] if self._recalled else self._unsent)

    def action_complete(self) -> None:
        """Take the word that is offered."""
        if line := self._complete(self.value):
            self.begin(line, self.typed_at)

    async def _on_key(self, event: events.Key) -> None:
        if event.is_printable and self.typed_at is None:
            self.typed_at = self._now()
        await super()._on_key(event)

    def _watch_value(self, value: str) -> None:
        if not value:
            self.typed_at = None
        super()._watch_value(value)
        self._changed(value)

    def _on_paste(self, event: events.Paste) -> None:
        """Take it whole: a stock Input keeps the first line and silently drops the others."""
        event.prevent_default()
        event.stop()
        text = storable(event.text).strip("\n")
        if "\n" in text:
            self.post_message(self.Pasted(text))
        elif text:
            self.typed_at = self.typed_at or self._now()
            self.replace(text, *self.selection)
