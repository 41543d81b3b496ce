"""The wording of an action item is judged by its verb, its object, and what limits it."""

import re
from collections.abc import Iterator
from typing import Final

from incident_tui.postmortem.english.grammar import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    is_adverb,
)
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.tokens import Mark, Token, tokens
from incident_tui.postmortem.follow_ups.line import Line
from incident_tui.postmortem.follow_ups.opening import UNSURE, Said, begins, is_fragment, is_told
from incident_tui.postmortem.follow_ups.people_focus import (
    MORE,
    SOMEBODY,
    after,
    changes_people,
)
from incident_tui.postmortem.follow_ups.verbs import (
    AMBIGUOUS,
    IMPROVING,
    RESEARCH,
    VAGUE_PAIRS,
    is_order,
)

Fault = tuple[str, int, int]

_OPEN_ENDED: Final = re.compile(
    r"\b(?:as (?:they|it|issues?|problems?) (?:arise|arises|come up|comes up)"
    r"|when(?:ever)? (?:needed|necessary|possible)|(?:if|where|as far as) possible"
    r"|as (?:needed|required|appropriate)|going forward|from now on|in (?:the )?future"
    r"|more (?:often|frequently|carefully|closely)|on an ongoing basis|ongoing|continuously"
    r"|regularly|happening again|and so on|etc\.?)(?!\w)",
    re.IGNORECASE,
)
_MEASURE: Final = re.compile(
    r"[<>≤≥]|\b(?:below|under|above|over|at least|at most|no more than|less than|more than|within"
    r"|from \S+ to|to|by|every)\s+(?:under |below |at most |at least )?[~<>]?\d"
    r"|\b\d+(?:\.\d+)?\s?"
    r"(?:%|percent|ms|s|sec|seconds?|min|minutes?|hours?|h|days?|gb|mb|x)\b",
    re.IGNORECASE,
)
_GENERIC: Final = words(
    """
    monitoring alerting alerts alert alarms logging logs tests testing test coverage documentation
    docs doc runbook runbooks playbook playbooks dashboards dashboard process processes procedure
    procedures communication observability resilience reliability stability security performance
    awareness tooling automation quality issue issues problem problems bug bugs it things thing
    everything system systems code metrics errors error training backups backup visibility capacity
    checks validation
    """
)
_THINGS_TOO: Final = words("monitoring support research study")
_ENDLESS: Final = frozenset({("get", "better"), ("keep", "an"), ("keep", "up")})
_SURE: Final = words("verify validate check confirm ensure test")
"""What makes sure of an action is a part of it."""
_BEING: Final = words("be become")
_WEAK: Final = RESEARCH.keys() | IMPROVING.keys()
_AND: Final = words("and then & +")
_BREAKS: Final = words("; . - – —")
_MODALS: Final = words("should must will would can could may might")
_MAKING: Final = words("make making")
_COMPARED: Final = words(
    """
    safer faster clearer easier smoother simpler cleaner quicker better smaller leaner stronger
    nicer saner tighter robust resilient reliable stable scalable maintainable visible
    """
)
"""What something is to become, of which nobody can say when it is."""
_NOTHING: Final = re.compile(
    r"(?:n/?a|none|nothing)\W*"
    r"|(?:no|none) (?:immediate |further |other |more |new |additional )?"
    r"(?:action(?: item| point)?s?|follow[- ]?ups?|tasks?|steps)"
    r"(?: (?:needed|required|necessary|planned|identified|yet|at this time|for now))?\W*",
    re.IGNORECASE,
)
_PAIRS: Final = words(
    "read-write search-replace find-replace copy-paste start-stop lift-shift build-test"
    " build-deploy backup-restore plug-play compare-swap publish-subscribe"
)
"""Of which the second is no action of its own: `read and write permissions`."""
_OBJECT: Final = DETERMINERS | words("it them all how whether if when once")


