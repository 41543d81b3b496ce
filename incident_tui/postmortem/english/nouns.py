"""Whom or what a noun stands for is decided by its last word, and by the words before it."""

from collections.abc import Container, Sequence
from enum import Enum
from typing import Final, NamedTuple

from incident_tui.postmortem.english import called, people
from incident_tui.postmortem.english.grammar import DETERMINERS, PREPOSITIONS, is_adverb
from incident_tui.postmortem.english.houses import is_house
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.systems import PRODUCTS, THINGS
from incident_tui.postmortem.english.tokens import Mark, Token
from incident_tui.postmortem.english.trades import OFFICERS, PERHAPS, of_a_trade


class Who(Enum):
    """What a noun stands for; UNKNOWN has a capital and may be a person."""

    SELF = "self"
    NAMED = "named"
    STAFF = "staff"
    TEAM = "team"
    ANYBODY = "anybody"
    CUSTOMER = "customer"
    UNKNOWN = "unknown"
    THING = "thing"


OURS: Final = frozenset({Who.SELF, Who.NAMED, Who.STAFF, Who.TEAM, Who.ANYBODY})
"""Those who work on the system, the speaker among them."""
OTHERS: Final = OURS - {Who.SELF}
PERHAPS_OURS: Final = OURS | {Who.UNKNOWN}
PERHAPS_OTHERS: Final = OTHERS | {Who.UNKNOWN}
"""Also whom nothing tells to be no person."""


class Noun(NamedTuple):
    """`first` and `last` are the places of its words in the sentence."""

    who: Who
    first: int
    last: int


Words = Sequence[Token]
NOWHERE: Final = Noun(Who.THING, -1, -1)
QUANTITIES: Final = words(
    "none one some most each all many few half two three both any several neither either majority"
    " rest pair"
)
_GROUPS: Final = words("team squad crew tribe vendor supplier contractor")
_THEM: Final = words("us them you ours")
_ARTICLES: Final = words("the a one our another")
_DEVS: Final = words("junior senior new lead web mobile backend frontend back-end front-end same")
_POINTING: Final = words("the that this our their your one two three")
_PLACED: Final = words("in on from at of with")
_SINGULAR: Final = words("this was has does its his")


def noun(tokens: Words, first: int, last: int, roster: Container[str] = ()) -> Noun:
    """What the words from `first` to `last` stand for: the head before any `of` or `in` decides."""
    chunks = _chunks(tokens, first, last, roster)
    begin, end = chunks[0]
    if begin > end:
        return _head(tokens, *chunks[-1], roster)
    head, inner = tokens[end].low, chunks[min(1, len(chunks) - 1)]
    if len(chunks) > 1 and head in {"member", "members"}:
        team = _head(tokens, *inner, roster).who in {Who.TEAM, Who.STAFF}
        doubtful = tokens[inner[1]].low in people.DOUBTFUL_TEAMS
        team = team or (inner[0] == inner[1] and _of_a_house(tokens[inner[0]]))
        return Noun(Who.STAFF if team and not doubtful else Who.THING, first, last)
    if len(chunks) > 1 and head in QUANTITIES and tokens[end + 1].low == "of":
        whom = tokens[inner[1]].low
        if whom in _THEM:
            return Noun(Who.SELF if whom == "us" else Who.STAFF, first, last)
        begin, end = inner
    kind = _head(tokens, begin, end, roster).who
    if kind is Who.ANYBODY and _some(tokens, first, begin, end, last):
        kind = Who.STAFF
    return Noun(kind, first, last)


def _of_a_house(word: Token) -> bool:
    """Whether a name without an article may be that of a company: `a member of kenlabs`."""
    known = word.low in PRODUCTS | THINGS | people.CLUSTERED or word.low in DETERMINERS
    plural = word.low.endswith("s") and not word.low.endswith("labs")
    return word.mark is Mark.WORD and not known and not plural


def _some(tokens: Words, first: int, begin: int, end: int, last: int) -> bool:
    """Whether it is somebody in particular: `the person who`, `the guy on shift`."""
    if tokens[end].low in people.CROWD:
        return False
    placed = end < last and tokens[end + 1].low in _PLACED
    return placed or tokens[max(begin, first)].low in _POINTING


def _chunks(tokens: Words, first: int, last: int, roster: Container[str]) -> list[tuple[int, int]]:
    """The parts between prepositions, and before what somebody is doing."""
    chunks, begin = [], first
    for at in range(first, last + 1):
        low = tokens[at].low
        if low in PREPOSITIONS or (
            low.endswith("ing") and at < last and _doing(tokens, begin, at, roster)
        ):
            chunks.append((begin, at - 1))
            begin = at + 1
    return [*chunks, (begin, last)]


def _doing(tokens: Words, begin: int, at: int, roster: Container[str]) -> bool:
    if tokens[at + 1].low in DETERMINERS:
        return True
    return at > begin and who(tokens, begin, at - 1, roster) in OURS


def _head(tokens: Words, first: int, last: int, roster: Container[str]) -> Noun:
    while last > first and tokens[last].mark is Mark.NUMBER:
        last -= 1
    if last < max(first, 0):
        return NOWHERE
    return Noun(who(tokens, first, last, roster), first, last)


