"""A draft says only what the record says, and cites it; where the record is silent it is empty."""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from incident_tui.domain.call_facts import TaskClosed
from incident_tui.domain.facts import DecisionMade, Imported, Noted
from incident_tui.domain.incident import COMMANDER, Milestone, TaskOutcome
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.text import one_line
from incident_tui.domain.timeline import TimelineRow
from incident_tui.postmortem import sources
from incident_tui.postmortem.drafted import NOTHING, Drafted, Sentence, drafted
from incident_tui.postmortem.impact import human, outage
from incident_tui.postmortem.suggestions import every_suggestion

QUICK: Final = timedelta(minutes=5)
"""A response this soon after detection is drafted as having gone well; a later one as poorly."""
_LEAD: Final = timedelta(minutes=30)
"""A change this long before the start may have set it off."""
_CHANGE: Final = re.compile(
    r"\b(?:deploy(?:ed|ment|s)?|releas(?:e|ed)|roll(?:ed)? ?out|migrat(?:ed|ion)|upgrad(?:e|ed)|"
    r"config(?:uration)? change|feature flag|switched (?:on|off|over)|expired|renewed)\b",
    re.IGNORECASE,
)
_CAUSE: Final = re.compile(
    r"\b(?:because|caused by|due to|root cause|turns? out|(?:cause|reason) (?:is|was))\b",
    re.IGNORECASE,
)
_CATEGORIES: Final = {
    "customer": ("A customer noticed before an alert did", "tooling"),
    "runbook": ("Instructions were missing or wrong", "documentation"),
    "noise": ("An alert came and went, or paged nobody", "tooling"),
}
_MOST_FACTORS: Final = 4


def owner(record: IncidentRecord) -> Drafted:
    """The Incident Commander."""
    held = sources.of(record, lambda f: getattr(f, "role", "") == COMMANDER)
    return drafted([Sentence(record.state.commander, held)])


def summary(record: IncidentRecord) -> Drafted:
    """Two to three sentences: what and how long, what it did, what was decided or when."""
    if record.state.began_at is None:
        return NOTHING
    drafts = (_opening(record), _effect(record), _decisions(record), _course(record))
    return drafted(drafts, most=3)


def users(record: IncidentRecord) -> Drafted:
    """As recorded during the incident."""
    return _measure(record, "users")


def error_rate(record: IncidentRecord) -> Drafted:
    """As recorded during the incident."""
    return _measure(record, "error_rate")


def slo(record: IncidentRecord) -> Drafted:
    """As recorded during the incident."""
    return _measure(record, "slo")


def bad(record: IncidentRecord) -> Drafted:
    """As recorded during the incident."""
    return _measure(record, "bad")


def business(record: IncidentRecord) -> Drafted:
    """As recorded during the incident, as `business` or as `revenue`."""
    return _measure(record, "business") or _measure(record, "revenue")


def whys(record: IncidentRecord) -> Drafted:
    """The first question; the answers go below it, each a level further in."""
    asked = f"Why did this happen: {_title(record)}?" if record.state.title else ""
    return drafted([Sentence(asked, sources.title(record))])


def trigger(record: IncidentRecord) -> Drafted:
    """The last change that somebody wrote down before or around the detection."""
    detected, began = record.state.milestones.get(Milestone.DETECTED), record.state.began_at
    if detected is None or began is None:
        return NOTHING
    near = [
        row
        for row in _said(record)
        if began - _LEAD <= row.occurred_at <= detected + _LEAD and _CHANGE.search(row.text)
    ]
    return drafted(_quoted(near[:1]))


def factors(record: IncidentRecord) -> Drafted:
    """What somebody wrote down as a cause, then what the record shows of the response."""
    causes = [row for row in _said(record) if _CAUSE.search(row.text)]
    shown = [
        Sentence(f"{_CATEGORIES[rule][0]} ({_CATEGORIES[rule][1]})", found.entries)
        for found in every_suggestion(record)
        if (rule := found.key.rpartition("-")[0]) in _CATEGORIES
    ]
    return drafted([*_quoted(causes[-2:]), *shown], "\n", _MOST_FACTORS)


