"""A post-mortem is composed here once, for every format, of what the record says."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from incident_tui.domain.incident import Severity, role_title
from incident_tui.domain.postmortem import IncidentRecord, PostMortemStatus, incident_name
from incident_tui.domain.state import Update
from incident_tui.domain.template import Template
from incident_tui.domain.text import one_line
from incident_tui.domain.timeline import published
from incident_tui.exporters import course
from incident_tui.exporters.cells import action_proof
from incident_tui.exporters.document import (
    TIMELINE,
    Absent,
    Actions,
    Decisions,
    Detail,
    Details,
    Document,
    Event,
    Events,
    Items,
    Links,
    Nested,
    Prose,
    Section,
    Tone,
    Tries,
)
from incident_tui.postmortem import steps
from incident_tui.postmortem.impact import budget_line, human, outage
from incident_tui.postmortem.whys import Why, whys

HEADINGS: Final = (
    *("Summary", "Impact", TIMELINE, "Trigger", "Contributing factors", "What went well"),
    *("Action items", "How we will know it worked", "What went poorly", "Where we got lucky"),
    *("Seen before", "5 Whys", "Roles", "Decisions", "Links", "What was tried", "Updates"),
    *("Authors", "Detection", "Resolution"),
)
"""The name of each section that there can be."""
ALWAYS: Final = ("Summary", "Impact", TIMELINE, "Contributing factors", "Action items")
"""Those of every document whose template tells them, also with nothing in them."""
WRITTEN: Final = (
    *("Summary", "Trigger", "Contributing factors", "Seen before", "5 Whys"),
    *("What went well", "What went poorly", "Where we got lucky"),
)
"""Those that a person writes or confirms; the others are read off the log."""
_IF_NAMED: Final = frozenset({"Authors", "Detection", "Resolution"})
"""Those that only a template which names them tells: else the head and the timeline do."""
_ABSENT: Final = "not written yet"
_SEVERITY_TONES: Final[dict[Severity, Tone]] = {
    Severity.SEV1: "red",
    Severity.SEV2: "red",
    Severity.SEV3: "yellow",
    Severity.SEV4: "blue",
    Severity.SEV5: "grey",
}
_STATUS_TONES: Final[dict[PostMortemStatus, Tone]] = {
    PostMortemStatus.DRAFT: "grey",
    PostMortemStatus.IN_REVIEW: "yellow",
    PostMortemStatus.PUBLISHED: "green",
    PostMortemStatus.CLOSED: "green",
}


def document(record: IncidentRecord) -> Document:
    """The document of an incident: always the same required sections, in one order."""
    title = one_line(record.state.title) or record.name
    template = record.practice.template(record.state.severity)
    return Document(title, _head(record), _arranged(tuple(_sections(record)), template))


def every_section(record: IncidentRecord) -> dict[str, Section]:
    """Each section that has something to say, by the name that it has without a template."""
    return {section.heading: section for section in _sections(record)}


def _arranged(sections: tuple[Section, ...], template: Template) -> tuple[Section, ...]:
    """The sections in the order, and under the names, of the template."""
    by_heading = {section.heading: section for section in sections}
    first = [by_heading[name] for name in template.sections if name in by_heading]
    rest = [each for each in sections if each not in first and each.heading not in _IF_NAMED]
    if template.only:
        rest = [s for s in rest if s.heading in WRITTEN and not isinstance(s.block, Absent)]
    names = template.headings
    return tuple(Section(names.get(s.heading, s.heading), s.block) for s in (*first, *rest))


def _head(record: IncidentRecord) -> tuple[Detail, ...]:
    day, severity = _day(record), record.state.severity
    return (
        _detail("Date", str(day) if day else ""),
        Detail("Severity", severity.name, tone=_SEVERITY_TONES[severity]),
        _detail("Owner", record.postmortem.answer("owner"), "not named yet"),
        Detail("Status", record.status, tone=_STATUS_TONES[record.status]),
    )


def _sections(record: IncidentRecord) -> Iterator[Section]:
    factors = record.postmortem.lines("factors")
    summary, items = record.postmortem.answer("summary"), record.state.actions
    yield Section("Summary", Prose(summary) if summary else Absent())
    yield Section("Impact", Details(tuple(_impact(record))))
    yield Section(TIMELINE, _timeline(record) or Absent("No entry is starred yet."))
    yield Section("Contributing factors", Items(factors, numbered=True) if factors else Absent())
    yield Section("What went well", _items(record, "well") or Absent())
    yield Section("Action items", Actions(items) if items else Absent("No action item yet."))
    trigger = record.postmortem.answer("trigger")
    optional = {
        "Trigger": Prose(trigger) if trigger else None,
        "How we will know it worked": _proofs(record),
        "What went poorly": _items(record, "poorly"),
        "Where we got lucky": _items(record, "lucky"),
        "Seen before": _again(record),
        "5 Whys": _whys(record),
        "Roles": _roles(record),
        "Decisions": Decisions(record.state.decisions) if record.state.decisions else None,
        "Links": Links(record.state.links) if record.state.links else None,
        "What was tried": _tries(record),
        "Updates": _updates(record),
        "Authors": course.authors(record),
        "Detection": course.detection(record),
        "Resolution": course.resolution(record),
    }
    yield from (Section(heading, block) for heading, block in optional.items() if block)


def _again(record: IncidentRecord) -> Items | None:
    """The earlier incidents that a person said it shares a factor with."""
    confirmed = [said for said in record.state.recurrences.values() if said.confirmed]
    texts = [
        ": ".join(filter(None, (incident_name(said.number), one_line(said.text))))
        for said in sorted(confirmed, key=lambda said: said.number)
    ]
    return Items(tuple(texts)) if texts else None


def _detail(label: str, text: str, absent: str = _ABSENT) -> Detail:
    return Detail(label, text) if one_line(text) else Detail(label, absent, absent=True)


def _day(record: IncidentRecord) -> date | None:
    began = record.state.began_at
    return began.date() if began else None


def _impact(record: IncidentRecord) -> Iterator[Detail]:
    span, rate = outage(record.state), steps.field("error_rate").text(record)
    yield _detail("Users affected", steps.field("users").text(record))
    yield _detail("Duration", "" if span is None else human(span), "not resolved yet")
    yield _detail("SLO budget consumed", _budget(record))
    yield _detail("Business impact", steps.field("business").text(record))
    if rate:
        yield Detail("Error rate", rate)


def _budget(record: IncidentRecord) -> str:
    """The computed line, or the answer as it was typed while it cannot be computed from."""
    target = steps.field("slo").text(record)
    try:
        rate, bad = (steps.field(name).text(record) for name in ("error_rate", "bad"))
        return budget_line(target, rate, record.state, bad)
    except ValueError:
        return target


def _timeline(record: IncidentRecord) -> Events | None:
    rows = published(record.rows)
    return _events((Event(row.occurred_at, row.text, row.evidence) for row in rows), record)


def _items(record: IncidentRecord, field: str) -> Items | None:
    texts = record.postmortem.lines(field)
    return Items(texts) if texts else None


def _proofs(record: IncidentRecord) -> Items | None:
    """What ties each action item to a factor, and what will show that it worked."""
    told = tuple(filter(None, map(action_proof, record.state.actions)))
    return Items(told) if told else None


def _whys(record: IncidentRecord) -> Nested | None:
    found = whys(record.postmortem.answer("whys"))
    return Nested(tuple((why.level, _why(why, record)) for why in found)) if found else None


def _why(why: Why, record: IncidentRecord) -> str:
    """The answer with the times of its evidence: a reader has no entry numbers."""
    times = {row.entry.seq: f"{row.occurred_at:%H:%M}" for row in record.rows}
    proofs = dict.fromkeys(times[seq] for seq in why.entries if seq in times)
    return f"{why.said} ({', '.join(proofs)})" if proofs else why.text


def _roles(record: IncidentRecord) -> Details | None:
    held = record.state.roles.items()
    return (
        Details(tuple(Detail(role_title(role), who.person) for role, who in held)) if held else None
    )


def _tries(record: IncidentRecord) -> Tries | None:
    closed = tuple(task for task in record.state.tasks if not task.open)
    return Tries(closed) if closed else None


def _updates(record: IncidentRecord) -> Events | None:
    sent = record.state.updates
    return _events((Event(update.at, _told(update)) for update in sent), record)


def _told(update: Update) -> str:
    """`public: … (approved by maria, status page)`; in whose words stands in front."""
    approved = f"approved by {update.approver}" if update.approver else ""
    vouched = ", ".join(filter(None, (approved, update.channel)))
    said = f"{update.flavour or update.audience}: {update.text}"
    return f"{said} ({vouched})" if vouched else said


def _events(events: Iterable[Event], record: IncidentRecord) -> Events | None:
    found = tuple(events)
    return Events(found, _day(record)) if found else None
