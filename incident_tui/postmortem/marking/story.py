"""What happened: the summary, the impact, the timeline and how it was found."""

from itertools import pairwise
from typing import Final

from incident_tui.domain.incident import Milestone
from incident_tui.postmortem.marking.part import (
    CLOCK,
    DURATION,
    UNIT,
    Lack,
    Part,
    Tally,
    count_sentences,
    line_of,
    prose,
    said,
)
from incident_tui.postmortem.reading.answers import paragraphs
from incident_tui.postmortem.reading.document import Document
from incident_tui.postmortem.reading.headings import Family
from incident_tui.postmortem.reading.inline import plain
from incident_tui.postmortem.reading.lines import Kind
from incident_tui.postmortem.reading.timeline import Entry

_FULL: Final = 8
_FEW: Final = 5
_PROSE: Final = 60
_SIGNS: Final = {
    Milestone.DETECTED: r"\balert|\balarm|\bpage[sd]?\b|\bpaging|pagerduty|opsgenie|detect|notic"
    r"|report|monitoring|pingdom|notif|discover|complain|contacted|aware|saw\b|witness|raised",
    Milestone.MITIGATED: r"mitigat|roll(?:ed|ing|s)?[ -]?back|revert|restart|workaround"
    r"|fail(?:ed)? ?over|fix(?:ed|es)?\b|hotfix|patch|deploy|scal(?:ed|ing) (?:up|out)|restor"
    r"|repair|disabled|drained|deleted|recreat|increased|rebuilt|bump|merged|removed|reattach",
    Milestone.RESOLVED: r"resolv|recover|back to normal|back up|restored|all clear|operational"
    r"|closed|\bover\b|fully|returned to|(?:are|is|was|were) (?:now )?(?:back|up|healthy|fixed)"
    r"|running fine|came back|comes up|success|as (?:usual|expected)|normal|complete|fixed",
}
_TO_TIME: Final = (
    r"time to (?:detect|recover|repair|resol|mitigat|acknowledg|restore)|\bmtt[drmafi]\b"
    r"|\btt[drm]\b"
    r"|(?:detected|acknowledged|resolved|noticed|mitigated|recovered|repaired|fixed"
    r"|restored|found)\b.{0,40}"
    r"\b(?:after|within|in)\b.{0,12}\d+\s?(?:s|sec|m|min|h|hour|day)|^duration\b|total "
    r"(?:duration|downtime)"
    r"|(?:lasted|down|unavailable|outage|for)\b.{0,30}\d+\s?(?:minutes|min|hours|h|days)\b"
)
_FOUND: Final = (
    r"\balert|\balarm|\bpaged?\b|pagerduty|pingdom|monitor|(?:user|customer|support"
    r"|employee|team|student|we)s?"
    r"\b.{0,30}(?:report|notic|complain|contact|said|tell|told|notif|raised)|detect"
    r"|discovered|notified|reported by"
    r"|\breported\b|\braised (?:an?|the)\b|complain|\bnoticed?\b"
)


def summary(document: Document) -> Part:
    """Ten points: it is there, two to five sentences, and a number in it."""
    headed, tally = prose(document, Family.SUMMARY), Tally()
    text = headed or _opening(document)
    count = count_sentences(text)
    worth = 3 if text else 10
    tally.earn(worth, when=bool(headed), otherwise="write a summary under a heading of its own")
    if text:
        size = 1.0 if 2 <= count <= 5 else 0.5 if count in {1, 6, 7, 8} else 0.0
        tally.share(4, size, f"two to five sentences read best; there are {count}")
        numbered = any(pattern.search(text) for pattern in (UNIT, DURATION, CLOCK))
        tally.earn(3, when=numbered, otherwise="say how long, how many or when")
    line = line_of(document, Family.SUMMARY)
    return Part("summary", tally.points, 10, tuple(tally.lacks), "summary", line)


def _opening(document: Document) -> str:
    """The prose below the title, where nothing is headed as a summary."""
    titled = next((s for s in document.sections if s.line and not s.label), None)
    if titled is None or titled.family is not Family.OTHER:
        return ""
    below = [line for line in titled.lines if line.kind in {Kind.TEXT, Kind.BLANK}]
    return "\n".join(text for text in map(plain, paragraphs(below)) if len(text) > _PROSE)


