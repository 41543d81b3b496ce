"""A finding points at words, names the rule they break, says why, and offers what to write."""

from enum import StrEnum

import msgspec


class FindingKind(StrEnum):
    """What was looked for."""

    BLAME = "blame"
    ACTIONS = "actions"


class Rewrite(msgspec.Struct, frozen=True):
    """What could stand instead of the text from `start` to `end`; `…` is left to say."""

    text: str
    start: int
    end: int


class Finding(msgspec.Struct, frozen=True):
    """`text` stands from `start` to `end`, in characters, of the text that was looked at.

    `reason` follows “it” and `suggestion` stands alone; `where` names the field, heading or line.
    """

    kind: FindingKind
    rule: str
    text: str
    start: int
    end: int
    reason: str
    suggestion: str
    where: str = ""
    rewrite: Rewrite | None = None
