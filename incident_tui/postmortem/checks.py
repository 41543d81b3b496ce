"""What refuses publishing and what is only advised, each as a sentence that says what would do."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Final

from incident_tui.domain.actions import ActionItem
from incident_tui.domain.incident import ActionKind, Milestone
from incident_tui.domain.metrics.words import many
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.text import one_line
from incident_tui.domain.timeline import TimelineRow, published
from incident_tui.postmortem.allowances import kept
from incident_tui.postmortem.blameless import findings
from incident_tui.postmortem.fields import Sentences
from incident_tui.postmortem.impact import (
    budget_line,
    formula,
    human,
    outage,
    parse_bad,
    parse_rate,
    parse_slo,
)
from incident_tui.postmortem.whys import depth, ends_at_person, leaves, whys

LONG_GAP: Final = timedelta(minutes=30)
FEWEST_FACTORS: Final = 2
MOST_FACTORS: Final = 5
_BRIEF: Final = 40
"""Characters of a factor that remind of it."""
_SENTENCE_END: Final = re.compile(r"[.!?](?=\s|$)")


def timeline_lacks(_text: str, record: IncidentRecord) -> Sentences:
    """A post-mortem without a timeline is an opinion."""
    return () if published(record.rows) else ("Timeline: star at least one entry",)


def slo_lacks(text: str, record: IncidentRecord) -> Sentences:
    """The budget is computed, so the target must be one that can be read."""
    try:
        budget_line(text, "", record.state)
    except ValueError as refusal:
        return (f"SLO: {refusal}",)
    return ()


def bad_lacks(text: str, _record: IncidentRecord) -> Sentences:
    """The bad time enters the sum, so it must be one that can be read."""
    try:
        parse_bad(text or "0%")
    except ValueError as refusal:
        return (f"Bad time: {refusal}",)
    return ()


def duration_shows(_text: str, record: IncidentRecord) -> Sentences:
    """How long it burned is read off the milestones and never typed."""
    state, span = record.state, outage(record.state)
    if span is None or state.began_at is None or state.resolved_at is None:
        return ("Duration: known once it is resolved",)
    ends = f"{state.began_at:%Y-%m-%d %H:%M} to {state.resolved_at:%H:%M} UTC"
    return (f"Duration: {human(span)}, {ends}, from the milestones",)


def slo_shows(text: str, record: IncidentRecord) -> Sentences:
    """The sum, step by step."""
    try:
        slo = parse_slo(text)
        rate = parse_rate(_answer(record, "error_rate"))
        return tuple(formula(slo, outage(record.state), rate, record.postmortem.answer("bad")))
    except ValueError:
        return ()


def _answer(record: IncidentRecord, name: str) -> str:
    """As it was written, else as it was recorded."""
    return record.postmortem.answer(name) or record.state.impact.get(name, "")


def factors_lack(_text: str, record: IncidentRecord) -> Sentences:
    """One factor is a root cause under another name; more than five are a list nobody acts on."""
    count = len(record.postmortem.lines("factors"))
    if not count or FEWEST_FACTORS <= count <= MOST_FACTORS:
        return ()
    verb = "is" if count == 1 else "are"
    return (f"Contributing factors: write two to five, there {verb} {count}",)


def actions_lack(_text: str, record: IncidentRecord) -> Sentences:
    """At least one action item, and nothing open without somebody and a date."""
    if not record.state.actions:
        return ("Action items: add at least one, with an owner and a due date",)
    return tuple(gap for item in record.state.open_actions for gap in _action_gaps(item))


def _action_gaps(item: ActionItem) -> Iterator[str]:
    if not item.owner:
        yield f"{item.label} has no owner: name one person"
    if item.due is None:
        yield f"{item.label} has no due date: set one"


def findings_lack(text: str, record: IncidentRecord) -> Sentences:
    """Findings are fixed, or kept with a reason: the answer of this very field."""
    found = findings(record)
    count = len(found) - len(kept(text, found))
    if not count:
        return ()
    return (f"Blameless: reword {many(count, 'finding')}, or write why the words stay",)


def owner_nudges(text: str, _record: IncidentRecord) -> Sentences:
    """Two owners are none."""
    several = re.search(r",|&|\band\b", text)
    return ("Name one person; the others can be reviewers",) if several else ()


def timeline_nudges(_text: str, record: IncidentRecord) -> Sentences:
    """Milestones nobody marked, and long silences between published entries."""
    reached = record.state.milestones
    absent = [milestone for milestone in Milestone if milestone not in reached]
    unmarked = [f"No {milestone} milestone: mark when it was reached" for milestone in absent]
    return (
        *unmarked,
        *_disorder(reached),
        *(_gap(a, b) for a, b in pairwise(published(record.rows)) if _far(a, b)),
    )


def _disorder(reached: Mapping[Milestone, datetime]) -> Iterator[str]:
    """Milestones that come before the one they should follow."""
    known = [each for each in Milestone if each in reached]
    for first, then in pairwise(known):
        if reached[then] < reached[first]:
            times = f"{then} {reached[then]:%H:%M} is before {first} {reached[first]:%H:%M}"
            yield f"Out of order: {times}; mark one again at its real time"


def _far(before: TimelineRow, after: TimelineRow) -> bool:
    return after.occurred_at - before.occurred_at >= LONG_GAP


def _gap(before: TimelineRow, after: TimelineRow) -> str:
    times = f"{before.occurred_at:%H:%M} and {after.occurred_at:%H:%M}"
    return f"Nothing is published between {times}: what happened then?"


def summary_nudges(text: str, _record: IncidentRecord) -> Sentences:
    """Short enough to be read, concrete enough to be worth it."""
    count = len(_SENTENCE_END.findall(text))
    advice = []
    if text and not 2 <= count <= 3:
        advice.append(f"Two to three sentences read best; this has {count}")
    if text and not any(char.isdigit() for char in text):
        advice.append("Say how long, how many or when: a number makes it concrete")
    return tuple(advice)


def users_nudges(text: str, _record: IncidentRecord) -> Sentences:
    """A rough number beats an adjective."""
    plain = text and not any(char.isdigit() for char in text)
    return ("Give a number, even a rough one; write `none` if nobody noticed",) if plain else ()


def rate_nudges(text: str, _record: IncidentRecord) -> Sentences:
    """Only a percentage can enter the budget."""
    if not text or parse_rate(text) is not None:
        return ()
    return ("Begin with a percentage, such as 5%; without one every minute counts as all bad",)


def whys_nudges(text: str, record: IncidentRecord) -> Sentences:
    """The first answers are symptoms, a person is not where it ends, and evidence is on the log."""
    advice = []
    if text and depth(text) < 3:
        advice.append("Ask why once more: the first answers are symptoms")
    advice += [
        f"“{why.said}” ends at a person: what made it possible, or hard to notice?"
        for why in leaves(text)
        if ends_at_person(why, record.state.people)
    ]
    logged = {row.entry.seq for row in record.rows}
    unknown = sorted({seq for why in whys(text) for seq in why.entries} - logged)
    advice += [f"There is no entry #{seq} to prove it: ^O lists them" for seq in unknown]
    return tuple(advice)


def factors_nudges(text: str, record: IncidentRecord) -> Sentences:
    """A category lets the same factor be found again in another incident."""
    bare = [line for line in record.postmortem.lines("factors") if not line.endswith(")")]
    advice = (f"Add a category to “{line}”, such as (process) or (tooling)" for line in bare)
    return (*factors_lack(text, record), *advice)


def actions_nudges(_text: str, record: IncidentRecord) -> Sentences:
    """An item says what will be true when it is done, and not only the damage is reduced."""
    items = record.state.open_actions
    advice = [remark for item in items for remark in _action_remarks(item)]
    advice += [f"{i.label}: mitigative or preventative?" for i in items if i.kind is None]
    if items and all(item.kind is ActionKind.MITIGATIVE for item in items):
        advice.append("All action items are mitigative: what would prevent the next one?")
    return (*advice, *_loose_ends(record))


def _loose_ends(record: IncidentRecord) -> Iterator[str]:
    """What ties an item to a cause, and what will show that it worked, in a line each."""
    items, factors = record.state.open_actions, record.postmortem.lines("factors")
    unproved = " ".join(item.label for item in items if not item.success)
    if unproved:
        yield f'How will we know it worked? {unproved}: add check:"what will be seen"'
    untied = " ".join(item.label for item in items if not item.factor)
    if untied and factors:
        named = " · ".join(f"{n} {_brief(text)}" for n, text in enumerate(factors, 1))
        yield f"Which factor does it answer? {untied}: add factor:1 ({named})"


def _brief(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _BRIEF else f"{line[: _BRIEF - 1].rstrip()}…"


def _action_remarks(item: ActionItem) -> Iterator[str]:
    """Owner and date are looked for when it is published, not advised on."""
    from incident_tui.postmortem.action_check import (  # noqa: PLC0415  not before it is asked for
        action_findings,
    )

    for found in action_findings(
        item.text, owner=item.owner, due=(item.due and str(item.due)) or ""
    ):
        if found.rule not in {"no-owner", "no-due"}:
            yield f"{item.label} {found.reason}: {found.suggestion}"