def impact(document: Document) -> Part:
    """Twelve points: a section, a number with its unit, and how long it lasted."""
    text, tally = prose(document, Family.IMPACT), Tally()
    anywhere = text or prose(document, Family.SUMMARY)
    tally.earn(4, when=bool(text), otherwise="say who was affected, under a heading of its own")
    tally.earn(
        4,
        when=bool(UNIT.search(anywhere)),
        otherwise="give a number with its unit: users, requests, %",
    )
    lasted = "\n".join((anywhere, prose(document, Family.FIGURES), *_details(document)))
    tally.earn(4, when=bool(DURATION.search(lasted)), otherwise="say how long it lasted")
    line = line_of(document, Family.IMPACT)
    return Part("impact", tally.points, 12, tuple(tally.lacks), "impact", line)


def _details(document: Document) -> list[str]:
    return [f"{label}: {text}" for _, label, text in document.about.details]


def timeline(document: Document) -> Part:
    """Twenty points: enough entries, their zone, their order, and its three turns."""
    entries, tally = document.entries, Tally()
    share = min(len(entries), _FEW) / _FEW
    if not entries:
        lack = Lack("write a timeline: - 14:05 what happened, a line an entry", 20)
        return Part("timeline", 0, 20, (lack,), "timeline", _place(document))
    tally.share(5, share, f"five entries tell the story; there are {len(entries)}")
    zoned = all(entry.zone is not None for entry in entries)
    tally.earn(3, when=zoned, otherwise="say in which zone the times are: Timeline (UTC)")
    ordered = [(a, b) for a, b in pairwise(_series(entries)) if b.at < a.at]
    where = f"line {ordered[0][1].line} is earlier than the one before it" if ordered else ""
    tally.earn(2, when=not ordered, otherwise=f"put it in order: {where}")
    for milestone, points in (
        (Milestone.DETECTED, 3),
        (Milestone.MITIGATED, 2),
        (Milestone.RESOLVED, 3),
    ):
        told = _reaches(entries, milestone)
        tally.earn(points, when=told, otherwise=f"say in the timeline when it was {milestone}")
    tally.earn(
        2,
        when=_whole(entries),
        otherwise="tell it all: eight entries, or from its start to its end",
    )
    return Part("timeline", tally.points, 20, tuple(tally.lacks), "timeline", _place(document))


def _place(document: Document) -> int | None:
    first = document.entries[0].line if document.entries else None
    return line_of(document, Family.TIMELINE) or first


def _series(entries: tuple[Entry, ...]) -> list[Entry]:
    """The entries that tell the story: the milestones listed above it are a series of their own."""
    listed = [entry for entry in entries if not entry.labelled]
    return listed or list(entries)


def _reaches(entries: tuple[Entry, ...], milestone: Milestone) -> bool:
    if any(entry.milestone is milestone for entry in entries):
        return True
    ordered = sorted(entries, key=lambda entry: entry.at)
    later = ordered[len(ordered) // 2 :] if milestone is Milestone.RESOLVED else ordered
    return said(_SIGNS[milestone], (entry.text for entry in later))


def _whole(entries: tuple[Entry, ...]) -> bool:
    """Whether it is told at length, or from its start to its end."""
    first = min(entries, key=lambda entry: entry.at)
    covered = first.milestone is Milestone.STARTED and _reaches(entries, Milestone.RESOLVED)
    return covered or len(entries) >= _FULL


def detection(document: Document) -> Part:
    """Four points: how it was found, and how long that or the rest took."""
    tally = Tally()
    text = prose(document, Family.DETECTION)
    told = [text, prose(document, Family.SUMMARY), *(entry.text for entry in document.entries)]
    tally.earn(
        2,
        when=bool(text) or said(_FOUND, told),
        otherwise="say how it was found: an alert, a customer",
    )
    families = (
        Family.SUMMARY,
        Family.DETECTION,
        Family.FIGURES,
        Family.WELL,
        Family.POORLY,
        Family.IMPACT,
    )
    timed = [*prose(document, *families).split("\n"), *_details(document)]
    tally.earn(
        2, when=said(_TO_TIME, timed), otherwise="say how long it took to detect and to resolve"
    )
    return Part(
        "detection",
        tally.points,
        4,
        tuple(tally.lacks),
        "timeline",
        line_of(document, Family.DETECTION),
    )
