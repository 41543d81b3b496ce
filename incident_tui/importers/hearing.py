"""What people say may amount to a decision, a role or a follow-up: that is suggested, never done.

Better to miss one than to suggest what nobody meant: questions, denials, conditions and what was
the case before are passed over. Each suggestion is the command that accepting it types.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Final

from incident_tui.domain.text import one_line
from incident_tui.importers.format import CapturedEntry, Suggestion
from incident_tui.importers.hearing_clauses import DENIED, DOUBT, Clause, clauses
from incident_tui.importers.hearing_deeds import deed
from incident_tui.importers.hearing_outcomes import ACTIONS, MILESTONES, NOTED, PARTLY
from incident_tui.importers.hearing_rules import (
    DECIDED,
    EXPLICIT,
    KEYWORDS,
    ON_ASSENT,
    ROLE_WORD,
    ROLES,
    SEVERITY,
    Role,
    level,
)
from incident_tui.importers.hearing_words import (
    LEAD,
    LINK,
    MEANT,
    NO_EVIDENCE,
    REPLY,
    SENTENCE,
    SIGNS,
    TAIL,
)

_LONGEST: Final = 240
_A_MOMENT: Final = timedelta(minutes=30)
"""So long the same decision in fewer or more words is one."""
_SAME: Final = 10_000
"""How many suggestions are remembered, so that none is made twice."""


def _any_of(patterns: Iterable[re.Pattern[str]]) -> re.Pattern[str]:
    """One pattern that finds what any of them finds, so that most sentences are tried once."""
    parts = (re.sub(r"\(\?P<\w+>", "(?:", pattern.pattern) for pattern in patterns)
    return re.compile("|".join(parts), re.IGNORECASE)


_RULES: Final = (
    *SEVERITY,
    *(pattern for pattern, _ in MILESTONES),
    *NOTED,
    *ACTIONS,
    *EXPLICIT,
    *DECIDED,
)
_AT_START: Final = _any_of(rule for rule in _RULES if rule.pattern[0] == "^")
_STANDING: Final = re.compile(
    r"^\W*(?:\w+ ){0,2}?(?:i(?:[’']m| am| have| take) (?:the |now )*(?:ic|incident|command|scribe)|"
    r"(?:this|it)(?:[’']s| is) (?:now )?(?:an? )?(?:sev|p\d))",
    re.IGNORECASE,
)
"""Whoever says this means it, whatever the sentence goes on to ask."""
_TURNS: Final = re.compile(r"again|normal|baseline|recovered|resolved|over|closed", re.IGNORECASE)
_ANYWHERE: Final = _any_of(rule for rule in _RULES if rule.pattern[0] != "^")


class Hearing:
    """Listens to one source; what it suggested once it does not suggest again."""

    def __init__(self) -> None:
        self._made: set[tuple[str, str]] = set()
        self._decided: deque[tuple[datetime, frozenset[str]]] = deque(maxlen=20)

    def hear(self, entry: CapturedEntry) -> Iterator[Suggestion]:
        """What the entry seems to say, with its line and its time."""
        text = entry.text
        low = text.lower()
        for word in KEYWORDS:  # most messages end here, so it must be quick
            if word in low:
                break
        else:
            return
        for kind, command, sentence in heard(text, entry.author):
            if (kind, command) in self._made or len(self._made) >= _SAME:
                continue
            if kind != "decision" or self._is_new(command, entry.occurred_at):
                self._made.add((kind, command))
                yield Suggestion(entry.line, kind, sentence, command, entry.occurred_at)

    def _is_new(self, command: str, at: datetime) -> bool:
        """Whether it was not decided a moment ago in other words: `rolling back now`."""
        about = deed(command.removeprefix("/decision"))
        known = (one for when, one in self._decided if abs(at - when) <= _A_MOMENT)
        if any(about <= one or one <= about for one in known):
            return False
        self._decided.append((at, about))
        return True


def heard(text: str, speaker: str = "") -> Iterator[tuple[str, str, str]]:
    """Kind, command and the sentence, for each sentence that seems to say something."""
    for part in SENTENCE.split(REPLY.sub("", text)):
        sentence = one_line(part)
        if not sentence or len(sentence) > _LONGEST:
            continue
        for command in _links(sentence):
            yield "link", command, sentence
        whole = SIGNS.sub(", ", sentence).strip(", ").rstrip(".! ")
        for pattern, meant in MEANT:
            whole = pattern.sub(meant, whole)
        whole = _undoubted(whole)
        if not whole:
            continue
        told: set[str] = set()
        for clause in clauses(whole):
            for kind, command in _said(clause, speaker):
                key = command if kind == "role" else kind
                if key not in told:
                    told.add(key)
                    yield kind, command, sentence
                    break


def _undoubted(whole: str) -> str:
    """The clauses before the first that is in doubt, where each stands for itself."""
    if not (doubt := DOUBT.search(whole)):
        return whole
    before = whole[: doubt.start()].rpartition(", ")[0]
    return before if _STANDING.search(before) and not DOUBT.search(before) else ""


def _said(clause: Clause, speaker: str) -> Iterator[tuple[str, str]]:
    """What one clause says, the likeliest first."""
    whole = clause.text
    sentence = TAIL.sub("", LEAD.sub("", whole))
    if clause.denied or clause.runs_on:
        for found in (pattern.search(sentence) for pattern in NOTED if clause.denied):
            if found:
                yield "action", _action(found)
        rules = EXPLICIT if clause.denied else DECIDED
        yield from _decided(pattern.search(sentence) for pattern in rules)
        return
    if not (
        _AT_START.match(sentence)
        or (_TURNS.search(sentence) and _ANYWHERE.search(sentence))
        or ON_ASSENT.search(whole)
        or ROLE_WORD.search(sentence)
    ):
        return
    for pattern in SEVERITY:
        if found := pattern.search(sentence):
            yield "severity", f"/sev {level(found['level'])} {whole}"
    for role in ROLES if ROLE_WORD.search(sentence) else ():
        if (person := _person(role, sentence, speaker)) is not None:
            yield "role", f"{role.command} @{person}"
    for pattern, milestone in MILESTONES:
        if pattern.search(sentence) and not (PARTLY.search(sentence) or DENIED.search(sentence)):
            yield "milestone", f"/mark {milestone}"
    for pattern in (*NOTED, *ACTIONS):
        if found := pattern.search(sentence):
            yield "action", _action(found)
    yield from _decided(
        (ON_ASSENT.search(whole), *(pattern.search(sentence) for pattern in (*EXPLICIT, *DECIDED)))
    )


def _decided(found: Iterable[re.Match[str] | None]) -> Iterator[tuple[str, str]]:
    return (("decision", f"/decision {_words(each['text'])}") for each in found if each)


def _person(role: Role, sentence: str, speaker: str) -> str | None:
    if speaker and any(pattern.search(sentence) for pattern in role.own):
        return handle(speaker)
    for pattern in role.others:
        found = pattern.search(sentence)
        name = found["who"] if found else ""
        if name.lower() in {"me", "myself"}:
            return handle(speaker)
        if name.lower().removeprefix("@") not in _NO_NAMES and (person := handle(name)):
            return person
    return None


_NO_NAMES: Final = frozenset(
    (
        *("where", "which", "whoever", "any", "some", "new", "please"),
        *("", "he", "she", "they", "it", "this", "that", "there", "who", "what", "nobody", "you"),
        *("someone", "somebody", "i", "we", "the", "our", "here", "current", "acting", "to"),
        *("everyone", "anyone"),
    )
)


def handle(name: str) -> str:
    """A name as a command takes it: `Mei Tan` is `mei-tan`; empty where nothing of it can be."""
    words = name.strip().removeprefix("@").split("(")[0].split()
    kept = "-".join(re.sub(r"[^\w.-]", "", word) for word in words).strip("-._")
    return kept.lower() if " " in name.strip() else kept


def _action(found: re.Match[str]) -> str:
    named = found.groupdict()
    owner = handle(named.get("paren") or named.get("at") or "")
    return f"/action {_words(found['text'])}" + (f" @{owner}" if owner else "")


def _words(text: str) -> str:
    """Free text that no argument is read out of."""
    return text.strip().rstrip(".!").strip()


def _links(sentence: str) -> Iterator[str]:
    for found in LINK.finditer(sentence):
        url = found[0].rstrip(".,;:!?)]}")
        if not NO_EVIDENCE.search(url):
            yield f"/link {url if url[:4].lower() == 'http' else f'https://{url}'}"
