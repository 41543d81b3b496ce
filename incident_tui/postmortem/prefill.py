"""A draft says only what the record says; where the record is silent the draft is empty."""

from datetime import timedelta
from typing import Final

from incident_tui.domain.incident import Milestone
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.text import one_line
from incident_tui.postmortem.impact import human, outage

QUICK: Final = timedelta(minutes=5)
"""A response this soon after detection is drafted as having gone well; a later one as poorly."""


def owner(record: IncidentRecord) -> str:
    """The Incident Commander."""
    return record.state.commander


def summary(record: IncidentRecord) -> str:
    """Two to three sentences: what and how long, what it did, what was decided or when."""
    if record.state.began_at is None:
        return ""
    drafts = (_opening(record), _effect(record), _decisions(record), _course(record))
    return " ".join([sentence for sentence in drafts if sentence][:3])


def users(record: IncidentRecord) -> str:
    """As recorded during the incident."""
    return record.state.impact.get("users", "")


def error_rate(record: IncidentRecord) -> str:
    """As recorded during the incident."""
    return record.state.impact.get("error_rate", "")


def slo(record: IncidentRecord) -> str:
    """As recorded during the incident."""
    return record.state.impact.get("slo", "")


def business(record: IncidentRecord) -> str:
    """As recorded during the incident, as `business` or as `revenue`."""
    return record.state.impact.get("business", "") or record.state.impact.get("revenue", "")


def whys(record: IncidentRecord) -> str:
    """The first question; the answers go below it, each two spaces further in."""
    return f"Why did this happen: {_title(record)}?" if record.state.title else ""


def well(record: IncidentRecord) -> str:
    """What was quick, one a line."""
    return "\n".join(text for quick, text in _responses(record) if quick)


def poorly(record: IncidentRecord) -> str:
    """What took long, one a line."""
    return "\n".join(text for quick, text in _responses(record) if not quick)


def _title(record: IncidentRecord) -> str:
    return one_line(record.state.title).rstrip(".?!")


def _opening(record: IncidentRecord) -> str:
    state = record.state
    service = f" on {one_line(state.service)}" if state.service else ""
    span = outage(state)
    lasted = f"and lasted {human(span)}" if span is not None else "and is not resolved yet"
    return (
        f"{_title(record)}: a {state.severity.name} incident{service} that began on "
        f"{state.began_at:%Y-%m-%d at %H:%M} UTC {lasted}."
    )


def _effect(record: IncidentRecord) -> str:
    named = {"users affected": users, "error rate": error_rate, "business impact": business}
    found = [f"{name} {value}" for name, of in named.items() if (value := one_line(of(record)))]
    return f"Recorded impact: {', '.join(found)}." if found else ""


def _decisions(record: IncidentRecord) -> str:
    newest = record.state.decided[-2:]  # the last ones ended it; all of them would be a list
    made = [one_line(decision.text).rstrip(".") for decision in newest]
    return f"Decided: {'; '.join(made)}." if made else ""


def _course(record: IncidentRecord) -> str:
    reached = record.state.milestones
    later = (Milestone.DETECTED, Milestone.ACKNOWLEDGED, Milestone.MITIGATED)
    times = [
        f"{milestone} at {reached[milestone]:%H:%M}" for milestone in later if milestone in reached
    ]
    return f"It was {', '.join(times)} UTC." if times else ""


def _responses(record: IncidentRecord) -> list[tuple[bool, str]]:
    """Whether it was quick, and the sentence, for each measured part of the response."""
    reached = record.state.milestones
    measured = (
        ("Detected", Milestone.STARTED, Milestone.DETECTED, "the start"),
        ("Acknowledged", Milestone.DETECTED, Milestone.ACKNOWLEDGED, "detection"),
    )
    found = []
    for verb, since, until, start in measured:
        if since in reached and until in reached and reached[until] >= reached[since]:
            took = reached[until] - reached[since]
            found.append((took <= QUICK, f"{verb} {human(took)} after {start}"))
    return found
