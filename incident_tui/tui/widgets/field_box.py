"""A field is its label, its hint, where it is answered, and below that what is advised about it."""

from collections.abc import Awaitable, Callable

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from incident_tui.domain.errors import IncidentTuiError
from incident_tui.domain.fact import Fact
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.postmortem.fields import Field, Sentences
from incident_tui.tui.manuscript import Manuscript
from incident_tui.tui.text import line, plain

Deed = Callable[[Manuscript], Awaitable[None]]


class FieldBox(Vertical):
    """One field of a step; `record` is what it was last shown."""

    class Typed(Message):
        """Something was typed in it; `fresh` tells what."""

    class Left(Message):
        """The focus went elsewhere."""

    class Asked(Message):
        """The manuscript is to do this; `accepted` or `refuse` tells the box what came of it."""

        def __init__(self, box: "FieldBox", deed: Deed) -> None:
            super().__init__()
            self.box = box
            self.deed = deed

    class Reading(Message):
        """What would this line come to? `understand` tells the box."""

        def __init__(self, box: "FieldBox", line: str) -> None:
            super().__init__()
            self.box = box
            self.line = line

    def __init__(self, field: Field, record: IncidentRecord) -> None:
        super().__init__(classes=f"field -{field.kind}")
        self.field = field
        self.record = record
        self.alone = False
        """Whether the heading of the step names it already."""
        self._notes = Static(classes="notes")
        self._told: tuple[Content, ...] | None = None
        self._refused = ""

    def compose(self) -> ComposeResult:
        """The label with its hint, the body, the notes."""
        label = "" if self.alone else f"{self.field.label}  "
        yield Static(
            Content.assemble((label, "bold"), line(self.field.hint, "dim")), classes="label"
        )
        yield from self.body()
        yield self._notes

    def body(self) -> ComposeResult:
        """Where it is answered."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Show the record it was made with."""
        self.take(self.record)

    def take(self, record: IncidentRecord) -> None:
        """Show this record."""
        self.record = record
        self.note()

    def remarks(self) -> list[Content]:
        """What is said below it."""
        text = self.field.text(self.record)
        shown = [line(said, "dim") for said in self.field.shows(text, self.record)]
        return [*shown, *advice(self.field.nudges(text, self.record))]

    def fresh(self) -> str | None:
        """What a person typed since this was last asked, None where that is nothing."""
        return None

    def understand(self, meant: Fact | IncidentTuiError | None) -> None:
        """What a line would come to, or why it cannot be done."""

    def accepted(self) -> None:
        """What was asked for is on the log."""
        self.note(refused="")

    def refuse(self, error: Exception) -> None:
        """Say what would work instead, until something else is tried."""
        self.note(refused=str(error))

    def note(self, *, refused: str | None = None) -> None:
        """Say below it what there is to say."""
        self._refused = self._refused if refused is None else refused
        lines = (*([line(self._refused, "$text-error")] if self._refused else ()), *self.remarks())
        if lines != self._told:
            self._told = lines
            self._notes.display = bool(lines)
            self._notes.update(Content("\n").join(lines))


def advice(sentences: Sentences) -> list[Content]:
    """Each sentence behind a mark of its own."""
    return [Content.assemble(("! ", "bold"), plain(said, "dim")) for said in sentences]


def answer(record: IncidentRecord, field: Field) -> str:
    """The answer as it was typed, blanks at its ends included."""
    return record.postmortem.answers.get(field.id, "")