def well(record: IncidentRecord) -> Drafted:
    """What was quick, and what helped, one a line."""
    quick = [said for fast, said in _responses(record) if fast]
    return drafted([*quick, *_tries(record, TaskOutcome.HELPED, "It helped to")], "\n")


def poorly(record: IncidentRecord) -> Drafted:
    """What took long, and what did not help, one a line."""
    slow = [said for fast, said in _responses(record) if not fast]
    shown = [
        Sentence(_CATEGORIES["customer"][0], found.entries)
        for found in every_suggestion(record)
        if found.key.startswith("customer-")
    ]
    tried = _tries(record, TaskOutcome.NO_HELP, "It did not help to")
    return drafted([*shown, *slow, *tried], "\n")


def _measure(record: IncidentRecord, name: str) -> Drafted:
    return drafted([Sentence(record.state.impact.get(name, ""), sources.measure(record, name))])


def _title(record: IncidentRecord) -> str:
    return one_line(record.state.title).rstrip(".?!")


def _said(record: IncidentRecord) -> Iterator[TimelineRow]:
    wrote = (Noted, Imported, DecisionMade)
    return (row for row in sources.standing(record) if isinstance(row.entry.fact, wrote))


def _quoted(rows: list[TimelineRow]) -> Iterator[Sentence]:
    """Their own words, on one line."""
    for row in rows:
        yield Sentence(one_line(row.text).rstrip("."), sources.seqs([row]))


def _opening(record: IncidentRecord) -> Sentence:
    state = record.state
    service = f" on {one_line(state.service)}" if state.service else ""
    span = outage(state)
    lasted = f"and lasted {human(span)}" if span is not None else "and is not resolved yet"
    entries = (*sources.title(record), *sources.severity(record))
    for reached in (Milestone.STARTED, Milestone.RESOLVED):
        entries += sources.milestone(record, reached)
    return Sentence(
        f"{_title(record)}: a {state.severity.name} incident{service} that began on "
        f"{state.began_at:%Y-%m-%d at %H:%M} UTC {lasted}.",
        tuple(dict.fromkeys(entries)),
    )


def _effect(record: IncidentRecord) -> Sentence:
    named = {"users affected": users, "error rate": error_rate, "business impact": business}
    found = [(name, of(record)) for name, of in named.items()]
    told = [f"{name} {one_line(said.text)}" for name, said in found if one_line(said.text)]
    entries = dict.fromkeys(seq for _, said in found for seq in said.entries)
    return Sentence(f"Recorded impact: {', '.join(told)}." if told else "", tuple(entries))


def _decisions(record: IncidentRecord) -> Sentence:
    newest = record.state.decided[-2:]  # the last ones ended it; all of them would be a list
    made = [one_line(decision.text).rstrip(".") for decision in newest]
    said = f"Decided: {'; '.join(made)}." if made else ""
    return Sentence(said, tuple(decision.seq for decision in newest))


def _course(record: IncidentRecord) -> Sentence:
    reached = record.state.milestones
    later = [
        each
        for each in (Milestone.DETECTED, Milestone.ACKNOWLEDGED, Milestone.MITIGATED)
        if each in reached
    ]
    times = [f"{each} at {reached[each]:%H:%M}" for each in later]
    entries = dict.fromkeys(seq for each in later for seq in sources.milestone(record, each))
    return Sentence(f"It was {', '.join(times)} UTC." if times else "", tuple(entries))


def _responses(record: IncidentRecord) -> list[tuple[bool, Sentence]]:
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
            entries = (*sources.milestone(record, since), *sources.milestone(record, until))
            said = Sentence(f"{verb} {human(took)} after {start}", tuple(dict.fromkeys(entries)))
            found.append((took <= QUICK, said))
    return found


def _tries(record: IncidentRecord, outcome: TaskOutcome, how: str) -> Iterator[Sentence]:
    tasks = {task.id: task for task in record.state.tasks}
    for row in sources.standing(record):
        fact = row.entry.fact
        if isinstance(fact, TaskClosed) and fact.outcome is outcome and fact.task in tasks:
            task = tasks[fact.task]
            yield Sentence(f"{how} {one_line(task.text).rstrip('.')}", sources.seqs([row]))
