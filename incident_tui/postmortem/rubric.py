"""A post-mortem scores from 0 to 100 by parts that anybody can count, and each says what it lacks.

Some faults cap the whole: without a timeline, without an action item, or with human error for a
cause a document is not good, however much else is in it.
"""

import re
from collections.abc import Container, Iterable, Mapping
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final

import msgspec

from incident_tui.postmortem.findings import FindingKind
from incident_tui.postmortem.lint import lint
from incident_tui.postmortem.marking import analysis, story
from incident_tui.postmortem.marking.part import Part, prose
from incident_tui.postmortem.reading.dates import days_in
from incident_tui.postmortem.reading.document import Document
from incident_tui.postmortem.reading.headings import Family

SHORTEST: Final = 900
"""Characters below which it is a note."""
_LEFT_OVER: Final = re.compile(
    r"\bTB[DC]\b|\{\{[^{}\n]*\}\}|\bTODO: (?:fill|write|add)|<(?:insert|your|describe)[^<>\n]*>"
    r"|\[(?:insert|fill in|describe|to be)[^\[\]\n]*\]|\bYYYY-MM-DD\b|\bLorem ipsum\b",
    re.IGNORECASE,
)
_HUMAN_ERROR: Final = re.compile(r"\b(?:human|operator|user|engineer) error\b", re.IGNORECASE)
_PUBLISHED: Final = re.compile(
    r"(?:date )?(?:published|publication|completed)(?: (?:on|at|date))?", re.IGNORECASE
)


class Cap(msgspec.Struct, frozen=True):
    """The whole is worth no more than `limit`; `step` is where the wizard asks for it."""

    limit: int
    reason: str
    step: str


class Score(msgspec.Struct, frozen=True):
    """`total` is that of the parts, on a scale of 100, less what was left over, capped."""

    total: int
    parts: tuple[Part, ...]
    caps: tuple[Cap, ...]
    left_over: int = 0


def score(
    document: Document,
    people: Iterable[str] = (),
    published_after: timedelta | None = None,
    allowed: Container[str] = (),
    names: Mapping[int, str] = MappingProxyType({}),
    unasked: Container[Family] = (),
) -> Score:
    """The score of a document; `published_after` the end of the incident, where that is known.

    `people` are names known to be people, `allowed` the words that stay for a
    reason, `names` what the action item of a line is called, `unasked` what its template does
    not ask for: that costs nothing.
    """
    found_blame = lint(document.text, people, {FindingKind.BLAME}).findings
    blame = tuple(each for each in found_blame if each.text not in allowed)
    found = (
        story.summary(document),
        story.impact(document),
        story.timeline(document),
        story.detection(document),
        analysis.causes(document, blame),
        analysis.lessons(document, unasked),
        analysis.actions(document, names),
        analysis.tone(blame),
        analysis.timeliness(published_after or _published_after(document)),
    )
    parts = tuple(part for part in found if part is not None)
    caps = tuple(_caps(document))
    left_over = min(10, 5 * len(_LEFT_OVER.findall(document.text)))
    earned = 100 * sum(part.points for part in parts) / sum(part.max for part in parts)
    total = min([round(earned) - left_over, *(cap.limit for cap in caps)])
    return Score(max(0, total), parts, caps, left_over)


def _caps(document: Document) -> Iterable[Cap]:
    if not document.entries:
        yield Cap(60, "there is no timeline", "timeline")
    if not document.actions:
        yield Cap(55, "there are no action items", "actions")
    if _HUMAN_ERROR.search(prose(document, Family.CAUSES, Family.TRIGGER, Family.WHYS)):
        yield Cap(60, "human error stands as a cause", "factors")
    if len(document.text) < SHORTEST:
        yield Cap(35, f"it has fewer than {SHORTEST} characters", "summary")


def _published_after(document: Document) -> timedelta | None:
    """From the last entry to the day that the document says it was published on."""
    labels = {label.lower(): text for _, label, text in document.about.details}
    said = next((text for label, text in labels.items() if _PUBLISHED.fullmatch(label)), "")
    days = (
        each.on(document.about.near, day_first=document.about.day_first) for each in days_in(said)
    )
    day = next((day for day in days if day is not None), None)
    dated = [entry.at for entry in document.entries if entry.dated]
    if day is None or not dated:
        return None
    published = datetime(day.year, day.month, day.day, 12, tzinfo=dated[0].tzinfo)
    return max(timedelta(0), published - max(dated))
