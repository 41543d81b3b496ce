"""A text is read as the stems of its clauses: what is said to be the cause weighs most."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

SYMPTOM: Final = 0.3
"""What a clause weighs that tells what was seen, beside one that tells why."""
_JOINED: Final = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})")
_WORD: Final = re.compile(r"[a-z0-9]+")
_SENTENCE: Final = re.compile(r"(?<=[.;:!?])\s+|\n+")
_WHY: Final = re.compile(r"\b(?:because|since|as|due to|caused by|after|owing to)\b", re.IGNORECASE)
_SO: Final = re.compile(r",? so\b(?! that many)|, and (?:so|therefore)\b", re.IGNORECASE)
_SMALL: Final = frozenset(
    _WORD.findall(
        "a an the of to in on at for from by with and or as is was were are be been being has "
        "have had its it that this these those their they them there then than which who whose "
        "our we us i he she his her you your so but also while when after since until into onto "
        "upon during did do does done would could can will may might must shall should about all "
        "any some most such own very just still already under between through because if where s "
        "t"
    )
)
_ENDINGS: Final = (
    *(("sses", "ss"), ("ies", "y"), ("ied", "y"), ("ss", "ss"), ("us", "us"), ("is", "is")),
    *(("ings", ""), ("ing", ""), ("edly", ""), ("ed", ""), ("ches", "ch"), ("shes", "sh")),
    *(("xes", "x"), ("s", "")),
)


def clauses(text: str) -> Iterator[tuple[tuple[str, ...], float]]:
    """The stems of every clause, and what it weighs; joined names are parted."""
    for sentence in _SENTENCE.split(_JOINED.sub(" ", text)):
        for part, weight in _weighed(sentence):
            if found := stems(part):
                yield found, weight


def stems(text: str) -> tuple[str, ...]:
    """The stems of the words that say something, in their order."""
    return tuple(stem(word) for word in _WORD.findall(text.lower()) if word not in _SMALL)


def spelled(text: str) -> dict[str, str]:
    """Each stem as it was first written, in lower case."""
    written: dict[str, str] = {}
    for word in _WORD.findall(_JOINED.sub(" ", text).lower()):
        written.setdefault(stem(word), word)
    return written


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The word without the ending that its place in the sentence gave it."""
    if len(word) <= 3 or word.isdigit():
        return word
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) + len(instead) >= 3:
            word = word[: len(word) - len(ending)] + instead
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeioulsz":
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word[-1] == "e" else word


def _weighed(sentence: str) -> Iterator[tuple[str, float]]:
    """`X because Y` and `Y, so X`: X is what was seen."""
    if (why := _WHY.search(sentence)) and len(stems(sentence[why.end() :])) > 1:
        yield sentence[: why.start()], SYMPTOM
        yield sentence[why.end() :], 1.0
    elif (so := _SO.search(sentence)) and len(stems(sentence[: so.start()])) > 1:
        yield sentence[: so.start()], 1.0
        yield sentence[so.end() :], SYMPTOM
    else:
        yield sentence, 1.0
