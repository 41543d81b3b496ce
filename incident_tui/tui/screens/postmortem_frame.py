"""Above and below the page stand whose it is, how long is left, and whether all is saved."""

from datetime import datetime
from typing import Final

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.postmortem.progress import StepProgress, StepState
from incident_tui.postmortem.rubric import Score
from incident_tui.services.catalogue import POSTMORTEM_WITHIN, owed
from incident_tui.services.scoring import score_record
from incident_tui.tui.text import line
from incident_tui.tui.widgets.key_line import KeyLine

_GOOD: Final = 85
_HOURS = int(POSTMORTEM_WITHIN.total_seconds()) // 3600


class Head(Horizontal):
    """`INC-42  Post-mortem · DRAFT · 31 h of 48 h left · owner @li  score 72 ^G · 8/11 steps`."""

    class ScoreAsked(Message):
        """Somebody asks what the score lacks."""

    def __init__(self, name: str) -> None:
        super().__init__(id="postmortem-head")
        self._where = Static(Content.styled(f"{name}  Post-mortem", "bold"), id="where")
        self._done = Static(id="done")
        self.scored: Score | None = None
        """As it stands."""

    def compose(self) -> ComposeResult:
        """What gives way when it is narrow, and what does not."""
        yield self._where
        yield self._done

    def show(self, record: IncidentRecord, steps: tuple[StepProgress, ...], now: datetime) -> None:
        """Say where it stands."""
        self._where.update(standing(record, now))
        done = sum(at.state is StepState.DONE for at in steps)
        self.scored = score_record(record)
        total = self.scored.total
        shown = line(f"score {total}", "$text-success" if total >= _GOOD else "")
        aside = f" ^G · {done}/{len(steps)} steps"
        self._done.update(Content.assemble(shown, (aside, "dim")))

    def on_click(self, event: events.Click) -> None:
        """A click on the score asks what it lacks."""
        if event.widget is self._done:
            event.stop()
            self.post_message(self.ScoreAsked())


def standing(record: IncidentRecord, now: datetime) -> Content:
    """Number, status, what is left of the time it should take, and the owner, who gives way."""
    owner = record.postmortem.answer("owner").removeprefix("@")
    out = record.state.published
    due = owed(record.state.resolved_at, out.at if out else None, now)
    left = due.text.replace(" left", f" of {_HOURS} h left")
    parts = [
        Content.styled(f"{record.name}  Post-mortem", "bold"),
        line(record.status.upper()),
    ]
    if left and out is None:
        parts.append(line(left, "bold $text-error" if due.late else "dim"))
    parts.append(line(f"owner @{owner}") if owner else line("no owner", "dim"))
    return Content.styled(" · ", "dim").join(parts)


class Foot(Horizontal):
    """The keys of this screen, and beside them what became of the text."""

    def __init__(self) -> None:
        super().__init__(id="postmortem-foot")
        self._saved = Static(id="saved")

    def compose(self) -> ComposeResult:
        """Keys to the left."""
        yield KeyLine(
            *(("^N", "next"), ("^B", "back"), ("F4", "preview"), ("^E", "export")),
            *(("^P", "palette"), ("Esc", "timeline")),
        )
        yield self._saved

    def show(self, *, unsaved: bool, refused: str = "") -> None:
        """Say whether the store has it all, else why not."""
        told = f"not saved: {refused}" if refused else "saving …" if unsaved else "saved"
        self._saved.update(line(told, "$text-error" if refused else "dim"))
        self._saved.set_class(bool(refused), "-refused")
