"""A line is read one way for all commands: declared keys anywhere, sigils at the edges, then words.

Free text is never split by shell rules: apostrophes, quotes, URLs and `foo: bar` come through as
they were typed. `key:value` is an argument only where the command declares `key`.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from incident_tui.commands.args import ArgType
from incident_tui.domain.errors import CommandError

_WORD: Final = r'(?P<key>[a-z_]+):(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"]\S*)?)(?=\s|$)|\S+'


class Param(msgspec.Struct, frozen=True):
    """One argument, read off a decider's signature."""

    name: str
    type: ArgType
    required: bool
    keyword: bool

    @property
    def usage(self) -> str:
        """`@who`, `[because…]`, `[due:date]`."""
        shown = f"{self.name}…" if self.type.greedy else self.type.metavar
        shown = f"{self.name}:{self.type.metavar}" if self.keyword else shown
        return shown if self.required else f"[{shown}]"

    @property
    def by_key(self) -> bool:
        """Whether `name:value` is read as this argument."""
        return self.keyword or (self.type.greedy and not self.required)

    @property
    def first(self) -> bool:
        """Whether only a first word of its shape is this argument."""
        return self.type.leads and bool(self.type.shape)


class Span(msgspec.Struct, frozen=True):
    """A piece of the line: its text and where it stands."""

    text: str
    start: int
    end: int


def read(tail: str, offset: int, params: Sequence[Param], usage: str) -> dict[str, Span]:
    """The raw text of each argument given in `tail`, which begins at `offset` of the line."""
    tokens = list(_tokens(tail, offset, {p.name for p in params if p.by_key}))
    given: dict[str, Span] = {}
    for key, span in tokens:
        if key in given:
            raise CommandError(f"{key}: is given twice; keep one", span.start, span.end)
        given |= {key: span} if key else {}
    words = [(i, span) for i, (key, span) in enumerate(tokens) if not key]
    given.update(_at_the_edges(words, params))
    for param in params:
        named = param.keyword or param.first or param.type.sigil
        if param.name in given or named or not words:
            continue
        taken = words if param.type.greedy else words[:1]
        words = words[len(taken) :]
        given[param.name] = _joined(tail, offset, taken)
    for param in params:
        if param.required and param.name not in given:
            raise _missing(param, words, offset + len(tail), usage)
    if words:
        extra = words[0][1]
        raise CommandError(f"{extra.text!r} is one word too many: {usage}", extra.start, extra.end)
    return given


def _at_the_edges(
    words: list[tuple[int, Span]], params: Sequence[Param]
) -> Iterator[tuple[str, Span]]:
    """Take from the words what is known by its shape or its sigil."""
    for param in params:
        if param.first and words and re.fullmatch(param.type.shape, words[0][1].text):
            yield param.name, words.pop(0)[1]
    for param in params:
        if param.type.sigil and (found := _by_sigil(words, param)):
            words.remove(found)
            yield param.name, found[1]
    for at, param in enumerate(params):
        if trails(params, at) and words and re.fullmatch(param.type.shape, words[-1][1].text):
            yield param.name, words.pop()[1]


def _missing(param: Param, left: list[tuple[int, Span]], end: int, usage: str) -> CommandError:
    """A word that is left over may lack nothing but the sigil: then that is all to be typed."""
    told = f"{_needed(param)} is missing"
    if param.type.sigil and left and re.fullmatch(r"\w[\w.-]*", left[0][1].text):
        word = left[0][1]
        told = f"{told}; did you mean {param.type.sigil}{word.text}?"
        return CommandError(told, word.start, word.start)
    return CommandError(f"{told}: {usage}", end, end)


def _needed(param: Param) -> str:
    return param.name if param.type.greedy else param.type.metavar


def _tokens(tail: str, offset: int, keys: set[str]) -> Iterator[tuple[str, Span]]:
    for token in re.finditer(_WORD, tail):
        start, end = offset + token.start(), offset + token.end()
        if token["key"] in keys:
            value = token["quoted"] if token["quoted"] is not None else (token["bare"] or "")
            if not value:
                raise CommandError(f"nothing is written after {token['key']}:", start, end)
            yield token["key"], Span(value, start, end)
        elif (key := token[0].partition(':"')[0]) in keys and key != token[0]:
            raise CommandError(f'close the quote: {key}:"…"', start, end)
        else:
            yield from (
                ("", Span(w[0], start + w.start(), start + w.end()))
                for w in re.finditer(r"\S+", token[0])
            )


def trails(params: Sequence[Param], at: int) -> bool:
    """Whether an argument of strict shape stands behind free text, and so may be the last word."""
    behind = any(before.type.greedy and not before.keyword for before in params[:at])
    return behind and bool(params[at].type.shape) and not params[at].keyword


def _by_sigil(words: list[tuple[int, Span]], param: Param) -> tuple[int, Span] | None:
    """The word with the sigil at an edge; in the middle only when nothing else would do."""

    def fits(word: tuple[int, Span]) -> bool:
        return word[1].text.startswith(param.type.sigil) and len(word[1].text) > 1

    edges = words[:1] if param.type.leads else words[:1] + words[-1:]
    return next(filter(fits, edges + words if param.required else edges), None)


def _joined(tail: str, offset: int, words: Sequence[tuple[int, Span]]) -> Span:
    """The words as they were typed: what stood side by side keeps its own spacing."""
    pieces: list[tuple[int, int, int]] = []
    for at, span in words:
        if pieces and pieces[-1][2] == at - 1:
            pieces[-1] = (pieces[-1][0], span.end, at)
        else:
            pieces.append((span.start, span.end, at))
    text = " ".join(tail[start - offset : end - offset] for start, end, _ in pieces)
    return Span(text, pieces[0][0], pieces[-1][1])
