"""Who does what a verb says is found by going left from it, past what only colours the verb."""

from collections.abc import Container
from typing import Final

from incident_tui.postmortem.english import people
from incident_tui.postmortem.english.acts import HUMAN_ACTS
from incident_tui.postmortem.english.forms import is_past
from incident_tui.postmortem.english.grammar import (
    AUXILIARIES,
    DETERMINERS,
    LINKS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    is_adverb,
)
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import (
    NOWHERE,
    OURS,
    QUANTITIES,
    Noun,
    Who,
    Words,
    noun,
    who,
)
from incident_tui.postmortem.english.systems import THINGS
from incident_tui.postmortem.english.tokens import Mark

_LEADING: Final = (PREPOSITIONS | SUBORDINATORS | LINKS) - {"that"}
_PEOPLE: Final = OURS | {Who.CUSTOMER}
_PERHAPS: Final = _PEOPLE | {Who.UNKNOWN}
_GOVERNING: Final = words(
    "need needs want wants try tries choose chooses decide decides prefer prefers dare learn begin"
    " tend tends continue continues manage manages refuse refuses"
)
_BEHIND: Final = words("involved concerned present")
"""Of people, behind them: `the individual concerned`."""
_LOSING: Final = words("miss ignore forget skip overlook neglect fail")
_ASIDE: Final = words("; : — – (")
_AFTER_NOUN: Final = PREPOSITIONS | AUXILIARIES | RELATIVES | LINKS | SUBORDINATORS
_NOMINATIVE: Final = words("i we he she")
_ME: Final = words("us me")
_THEM: Final = words("him her them")
_CLAUSE: Final = 12
"""Words that a clause with `who` may have."""
_PHRASE: Final = 6
"""Words in which a clause names its subject."""


def subject(tokens: Words, verb: int, roster: Container[str] = ()) -> Noun:
    """Who the verb at that place is said of."""
    at = verb - 1
    while at >= 0 and (
        tokens[at].low in AUXILIARIES
        or is_adverb(tokens[at].low)
        or (tokens[at].low == "clean" and at > 0 and tokens[at - 1].low in _NOMINATIVE)
        or (tokens[at].low == "since" and at > 0 and tokens[at - 1].low in AUXILIARIES)
    ):
        at -= 1
    if at < 0:
        return NOWHERE
    if at > 1 and tokens[at].low in _BEHIND:
        at -= 1
    word = tokens[at]
    if word.low == "to" and at:
        return subject(tokens, _governor(tokens, at), roster)
    if word.low in {"who", "whoever"}:
        return _relative(tokens, at, roster)
    if word.low in RELATIVES and at:
        return noun_before(tokens, at - 1, roster)
    if word.mark is Mark.POINT or word.low in LINKS:
        return _carried(tokens, at, roster)
    found = noun_before(tokens, at, roster)
    stop = found.first - 1
    if stop >= 0 and tokens[stop].mark is Mark.WORD:
        return _of_relative(tokens, stop, roster) or found
    return found


def _governor(tokens: Words, to: int) -> int:
    """Where the verb stands that an infinitive belongs to: `chose` in `we chose not to wait`."""
    at = to - 1
    while at > 0 and (tokens[at].low == "not" or is_adverb(tokens[at].low)):
        at -= 1
    governs = tokens[at].low in _GOVERNING or (at > 0 and is_past(tokens[at].low))
    return at if governs else to


def noun_before(tokens: Words, at: int, roster: Container[str]) -> Noun:
    """The noun with all that belongs to it that ends at this place."""
    while at >= 0 and tokens[at].low == ",":
        at -= 1
    first = at
    while first >= 0 and _belongs(tokens, first, at):
        low = tokens[first].low
        begins = low in DETERMINERS and not _leans(tokens, first - 1)
        first -= 1
        if begins or low in people.PRONOUNS:
            break
    return noun(tokens, first + 1, at, roster)


def _belongs(tokens: Words, at: int, last: int) -> bool:
    word = tokens[at]
    if word.mark is Mark.POINT or word.low in AUXILIARIES or word.low in LINKS:
        return False
    if word.low in people.PRONOUNS or word.low == "it":
        return at == last
    if word.low in {"who", "whom", "whoever", "not", "never"}:
        return False
    return word.low not in SUBORDINATORS


def _leans(tokens: Words, at: int) -> bool:
    """Whether an article after this word does not begin a part of its own: `the cost of the …`."""
    if at < 0:
        return False
    low = tokens[at].low
    if low == "half":
        return True
    doing = (low.endswith("ing") and len(low) > 5) or low in {"doing", "using"}
    doing = doing or (at > 0 and tokens[at - 1].low == "to")
    return doing or low in PREPOSITIONS or low in DETERMINERS


