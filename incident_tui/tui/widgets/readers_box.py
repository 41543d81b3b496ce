"""Who reads a post-mortem, who agrees and what was said stand in one list, and each row acts."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from textual import on
from textual.content import Content

from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.review import Review
from incident_tui.domain.text import one_line
from incident_tui.postmortem import fields, steps
from incident_tui.tui.text import line
from incident_tui.tui.widgets.line_list import LineList
from incident_tui.tui.widgets.log_box import LogBox
from incident_tui.tui.widgets.row_list import Part, RowList

_STEPS: Final = frozenset(step.id for step in steps.STEPS)


class Reading(NamedTuple):
    """A reader or a comment: its mark, its text, what stands behind it, and what Enter begins."""

    mark: str
    text: str
    aside: str
    begins: str
    done: bool


class ReadersBox(LogBox):
    """Reviewers in two circles, comments, the meeting, and a line that adds to them."""

    hint = "/reviewer @who   factors: is that all?"

    def __init__(self, field: fields.Field, record: IncidentRecord) -> None:
        super().__init__(field, record)
        self.rows: RowList[Reading] = RowList(_parts)

    def take(self, record: IncidentRecord) -> None:
        """Show this review; the cursor stays."""
        super().take(record)
        self.rows.show([*_readings(record.state.review)])
        self.rows.display = bool(self.rows.rows)
        self.describe()

    def said(self, text: str) -> str:
        """A text is a comment: on the step it begins with, else on the whole; a name a reader."""
        if not text or text.startswith("/"):
            return text
        if text.startswith("@") and len(text.split()) == 1:
            return f"/reviewer {text}"
        step, colon, rest = text.partition(":")
        if colon and step.strip().lower() in _STEPS and rest.strip():
            return f"/comment {step.strip().lower()} {rest.strip()}"
        return f"/comment review {text}"

    @on(LineList.Opened)
    def _act(self, event: LineList.Opened) -> None:
        event.stop()
        if (chosen := self.rows.chosen) is not None and chosen.begins:
            self.begin(chosen.begins)

    def describe(self) -> None:
        """Who is in the meeting, and what Enter would do."""
        review = self.record.state.review
        told = []
        if review.attendees:
            there = " ".join(f"@{person}" for person in review.attendees)
            told.append(line(f"At the meeting: {there}", "dim"))
        chosen = self.rows.chosen
        if chosen is None:
            told.append(line("Nobody is asked yet: /reviewer @who, Enter adds them.", "dim"))
        elif chosen.begins:
            told.append(line(f"Enter begins {chosen.begins.strip()}", "dim"))
        self._chosen.update(Content("\n").join(told))


def _readings(review: Review) -> Iterator[Reading]:
    for person, circle in review.reviewers.items():
        signed = review.signed.get(person)
        aside = f"signed {signed:%Y-%m-%d %H:%M}" if signed else "has not signed off"
        begins = "" if signed else f"/signoff @{person} "
        yield Reading(
            "☑" if signed else "☐", f"@{person}", f"{circle} circle, {aside}", begins, bool(signed)
        )
    for person, at in review.signed.items():
        if person not in review.reviewers:
            yield Reading("☑", f"@{person}", f"signed {at:%Y-%m-%d %H:%M}", "", True)
    for said in review.comments:
        became = f"settled: {said.reason}" if said.reason else "settled"
        aside = f"@{said.author}, {became}" if said.settled else f"@{said.author}, open"
        begins = "" if said.settled else f"/settle #{said.seq} "
        text = f"#{said.seq} {said.step}: {said.text}"
        yield Reading("✓" if said.settled else "✎", text, aside, begins, said.settled)


def _parts(row: Reading) -> Iterator[Part]:
    yield f"{row.mark} ", "good" if row.done else "star"
    yield one_line(row.text), "quiet" if row.done else "plain"
    yield f"  {one_line(row.aside)}", "quiet"
