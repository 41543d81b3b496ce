"""What people say may amount to a decision, a role or a follow-up: that is suggested, never done.

Better to miss one than to suggest what nobody meant: questions, denials, conditions and what was
the case before are passed over. Each suggestion is the command that accepting it types.
"""

import re
from collections.abc import Iterator
from typing import Final

from incident_tui.domain.text import one_line
from incident_tui.importers.format import CapturedEntry, Suggestion
from incident_tui.importers.hearing_rules import (
    ACTIONS,
    DECIDED,
    ENDS,
    GIVEN,
    HANDED,
    KEYWORDS,
    MILESTONES,
    NAMED,
    OTHER,
    PARTLY,
    ROLES,
    SELF,
    SEVERITY,
    SO_WE,
    WHO,
)
from incident_tui.importers.hearing_words import (
    DOUBT,
    LEAD,
    LINK,
    NO_EVIDENCE,
    NOT_FORGOTTEN,
    REPLY,
    SENTENCE,
)

_LONGEST: Final = 240
_SAME: Final = 10_000
"""How many suggestions are remembered, so that none is made twice."""


class Hearing:
    """Listens to one source; what it suggested once it does not suggest again."""

    def __init__(self) -> None:
        self._made: set[tuple[str, str]] = set()

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
            if (kind, command) not in self._made and len(self._made) < _SAME:
                self._made.add((kind, command))
                yield Suggestion(entry.line, kind, sentence, command, entry.occurred_at)


def heard(text: str, speaker: str = "") -> Iterator[tuple[str, str, str]]:
    """Kind, command and the sentence, for each sentence that seems to say something."""
    for part in SENTENCE.split(REPLY.sub("", text)):
        sentence = one_line(part)
        if not sentence or len(sentence) > _LONGEST:
            continue
        for command in _links(sentence):
            yield "link", command, sentence
        whole = NOT_FORGOTTEN.sub("remember to", sentence).rstrip(".! ")
        if DOUBT.search(whole) or whole.endswith("?"):
            continue
        for kind, command in _said(whole, speaker):
            yield kind, command, sentence
            break


def _said(whole: str, speaker: str) -> Iterator[tuple[str, str]]:
    """What one sentence says, the likeliest first."""
    sentence = LEAD.sub("", whole)
    for pattern in SEVERITY:
        if found := pattern.search(sentence):
            yield "severity", f"/sev {found['level']} {whole}"
    for role, command in ROLES:
        if (person := _person(role, sentence, speaker)) is not None:
            yield "role", f"{command} @{person}"
    for pattern, milestone in MILESTONES:
        if pattern.search(sentence) and not PARTLY.search(sentence):
            yield "milestone", f"/mark {milestone}"
    for pattern in ACTIONS:
        if found := pattern.search(sentence):
            yield "action", _action(found)
    for found in (SO_WE.search(whole), *(pattern.search(sentence) for pattern in DECIDED)):
        if found:
            yield "decision", f"/decision {_words(found['text'])}"


def _person(role: str, sentence: str, speaker: str) -> str | None:
    if speaker and re.search(f"{SELF}{role}{ENDS}", sentence, re.IGNORECASE):
        return handle(speaker)
    for pattern in (
        rf"{OTHER.format(who=WHO)}(?i:{role}){ENDS}",
        rf"(?i:{GIVEN.format(role=role, who=NAMED)}{ENDS})",
        HANDED.format(role=role),
    ):
        found = re.search(pattern, sentence)
        name = found["who"] if found else ""
        if name.lower().removeprefix("@") not in _NO_NAMES and (person := handle(name)):
            return person
    return None


_NO_NAMES: Final = frozenset(
    (
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
            yield f"/link {url}"
