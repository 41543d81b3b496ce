"""Under the timeline: the stamp, the prompt, and one line that says what would work."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from incident_tui.commands.outcome import Situation
from incident_tui.domain.errors import CommandError, TimeError
from incident_tui.domain.when import length, split_when
from incident_tui.tui.text import line
from incident_tui.tui.widgets.cell import Cell
from incident_tui.tui.widgets.prompt import Prompt
from incident_tui.tui.widgets.suggestions import Suggestions

if TYPE_CHECKING:
    from incident_tui.commands.completion import Completion

_TEACH = "type what you see; / lists the commands, F1 explains"


class PromptBar(Vertical):
    """Everything about the line being typed; what was typed is judged by `take` at Enter."""

    class Typing(Message):
        """The line is another one now."""

        def __init__(self, line: str) -> None:
            super().__init__()
            self.line = line

    def __init__(
        self,
        take: Callable[[str, datetime], bool],
        now: Callable[[], datetime],
        situation: Callable[[], Situation],
    ) -> None:
        super().__init__(id="bar")
        self._now = now
        self._situation = situation
        self._said = _TEACH
        self.prompt = Prompt(take, now, self._completed, self._typing)
        self.suggestions = Suggestions(self._chosen)

    def compose(self) -> ComposeResult:
        """The list lies on the timeline, above the line it completes."""
        with Horizontal(id="line"):
            yield Cell(id="stamp")
            yield self.prompt
        yield Static(line(_TEACH), id="hint")

    def say(self, text: str) -> None:
        """A calm word under the prompt, until the line is another one."""
        self._show(text)

    def refuse(self, error: Exception) -> None:
        """Say what would work, and put the cursor where the line went wrong."""
        self._show(str(error), wrong=True)
        if isinstance(error, CommandError) and error.end is not None and self.prompt.value:
            self.prompt.cursor_position = error.end

    def hand_back(self, text: str, typed_at: datetime, error: Exception) -> None:
        """Return a line that could not be stored: to the prompt, or behind the up arrow."""
        if not self.prompt.value:
            self.begin(text, typed_at)
            self.refuse(error)
        else:
            self.prompt.remember(text)
            self.refuse(CommandError(f"{error} (your line is behind the up arrow)"))

    def begin(self, text: str, typed_at: datetime | None = None) -> None:
        """Put a line into the prompt to be edited."""
        self.prompt.begin(text, typed_at)

    def tick(self, now: datetime) -> None:
        """The clock in front of the prompt stands still while a line is typed."""
        shown = self._stamped(self.prompt.typed_at or now)
        self.query_one("#stamp", Cell).tell(Content(f"{shown:%H:%M:%S} ▸"))

    def dismiss_list(self) -> bool:
        """Hide the choices; False when none were shown."""
        shown = self.suggestions.display
        self._offer([])
        return shown

    def _typing(self, text: str) -> None:
        self.tick(self._now())
        if text.lstrip()[:1] == "/" or self.suggestions.display or self._back_dated:
            situation = self._situation()
            self._offer(_choices(text, situation))
            self._show(self._about(text, situation))
        else:
            self._show(self._about(text, None) if text[:1] in "-0123456789yYtT" else "")
        self.post_message(self.Typing(text))

    @property
    def _back_dated(self) -> bool:
        return " /" in self.prompt.value[:24]

    def _about(self, text: str, situation: Situation | None) -> str:
        """What the line would do: a command's usage, and the time it would be given."""
        try:
            when, _ = split_when(text, self._now())
        except TimeError as error:
            return str(error)
        told = _usage(text, situation) if situation else ""
        if when is not None:
            told = f"at {when:%Y-%m-%d %H:%M:%S} UTC, {length(self._now() - when)} ago   {told}"
        return told

    def _stamped(self, typed_at: datetime) -> datetime:
        try:
            return split_when(self.prompt.value, self._now())[0] or typed_at
        except TimeError:
            return typed_at

    def _offer(self, choices: "list[Completion]") -> None:
        self.suggestions.offer(choices)
        self.prompt.offering = bool(choices)
        self.prompt.offer(choices[0].line.rstrip() if choices else "")

    def _show(self, text: str, *, wrong: bool = False) -> None:
        if text == self._said and not wrong:
            return
        self._said = text
        told = self.query_one("#hint", Static)
        told.set_class(wrong, "-wrong")
        told.update(line(text), layout=wrong)

    @on(Prompt.Moved)
    def _move(self, event: Prompt.Moved) -> None:
        event.stop()
        self.suggestions.move(event.by)

    def _completed(self, text: str) -> str:
        """The line with the marked word, even where the list is not shown yet."""
        self._offer(_choices(text, self._situation()))
        chosen = self.suggestions.chosen
        return chosen.line if chosen else ""

    def _chosen(self, completion: "Completion") -> None:
        self.begin(completion.line, self.prompt.typed_at)


def _choices(text: str, situation: Situation) -> "list[Completion]":
    """What the line could become."""
    from incident_tui.commands.all import REGISTRY  # noqa: PLC0415  not for the first frame
    from incident_tui.commands.completion import complete  # noqa: PLC0415  as above

    return complete(REGISTRY, text, situation)


def _usage(text: str, situation: Situation) -> str:
    """How the command of the line is written, and what it does."""
    from incident_tui.commands.all import REGISTRY  # noqa: PLC0415  not for the first frame
    from incident_tui.commands.completion import hint  # noqa: PLC0415  as above

    return hint(REGISTRY, text, situation)
