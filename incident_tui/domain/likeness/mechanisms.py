"""What a word tells of how things failed is counted from the phrases that people use for it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import pairwise
from math import log
from typing import Final

from incident_tui.domain.likeness.breaking import BREAKING
from incident_tui.domain.likeness.changing import CHANGING
from incident_tui.domain.likeness.running_out import RUNNING_OUT
from incident_tui.domain.likeness.words import stems

MECHANISMS: Final[dict[str, str]] = {**RUNNING_OUT, **CHANGING, **BREAKING}
"""Mechanism → phrases that tell of it, parted by semicolons."""
_DOUBT: Final = 0.3
"""How far a word that was met seldom is not to be believed."""
_PAIR: Final = 0.7
"""What two words in a row weigh beside one."""

Weights = Mapping[str, float]


def terms(words: tuple[str, ...]) -> Iterator[str]:
    """The words, and every two that stand in a row."""
    yield from words
    yield from map(" ".join, pairwise(words))


@cache
def evidence() -> Mapping[str, Weights]:
    """For each term, how much it speaks for which mechanisms."""
    met: dict[str, Counter[str]] = defaultdict(Counter)
    for mechanism, phrases in MECHANISMS.items():
        for phrase in phrases.split(";"):
            for term in set(terms(stems(phrase))):
                met[term][mechanism] += 1
    return {term: dict(_speaks_for(term, counts)) for term, counts in met.items()}


def _speaks_for(term: str, counts: Counter[str]) -> Iterable[tuple[str, float]]:
    whole = counts.total()
    many = len(MECHANISMS)
    rare = 1 - log(len(counts)) / log(many)
    for mechanism, times in counts.items():
        share = (times + _DOUBT * whole / many) / (whole * (1 + _DOUBT))
        weight = log(share * many) * rare * (_PAIR if " " in term else 1)
        if weight > 0:
            yield mechanism, weight
