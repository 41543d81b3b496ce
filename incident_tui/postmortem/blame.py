"""Words that make a person the cause are found; the same words about a system are left alone."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from incident_tui.postmortem.english.forms import is_past
from incident_tui.postmortem.english.grammar import AUXILIARIES, LINKS, PREPOSITIONS, RELATIVES
from incident_tui.postmortem.english.lists import words as listed
from incident_tui.postmortem.english.sentences import sentences
from incident_tui.postmortem.english.tokens import Mark, tokens
from incident_tui.postmortem.findings import Finding, FindingKind, Rewrite
from incident_tui.postmortem.prose import masked
from incident_tui.postmortem.rules.all import RULES_OF
from incident_tui.postmortem.rules.catalogue import RULES
from incident_tui.postmortem.rules.sentence import Hit, Sentence

_REMEMBERED: Final = 256
_OF_WORDS: Final = frozenset({"saying", "writing", "claiming", "asking", "telling"})
"""A sentence that begins with one of these speaks of what one could say."""


_DO: Final = listed("do does")
_HOLD: Final = listed("think believe suggest claim say imply consider mean")
_ABOUT: Final = listed("to of about through ahead twice before enough much")


def blame_in(text: str, people: Iterable[str] = ()) -> tuple[Finding, ...]:
    """Every finding in the text, in its order; `people` are names that are known to be people."""
    return _blame_in(text, frozenset(people))


@lru_cache(_REMEMBERED)
def _blame_in(text: str, people: frozenset[str]) -> tuple[Finding, ...]:
    said = masked(text)
    return tuple(
        finding
        for start, end in sentences(said)
        for finding in _blame_at(text, said, start, end, people)
    )


def _blame_at(
    text: str, said: str, start: int, end: int, people: frozenset[str]
) -> Iterator[Finding]:
    """The findings in the one sentence from `start` to `end`."""
    words = tokens(said, start, end)
    if RULES_OF.keys().isdisjoint(word.low for word in words):
        return
    if words[0].low in _OF_WORDS:
        return
    sentence = Sentence(said, words, people)
    doubted = _doubted(sentence)
    for hit in _apart(hit for hit in _hits(sentence) if min(hit.last, len(words) - 1) < doubted):
        yield _finding(text, sentence, hit)


def _doubted(sentence: Sentence) -> int:
    """From where on only what is not held to be so is said: `we do not think that …`."""
    held = (
        at
        for at in range(1, len(sentence.lows) - 2)
        if sentence.lows[at] == "not"
        and sentence.lows[at - 1] in _DO
        and sentence.lows[at + 1] in _HOLD
        and sentence.lows[at + 2] not in _ABOUT
    )
    return next(held, len(sentence.lows))


def _hits(sentence: Sentence) -> Iterator[Hit]:
    for at, word in enumerate(sentence.words):
        for rule in RULES_OF.get(word.low, ()):
            hit = rule(sentence, at)
            if hit is not None:
                yield hit


def _apart(hits: Iterable[Hit]) -> Iterator[Hit]:
    """One of those that overlap: the one that begins first, and of these the longest."""
    end = -1
    for hit in sorted(hits, key=lambda hit: (hit.first, -hit.last)):
        if hit.first > end:
            yield hit
            end = hit.last


def _finding(text: str, sentence: Sentence, hit: Hit) -> Finding:
    first, last = sentence.words[hit.first], sentence.words[min(hit.last, len(sentence.words) - 1)]
    said = text[first.start : last.end]
    rule = RULES[hit.rule]
    rewrite = _rewrite(sentence, hit) if hit.rewrite and _whole(sentence, hit) else None
    suggestion = f"{rule.question} Try: “{rewrite.text}”" if rewrite else rule.question
    return Finding(
        *(FindingKind.BLAME, rule.id, said, first.start, last.end, rule.reason, suggestion),
        rewrite=rewrite,
    )


def _whole(sentence: Sentence, hit: Hit) -> bool:
    """Whether the hit begins a clause, and no verb after it would lose its subject."""
    before = sentence.low(hit.first - 1)
    if before in AUXILIARIES or before in PREPOSITIONS or before in RELATIVES - {"that"}:
        return False
    after = sentence.clause_end(hit.last + 1)
    follows = sentence.low(sentence.onward(after + 1))
    return not (sentence.low(after) in LINKS and (is_past(follows) or follows in AUXILIARIES))


def _rewrite(sentence: Sentence, hit: Hit) -> Rewrite:
    """What could stand for the clause; what stands around it in the sentence stays."""
    begins = all(word.mark is Mark.POINT for word in sentence.words[: hit.first])
    said = hit.rewrite if begins else hit.rewrite[:1].lower() + hit.rewrite[1:]
    end = sentence.words[sentence.clause_end(hit.last + 1) - 1].end
    if said.endswith("…") and sentence.text[end : end + 1] == ".":
        end += 1  # dots need no full stop
    return Rewrite(said, sentence.words[hit.first].start, end)
