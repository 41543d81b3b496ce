"""Two texts tell of the same cause as far as the same mechanisms can be heard in both."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from math import sqrt
from typing import Final

from incident_tui.domain.likeness.mechanisms import evidence, kin, terms
from incident_tui.domain.likeness.words import clauses, spelled

_SURE: Final = 2.0
"""Evidence below this is not taken for more than it is."""
_ENOUGH: Final = 3.0
"""How much evidence the differing parts must hold to be compared by themselves."""
_NOTHING: Final = 0.01
"""Agreement that a closer look is not worth."""
_KINSHIP: Final = 0.35
"""How faintly the kin of a mechanism is heard with it."""
_APART: Final = 0.7
"""What the differing parts weigh: shared words are often those of the symptom."""

_TOLD: Final = 3
"""Words that tell of a mechanism why it is heard."""
_PALE: Final = frozenset(("no", "not", "out", "ran", "run", "up", "off", "over", "only"))
"""Words that count, and that explain nothing when they stand alone."""


class Told:
    """What a text tells of a cause, ready to be compared with many others."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.terms: dict[str, float] = {}
        for words, weight in clauses(text):
            for term in terms(words):
                self.terms[term] = max(weight, self.terms.get(term, 0.0))

    @cached_property
    def heard(self) -> Mapping[str, float]:
        """How loudly each mechanism is heard."""
        return _heard(self.terms)

    def speaking_for(self, mechanism: str) -> tuple[str, ...]:
        """The words that tell most of that mechanism, as they were written."""
        known = evidence()
        said: dict[str, float] = defaultdict(float)
        for term, weight in self.terms.items():
            for word in term.split():
                said[word] += weight * known.get(term, {}).get(mechanism, 0.0)
        written = spelled(self._text)
        best = sorted(
            (word for word in said if said[word] and word not in _PALE),
            key=lambda word: -said[word],
        )[:_TOLD]
        return tuple(written.get(word, word) for word in best)


def same_cause(one: Told, other: Told) -> float:
    """From 0 to 1."""
    whole = _agreement(one.heard, other.heard)
    if whole < _NOTHING:  # of many stories most are of another cause
        return whole
    mine = _heard({t: w for t, w in one.terms.items() if t not in other.terms})
    theirs = _heard({t: w for t, w in other.terms.items() if t not in one.terms})
    if min(sum(mine.values()), sum(theirs.values())) < _ENOUGH:
        return whole
    return (1 - _APART) * whole + _APART * _agreement(mine, theirs)


def shared(one: Told, other: Told) -> list[str]:
    """The mechanisms that words of both speak for, the loudest first."""
    both = {name: level * other.heard.get(name, 0.0) for name, level in one.heard.items()}
    return sorted((name for name, level in both.items() if level), key=lambda name: -both[name])


def loudest(told: Told) -> str:
    """The mechanism that is heard best; empty where none is."""
    return max(told.heard, key=lambda name: told.heard[name], default="")


def _heard(said: Mapping[str, float]) -> Mapping[str, float]:
    known = evidence()
    heard: dict[str, float] = defaultdict(float)
    for term, weight in said.items():
        for mechanism, speaks in known.get(term, {}).items():
            heard[mechanism] += weight * speaks
    return heard


def _agreement(heard: Mapping[str, float], heard_there: Mapping[str, float]) -> float:
    """The cosine of the squares, so that what is heard loudly decides."""
    one, other = _with_kin(heard), _with_kin(heard_there)
    product = sum(level**2 * other.get(name, 0.0) ** 2 for name, level in one.items())
    return product / (_loudness(one) * _loudness(other))


def _with_kin(heard: Mapping[str, float]) -> Mapping[str, float]:
    known = kin()
    louder = dict(heard)
    for mechanism, level in heard.items():
        for each in known.get(mechanism, ()):
            louder[each] = louder.get(each, 0.0) + _KINSHIP * level
    return louder


def _loudness(heard: Mapping[str, float]) -> float:
    return max(sqrt(sum(level**4 for level in heard.values())), _SURE**2)