def who(tokens: Words, first: int, last: int, roster: Container[str] = ()) -> Who:
    """What the noun at `last` stands for, by itself and by the words of its group before it."""
    word = tokens[last]
    if word.mark is Mark.HANDLE or word.text in roster or word.low in roster:
        return Who.NAMED
    if word.mark is not Mark.WORD:
        scare = word.mark is Mark.QUOTE and word.low.strip("\"'“”‘’") in people.STAFF
        return Who.STAFF if scare else Who.THING
    low = word.low.removeprefix("ex-")
    if low in people.PRONOUNS:
        return Who.SELF if low in people.SELF else _pronoun(tokens, last, low)
    if low == "dev" and last > first and tokens[last - 1].low in _ARTICLES | _DEVS:
        return Who.STAFF
    before = tokens[last - 1] if last > first else None
    if word.text.isupper() and _by_initials(low, before):
        return Who.TEAM if low == "it" else Who.STAFF
    if low in people.SOFTWARE_ROLES and any(word.low in people.CLUSTERED for word in tokens):
        return Who.THING
    return _role(low, before) or _name(tokens, first, last)


def _by_initials(low: str, before: Token | None) -> bool:
    """`the CFO`, `our PM`, `IT`."""
    placed = before is not None and (before.low in DETERMINERS or before.low == "'s")
    return (low in OFFICERS and (placed or len(low) > 2)) or (
        low == "it" and (placed or before is None)
    )


def _pronoun(tokens: Words, at: int, low: str) -> Who:
    """`they` are whoever was last spoken of in the plural."""
    if low != "they":
        return Who.STAFF
    for place in range(at - 1, -1, -1):
        word = tokens[place].low
        if word in people.CUSTOMERS:
            return Who.CUSTOMER
        if _role(word, tokens[place - 1] if place else None) is not None:
            return Who.STAFF
        if word.endswith("s") and len(word) > 3 and word not in _SINGULAR and not is_adverb(word):
            return Who.THING
    return Who.STAFF


def _role(low: str, before: Token | None) -> Who | None:
    """Who has that role; a thing where the word before says so; None for other words."""
    previous = "" if before is None or before.mark is Mark.NUMBER else before.low
    if low in people.SOFTWARE_ROLES and before is not None:
        product = before.text[0].isupper() and previous in PRODUCTS
        named = product or before.mark is Mark.CODE
        if named or previous in people.SOFTWARE_BEFORE:
            return Who.THING
    if low in people.CUSTOMERS:
        return Who.CUSTOMER
    if low in people.TEAMS:
        return _team(low, previous)
    if is_house(low, previous):
        return Who.TEAM
    if low in people.ONLY_AFTER:
        return Who.STAFF if previous in people.ONLY_AFTER[low] else None
    if (perhaps := _maybe(low, previous)) is not None:
        return perhaps
    if low in people.ANYBODY:
        return Who.ANYBODY if low != "none" or before is None else None
    tail = low.rpartition("-")[2]
    plain = tail != low and tail in people.STAFF and tail not in people.SOFTWARE_ROLES
    return Who.STAFF if plain else None


def _maybe(low: str, previous: str) -> Who | None:
    """A person or a program, by the word before."""
    if low in people.STAFF or of_a_trade(low, previous):
        return Who.STAFF
    if low not in PERHAPS:
        return None
    alone = not previous or previous in _POINTING | _ARTICLES | {"'s"}
    return Who.UNKNOWN if alone else Who.THING


def _team(low: str, previous: str) -> Who | None:
    if low in people.DOUBTFUL_TEAMS and previous in people.NOT_A_TEAM:
        return Who.THING
    single = low in people.BARE_TEAMS and previous in {"a", "an", "this", "that"}
    return None if single else Who.TEAM


def _name(tokens: Words, first: int, last: int) -> Who:
    word = tokens[last]
    if not word.text[0].isupper() or word.low in PRODUCTS or word.low in THINGS:
        return _small(tokens, first, last)
    group = tokens[first : last + 1]
    determined = any(each.low in DETERMINERS for each in group) and word.text != "IT"
    if determined or word.text == "It":
        apposed = len(group) > 1 and group[-2].low in people.STAFF - people.SOFTWARE_ROLES
        return Who.NAMED if apposed else Who.THING
    if word.low in people.BARE_TEAMS:
        return Who.TEAM
    if len(group) > 1 and group[-2].low in _GROUPS:
        return Who.TEAM
    if called.is_known(tokens, first, last):
        return Who.NAMED
    if not called.may_be(word):
        return Who.THING
    person = called.is_spoken_of(tokens) or called.acts_by_hand(tokens, last)
    return Who.NAMED if person else Who.UNKNOWN


def _small(tokens: Words, first: int, last: int) -> Who:
    """Without a capital: a department, or somebody in a chat."""
    if first == last and tokens[last].text[0].islower():
        if tokens[last].low in people.SMALL_TEAMS:
            return Who.TEAM
        if called.in_a_chat(tokens, last):
            return Who.NAMED
    return Who.THING
