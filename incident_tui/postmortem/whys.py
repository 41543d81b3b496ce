"""A tree of whys is typed as lines, two spaces further in for each level; no level is skipped."""

import re
from collections.abc import Iterable
from typing import Final

import msgspec

from incident_tui.postmortem.blame import blame_in

INDENT: Final = 2

_ENTRY: Final = re.compile(r"#(\d{1,6})\b")
_ENTRIES_AT_END: Final = re.compile(r"[\s(,]*(?:#\d{1,6}[\s,)]*)+$")
_CATEGORY: Final = re.compile(r"\s*\([\w -]+\)$")
_PERSON: Final = (
    r"(?:the|an?|our) (?:[\w-]+ )?(?:engineer|developer|operator|admin|responder|reviewer|author)",
    *(r"(?:the )?on-?call", "he", "she", "somebody", "someone"),
)
_CONDITION: Final = (
    r"(?:can|may|must|(?:had|has|have) to|(?:was|were|is|are) (?:able|allowed|paged|told|asked)"
    r"|could(?! have)|rotation|rota|schedule|runbook|guide|handbook|policy|channel|alerts?|pages?)"
)


class Why(msgspec.Struct, frozen=True):
    """One answer; `row` is its line in the text, a `leaf` is what nobody asked on from."""

    row: int
    level: int
    text: str
    leaf: bool

    @property
    def said(self) -> str:
        """The answer without the numbers of its evidence."""
        return _ENTRIES_AT_END.sub("", self.text).strip() or self.text

    @property
    def entries(self) -> tuple[int, ...]:
        """The entries that prove it, by number."""
        return tuple(dict.fromkeys(int(found) for found in _ENTRY.findall(self.text)))

    @property
    def answers(self) -> bool:
        """Whether it answers a why: the first line of a chain asks the question."""
        return self.level > 0


def whys(text: str) -> tuple[Why, ...]:
    """Every answer of every chain, in order; a line too far in hangs below the one above it."""
    found: list[tuple[int, int, str]] = []
    for row, line in enumerate(text.expandtabs(INDENT).split("\n")):
        said = line.strip().removeprefix("- ").strip()
        if said:
            deepest = found[-1][1] + 1 if found else 0
            found.append((row, min((len(line) - len(line.lstrip())) // INDENT, deepest), said))
    below = [*(level for _, level, _ in found[1:]), 0]
    return tuple(
        Why(row, level, said, leaf=after <= level)
        for (row, level, said), after in zip(found, below, strict=False)
    )


def depth(text: str) -> int:
    """How many levels there are below the first."""
    return max((why.level for why in whys(text)), default=0)


def leaves(text: str) -> tuple[Why, ...]:
    """Where the asking ended: the answers that may be contributing factors."""
    return tuple(why for why in whys(text) if why.leaf and why.answers)


def ends_at_person(why: Why, people: Iterable[str]) -> bool:
    """Whether a person, or human error, is made the end of the inquiry.

    What a person could, had to or was told to do is a condition, and may end it.
    """
    names = tuple(people)
    who = "|".join((*(rf"@?{re.escape(name)}" for name in names if name), *_PERSON))
    opening = rf"(?:because )?(?:{who})(?!['’]s\b)(?=\s)(?! {_CONDITION}\b)"
    return bool(re.match(opening, why.said, re.IGNORECASE) or blame_in(why.said, names))


def is_factor(why: Why, factors: Iterable[str]) -> bool:
    """Whether the answer stands among the factors, with or without a category."""
    return _key(why.said) in {_key(factor) for factor in factors}


def _key(text: str) -> str:
    return _CATEGORY.sub("", text.strip()).rstrip(".").casefold()


def indented(text: str, row: int, by: int) -> str:
    """The text with that line, and all that hangs below it, so many levels further in or out."""
    lines = text.split("\n")
    own = _indent(lines[row])
    by = max(by, -(own // INDENT))
    for at in range(row, len(lines)):
        if at > row and lines[at].strip() and _indent(lines[at]) <= own:
            break
        if lines[at].strip() or at == row:
            lines[at] = " " * max(0, _indent(lines[at]) + by * INDENT) + lines[at].lstrip(" ")
    return "\n".join(lines)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
