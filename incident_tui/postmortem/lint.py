"""A document is read for blame and for action items; each finding says where it stands."""

from collections.abc import Container, Iterable, Iterator
from typing import Final, NamedTuple

import msgspec

from incident_tui.postmortem.action_check import action_findings
from incident_tui.postmortem.allowances import Allowance, allowances
from incident_tui.postmortem.blame import blame_in
from incident_tui.postmortem.findings import Finding, FindingKind
from incident_tui.postmortem.prose import blocks
from incident_tui.postmortem.sections import Places, action_items

BOTH: Final = frozenset(FindingKind)


class Kept(NamedTuple):
    """A finding that stays, and why."""

    finding: Finding
    reason: str


class Linted(NamedTuple):
    """`unheard` are allowances that give no reason, by where they stand."""

    findings: tuple[Finding, ...]
    kept: tuple[Kept, ...] = ()
    unheard: tuple[str, ...] = ()


def lint(text: str, people: Iterable[str] = (), kinds: Container[FindingKind] = BOTH) -> Linted:
    """All findings in a Markdown text, in its order; offsets are characters of this text."""
    said = blocks(text)
    places = Places(said)
    allowed = tuple(allowances(text))
    found = sorted(_found(text, said, people, kinds), key=lambda finding: finding.start)
    placed = [
        msgspec.structs.replace(
            finding,
            text=text[finding.start : finding.end],
            where=places.name(finding.start),
        )
        for finding in found
    ]
    reasons = [_reason(finding, allowed) for finding in placed]
    return Linted(
        tuple(each for each, why in zip(placed, reasons, strict=True) if not why),
        tuple(Kept(each, why) for each, why in zip(placed, reasons, strict=True) if why),
        tuple(places.name(each.at) for each in allowed if not each.reason),
    )


def _found(
    text: str, said: str, people: Iterable[str], kinds: Container[FindingKind]
) -> Iterator[Finding]:
    if FindingKind.BLAME in kinds:
        yield from blame_in(text, people)
    if FindingKind.ACTIONS in kinds:
        for item in action_items(said):
            line = said[item.start : item.end]
            for finding in action_findings(
                text[item.start : item.end] if len(line) else line, owner=item.owner, due=item.due
            ):
                yield msgspec.structs.replace(
                    finding, start=finding.start + item.start, end=finding.end + item.start
                )


def _reason(finding: Finding, allowed: Iterable[Allowance]) -> str:
    return next((each.reason for each in allowed if each.covers(finding)), "")
