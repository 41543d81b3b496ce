"""Why it happened and what comes of it: causes, lessons, action items, tone, and how soon."""

import re
from collections.abc import Container, Mapping
from datetime import timedelta
from typing import Final

from incident_tui.domain.incident import ActionKind
from incident_tui.postmortem.action_check import action_findings, is_specific
from incident_tui.postmortem.findings import Finding
from incident_tui.postmortem.marking.part import Lack, Part, Tally, line_of, prose, said
from incident_tui.postmortem.reading.answers import answers
from incident_tui.postmortem.reading.document import Document
from incident_tui.postmortem.reading.follow_ups import FollowUp
from incident_tui.postmortem.reading.headings import Family

SOON: Final = timedelta(hours=48)
LATER: Final = timedelta(days=7)
"""Five working days, a weekend in between."""
_MOST: Final = 7
_APART: Final = "name the trigger apart from the causes: what set it off"
_NAMED: Final = 5
_MITIGATIVE: Final = (
    r"\balert|\balarm|monitor|dashboard|runbook|detect|\bpage\b|paging|roll ?back|drill"
    r"|game ?day|on-?call"
    r"|status page|log(?:s|ging)\b|metric|recover|failover|backup|restore|playbook|notif"
    r"|observab|trac(?:e|ing)"
    r"|communicat|document|checklist|wiki|training|rehears|escalat"
)
_PREVENTATIVE: Final = (
    r"prevent|limit|valid|test|\bci\b|review|automat|replac|remov|upgrad|migrat|isolat"
    r"|separat|enforc|block"
    r"|require|pin\b|check|guard|canary|staging|fix|move\b|redesign|refactor|policy"
    r"|permission|rate|quota"
    r"|capacity|redundan|replica|harden|split|fail the|throttl|timeout|avoid|scan|lint|config"
)


def causes(document: Document, blame: tuple[Finding, ...]) -> Part:
    """Fourteen points: two to five factors, a trigger beside them, systems as their subjects."""
    factors = _factors(document)
    tally = Tally()
    count = len(factors)
    worth = 0.0 if not count else 0.5 if count == 1 else 1.0 if count <= _MOST else 4 / 6
    tally.share(
        6 if count else 12, worth, f"name two to five contributing factors; there are {count}"
    )
    text = prose(document, Family.CAUSES, Family.TRIGGER)
    apart = any(True for _ in document.of(Family.TRIGGER)) or said(
        r"trigger|set off by|immediate cause|proximate", [text, prose(document, Family.SUMMARY)]
    )
    tally.earn(2, when=apart, otherwise=_APART, field="trigger")
    if count:
        within = [each for each in blame if _among(each.text, factors)]
        why = f"no person is a cause: “{within[0].text}”" if within else ""
        tally.earn(4, when=not within, otherwise=why)
        words = sum(len(factor.split()) for factor in factors) / count
        tally.earn(2, when=words >= 4, otherwise="say what a factor did, not only its name")
    line = line_of(document, Family.CAUSES, Family.TRIGGER)
    return Part("causes", tally.points, 14, tuple(tally.lacks), "factors", line)


def _factors(document: Document) -> list[str]:
    found = next((a.text for a in answers(document.sections, ()) if a.field == "factors"), "")
    return [line for line in found.split("\n") if line.strip()]


def _among(words: str, texts: list[str]) -> bool:
    return any(words in text for text in texts)


def lessons(document: Document, unasked: Container[Family] = ()) -> Part | None:
    """Eight points: what went well, what went poorly, and where luck helped.

    One that is `unasked` counts where it is told all the same; None where nothing counts.
    """
    tally, most = Tally(), 0
    for family, points, otherwise, field in (
        (Family.WELL, 4, "say what went well", "well"),
        (Family.POORLY, 2, "say what went poorly", "poorly"),
        (Family.LUCKY, 2, "say where you were lucky", "lucky"),
    ):
        text = prose(document, family)
        if text or family not in unasked:
            most += points
            tally.earn(points, when=bool(text), otherwise=otherwise, field=field)
    if not most:
        return None
    line = line_of(document, Family.WELL, Family.POORLY, Family.LUCKY, Family.LESSONS)
    return Part("lessons", tally.points, most, tuple(tally.lacks), "well", line)


def actions(document: Document, names: Mapping[int, str]) -> Part:
    """Twenty points: the shares that are specific, owned, due and tracked, and both kinds.

    `names` is what an item is called, by its line; else it is the line.
    """
    items, tally = document.actions, Tally()
    line = line_of(document, Family.ACTIONS)
    if not items:
        lack = Lack("add action items: what, who, until when", 20)
        return Part("actions", 0, 20, (lack,), "actions", line)
    tally.points += 2
    lacks = {
        "end state": (5, [item for item in items if not _specific(item)]),
        "owner": (4, [item for item in items if not item.owner]),
        "due date": (4, [item for item in items if not (item.due or item.done)]),
        "ticket": (2, [item for item in items if not item.ticket]),
    }
    for what, (points, lacking) in lacks.items():
        otherwise = _lacking(what, lacking, len(items), names)
        tally.share(points, 1 - len(lacking) / len(items), otherwise)
    kinds = {kind for item in items for kind in _kinds(item)}
    absent = next((kind for kind in ActionKind if kind not in kinds), None)
    tally.earn(3, when=absent is None, otherwise=f"add a {absent} action item: there is none")
    return Part("actions", tally.points, 20, tuple(tally.lacks), "actions", line)


def _lacking(what: str, lacking: list[FollowUp], of: int, names: Mapping[int, str]) -> str:
    first = [names.get(item.line, str(item.line)) for item in lacking[:_NAMED]]
    where = "" if names else "line " if len(lacking) == 1 else "lines "
    more = ", …" if len(lacking) > _NAMED else ""
    have = "has" if len(lacking) == 1 else "have"
    return f"{len(lacking)} of {of} {have} no {what}: {where}{', '.join(first)}{more}"


def _specific(item: FollowUp) -> bool:
    due = item.due.isoformat() if item.due else ""
    return is_specific(action_findings(item.text, owner=item.owner, due=due))


def _kinds(item: FollowUp) -> set[ActionKind]:
    """What is said of its kind, else what its words make of it."""
    if item.kind is not None:
        return {item.kind}
    found = set()
    if re.search(_MITIGATIVE, item.text, re.IGNORECASE):
        found.add(ActionKind.MITIGATIVE)
    if re.search(_PREVENTATIVE, item.text, re.IGNORECASE):
        found.add(ActionKind.PREVENTATIVE)
    return found


def tone(blame: tuple[Finding, ...]) -> Part:
    """Eight points, two fewer for each finding of the blameless check."""
    lacks = tuple(
        Lack(f"reword “{each.text}”: it {each.reason}", 2.0 if at < 4 else 0.0)
        for at, each in enumerate(blame)
    )
    return Part("blame", max(0, 8 - 2 * len(blame)), 8, lacks, "blameless")


def timeliness(after: timedelta | None) -> Part | None:
    """Four points within two days of the end, two within five working days; None if unknown."""
    if after is None:
        return None
    points = 4 if after <= SOON else 2 if after <= LATER else 0
    lacks = () if points == 4 else (Lack("publish within 48 hours of the end", 4.0 - points),)
    return Part("timeliness", points, 4, lacks, "publish")