def _relative(tokens: Words, at: int, roster: Container[str]) -> Noun:
    """`who` is a person even where the noun before it is not known."""
    if not at:
        return Noun(Who.STAFF, 0, 0)
    found = noun_before(tokens, at - 1, roster)
    if found.who in {Who.THING, Who.UNKNOWN}:
        return Noun(Who.STAFF, max(found.first, 0), at)
    return Noun(found.who, found.first, at)


def _of_relative(tokens: Words, stop: int, roster: Container[str]) -> Noun | None:
    """The noun that a clause with `who` between it and its verb belongs to."""
    for at in range(stop, max(stop - _CLAUSE, -1), -1):
        word = tokens[at]
        if word.low in {"who", "whoever"}:
            return _relative(tokens, at, roster)
        point = word.mark is Mark.POINT and word.low != ","
        if point or word.low in SUBORDINATORS or word.low in LINKS:
            return None
    return None


def _carried(tokens: Words, at: int, roster: Container[str]) -> Noun:
    """The subject of an earlier verb of the sentence, which goes on after a comma or an `and`."""
    if tokens[at].low == ",":
        return _of_relative(tokens, at, roster) or leading_of(tokens, at, roster)
    return leading_of(tokens, at, roster) if tokens[at].low in LINKS else NOWHERE


def leading_of(tokens: Words, end: int, roster: Container[str]) -> Noun:
    """The noun that the clause up to that place begins with."""
    asides = (n for n in range(end - 1, -1, -1) if tokens[n].low in _ASIDE)
    begin = next(asides, -1) + 1
    for at in range(begin, end + 1):
        if at == end or tokens[at].low == ",":
            found = _leading(tokens, begin, at - 1, roster)
            if found is not None:
                return found
            begin = at + 1
    return _pronoun_before(tokens, end)


def _pronoun_before(tokens: Words, end: int) -> Noun:
    """`I` in `As part of the move I copied it`: such a word is never anything but a subject."""
    for at in range(end - 1, -1, -1):
        if tokens[at].low in _ASIDE:
            break
        if tokens[at].low in _NOMINATIVE:
            return Noun(Who.SELF if tokens[at].low in people.SELF else Who.STAFF, at, at)
    return NOWHERE


def _leading(tokens: Words, first: int, last: int, roster: Container[str]) -> Noun | None:
    """The noun a part of a sentence begins with; None where it begins with something else."""
    while first <= last and (
        is_adverb(tokens[first].low)
        or tokens[first].low in LINKS
        or tokens[first].mark not in {Mark.WORD, Mark.HANDLE}
    ):
        first += 1
    if first > last or tokens[first].low in _LEADING:
        return None
    for at in range(first, min(last, first + _PHRASE) + 1):
        kind = who(tokens, first, at, roster)
        after = tokens[at + 1].low if at < last else ""
        if kind in _PEOPLE and after not in THINGS and after != "'s":
            return Noun(kind, first, at)
        if kind not in _PEOPLE and (
            tokens[at].low in AUXILIARIES or (at > first and is_past(tokens[at].low))
        ):
            break
    return Noun(Who.THING, first, first)


def noun_after(tokens: Words, at: int, roster: Container[str]) -> Noun:
    """The noun that begins at this place: up to what cannot belong to it."""
    first = at
    while at < len(tokens) and tokens[at].mark is not Mark.POINT:
        if at > first and _ends_noun(tokens, first, at, roster):
            break
        at += 1
    if at == first:
        return NOWHERE
    last = at - 1
    if tokens[last].low in QUANTITIES and at + 1 < len(tokens) and tokens[at].low == "of":
        inner = noun_after(tokens, at + 1, roster)
        whom = {"us": Who.SELF, "ours": Who.STAFF}.get(tokens[at + 1].low, inner.who)
        return Noun(whom, first, inner.last)
    if tokens[first].low in _ME:
        return Noun(Who.SELF, first, first)
    if tokens[first].low in _THEM and last == first:
        return Noun(Who.STAFF, first, first)
    kind = who(tokens, first, last, roster)
    if kind in {Who.THING, Who.UNKNOWN} and _is_whose_who(tokens, last + 1):
        kind = Who.STAFF
    return Noun(kind, first, last)


def _is_whose_who(tokens: Words, at: int) -> bool:
    """Whether a `who` follows, as it does behind people alone: `the colourist, who filled it`."""
    comma = at < len(tokens) and tokens[at].low == ","
    return at + comma < len(tokens) and tokens[at + comma].low == "who"


def _ends_noun(tokens: Words, first: int, at: int, roster: Container[str]) -> bool:
    low = tokens[at].low
    if (
        low in _NOMINATIVE
        or low in _AFTER_NOUN
        or (is_adverb(low) and tokens[at - 1].low not in DETERMINERS)
    ):
        return True
    verb = low.endswith("ing") or is_past(low) or low in HUMAN_ACTS or low in _LOSING
    return verb and who(tokens, first, at - 1, roster) in _PERHAPS
