"""The post-mortem as CommonMark with one GitHub table: always the same sections, in one order."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from incident_tui.domain.facts import DecisionMade
from incident_tui.domain.incident import role_title
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.timeline import published
from incident_tui.domain.wording import wording
from incident_tui.exporters import blocks
from incident_tui.exporters.escape import inline, line, link, prose
from incident_tui.exporters.format import Exporter, ExportKind
from incident_tui.postmortem import steps
from incident_tui.postmortem.impact import budget_line, human, outage
from incident_tui.postmortem.whys import tree

_ABSENT: Final = "_not written yet_"


def render(record: IncidentRecord) -> str:
    """The whole document; a required section without content says so in one line."""
    sections = "\n".join(f"### {head}\n\n{body}" for head, body in _sections(record))
    return f"{_head(record)}\n---\n\n{sections}"


def _sections(record: IncidentRecord) -> Iterator[tuple[str, str]]:
    yield "Summary", _prose(record, "summary") or blocks.not_yet()
    yield "Impact", _impact(record)
    yield "Timeline (UTC)", _timeline(record) or blocks.not_yet("No entry is starred yet.")
    yield "Contributing factors", _factors(record) or blocks.not_yet()
    yield "What went well", _items(record, "well") or blocks.not_yet()
    yield "Action items", _actions(record) or blocks.not_yet("No action item yet.")
    optional = {
        "What went poorly": _items(record, "poorly"),
        "Where we got lucky": _items(record, "lucky"),
        "5 Whys": blocks.nested(tree(record.postmortem.answer("whys"))),
        "Roles": _roles(record),
        "Decisions": _decisions(record),
        "Links": blocks.bullets(link(page.url, page.text) for page in record.state.links),
    }
    yield from ((head, body) for head, body in optional.items() if body)


def _head(record: IncidentRecord) -> str:
    """Lines that end in two spaces: a break to every Markdown there is, and invisible elsewhere."""
    owner = inline(record.postmortem.answer("owner"))
    return (
        f"## Post-mortem: {inline(record.state.title) or record.name}\n\n"
        f"**Date:** {_day(record) or _ABSENT}  \n"
        f"**Severity:** {record.state.severity.name}  \n"
        f"**Owner:** {owner or '_not named yet_'}  \n"
        f"**Status:** {record.status}\n"
    )


def _day(record: IncidentRecord) -> date | None:
    began = record.state.began_at
    return began.date() if began else None


def _prose(record: IncidentRecord, field: str) -> str:
    text = prose(record.postmortem.answer(field))
    return f"{text}\n" if text else ""


def _items(record: IncidentRecord, field: str) -> str:
    return blocks.bullets(line(item) for item in record.postmortem.lines(field))


def _impact(record: IncidentRecord) -> str:
    span = outage(record.state)
    known = {
        "Users affected": _measure(record, "users") or _ABSENT,
        "Duration": human(span) if span is not None else "_not resolved yet_",
        "SLO budget consumed": _budget(record) or _ABSENT,
        "Business impact": _measure(record, "business") or _ABSENT,
        "Error rate": _measure(record, "error_rate"),
    }
    return blocks.labelled((label, text) for label, text in known.items() if text)


def _measure(record: IncidentRecord, field: str) -> str:
    return inline(steps.field(field).text(record))


def _budget(record: IncidentRecord) -> str:
    """The computed line, or the answer as it was typed while it cannot be computed from."""
    target = steps.field("slo").text(record)
    try:
        return inline(budget_line(target, steps.field("error_rate").text(record), record.state))
    except ValueError:
        return inline(target)


def _timeline(record: IncidentRecord) -> str:
    rows = published(record.rows)
    events = ((row.occurred_at, blocks.with_evidence(row.text, row.evidence)) for row in rows)
    return blocks.dated(events, _day(record))


def _factors(record: IncidentRecord) -> str:
    return blocks.numbered(record.postmortem.lines("factors"))


def _actions(record: IncidentRecord) -> str:
    return blocks.action_table(record.state.actions) if record.state.actions else ""


def _roles(record: IncidentRecord) -> str:
    held = record.state.roles.items()
    return blocks.labelled((inline(role_title(role)), inline(who.person)) for role, who in held)


def _decisions(record: IncidentRecord) -> str:
    made = ((d.at, DecisionMade(d.text, d.executor)) for d in record.state.decisions)
    return blocks.dated(((at, inline(wording(fact))) for at, fact in made), _day(record))


EXPORTER: Final = Exporter("markdown", "Post-mortem (Markdown)", "md", ExportKind.DOCUMENT, render)
