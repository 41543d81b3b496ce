"""Completion and hints are derived from the declarations, and from the state they would change."""

from collections.abc import Iterator

import msgspec

from incident_tui.commands.grammar import Param, trails
from incident_tui.commands.outcome import Situation
from incident_tui.commands.registry import Command, Registry
from incident_tui.domain.errors import CommandError, TimeError
from incident_tui.domain.when import split_when


class Completion(msgspec.Struct, frozen=True):
    """What the line could become: the whole new line, and how to show the choice."""

    line: str
    label: str
    help: str = ""


def complete(registry: Registry, line: str, situation: Situation) -> list[Completion]:
    """The lines this one could become when its last word is finished; best first."""
    head, rest = _without_time(line, situation)
    if not rest.startswith("/"):
        return []
    if " " not in rest:
        return [Completion(f"{head}{c.line}", c.label, c.help) for c in _names(registry, rest[1:])]
    try:
        command, tail, _ = registry.find(rest)
    except CommandError:
        return []
    word = tail.rpartition(" ")[2]
    stem = line[: len(line) - len(word)]
    words = tail.split(" ")[1:-1]
    found = [
        Completion(_ended(stem + text), text, about)
        for text, about in _words(command, words, word, situation)
    ]
    return [c for c in found if c.label != word]


def _ended(line: str) -> str:
    """A finished word makes room for the next one; a key waits for its value."""
    return line if line.endswith(":") else f"{line} "


def hint(registry: Registry, line: str, situation: Situation) -> str:
    """The usage and help of the command being typed, or an empty string for a note."""
    rest = _without_time(line, situation)[1]
    if not rest.startswith("/"):
        return ""
    try:
        command, _, _ = registry.find(rest)
    except CommandError:
        return ""
    return f"{command.usage}   {command.summary}"


def _without_time(line: str, situation: Situation) -> tuple[str, str]:
    try:
        start = split_when(line, situation.now)[1]
    except TimeError:
        start = 0
    rest = line[start:].lstrip()
    return line[: len(line) - len(rest)], rest


def _names(registry: Registry, typed: str) -> Iterator[Completion]:
    """Names first, then names that only an alias leads to."""
    begun = [c for c in registry if c.name.startswith(typed)]
    names = {c.name for c in begun}
    begun += [
        c for c in registry if c.name not in names and any(a.startswith(typed) for a in c.aliases)
    ]
    for command in begun:
        yield Completion(f"/{command.name} ", command.usage, command.summary)


def _words(
    command: Command, before: list[str], typed: str, situation: Situation
) -> Iterator[tuple[str, str]]:
    """What may stand here: the next word in order, a name behind its sigil, a key not yet given."""
    place = sum(1 for w in before if w and not _is_named(w, command))
    ordered = [p for p in command.params if not p.keyword and not p.type.sigil]
    for at, param in enumerate(ordered):
        within = param.type.greedy or trails(ordered, at)
        if typed and place >= at if within else place == at:
            yield from _values(param, "", typed, situation)
    for param in command.params:
        if param.type.sigil and typed.startswith(param.type.sigil):
            yield from _values(param, param.type.sigil, typed, situation)
        elif param.by_key and not any(w.startswith(f"{param.name}:") for w in before):
            key = f"{param.name}:"
            if typed.startswith(key):
                yield from _values(param, key, typed, situation)
            elif typed and key.startswith(typed):
                yield key, param.type.metavar


def _values(
    param: Param, prefix: str, typed: str, situation: Situation
) -> Iterator[tuple[str, str]]:
    for value in param.type.offer(situation):
        if (text := f"{prefix}{value}").lower().startswith(typed.lower()):
            yield text, param.type.means(value, situation) or param.name


def _is_named(word: str, command: Command) -> bool:
    """Whether its key or sigil says which argument it is; it then takes no place in the order."""
    return any(
        (p.by_key and word.startswith(f"{p.name}:"))
        or (p.type.sigil and word.startswith(p.type.sigil))
        for p in command.params
    )
