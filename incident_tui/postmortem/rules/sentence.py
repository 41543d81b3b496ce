"""A rule looks at one word of a sentence and its neighbours, and gives a hit or nothing."""

import sys
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from incident_tui.postmortem.english import clauses, nouns
from incident_tui.postmortem.english.forms import is_past
from incident_tui.postmortem.english.grammar import is_adverb
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import Noun, Who
from incident_tui.postmortem.english.tokens import Mark, Token

POINTED: Final = frozenset({Who.NAMED, Who.STAFF, Who.TEAM})
"""People one could point at; `somebody` and `we` are not among them."""
BE: Final = words("is are was were be been being am get gets got")
BECAME: Final = BE | words("seemed appeared became remained proved looked")
OWN: Final = words("my our your his her their")
_ENDS: Final = words(", ; : . ( — ! ?")
_TURNS: Final = words("because which while although though so but and since")
"""Words with which a sentence turns to something else."""
_WHERE: Final = words("on of in at from for behind with")
_FAR: Final = 10
"""Words between a subject and its verb that a span still takes in."""


class Hit(NamedTuple):
    """`first` and `last` are places of words; `rewrite` is a blameless sentence, or empty."""

    rule: str
    first: int
    last: int
    rewrite: str = ""


class Sentence:
    """The words of one sentence, and who is known by name; a place beyond its ends is empty."""

    def __init__(self, text: str, tokens: Sequence[Token], roster: Container[str]) -> None:
        self.text = text
        self.words = tokens
        self.lows = [token.low for token in tokens]
        self.roster = roster

    def low(self, at: int) -> str:
        """The word at that place, in small letters."""
        return self.lows[at] if 0 <= at < len(self.lows) else ""

    def pair(self, at: int) -> tuple[str, str]:
        """The words at that place and after it."""
        return self.low(at), self.low(at + 1)

    def behind(self, at: int, count: int) -> frozenset[str]:
        """So many words before that place."""
        return frozenset(self.lows[max(at - count, 0) : max(at, 0)])

    def ahead(self, at: int, count: int) -> frozenset[str]:
        """So many words after that place."""
        return frozenset(self.lows[at + 1 : at + 1 + count])

    def has(self, among: frozenset[str]) -> bool:
        """Whether any of these words is in it."""
        return not among.isdisjoint(self.lows)

    def onward(self, at: int, over: Container[str] = ()) -> int:
        """The place of the first word from `at` on that is no adverb and none of these."""
        while at < len(self.lows) and (self.lows[at] in over or is_adverb(self.lows[at])):
            at += 1
        return at

    def back(self, at: int, over: Container[str] = ()) -> int:
        """The place of the first word from `at` back that is no adverb and none of these."""
        while at >= 0 and (self.low(at) in over or is_adverb(self.low(at))):
            at -= 1
        return at

    def passive(self, verb: int) -> bool:
        """Whether the participle at that place is said of what it was done to."""
        return self.low(self.back(verb - 1)) in BE

    def negated(self, at: int) -> bool:
        """Whether a `not` or `never` stands right before it."""
        return not self.behind(at, 2).isdisjoint({"not", "never"})

    def subject(self, verb: int) -> Noun:
        """Who the verb is said of."""
        return clauses.subject(self.words, verb, self.roster)

    def doer(self, at: int) -> Noun:
        """Who does the nearest verb before that place, else the noun the clause begins with."""
        for verb in range(at - 1, max(at - 8, 0), -1):
            if is_past(self.low(verb)) and self.low(verb - 1) not in {"the", "a", "an"}:
                return self.subject(verb)
        return self.leading(at)

    def leading(self, end: int) -> Noun:
        """The noun the clause up to that place begins with."""
        return clauses.leading_of(self.words, end, self.roster)

    def noun_to(self, at: int) -> Noun:
        """The noun that ends at that place."""
        inside = at < len(self.words)
        return clauses.noun_before(self.words, at, self.roster) if inside else nouns.NOWHERE

    def person_to(self, at: int) -> Noun:
        """The noun that ends at that place, or its last word where that alone is a person."""
        found = self.noun_to(at)
        if found.who in nouns.OURS or not 0 <= at < len(self.words):
            return found
        return Noun(nouns.who(self.words, at, at, self.roster), at, at)

    def noun_from(self, at: int) -> Noun:
        """The noun that begins at that place."""
        return clauses.noun_after(self.words, at, self.roster)

    def owners(self, first: int, last: int) -> Iterator[Noun]:
        """Who has what is between these places: `Ana` in `Ana's change`."""
        for at in range(max(first, 1), min(last, len(self.lows) - 1) + 1):
            if self.lows[at] == "'s":
                yield self.person_to(at - 1)

    def ends_after(self, noun: Noun) -> bool:
        """Whether nothing more is said of the noun, or only what it did."""
        after = self.low(noun.last + 1)
        return not after[:1].isalpha() or after.endswith("ing") or after in {"who", "not"}

    def clause_end(self, at: int, most: int = sys.maxsize) -> int:
        """The place after the last word of the clause that goes on here, so many words at most."""
        end = min(len(self.words), at + most)
        while at < end and not (
            self.lows[at] in _TURNS
            or (self.words[at].mark is Mark.POINT and self.lows[at] in _ENDS)
        ):
            at += 1
        return at

    def rest(self, at: int) -> str:
        """The text from that word to the end of its clause, on one line."""
        end = self.clause_end(at)
        said = self.text[self.words[at].start : self.words[end - 1].end] if end > at else ""
        return " ".join(said.split())


def people_from(sentence: Sentence, at: int) -> Noun:
    """Who is named from that place on, with where they are behind it: `the person on duty`."""
    found = sentence.noun_from(at)
    last = found.last
    for _ in range(2):
        inner = sentence.low(last + 1) in _WHERE and last + 2 < len(sentence.lows)
        if found.who not in nouns.OURS or not inner:
            break
        end = sentence.noun_from(last + 2).last
        acts = (n for n in range(last + 3, end + 1) if is_past(sentence.lows[n]))
        last = next(acts, end + 1) - 1
    return Noun(found.who, found.first, max(last, found.last))


def points_at(sentence: Sentence, noun: Noun) -> bool:
    """Whether the noun is people one could point at, `I` among them."""
    return noun.who in POINTED or sentence.low(noun.last) == "i"


def said_of(rule: str, doer: Noun, at: int, rewrite: str = "") -> Hit:
    """A hit from the doer to the verb, or of the verb alone where they are far apart."""
    near = 0 <= doer.first < at <= doer.first + _FAR
    return Hit(rule, doer.first, at, rewrite) if near else Hit(rule, at, at)


def capital(text: str) -> str:
    """With a capital, as a sentence begins."""
    return text[:1].upper() + text[1:]


Rule = Callable[[Sentence, int], Hit | None]
Triggers = Mapping[str, Rule]
