"""A setting that does not fit is pointed at by its line, with what would fit there.

The line is found by reading the file from its beginning until the setting is there, so that nothing
here has to know TOML.
"""

import re
import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from functools import reduce
from typing import Any, Final, get_args

import msgspec

_AT: Final = re.compile(r"(?P<what>.*?)(?: - at `\$\.?(?P<path>[^`]*)`)?$", re.DOTALL)
_PARTS: Final = re.compile(r"\.{3}|[^.\[\]]+")
_UNKNOWN: Final = re.compile(r"Object contains unknown field `(?P<key>.*)`", re.DOTALL)
_MISSING: Final = re.compile(r"Object missing required field `(?P<key>.*)`")
_SOME_KEY: Final = "..."
_WORDS: Final = {
    "int": "a whole number",
    "float": "a number with a fraction",
    "str": "a text in quotes",
    "bool": "true or false",
    "array": "a list in brackets",
    "object": "a table",
    "datetime": "a date",
    "null": "",
}


class Misfit(msgspec.Struct, frozen=True):
    """Where a setting stands, and why it cannot be used."""

    path: tuple[str, ...]
    why: str

    def told(self, text: str) -> str:
        """`line 7: severity.sev1.internal: …`."""
        line = line_of(text, self.path)
        where = f"line {line}: " if line else ""
        return f"{where}{'.'.join(self.path)}: {self.why}" if self.path else f"{where}{self.why}"


def misfit(error: msgspec.ValidationError, told: Mapping[str, Any], model: Any) -> Misfit:
    """What the error of a conversion of `told` to `model` comes to."""
    found = _AT.fullmatch(str(error))
    what, at = (found["what"], found["path"] or "") if found else (str(error), "")
    path = _named(_PARTS.findall(at), told, model)
    if unknown := _UNKNOWN.fullmatch(what):
        return Misfit((*path, unknown["key"]), _no_such(unknown["key"], _table(model, path)))
    if missing := _MISSING.fullmatch(what):
        return Misfit(path, f"{missing['key']} is missing")
    return Misfit(path, _worded(what))


def line_of(text: str, path: tuple[str, ...]) -> int:
    """The line, from 1, on which the setting begins; 0 when it stands nowhere."""
    lines = text.splitlines()
    read_to = 0
    for count in range(1, len(lines) + 1):
        try:
            told: Any = tomllib.loads("\n".join(lines[:count]))
        except tomllib.TOMLDecodeError:
            continue  # in the middle of a value of several lines
        for key in path:
            told = told.get(key) if isinstance(told, dict) else None
        if told is not None:
            return read_to + 1
        read_to = count
    return 0


def _named(parts: list[str], told: Mapping[str, Any], model: Any) -> tuple[str, ...]:
    """The path with real keys: where any key may stand, the one that does not fit."""
    path: list[str] = []
    for part in parts:
        if part.isdigit():
            break  # a place in a list stands in no file
        if part != _SOME_KEY:
            path.append(part)
            continue
        table: Any = reduce(lambda found, key: found[key], path, told)
        path.append(next(key for key in table if _fails((*path, key), table[key], model)))
    return tuple(path)


def _fails(path: tuple[str, ...], value: Any, model: Any) -> bool:
    """Whether that setting alone does not fit."""
    alone: Any = reduce(lambda inner, key: {key: inner}, reversed(path), value)
    try:
        msgspec.convert(alone, model)
    except msgspec.ValidationError:
        return True
    return False


def _table(model: Any, path: tuple[str, ...]) -> Any:
    """The struct that the path leads to."""
    for key in path:
        fields = {field.name: field.type for field in msgspec.structs.fields(model)}
        model = next(
            (kind for kind in (fields[key], *get_args(fields[key])) if _is_struct(kind)), model
        )
    return model


def _is_struct(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


def _no_such(key: str, model: Any) -> str:
    keys = [field.name for field in msgspec.structs.fields(model)]
    near = get_close_matches(key, keys, n=1)
    meant = f"did you mean {near[0]}? " if near else ""
    return f"there is no such key; {meant}The keys are {', '.join(keys)}"


def _worded(what: str) -> str:
    """What the library says, in words of the file."""
    said = re.sub(r"`([a-z |]+)`", lambda kinds: _kinds(kinds[1]), what)
    return (
        said.replace("Expected ", "expected ")
        .replace(" >= ", " of at least ")
        .replace(" <= ", " of at most ")
    )


def _kinds(said: str) -> str:
    return " or ".join(filter(None, (_WORDS.get(kind, kind) for kind in said.split(" | "))))
