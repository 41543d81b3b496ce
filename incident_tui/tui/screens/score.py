"""A score opens into its parts: what each lost, what would earn it, and the way to where."""

from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from incident_tui.domain.text import one_line
from incident_tui.postmortem.rubric import Score
from incident_tui.tui.screens.postmortem_frame import Head
from incident_tui.tui.styles import stylesheets
from incident_tui.tui.text import line
from incident_tui.tui.widgets.key_line import KeyLine
from incident_tui.tui.widgets.line_list import LineList
from incident_tui.tui.widgets.row_list import Part, RowList
from incident_tui.tui.widgets.step_list import GoTo


class Loss(NamedTuple):
    """A part of the score, or what it lacks; the last two are where that is mended."""

    points: str
    said: str
    style: str
    step: str = ""
    field: str = ""


class ScoreDialog(ModalScreen[Loss]):
    """Dismissed with the row whose step is to be shown."""

    CSS_PATH = stylesheets("parts", "score")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+g", "dismiss", "Back", show=False),
    ]

    def __init__(self, scored: Score) -> None:
        super().__init__()
        self._scored = scored
        self.list: RowList[Loss] = RowList(_parts)
        self._chosen = Static(classes="chosen")

    def compose(self) -> ComposeResult:
        """The parts, the chosen row in full, the keys."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = line(f"Score {self._scored.total} of 100: what is missing")
            yield self.list
            yield self._chosen
            yield KeyLine(("↑↓", "row"), ("Enter", "go there"), ("Esc", "back"))

    def on_mount(self) -> None:
        """Begin where the first points are to be had."""
        rows = [*losses(self._scored)]
        self.list.show(rows)
        self.list.move(next((n for n, row in enumerate(rows) if row.style == "plain"), 0))
        self.list.focus()
        self._tell()

    @on(LineList.Moved)
    def _tell(self) -> None:
        chosen = self.list.chosen
        self._chosen.update(line(chosen.said if chosen is not None else "", "dim"))

    @on(LineList.Opened)
    def _go(self) -> None:
        if (chosen := self.list.chosen) is not None and chosen.step:
            self.dismiss(chosen)

    def on_click(self, event: events.Click) -> None:
        """A click beside the dialog leaves it."""
        if event.widget is self:
            self.dismiss(None)


class Scored(Screen[None]):
    """A screen whose head tells a score, which can be opened."""

    head: Head

    @on(Head.ScoreAsked)
    def action_score(self) -> None:
        """Show what the score lacks, and go where it can be had."""
        if self.head.scored is not None:
            self.app.push_screen(ScoreDialog(self.head.scored), self._visit)

    def _visit(self, chosen: Loss | None) -> None:
        if chosen is not None:
            self.post_message(GoTo(chosen.step, chosen.field))


def losses(scored: Score) -> Iterator[Loss]:
    """What holds the whole down, then each part and below it what it lacks."""
    for cap in scored.caps:
        yield Loss("", f"No more than {cap.limit}: {cap.reason}", "late", cap.step)
    if scored.left_over:
        told = "text of the template is left in it (TBD, {{ }})"
        yield Loss(f"−{scored.left_over}", told, "late", "summary")
    for part in scored.parts:
        earned = f"{part.id.capitalize()} {part.points:.3g} of {part.max}"
        full = part.points >= part.max
        yield Loss("✔" if full else "", earned, "quiet" if full else "strong", part.step)
        for lack in part.lacks:
            points = f"−{lack.points:.2g}" if lack.points else ""
            yield Loss(points, lack.said, "plain", part.step, lack.field)


def _parts(row: Loss) -> list[Part]:
    worth = "good" if row.points == "✔" else "star"
    return [(f"{row.points:>5}  ", worth), (one_line(row.said), row.style)]
