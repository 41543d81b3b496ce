"""A search narrows the timeline and says what it found; ending it shows every row again."""

from collections.abc import Callable
from typing import Final

from incident_tui.commands.outcome import FindText
from incident_tui.domain.errors import StoreError
from incident_tui.tui.feed import Feed
from incident_tui.tui.widgets.prompt_bar import PromptBar

FIND: Final = "/find "
"""How the line of a search begins."""


class Search:
    """What the rows of one timeline are narrowed to; `reload` asks for the whole order again."""

    def __init__(self, feed: Feed, bar: PromptBar, reload: Callable[[], object]) -> None:
        self._feed = feed
        self._bar = bar
        self._reload = reload

    @property
    def active(self) -> bool:
        """Whether some rows are left out."""
        return self._feed.asked != FindText()

    def ask(self, asked: FindText) -> None:
        """Show only what was asked for; asking for nothing shows all."""
        if asked == FindText():
            self.end()
            return
        try:
            count = self._feed.find(asked)
        except StoreError as error:
            self._bar.refuse(error)
            return
        found = f"{count} found; Esc shows all again" if count else "nothing found; Esc shows all"
        # Once a line that was sent has left the prompt.
        self._bar.call_later(self._bar.say, found)

    def end(self) -> None:
        """Show all."""
        self._feed.all()
        self._reload()
        self._bar.say("")
