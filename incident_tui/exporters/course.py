"""What some templates tell apart: who wrote it, how it was detected, and what ended it."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from incident_tui.domain.decisions import DecisionOutcome
from incident_tui.domain.incident import Milestone, TaskOutcome
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.text import one_line
from incident_tui.exporters.document import Items
from incident_tui.postmortem.impact import human


def authors(record: IncidentRecord) -> Items | None:
    """The owner, and who published it where that was another."""
    published = record.state.published
    named = (record.postmortem.answer("owner"), published.owner if published else "")
    return _listed(dict.fromkeys(map(one_line, named)))


def detection(record: IncidentRecord) -> Items | None:
    """When it was detected and acknowledged, and how soon that was."""
    began = record.state.began_at
    found = record.state.milestones.get(Milestone.DETECTED)
    told = (
        _reached(record, Milestone.DETECTED, began, "it started"),
        _reached(record, Milestone.ACKNOWLEDGED, found, "detection"),
    )
    return _listed(told)


def resolution(record: IncidentRecord) -> Items | None:
    """When it was mitigated and resolved, and what is known to have helped."""
    began = record.state.began_at
    told = (
        _reached(record, Milestone.MITIGATED, began, "it started"),
        _reached(record, Milestone.RESOLVED, began, "it started"),
        *_helped(record),
    )
    return _listed(told)


def _reached(
    record: IncidentRecord, milestone: Milestone, since: datetime | None, what: str
) -> str:
    at = record.state.milestones.get(milestone)
    if at is None:
        return ""
    after = f", {human(at - since)} after {what}" if since is not None and at > since else ""
    return f"{milestone.capitalize()} on {at:%Y-%m-%d at %H:%M} UTC{after}"


def _helped(record: IncidentRecord) -> Iterator[str]:
    for decision in record.state.decided:
        if decision.outcome is DecisionOutcome.VERIFIED:
            result = one_line(decision.result)
            yield f"Verified: {one_line(decision.text)}" + (f" ({result})" if result else "")
    for task in record.state.tasks:
        if task.outcome is TaskOutcome.HELPED:
            yield f"Helped: {one_line(task.text)}"


def _listed(texts: Iterable[str]) -> Items | None:
    told = tuple(filter(None, texts))
    return Items(told) if told else None
