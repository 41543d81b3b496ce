"""A step is a heading and a question over one or more fields; a field is data, never a widget."""

from collections.abc import Callable
from enum import StrEnum
from typing import Final

import msgspec

from incident_tui.domain.postmortem import IncidentRecord, StepId
from incident_tui.postmortem.drafted import NOTHING, Drafted

Sentences = tuple[str, ...]


class FieldKind(StrEnum):
    """How a field is answered; the last seven are answered by facts, or by nothing at all."""

    PERSON = "person"
    PROSE = "prose"
    LINE = "line"
    ITEMS = "items"
    FACTORS = "factors"
    WHYS = "whys"
    REVIEW = "review"
    FINDINGS = "findings"
    TIMELINE = "timeline"
    ACTIONS = "actions"
    SUGGESTIONS = "suggestions"
    BEFORE = "before"
    READERS = "readers"
    PUBLISH = "publish"


READ_OFF: Final = (
    *(FieldKind.TIMELINE, FieldKind.ACTIONS, FieldKind.SUGGESTIONS, FieldKind.BEFORE),
    *(FieldKind.PUBLISH, FieldKind.READERS),
)
"""Fields that are answered by facts alone."""


def _no_draft(_record: IncidentRecord) -> Drafted:
    return NOTHING


def _no_remarks(_text: str, _record: IncidentRecord) -> Sentences:
    return ()


class Field(msgspec.Struct, frozen=True):
    """One thing to answer.

    `draft` draws an answer up from the record; where `stated`, the draft is a recorded fact and
    counts as the answer until somebody writes another. `nudges` advise on a text and never refuse;
    `lacks` says what refuses publishing, beyond a required field being empty; `shows` what is
    reckoned from the answer.
    """

    id: str
    label: str
    kind: FieldKind
    hint: str
    draft: Callable[[IncidentRecord], Drafted] = _no_draft
    nudges: Callable[[str, IncidentRecord], Sentences] = _no_remarks
    lacks: Callable[[str, IncidentRecord], Sentences] = _no_remarks
    shows: Callable[[str, IncidentRecord], Sentences] = _no_remarks
    required: bool = False
    stated: bool = False

    def prefill(self, record: IncidentRecord) -> str:
        """The draft as text."""
        return self.draft(record).text.strip()

    def text(self, record: IncidentRecord) -> str:
        """What stands in the record for this field, or an empty string."""
        answer = record.postmortem.answer(self.id)
        return answer or (self.prefill(record) if self.stated else "")


class Step(msgspec.Struct, frozen=True):
    """One page of the wizard; a required step can refuse publishing."""

    id: StepId
    heading: str
    question: str
    fields: tuple[Field, ...]

    @property
    def required(self) -> bool:
        """Whether any of its fields must be answered."""
        return any(field.required for field in self.fields)
