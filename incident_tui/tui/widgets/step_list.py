"""Every step shows how far it is by mark and by word, and is one click or key away."""

from typing import ClassVar, Final

from rich.cells import cell_len
from rich.segment import Segment
from textual.content import Content
from textual.message import Message

from incident_tui.postmortem.progress import StepProgress, StepState
from incident_tui.tui.text import line
from incident_tui.tui.widgets.line_list import LineList
from incident_tui.tui.widgets.wrap import clip

MARKS: Final = {StepState.DONE: "✔", StepState.PARTIAL: "◐", StepState.EMPTY: "○"}
_STYLES: Final = {StepState.DONE: "done", StepState.PARTIAL: "partial", StepState.EMPTY: "empty"}


class GoTo(Message):
    """Somebody wants to go to that step, and there to that field."""

    def __init__(self, step: str, field: str = "") -> None:
        super().__init__()
        self.step = step
        self.field = field


class StepList(LineList):
    """The steps in order; the current one is under the cursor."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"steps--{name}" for name in _STYLES.values()),
        "steps--note",
        "steps--current",
    }

    def __init__(self) -> None:
        super().__init__()
        self.steps: tuple[StepProgress, ...] = ()

    @property
    def count(self) -> int:
        """How many steps there are."""
        return len(self.steps)

    def show(self, steps: tuple[StepProgress, ...], current: int) -> None:
        """Where each stands, and which is being worked on."""
        if (steps, current) != (self.steps, self.cursor):
            self.steps = steps
            self.changed(current)

    def draw(self, row: int, width: int) -> list[Segment]:
        """`▸ ◐ Impact        1 of 4 missing`, the note at the right."""
        at = self.steps[row]
        state = f"steps--{_STYLES[at.state]}"
        pointer, name = ("▸ ", "steps--current") if row == self.cursor else ("  ", state)
        room = max(0, width - 5)
        heading = clip(at.step.heading, room)
        note = at.note if cell_len(at.note) < room - cell_len(heading) else ""
        gap = " " * (room - cell_len(heading) - cell_len(note))
        return [
            Segment(pointer, self.ink(name)),
            Segment(f"{MARKS[at.state]} ", self.ink(state)),
            Segment(heading, self.ink(name)),
            Segment(f"{gap}{note} ", self.ink("steps--note")),
        ]

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        """A click went to a step."""
        event.stop()
        self.post_message(GoTo(self.steps[self.cursor].step.id))

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """A click on the step that is open changes nothing."""
        event.stop()


def folded(steps: tuple[StepProgress, ...], current: int) -> Content:
    """`6/11 Contributing factors ◐  1 of 4 missing`: the list in one line."""
    at = steps[current]
    place = (f"{current + 1}/{len(steps)} ", "dim")
    heading = line(f"{at.step.heading} {MARKS[at.state]}", "bold")
    return Content.assemble(place, heading, (f"  {at.note}", "dim"))
