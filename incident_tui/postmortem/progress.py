"""How far a post-mortem has come is read off the record each time and never stored."""

from enum import StrEnum
from typing import Final

import msgspec

from incident_tui.domain.metrics.words import many
from incident_tui.domain.postmortem import IncidentRecord, PostMortemStatus
from incident_tui.domain.timeline import published
from incident_tui.postmortem.blameless import checked, standing
from incident_tui.postmortem.fields import READ_OFF, Field, FieldKind, Sentences, Step
from incident_tui.postmortem.steps import STEPS

_OFFERED: Final = (FieldKind.SUGGESTIONS, FieldKind.BEFORE, FieldKind.READERS)
"""What is only offered counts for nothing."""


_TYPED: Final = (FieldKind.PROSE, FieldKind.LINE, FieldKind.ITEMS, FieldKind.WHYS)
OPTIONAL: Final = "optional"
"""The note of a step that nobody answered and that may stay so."""


class StepState(StrEnum):
    """An optional step that nobody answered is empty and still lets the document go out."""

    EMPTY = "empty"
    PARTIAL = "partial"
    DONE = "done"


class StepProgress(msgspec.Struct, frozen=True):
    """`missing` are sentences that refuse publishing; `note` is a count such as `14 of 41`."""

    step: Step
    state: StepState
    missing: Sentences
    note: str = ""


def progress(record: IncidentRecord) -> tuple[StepProgress, ...]:
    """Where each step stands, in order."""
    return tuple(_progress(step, record) for step in STEPS)


def resume(record: IncidentRecord) -> Step:
    """Where to go on: the first step that is not done, or the last one."""
    going = (p.step for p in progress(record) if p.state is not StepState.DONE)
    return next(going, STEPS[-1])


def missing(record: IncidentRecord) -> Sentences:
    """All that refuses publishing, in the order of the steps."""
    return tuple(sentence for p in progress(record) for sentence in p.missing)


def asks(field: Field, record: IncidentRecord) -> bool:
    """Whether the template of its severity wants an answer there."""
    asked = record.practice.template(record.state.severity).required
    if asked is None:
        return field.required
    return field.id in asked and (field.required or field.kind not in READ_OFF)


def _progress(step: Step, record: IncidentRecord) -> StepProgress:
    asked = [field for field in step.fields if field.kind not in _OFFERED]
    gaps = [_gaps(field, record) for field in asked]
    lacking = tuple(sentence for gap in gaps for sentence in gap)
    if not any(_begun(field, record) for field in step.fields):
        state = StepState.EMPTY
    else:
        unread = any(field.kind is FieldKind.READERS for field in step.fields) and (
            record.state.review.unsigned or record.state.review.open_comments
        )
        state = StepState.PARTIAL if lacking or unread else StepState.DONE
    note = _note(step.fields[0], record)
    if state is StepState.EMPTY and not lacking and any(field.kind in _TYPED for field in asked):
        note = note or OPTIONAL
    if len(gaps) > 1 and lacking:
        note = f"{sum(map(bool, gaps))} of {len(gaps)} missing"
    return StepProgress(step, state, lacking, note)


def _gaps(field: Field, record: IncidentRecord) -> Sentences:
    text = field.text(record)
    if field.id in record.postmortem.drafted:
        return (f"{field.label}: a draft nobody has touched; edit it, or keep it as it is",)
    if field.kind is FieldKind.FINDINGS:
        return field.lacks(text, record)
    asked = record.practice.template(record.state.severity).required
    if asked is not None and field.id not in asked:
        return ()
    if asks(field, record) and not text:
        wanted = "name one person" if field.kind is FieldKind.PERSON else "not written yet"
        return (f"{field.label}: {wanted}",)
    return field.lacks(text, record)


def _begun(field: Field, record: IncidentRecord) -> bool:
    match field.kind:
        case FieldKind.TIMELINE:
            return bool(published(record.rows))
        case FieldKind.ACTIONS:
            return bool(record.state.actions)
        case FieldKind.FINDINGS:
            return bool(checked(record))
        case FieldKind.READERS:
            review = record.state.review
            return bool(review.reviewers or review.signed or review.comments)
        case FieldKind.PUBLISH:
            return record.status in {PostMortemStatus.PUBLISHED, PostMortemStatus.CLOSED}
        case _:
            return bool(field.text(record))


def _note(field: Field, record: IncidentRecord) -> str:
    match field.kind:
        case FieldKind.TIMELINE:
            rows = sum(not row.overlay.retracted for row in record.rows)
            return f"{len(published(record.rows))} of {rows}"
        case FieldKind.ACTIONS:
            return f"{len(record.state.open_actions)} open" if record.state.actions else ""
        case FieldKind.READERS:
            review = record.state.review
            said = [f"{len(review.signed)} signed"] if review.signed else []
            said += [f"{len(review.open_comments)} open"] if review.open_comments else []
            return ", ".join(said)
        case FieldKind.FINDINGS:
            count = len(standing(record))
            return many(count, "finding") if count else ""
        case _:
            return ""
