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
KIN: Final = (
    *(
        ("expired certificate", "expired or rotated credential", "domain lapsed"),
        ("domain lapsed", "licence or payment", "retired by its maker"),
        ("expired certificate", "retired by its maker", "licence or payment"),
        ("network path or hardware", "hardware failure", "cloud zone or data centre down"),
        ("too little capacity", "quota or platform limit", "rate limited"),
        ("quota or platform limit", "descriptors, ports or addresses used up"),
    ),
    *(
        ("threads and workers blocked", "cascading dependency failure", "connections exhausted"),
        ("upgrade broke it", "incompatible versions", "image or artefact missing"),
        ("wrong environment", "deleted by mistake"),
        ("job failed silently", "no usable backup", "alert missing or unseen"),
        ("out of memory", "memory leak"),
        ("double processing", "lock contention or deadlock"),
    ),
    *(
        ("dns record wrong", "dns resolver failing", "stale dns or address"),
        ("bad configuration value", "proxy or ingress configuration"),
        ("release with a bug", "deploy process", "feature flag"),
        ("schema migration lock", "slow query or missing index", "lock contention or deadlock"),
        ("account or supply chain compromised", "credential published", "data exposed to others"),
        ("one heavy client", "traffic surge", "attack or abuse", "batch job at a bad time"),
        ("poison message", "encoding or input"),
    ),
)
"""Mechanisms that a fix may have in common: one that is heard lets its kin be heard faintly."""
_SELDOM: Final = 1.0
"""How often a term must be met with a mechanism to be believed half."""
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


@cache
def kin() -> Mapping[str, frozenset[str]]:
    """The kin of each mechanism that has any."""
    found: dict[str, set[str]] = defaultdict(set)
    for group in KIN:
        for mechanism in group:
            found[mechanism].update(each for each in group if each != mechanism)
    return {mechanism: frozenset(others) for mechanism, others in found.items()}


def _speaks_for(term: str, counts: Counter[str]) -> Iterable[tuple[str, float]]:
    whole = counts.total()
    many = len(MECHANISMS)
    rare = 1 - log(len(counts)) / log(many)
    for mechanism, times in counts.items():
        share = (times + _DOUBT * whole / many) / (whole * (1 + _DOUBT))
        known = times / (times + _SELDOM)
        weight = log(share * many) * rare * known * (_PAIR if " " in term else 1)
        if weight > 0:
            yield mechanism, weight
