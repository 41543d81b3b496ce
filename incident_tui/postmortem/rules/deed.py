"""A clause speaks of a deed where it begins with a doing, or names what people do."""

from typing import Final

from incident_tui.postmortem.english.esteem import DEEDS
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
from incident_tui.postmortem.english.nouns import OTHERS, OURS
from incident_tui.postmortem.english.tokens import Mark
from incident_tui.postmortem.rules.sentence import Sentence

_TURNS: Final = words("because which while although though but since that where so if when")
_BREAKS: Final = words(", ; : — – ( . ! ?")
_NO_DOING: Final = words(
    """
    morning evening meeting building string thing something anything everything nothing spring
    during warning setting listing including according regarding logging routing monitoring
    billing pricing staging testing training timing wiring rating ceiling handling
    planning processing scheduling caching indexing streaming networking mapping encoding parsing
    """
)
"""Nouns in -ing, of which things have their own."""
_DONE_TO: Final = words(
    "handling management review choice planning preparation supervision oversight coordination"
)
"""Behind `of` stands what it was done to."""
_WAYS: Final = words("way manner how")
_IT: Final = words("it this that which")


def opening(sentence: Sentence, end: int) -> int:
    """Where the part of the sentence that ends at this place begins."""
    at = end - 1 - (sentence.low(end - 1) == ",")
    while at >= 0 and not (
        sentence.low(at) in _TURNS
        or (sentence.words[at].mark is Mark.POINT and sentence.low(at) in _BREAKS)
    ):
        at -= 1
    return sentence.onward(at + 1)


def is_doing(sentence: Sentence, at: int, end: int) -> bool:
    """Whether a doing begins there: `shipping it on a Friday`, `to ship it`."""
    low = sentence.low(at)
    if low == "not":
        low = sentence.low(at + 1)
    doing = low.endswith("ing") and len(low) > 4 and low not in _NO_DOING
    return end - at > 1 and (doing or low == "to")


def is_deed(sentence: Sentence, end: int) -> bool:
    """Whether what is said of the part up to that place is said of a deed of people."""
    at = opening(sentence, end)
    begin = sentence.onward(0)
    if is_doing(sentence, at, end) or (is_doing(sentence, begin, end) and _is_whole(sentence, end)):
        return True
    if at >= end:
        return False
    head = next((n for n in range(at, end) if sentence.low(n) in PREPOSITIONS), end) - 1
    if sentence.low(head) in DEEDS and not _of_a_thing(sentence, head, end):
        return True
    way = next((n for n in range(at, min(at + 3, end)) if sentence.low(n) in _WAYS), None)
    return way is not None and sentence.noun_from(way + 1).who in OURS


def _is_whole(sentence: Sentence, end: int) -> bool:
    """Whether all before is one subject: nothing in it parts clauses, as a comma in a list may."""
    return "," not in (sentence.low(n) for n in range(end) if _parts(sentence, n))


def _parts(sentence: Sentence, at: int) -> bool:
    """Whether a comma there stands between words, and not in a number."""
    return sentence.words[at].mark is Mark.POINT and sentence.words[at - 1].mark is not Mark.NUMBER


def names_a_thing(sentence: Sentence, at: int) -> bool:
    """Whether that word only colours the noun behind it: `attention` in `attention markers`."""
    low = sentence.low(at + 1)
    small = low in PREPOSITIONS | LINKS | AUXILIARIES | DETERMINERS | RELATIVES | SUBORDINATORS
    verb = is_past(low) or low.endswith("ing") or is_adverb(low)
    return low[:1].isalpha() and not (small or verb or low == "to")


def _of_a_thing(sentence: Sentence, head: int, end: int) -> bool:
    """Whether it is said that a program decided or answered so."""
    if sentence.low(head) in _DONE_TO and sentence.low(head + 1) == "of":
        return False
    if head + 2 >= end or sentence.low(head + 1) not in {"of", "by", "from"}:
        return False
    return sentence.noun_from(head + 2).who not in OURS


def is_it(sentence: Sentence, end: int) -> bool:
    """Whether only a pronoun stands before that place: `this was`, `which is`."""
    return sentence.low(end - 1) in _IT


def of_people(sentence: Sentence, at: int) -> bool:
    """Whether it goes on with whose it was: `foolish of the vendor`, `from the staff`."""
    named = sentence.low(at) in {"of", "from", "by", "for"}
    return named and sentence.noun_from(at + 1).who in OTHERS | OURS
