"""Earlier incidents are ranked by cause first; a service or a factor in common only adds to it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

import msgspec

from incident_tui.domain.likeness.causes import Told, loudest, same_cause, shared

SUGGESTED: Final = 0.35
"""From here on an earlier incident is worth a person's look."""
_BESIDE: Final = 0.15
"""What the same service adds at most, and the same category of a factor."""
_WORDS: Final = 0.2
"""What the very same words add at most."""
_HEARD: Final = 0.1
"""Below this a mechanism in common is no reason."""


class Story(msgspec.Struct, frozen=True):
    """One incident as far as its likeness to others goes; `text` tells what happened and why."""

    id: str
    number: int
    title: str
    text: str
    service: str = ""
    categories: frozenset[str] = frozenset()
    declared_at: datetime | None = None


class Likeness(msgspec.Struct, frozen=True):
    """How like another incident is, from 0 to 1, and why."""

    story: Story
    score: float
    mechanism: str = ""
    reasons: tuple[str, ...] = ()


def rank(asked: Story, others: Iterable[Story], *, least: float = SUGGESTED) -> list[Likeness]:
    """Those at least so like, the likest first; of equals the newest."""
    told = Told(asked.text)
    found = (
        likeness(asked, told, other, Told(other.text)) for other in others if other.id != asked.id
    )
    kept = [each for each in found if each.score >= least]
    return sorted(kept, key=lambda each: (-each.score, -each.story.number))


def likeness(asked: Story, told: Told, other: Story, theirs: Told) -> Likeness:
    """How like the other is; the reasons are made only where they may be read."""
    cause = same_cause(told, theirs)
    service = bool(asked.service) and asked.service.casefold() == other.service.casefold()
    categories = sorted(asked.categories & other.categories)
    words = _overlap(told, theirs)
    apart = (1 - cause) * (1 - _BESIDE * service) * (1 - _BESIDE * bool(categories))
    score = 1 - apart * (1 - _WORDS * words)
    if score < SUGGESTED:
        return Likeness(other, score)
    reasons = [*_mechanisms(told, theirs)] if cause >= _HEARD else []
    mechanism = next(iter(shared(told, theirs)), "") if reasons else ""
    reasons += [f"same service: {other.service}"] if service else []
    reasons += [f"same kind of factor: {', '.join(categories)}"] if categories else []
    reasons += ["told in the same words"] if words > 0.6 else []
    return Likeness(other, score, mechanism, tuple(reasons))


def _mechanisms(one: Told, other: Told) -> Iterable[str]:
    """`disk full: space, volume here; filled, logs there`."""
    for mechanism in shared(one, other)[:1]:
        here, there = one.speaking_for(mechanism), other.speaking_for(mechanism)
        if set(here) == set(there):
            yield f"{mechanism}: {', '.join(here)}"
        else:
            yield f"{mechanism}: {', '.join(here)} here; {', '.join(there)} there"
    if not shared(one, other):
        yield f"akin: {loudest(one)} here; {loudest(other)} there"


def _overlap(one: Told, other: Told) -> float:
    every = one.terms.keys() | other.terms.keys()
    return len(one.terms.keys() & other.terms.keys()) / len(every) if every else 0.0
