"""A post-mortem is shown step by step: what is answered, what is a draft, and what is missing."""

from typing import Any

import msgspec

from incident_tui.cli.diagnostics import tell
from incident_tui.cli.output import say
from incident_tui.cli.text import Painted
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.text import visible
from incident_tui.postmortem import progress
from incident_tui.postmortem.fields import Field
from incident_tui.postmortem.progress import StepProgress, StepState, asks
from incident_tui.postmortem.suggestions import suggestions
from incident_tui.services.json_shapes import stamp
from incident_tui.services.scoring import points

_GLYPHS = {StepState.DONE: "✔", StepState.PARTIAL: "◐", StepState.EMPTY: "○"}


def document(record: IncidentRecord) -> dict[str, Any]:
    """The keys of `postmortem --json`."""
    published = record.state.published
    return {
        "number": record.number,
        "title": record.state.title,
        "status": str(record.status),
        "resolved_at": stamp(record.state.resolved_at),
        "published_at": stamp(published.at) if published else None,
        "resume": progress.resume(record).id,
        "missing": list(progress.missing(record)),
        "score": points(record),
        "review": _review(record),
        "steps": [_step(each, record) for each in progress.progress(record)],
        "suggestions": [msgspec.to_builtins(each) for each in suggestions(record)],
    }


def _review(record: IncidentRecord) -> dict[str, Any]:
    review = record.state.review
    return {
        "reviewers": {person: str(circle) for person, circle in review.reviewers.items()},
        "signed": {person: stamp(at) for person, at in review.signed.items()},
        "comments": [
            {"entry": c.seq, "step": c.step, "text": c.text, "by": c.author, "settled": c.settled}
            for c in review.comments
        ],
        "attendees": list(review.attendees),
        "overrides": list(review.overrides),
    }


def _step(at: StepProgress, record: IncidentRecord) -> dict[str, Any]:
    return {
        "id": at.step.id,
        "heading": at.step.heading,
        "question": at.step.question,
        "required": any(asks(field, record) for field in at.step.fields),
        "state": str(at.state),
        "note": at.note,
        "missing": list(at.missing),
        "fields": [_field(field, record) for field in at.step.fields],
    }


def _field(field: Field, record: IncidentRecord) -> dict[str, Any]:
    answer = record.postmortem.answer(field.id)
    return {
        "id": field.id,
        "label": field.label,
        "kind": str(field.kind),
        "hint": field.hint,
        "required": asks(field, record),
        "answer": answer or None,
        "draft": field.prefill(record) or None,
        "cites": [msgspec.to_builtins(said) for said in field.draft(record).sentences],
        "untouched": field.id in record.postmortem.drafted,
        "nudges": list(field.nudges(answer, record)) if answer else [],
    }


def _aside(at: StepProgress) -> str:
    return f"  {at.note}" if at.note else ""


def show(record: IncidentRecord) -> None:
    """A line a step with its mark, and under it what was answered."""
    say(Painted(f"{record.name}  {record.status}  {record.state.title}", "heading"))
    for at in progress.progress(record):
        say(f"{_GLYPHS[at.state]} {at.step.heading}", Painted(_aside(at), "faint"))
        for field in at.step.fields:
            if text := field.text(record):
                label = f"{field.label}: " if len(at.step.fields) > 1 else ""
                for line in f"{label}{visible(text)}".split("\n"):
                    say(f"    {line}")
                if (cites := record.postmortem.drafted.get(field.id)) is not None:
                    say(
                        Painted(
                            f"    (draft, from {' '.join(f'#{seq}' for seq in cites)})", "faint"
                        )
                    )
    for each in suggestions(record):
        seqs = " ".join(f"#{seq}" for seq in each.entries)
        tell(f"suggested: {each.text} ({seqs}; origin:{each.key}, or /dismiss {each.key})")
    missing = progress.missing(record)
    for sentence in missing:
        tell(f"missing: {sentence}")
