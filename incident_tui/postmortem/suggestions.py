"""A follow-up is suggested only for what the record shows, and names the entries that show it."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from itertools import pairwise
from typing import Final

import msgspec

from incident_tui.domain.call_facts import TaskClosed
from incident_tui.domain.facts import DecisionMade, Imported, Noted
from incident_tui.domain.incident import ActionKind, Milestone, TaskOutcome
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.text import one_line
from incident_tui.domain.timeline import TimelineRow
from incident_tui.postmortem.impact import human
from incident_tui.postmortem.sources import standing

LONG_SILENCE: Final = timedelta(minutes=30)
SLOW_RESPONSE: Final = timedelta(minutes=10)
_MOST_OF_A_KIND: Final = 2
"""So many of one rule at most: a longer list is not read."""
_LONGEST: Final = 90

_CUSTOMER: Final = re.compile(
    r"\b(?:customer|user|client|merchant|tenant|partner)s?\b(?! (?:facing|impact|affected))"
    r".{0,40}\b(?:report|tell|told|complain|notic|ask|say|said|call|wr[io]te|open|see)"
    r"|\b(?:support|help ?desk) (?:ticket|case|request)s?\b|\breported by (?:a |the )?"
    r"(?:customer|user|client)",
    re.IGNORECASE,
)
_BY_HAND: Final = re.compile(
    r"\b(?:by hand|manual(?:ly)?|restart(?:ed|ing)?|reboot(?:ed)?|roll(?:ed|ing)? ?back|"
    r"drain(?:ed)?|fail(?:ed)? ?over|kill(?:ed)?|flush(?:ed)?|purg(?:e|ed)|delet(?:e|ed)|"
    r"clear(?:ed)? (?:the|out)|grow|grew|resiz(?:e|ed)|scal(?:e|ed) (?:up|down|out))\b",
    re.IGNORECASE,
)
_NO_RUNBOOK: Final = re.compile(
    r"\b(?:no|without an?y?|missing|lacks? an?y?|outdated|stale|old|wrong) "
    r"(?:[\w-]+ ){0,2}(?:runbook|playbook|documentation|docs|instructions)\b"
    r"|\b(?:runbook|playbook|documentation|docs|instructions)\b.{0,40}"
    r"\b(?:missing|out of date|outdated|stale|wrong|old|describes? the old|does not|doesn't|is no)",
    re.IGNORECASE,
)
_NOISE: Final = re.compile(
    r"\b(?:flap(?:s|ped|ping)?|nois(?:y|e)|false (?:alarm|positive)|alert storm|too many alerts|"
    r"low priority|muted|clears? (?:by itself|again))\b",
    re.IGNORECASE,
)


class Suggestion(msgspec.Struct, frozen=True):
    """`key` stays the same while the entries stand; `text` is what an action item would say.

    `reason` is what the record shows, in the entries with the numbers `entries`.
    """

    key: str
    text: str
    kind: ActionKind
    reason: str
    entries: tuple[int, ...]


_Rule = Callable[[IncidentRecord], Iterator[Suggestion]]


def suggestions(record: IncidentRecord) -> tuple[Suggestion, ...]:
    """What nobody has taken up or dismissed yet, the surest first."""
    settled = {*record.state.dismissed, *(item.origin for item in record.state.actions)}
    return tuple(found for found in every_suggestion(record) if found.key not in settled)


def every_suggestion(record: IncidentRecord) -> tuple[Suggestion, ...]:
    """Those that were taken up or dismissed too."""
    return tuple(found for rule in RULES for found in [*rule(record)][:_MOST_OF_A_KIND])


def _customer(record: IncidentRecord) -> Iterator[Suggestion]:
    """Somebody outside noticed first."""
    detected = record.state.milestones.get(Milestone.DETECTED)
    told = [row for row in _said(record) if _CUSTOMER.search(row.text)]
    first = [row for row in told if detected is None or row.occurred_at <= detected + SLOW_RESPONSE]
    for row in first[:1]:
        yield _made(
            "customer",
            f"Alert on this before a customer tells: {_short(row.text)}",
            ActionKind.MITIGATIVE,
            "a customer noticed before an alert did",
            [row],
        )


def _unhelpful(record: IncidentRecord) -> Iterator[Suggestion]:
    """What was tried and did not help will be tried again, unless it is written down."""
    tasks = {task.id: task for task in record.state.tasks}
    for row in standing(record):
        fact = row.entry.fact
        if isinstance(fact, TaskClosed) and fact.outcome is TaskOutcome.NO_HELP:
            tried = tasks[fact.task].text if fact.task in tasks else row.text
            yield _made(
                "tried",
                f"Say in the runbook that this does not help here: {_short(tried)}",
                ActionKind.MITIGATIVE,
                "it was tried and did not help",
                [row],
            )


def _runbook(record: IncidentRecord) -> Iterator[Suggestion]:
    for row in _said(record):
        if _NO_RUNBOOK.search(row.text):
            yield _made(
                "runbook",
                f"Bring the runbook up to date: {_short(row.text)}",
                ActionKind.MITIGATIVE,
                "instructions were missing or wrong",
                [row],
            )


def _noise(record: IncidentRecord) -> Iterator[Suggestion]:
    noisy = [row for row in _said(record) if _NOISE.search(row.text)]
    if noisy:
        yield _made(
            "noise",
            f"Make this alert page once, and page somebody: {_short(noisy[0].text)}",
            ActionKind.MITIGATIVE,
            "an alert came and went, or paged nobody",
            noisy[:3],
        )


def _by_hand(record: IncidentRecord) -> Iterator[Suggestion]:
    for row in standing(record):
        if isinstance(row.entry.fact, DecisionMade) and _BY_HAND.search(row.entry.fact.text):
            yield _made(
                "by-hand",
                f"Make one command of what was done by hand: {_short(_decided(row))}",
                ActionKind.MITIGATIVE,
                "a step was taken by hand while it burned",
                [row],
            )


def _slow(record: IncidentRecord) -> Iterator[Suggestion]:
    """Detection or acknowledgement that took long, by the milestones."""
    reached = record.state.milestones
    parts = (
        ("detection", Milestone.STARTED, Milestone.DETECTED, "Alert within {} of the start"),
        ("page", Milestone.DETECTED, Milestone.ACKNOWLEDGED, "Page a second person after {}"),
    )
    for name, since, until, text in parts:
        if since not in reached or until not in reached:
            continue
        took, at = reached[until] - reached[since], reached[until]
        rows = [row for row in standing(record) if row.occurred_at == at][:1]
        if name == "detection" and any(_customer(record)):
            continue
        if took >= SLOW_RESPONSE and rows:
            reason = f"{until} {human(took)} after {since}"
            said = text.format(human(SLOW_RESPONSE / 2))
            yield _made(name, said, ActionKind.MITIGATIVE, reason, rows)


def _silence(record: IncidentRecord) -> Iterator[Suggestion]:
    """A long silence while people respond asks what was waited for."""
    begins = record.state.milestones.get(Milestone.DETECTED)
    ends = record.state.resolved_at
    burning = [
        row
        for row in standing(record)
        if begins is not None and begins <= row.occurred_at <= (ends or row.occurred_at)
    ]
    for before, after in pairwise(burning):
        span = after.occurred_at - before.occurred_at
        if span >= LONG_SILENCE:
            times = f"{before.occurred_at:%H:%M} and {after.occurred_at:%H:%M}"
            yield _made(
                "silence",
                f"Show on a dashboard what was waited for between {times}",
                ActionKind.MITIGATIVE,
                f"nothing was logged for {human(span)}",
                [before, after],
            )


RULES: Final[tuple[_Rule, ...]] = (
    *(_customer, _unhelpful, _runbook, _noise, _by_hand, _slow, _silence),
)


def _said(record: IncidentRecord) -> Iterator[TimelineRow]:
    """What people wrote down in their own words."""
    return (row for row in standing(record) if isinstance(row.entry.fact, Noted | Imported))


def _decided(row: TimelineRow) -> str:
    fact = row.entry.fact
    return fact.text if isinstance(fact, DecisionMade) and not row.overlay.amended else row.text


def _made(
    rule: str, text: str, kind: ActionKind, reason: str, rows: Iterable[TimelineRow]
) -> Suggestion:
    seqs = tuple(row.entry.seq for row in rows)
    return Suggestion(f"{rule}-{seqs[0]}", text, kind, reason, seqs)


def _short(text: str) -> str:
    """The words themselves, cut at a word where they are many."""
    said = one_line(text).rstrip(".")
    if len(said) <= _LONGEST:
        return said
    return said[:_LONGEST].rpartition(" ")[0] + " …"
