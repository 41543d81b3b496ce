"""A post-mortem goes on when nothing refuses it; what refuses it is a list that leads there."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input

from incident_tui.domain.postmortem import IncidentRecord, PostMortemStatus
from incident_tui.postmortem import fields
from incident_tui.postmortem.policies import Return, Transition, back, onward, refusals
from incident_tui.postmortem.progress import progress
from incident_tui.postmortem.steps import STEPS
from incident_tui.services.scoring import points
from incident_tui.tui.manuscript import Manuscript
from incident_tui.tui.text import line
from incident_tui.tui.widgets.field import Field
from incident_tui.tui.widgets.field_box import FieldBox
from incident_tui.tui.widgets.line_list import LineList
from incident_tui.tui.widgets.row_list import Part, RowList
from incident_tui.tui.widgets.step_list import GoTo

_ASIDE: Final = "why the policy is set aside"
_BACK: Final = "why it is opened again; Enter does it"
_SAID: Final = {
    Transition.REVIEW: "Put it in review",
    Transition.PUBLISH: "Publish this post-mortem",
    Transition.CLOSE: "Close it: nothing is left to follow up",
}
_SAID_BACK: Final = {
    Return.REVIEW: "Open it again, in review",
    Return.DRAFT: "Make it a draft again",
}


class Check(NamedTuple):
    """What is missing at a step, or, without one, where the document may go, on or back."""

    step: str
    said: str
    onward: Transition | None = None
    back: Return | None = None


class PublishBox(FieldBox):
    """What refuses the next transition; where nothing does, the row that makes it."""

    def __init__(self, field: fields.Field, record: IncidentRecord) -> None:
        super().__init__(field, record)
        self.rows: RowList[Check] = RowList(_check)
        self.entry = Field(hint=_ASIDE)
        self._back: Return | None = None
        """Where it goes back to, once a reason is given."""

    def body(self) -> ComposeResult:
        """The rows, and where a policy is set aside."""
        yield self.rows
        yield self.entry

    def take(self, record: IncidentRecord) -> None:
        """Show what this record lacks."""
        self.rows.show(checklist(record))
        super().take(record)
        self._back = self._back if self._back in back(record) else None
        self._ask()

    def _ask(self) -> None:
        """A reason is asked for what goes back, or for what goes on although something lacks."""
        refused = bool(self.rows.rows) and bool(self.rows.rows[0].step)
        self.entry.placeholder = _ASIDE if self._back is None else _BACK
        self.entry.display = refused or self._back is not None

    def remarks(self) -> list[Content]:
        """Where it stands, and what to do next."""
        told = []
        if (out := self.record.state.published) is not None:
            by = f" by @{out.owner}" if out.owner else ""
            first = "First published" if self.record.state.review.reopened else "Published"
            told.append(line(f"✔ {first} {out.at:%Y-%m-%d %H:%M} UTC{by}.", "$text-success"))
            told.append(line("^E writes it to a file and copies it.", "dim"))
        if self.record.status is PostMortemStatus.CLOSED:
            told.append(line("✔ Closed.", "$text-success"))
        overrides = self.record.state.review.overrides
        told += [line(f"A policy was set aside: {why}", "$text-warning") for why in overrides]
        if self.rows.rows and self.rows.rows[0].step:
            told.append(line("Enter goes to the step of a row.", "dim"))
        elif self.record.status in {PostMortemStatus.DRAFT, PostMortemStatus.IN_REVIEW}:
            told.append(line("Nothing is missing. Enter does what the row says.", "$text-success"))
        return told

    @on(LineList.Moved)
    def _moved(self, event: LineList.Moved) -> None:
        event.stop()

    @on(LineList.Opened)
    def _act(self, event: LineList.Opened) -> None:
        event.stop()
        chosen = self.rows.chosen
        if chosen is not None and chosen.onward is not None:
            self._advance(chosen.onward)
        elif chosen is not None and chosen.back is not None:
            self._back = chosen.back
            self._ask()
            self.entry.focus()
        elif chosen is not None and chosen.step:
            self.post_message(GoTo(chosen.step))

    @on(Input.Submitted)
    def _override(self, event: Input.Submitted) -> None:
        event.stop()
        reason = event.value.strip()
        if not reason:
            return
        if self._back is not None:
            self._take_back(self._back, reason)
        elif ways := onward(self.record):
            self._advance(ways[0], reason)
        self.entry.value = ""

    def _advance(self, transition: Transition, override: str = "") -> None:
        async def deed(manuscript: Manuscript) -> None:
            await manuscript.advance(transition, override)

        self.post_message(self.Asked(self, deed))

    def _take_back(self, to: Return, reason: str) -> None:
        async def deed(manuscript: Manuscript) -> None:
            await manuscript.take_back(to, reason)

        self.post_message(self.Asked(self, deed))


def checklist(record: IncidentRecord) -> tuple[Check, ...]:
    """A row for each sentence that refuses the next transition, then those that may be made."""
    rows: list[Check] = []
    for at, way in enumerate(onward(record)):
        lacking = refusals(record, way, points)
        if not lacking:
            again = way is Transition.PUBLISH and record.state.published is not None
            said = "Publish it again, as it is now" if again else _SAID[way]
            rows.append(Check("", said, way))
        elif at == 0:
            rows += [Check(_home(sentence, record), sentence) for sentence in lacking]
    rows += [Check("", _SAID_BACK[to], back=to) for to in back(record)]
    return tuple(rows)


def _home(sentence: str, record: IncidentRecord) -> str:
    """The step where it can be put right."""
    for at in progress(record):
        if sentence in at.missing:
            return at.step.id
    named = (step.id for step in STEPS if sentence.startswith(f"{step.heading}:"))
    return next(named, "publish" if sentence.startswith("Score") else STEPS[0].id)


def _check(check: Check) -> Iterable[Part]:
    if check.onward is not None:
        return [("→ ", "good"), (check.said, "strong")]
    if check.back is not None:
        return [("↶ ", "quiet"), (check.said, "quiet")]
    return [("○ ", "quiet"), (check.said, "plain")]
