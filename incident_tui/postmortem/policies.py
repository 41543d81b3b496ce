"""A transition is refused with all that is missing, each as a sentence that says what would do."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Final

from incident_tui.domain.actions import ActionItem
from incident_tui.domain.incident import Priority
from incident_tui.domain.metrics.words import many
from incident_tui.domain.policy import read_requirement
from incident_tui.domain.postmortem import IncidentRecord, PostMortemStatus
from incident_tui.postmortem.blameless import findings
from incident_tui.postmortem.fields import Sentences
from incident_tui.postmortem.progress import missing


class Transition(StrEnum):
    """Where a post-mortem can go next."""

    REVIEW = "review"
    PUBLISH = "publish"
    CLOSE = "close"


class Return(StrEnum):
    """Where a post-mortem can be taken back to, for a reason."""

    REVIEW = "review"
    DRAFT = "draft"


def onward(record: IncidentRecord) -> tuple[Transition, ...]:
    """Where it can go from here, the usual way first."""
    match record.status:
        case PostMortemStatus.DRAFT:
            return (Transition.PUBLISH, Transition.REVIEW)
        case PostMortemStatus.IN_REVIEW:
            return (Transition.PUBLISH,)
        case PostMortemStatus.PUBLISHED:
            return (Transition.CLOSE, Transition.PUBLISH)
        case _:
            return ()


def back(record: IncidentRecord) -> tuple[Return, ...]:
    """Where it can be taken back to from here, the shorter way first."""
    match record.status:
        case PostMortemStatus.DRAFT:
            return ()
        case PostMortemStatus.IN_REVIEW:
            return (Return.DRAFT,)
        case _:
            return (Return.REVIEW, Return.DRAFT)


def refusals(
    record: IncidentRecord, transition: Transition, points: Callable[[IncidentRecord], int]
) -> Sentences:
    """What the policy of its severity still asks for; `points` scores the document."""
    policy = record.practice.policies[record.state.severity]
    wanted = [read_requirement(raw) for raw in getattr(policy, transition)]
    return tuple(
        said
        for name, number in wanted
        for said in (
            _score(points(record), number) if name == "score" else _CHECKS[name](record, number)
        )
    )


def _score(points: int, wanted: int) -> Sentences:
    return (f"Score: {points} of {wanted} points",) if points < wanted else ()


def _complete(record: IncidentRecord, _: int) -> Sentences:
    return missing(record)


def _no_findings(record: IncidentRecord, _: int) -> Sentences:
    count = len(findings(record))
    return (f"Blameless: reword {many(count, 'finding')}",) if count else ()


def _comments(record: IncidentRecord, _: int) -> Sentences:
    return tuple(
        f"Review: settle the comment #{said.seq} on {said.step}, “{said.text}”"
        for said in record.state.review.open_comments
    )


def _signoffs(record: IncidentRecord, number: int) -> Sentences:
    lack = number - len(record.state.review.signed)
    noun = "person has" if lack == 1 else "people have"
    return (f"Review: {lack} more {noun} to sign off",) if lack > 0 else ()


def _everybody(record: IncidentRecord, _: int) -> Sentences:
    return tuple(f"Review: @{who} has not signed off" for who in record.state.review.unsigned)


def _meeting(record: IncidentRecord, _: int) -> Sentences:
    held = record.state.review.meeting_ended_at is not None
    return () if held else ("Review: the meeting has not been held",)


def _checked(record: IncidentRecord, _: int) -> Sentences:
    bare = [item for item in record.state.open_actions if not item.success]
    return _items("Action items: say how we will know that {} worked", bare)


def _high(record: IncidentRecord, _: int) -> Sentences:
    urgent = [item for item in record.state.open_actions if item.priority is Priority.HIGH]
    return _items("Action items: finish or decline {}, of high priority", urgent)


def _done(record: IncidentRecord, _: int) -> Sentences:
    return _items("Action items: finish or decline {}", record.state.open_actions)


def _items(said: str, items: "list[ActionItem] | tuple[ActionItem, ...]") -> Sentences:
    return (said.format(", ".join(item.label for item in items)),) if items else ()


_CHECKS: Final[Mapping[str, Callable[[IncidentRecord, int], Sentences]]] = {
    "complete": _complete,
    "no-findings": _no_findings,
    "comments-settled": _comments,
    "signoffs": _signoffs,
    "reviewers-signed": _everybody,
    "meeting-held": _meeting,
    "actions-checked": _checked,
    "high-actions-done": _high,
    "actions-done": _done,
}
