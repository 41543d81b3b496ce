"""Help is derived from the registry and the keys; nothing of it is written twice."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, NamedTuple

from rich.segment import Segment

from incident_tui.commands.registry import Command, Registry
from incident_tui.domain.text import one_line
from incident_tui.tui.widgets.line_list import LineList
from incident_tui.tui.widgets.sheet import Item
from incident_tui.tui.widgets.wrap import clip

_STYLES = ("heading", "name", "also", "summary")


class Topic(NamedTuple):
    """A command or a key: its section, what it is called, what it is for; `line` begins it."""

    section: str
    name: str
    also: str
    summary: str
    line: str = ""
    more: tuple[Item, ...] = ()

    @property
    def searched(self) -> str:
        """All that a filter looks in."""
        said = (self.section, self.name, self.also, self.summary)
        return one_line(" ".join((*said, *(item.text for item in self.more)))).casefold()


def topics(registry: Registry, keys: Iterable[tuple[str, str, str]]) -> list[Topic]:
    """Every command, family by family, then every key (section, key, what it does)."""
    commands = [_command(command) for command in registry]
    return [*commands, *(Topic(section, key, "", what) for section, key, what in keys)]


def _command(command: Command) -> Topic:
    also = " ".join(f"/{alias}" for alias in command.aliases)
    more = [Item("usage", command.usage)]
    more += [Item("also", also)] if also else []
    more += [Item("example" if not at else "", line) for at, line in enumerate(command.examples)]
    details = [Item("", command.details)] if command.details else []
    name = f"/{command.name}"
    return Topic(
        command.family, name, also, command.summary, f"{name} ", (*details, *_aligned(more))
    )


def _aligned(items: Sequence[Item]) -> list[Item]:
    """A second example has a blank label, so that it stands under the first."""
    return [item if item.label else item._replace(label=" ") for item in items]


class HelpList(LineList):
    """The topics that hold the words of the filter, under the headings of their sections."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"help--{name}" for name in _STYLES}

    def __init__(self, all_topics: Sequence[Topic]) -> None:
        super().__init__()
        self._topics = all_topics
        self._lines: list[Topic | str] = []

    @property
    def count(self) -> int:
        """Topics and headings."""
        return len(self._lines)

    @property
    def chosen(self) -> Topic | None:
        """The topic under the cursor."""
        line = self._lines[self.cursor] if self._lines else None
        return line if isinstance(line, Topic) else None

    def filter(self, words: str) -> None:
        """Show those that hold every word."""
        terms = one_line(words).casefold().split()
        lines: list[Topic | str] = []
        section = ""
        for topic in self._topics:
            if all(term in topic.searched for term in terms):
                if topic.section != section:
                    section = topic.section
                    lines.append(section)
                lines.append(topic)
        self._lines = lines
        self.changed()

    def select(self, name: str) -> bool:
        """Put the cursor on a command by any of its names; False if there is none."""
        wanted = "/" + name.lower().removeprefix("/")
        for row, line in enumerate(self._lines):
            if isinstance(line, Topic) and wanted in (line.name, *line.also.split()):
                self.move(row - self.cursor)
                return True
        return False

    def holds(self, row: int) -> bool:
        """Headings are passed over."""
        return isinstance(self._lines[row], Topic)

    def draw(self, row: int, width: int) -> list[Segment]:
        """A heading, or a name, its other names and its summary."""
        shown = self._lines[row]
        if isinstance(shown, str):
            return [Segment(clip(one_line(shown), width), self.ink("help--heading"))]
        wide = 14 if width >= 50 else 12
        name = clip(one_line(shown.name), wide)
        also = clip(shown.also, 12) if width >= 80 else ""
        before = f" {name:<{wide}} "
        parts = [Segment(before, self.ink("help--name"))]
        if width >= 80:
            parts.append(Segment(f"{also:<13}", self.ink("help--also")))
        room = width - sum(part.cell_length for part in parts)
        parts.append(Segment(clip(one_line(shown.summary), room), self.ink("help--summary")))
        return parts