def faults(text: str, line: Line) -> Iterator[Fault]:
    """Rule, start and end of all that is wrong with the wording."""
    said = tokens(text, line.start, line.end)
    whole = line.start, line.end
    if _NOTHING.fullmatch(text, *whole) or not any(word.mark is Mark.WORD for word in said):
        yield ("not-an-action", *whole)
        return
    at, core = begins(said), text[line.start : line.end]
    told = line.struck or (not line.done and is_told(said, text[line.start : line.end + 1]))
    of_people = changes_people(said, at)
    measured = _MEASURE.search(core) is not None
    vague = None if told else _vague(said, at)
    if told:
        yield ("not-an-action", *whole)
    elif (
        vague is not None
        and not of_people
        and not (measured and said[at].low in IMPROVING)
        and not _being(said, at)
    ):
        yield "vague-verb", said[at].start, vague
    open_ended = _unsure(said) if told else _endless(said, at, measured=measured)
    if of_people or open_ended or _OPEN_ENDED.search(core):
        yield ("no-end-state", *whole)
    if of_people:
        yield ("person-focused", *whole)
    yield from _compound(said, at)


def _unsure(said: Said) -> bool:
    """Whether what is no action could not be done either."""
    return is_fragment(said) or any(word.low in UNSURE for word in said)


def _being(said: Said, at: int) -> bool:
    """`be more careful` is no verb that is vague, but no action either."""
    return said[at].low in _BEING


def _vague(said: Said, at: int) -> int | None:
    """Where a verb ends of which nobody can say that it was done."""
    low, following = said[at].low, said[at + 1].low if at + 1 < len(said) else ""
    if (low.removesuffix("ing") or low, following) in VAGUE_PAIRS:
        return said[at + 1].end
    if low in _MAKING and _becomes_better(said):
        return said[at].end
    if _wanting(said, at):
        return said[at].end
    thing = low in _THINGS_TOO and (not following or following in PREPOSITIONS)
    return said[at].end if low.removeprefix("re-") in _WEAK and not thing else None


def _wanting(said: Said, at: int) -> bool:
    """`have a better process`, `we need better alerting`."""
    needed = at and said[at - 1].low in {"need", "needs"} and said[at].low in MORE
    near = [word.low for word in said[at + 1 : at + 3]]
    return bool(needed) or (said[at].low == "have" and not MORE.isdisjoint(near))


def _endless(said: Said, at: int, *, measured: bool) -> bool:
    """Whether nobody could say when it is done."""
    if measured:
        return False
    low = said[at].low
    content = [word.low for word in said[at:] if _is_content(word)]
    concrete = [each for each in content[1:] if each not in _GENERIC]
    if _vague(said, at) is not None:
        pair = (low, after(said, at))
        better = low in IMPROVING or low in _MAKING
        return (
            _wanting(said, at)
            or pair in _ENDLESS
            or (better and pair not in VAGUE_PAIRS)
            or not concrete
        )
    if not is_order(low) and low in _GENERIC and not concrete:
        return True
    if (
        low in MORE
        or (low, after(said, at)) == ("no", "more")
        or any(word.low in SOMEBODY for word in said[at : at + 4])
    ):
        return True
    if 2 < len(content) < 6 and content[1] in MORE and content[2] in _GENERIC:
        return True
    return is_order(low) and len(content) < 4 and not concrete


def _becomes_better(said: Said) -> bool:
    """`make deployments safer`, `make the importer more robust`."""
    last = next((n for n in range(len(said) - 1, 0, -1) if said[n].mark is Mark.WORD), 0)
    return said[last].low in _COMPARED or said[last - 1].low == "more"


def _is_content(word: Token) -> bool:
    small = word.low in DETERMINERS or word.low in PREPOSITIONS or word.low in AUXILIARIES
    return word.mark is not Mark.POINT and not small and not is_adverb(word.low)


def _compound(said: Said, begin: int) -> Iterator[Fault]:
    """Another verb after an `and`, or another sentence that begins with one."""
    if not is_order(said[begin].low):
        return
    for at in range(2, len(said) - 1):
        before, word, following = said[at - 1], said[at], said[at + 1]
        if is_adverb(before.low) and said[at - 2].low in _AND:
            before = said[at - 2]
        if word.low in _MODALS or (before.low == "to" and is_order(word.low)):
            return  # what follows belongs to that verb
        joined = before.low in _AND or before.low in _BREAKS
        if not joined or at == begin + 2 or not is_order(word.low) or word.low in _SURE:
            continue
        if f"{said[at - 2].low}-{word.low}" in _PAIRS:
            continue
        clear = word.low not in AMBIGUOUS or before.low in {";", "."}
        if clear or following.low in _OBJECT or following.mark in {Mark.CODE, Mark.QUOTE}:
            yield "compound", before.start, word.end
            return
