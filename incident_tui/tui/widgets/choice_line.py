"""A few words in a line, one of them chosen; a click or a turn chooses another."""

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

_GAP = 1


class ChoiceLine(Static):
    """The chosen word on another ground."""

    class Chosen(Message):
        """Another word is chosen now."""

        def __init__(self, value: str) -> None:
            super().__init__()
            self.value = value

    value: reactive[str] = reactive("", layout=False)

    def __init__(self, choices: Sequence[str], value: str) -> None:
        super().__init__()
        self._choices = tuple(map(str, choices))
        self.set_reactive(ChoiceLine.value, str(value))

    def render(self) -> Content:
        """The words in their order."""
        words = [
            Content.styled(f" {each} ", "reverse bold" if each == self.value else "dim")
            for each in self._choices
        ]
        return Content(" " * _GAP).join(words)

    def turn(self, by: int) -> None:
        """The word beside this one, round and round."""
        self._choose(self._choices.index(self.value) + by)

    def on_click(self, event: events.Click) -> None:
        """The word under the mouse."""
        at = 0
        for place, each in enumerate(self._choices):
            if at <= event.x < at + len(each) + 2:
                self._choose(place)
            at += len(each) + 2 + _GAP

    def _choose(self, place: int) -> None:
        chosen = self._choices[place % len(self._choices)]
        if chosen != self.value:
            self.value = chosen
            self.post_message(self.Chosen(chosen))
