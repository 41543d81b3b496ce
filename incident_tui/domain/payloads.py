"""A payload is the JSON of a fact; one that this build cannot read is kept to the letter."""

from collections.abc import Callable
from functools import cache
from typing import Final

import msgspec

from incident_tui.domain import facts
from incident_tui.domain.fact import Fact
from incident_tui.domain.facts import Unknown

_ENCODE: Final = msgspec.json.Encoder().encode
_FACTS: Final = {(fact.KIND, fact.VERSION): fact for fact in facts.FACTS}


def payload_of(fact: Fact) -> tuple[str, int, str]:
    """Kind, version and JSON of a fact; an unknown one as it came."""
    if isinstance(fact, Unknown):
        return fact.kind, fact.version, fact.raw
    return fact.KIND, fact.VERSION, _ENCODE(fact).decode()


def fact_of(kind: str, version: int, payload: str) -> Fact:
    """The fact in a payload, `Unknown` when this build cannot read it."""
    if not readable(kind, version):
        return Unknown(kind, version, payload)
    try:
        return read(kind, version, payload)
    except (msgspec.DecodeError, ValueError):
        return Unknown(kind, version, payload)


def readable(kind: str, version: int) -> bool:
    """Whether this build knows the kind in that version."""
    return (kind, version) in _FACTS


def read(kind: str, version: int, payload: str) -> Fact:
    """The fact in a payload of a readable kind; ValueError says what does not fit."""
    return _decoder(kind, version)(payload)


@cache
def _decoder(kind: str, version: int) -> Callable[[str], Fact]:
    """Made when the first is read: a window meets few kinds, and none before it has loaded all."""
    return msgspec.json.Decoder(_FACTS[kind, version]).decode
