"""A text is read as words that keep their place; code, a link or a quotation is one word."""

import re
from collections.abc import Iterator
from enum import Enum
from typing import Final, NamedTuple


class Mark(Enum):
    """What kind of word it is; CODE and QUOTE stand for text that nobody says here."""

    WORD = "word"
    NUMBER = "number"
    HANDLE = "handle"
    CODE = "code"
    QUOTE = "quote"
    POINT = "point"


class Token(NamedTuple):
    """`low` is lower case with plain apostrophes, and the full word of a contraction."""

    text: str
    low: str
    start: int
    end: int
    mark: Mark


_TOKEN: Final = re.compile(
    r"(?P<code>`[^`\n]+`|https?://[^\s)>\]]+)"
    r"|(?P<quote>“[^”]{1,400}”|«[^»]{1,400}»|\"[^\"\n]{1,400}\"|(?<![\w'’])'[^'\n]{1,200}'(?!\w)"
    r"|(?<!\w)‘[^’\n]{1,200}’(?!\w))"
    r"|(?P<handle>(?<!\w)@\w+(?:[.-]\w+)*)"
    r"|(?P<word>(?<![\w.])[A-Z]\.(?= [A-Z][a-z])|\w+(?:[-'’./:]+\w+)*(?:\(\)|['’])?)"
    r"|(?P<point>\.{3}|[^\w\s])"
)
"""Every repetition is ended by a character it does not contain, so that it never looks back."""
_LETTERS: Final = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*['’]?")
_WRITTEN_TOGETHER: Final = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|[/:.]+")
_SHORT_FORMS: Final = frozenset({"e.g", "i.e", "a.m", "p.m", "u.s", "a.k.a"})
_NOT: Final = {"wo": "will", "ca": "can", "sha": "shall", "ai": "is"}
_SHORT: Final = {"ve": "have", "re": "are", "ll": "will", "d": "had", "m": "am"}
_ENDING: Final = re.compile(r"(n['’]t|['’](?:ve|re|ll|d|m|s))+$", re.IGNORECASE)
_PART: Final = re.compile(r"n['’]t|['’](?:ve|re|ll|d|m|s)", re.IGNORECASE)


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words of the text from `start` to `end`, contractions taken apart."""
    stop = len(text) if end is None else end
    return [
        token
        for found in _TOKEN.finditer(text, start, stop)
        for token in _tokens(found[0], found.start(), found.lastgroup or "word")
    ]


def _tokens(said: str, start: int, group: str) -> Iterator[Token]:
    mark = Mark(group)
    if mark is not Mark.WORD:
        yield Token(said, said.lower(), start, start + len(said), mark)
    elif _LETTERS.fullmatch(said):
        yield from _word(said, start)
    elif said[1:] == ".":
        yield Token(said, said.lower(), start, start + len(said), Mark.WORD)
    elif said[0].isdigit():
        yield Token(said, said.lower(), start, start + len(said), Mark.NUMBER)
    elif said.lower() in _SHORT_FORMS or not _apart(said):
        yield Token(said, said.lower(), start, start + len(said), Mark.CODE)
    else:
        for part in _WRITTEN_TOGETHER.finditer(said):
            yield from _tokens(part[0], start + part.start(), _group(part[0]))


def _apart(said: str) -> bool:
    """Whether it is several words, as in `he/she` and `14 h:Ana`, rather than a name of a thing."""
    parts = re.split(r"[/:]+", said)
    return len(parts) > 1 and all(_LETTERS.fullmatch(part) for part in parts)


def _group(said: str) -> str:
    return "word" if said[0].isalpha() else "point"


def _word(said: str, start: int) -> Iterator[Token]:
    low = said.lower().replace("’", "'")
    low = "nobody" if low in {"no-one", "noone"} else low
    if low == "cannot":
        yield Token(said[:3], "can", start, start + 3, Mark.WORD)
        yield Token(said[3:], "not", start + 3, start + len(said), Mark.WORD)
    elif "'" not in low:
        yield Token(said, low, start, start + len(said), Mark.WORD)
    else:
        yield from _contracted(said, low, start)


def _contracted(said: str, low: str, start: int) -> Iterator[Token]:
    if low == "can't":
        yield Token(said[:3], "can", start, start + 3, Mark.WORD)
        yield Token(said[3:], "not", start + 3, start + len(said), Mark.WORD)
        return
    ending = _ENDING.search(low)
    if ending is None:
        owns = low.endswith("'")
        cut = len(low) - owns
        yield Token(said[:cut], low[:cut], start, start + cut, Mark.WORD)
        if owns:
            yield Token("'", "'s", start + cut, start + len(said), Mark.WORD)
        return
    stem = low[: ending.start()]
    if stem:
        full = _NOT.get(stem, stem) if ending[0].startswith("n") else stem
        yield Token(said[: len(stem)], full, start, start + len(stem), Mark.WORD)
    for part in _PART.finditer(low, ending.start()):
        word = part[0].lstrip("'")
        full = "not" if word.startswith("n") else _SHORT.get(word, "'s")
        yield Token(
            said[part.start() : part.end()],
            full,
            start + part.start(),
            start + part.end(),
            Mark.WORD,
        )
