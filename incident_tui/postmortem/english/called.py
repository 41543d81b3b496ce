"""A person is told by a name: by its capital, by a title before it, or by how chats are written."""

import re
from collections.abc import Sequence
from typing import Final

from incident_tui.postmortem.english.forms import Form, verbs
from incident_tui.postmortem.english.grammar import is_adverb
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.names import AMBIGUOUS, is_given_name
from incident_tui.postmortem.english.tokens import Mark, Token

_INITIAL: Final = re.compile(r"[A-Z]\.")
_TITLES: Final = words("mr mrs ms dr prof frau herr")
_SURNAME: Final = re.compile(r"(?:O['’]|Ma?c|D[ei])?[A-Z][^\W\d_A-Z]+|[A-Z]{2}")
_NOTHING_YET: Final = words("unknown unclear undetermined none pending tbd various multiple")
_SPOKEN_OF: Final = words("he she his her him")
"""With one of these about, a name that is not known is a person's."""
_HELPING: Final = words("had has have should ought to could did just been")
_BY_HAND: Final = frozenset(
    word
    for word, verb in verbs(
        """
        type hard-code hardcode misread force-push ask tell mention click paste plug unplug
        insist admit complain phone hurry rush pocket borrow guess shout argue apologise apologize
        promise sleep sit walk drive sign chat loop ping text pour unlock wear smoke eat
        """
    ).items()
    if Form.PAST in verb.forms or Form.DONE in verb.forms
)
_SMALL_WORDS: Final = AMBIGUOUS | words(
    """
    alma amber ana angel aria basil bill bob bram carol chad claude cora dan dana dawn dean dick
    dima don drew ed ella emir eve fang faith frank gina grace grant hal hana harmony heather holly
    hope iris ivy jack jade jan jean jo john june lance lana lee lena leo lin linda lola luc luna
    mai maria mark max mei melody min mina mira mona ming morgan nana nick noa nora ola ole olga
    olive pascal pat penny pilar poppy ray rich rita rob robin rod roman rose ruby sage sam sana
    sasha seth sierra sky sol star stella sue tad tam tara tea terra tracy trent uma val van vera
    victor viola violet vito wade ward zen alan alex art gene
    """
)
"""Names that are words, or tools, when they have no capital."""


def is_known(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether it is a given name, or has a title or an initial before it."""
    before = tokens[last - 1] if last else None
    group = tokens[max(first, last - 1) : last + 1]
    if any(map(_given, group)):
        return True
    if before is None:
        return False
    if last > first and _INITIAL.fullmatch(before.text):
        return True
    return before.low in _TITLES or (before.low == "." and tokens[last - 2].low in _TITLES)


def acts_by_hand(tokens: Sequence[Token], last: int) -> bool:
    """Whether what the name does next is done by hand or by word of mouth."""
    at = last + 1
    while at < len(tokens) and (is_adverb(tokens[at].low) or tokens[at].low in _HELPING):
        at += 1
    return at < len(tokens) and tokens[at].low in _BY_HAND


def may_be(word: Token) -> bool:
    """Whether it is written as names are, and is not what stands where nothing is known yet."""
    return word.low not in _NOTHING_YET and _SURNAME.fullmatch(word.text) is not None


def is_spoken_of(tokens: Sequence[Token]) -> bool:
    """Whether the sentence speaks of a man or a woman."""
    return any(each.low in _SPOKEN_OF for each in tokens)


def in_a_chat(tokens: Sequence[Token], at: int) -> bool:
    """Whether it is a name in a sentence that is written without capitals."""
    low = tokens[at].low
    small = tokens[0].text[0].islower() and tokens[at].mark is Mark.WORD
    return small and len(low) > 2 and low not in _SMALL_WORDS and is_given_name(low)


def _given(word: Token) -> bool:
    shouted = word.text.isupper() and len(word.text) > 1
    known = is_given_name(word.low.partition("-")[0]) and word.low not in AMBIGUOUS
    return word.text[:1].isupper() and known and not shouted
