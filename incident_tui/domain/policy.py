"""A policy says what a post-mortem of a severity needs before it may go on; a team may say more."""

import re
from collections.abc import Mapping
from typing import Final

import msgspec

from incident_tui.domain.incident import Severity

REQUIREMENTS: Final = {
    "complete": "nothing is missing in any step",
    "no-findings": "the blameless check finds nothing",
    "comments-settled": "no comment is open",
    "signoffs:N": "so many people signed off",
    "reviewers-signed": "every reviewer signed off",
    "meeting-held": "the review meeting took place",
    "actions-checked": "each open action item says how we will know it worked",
    "high-actions-done": "no action item of high priority is open",
    "actions-done": "no action item is open",
    "score:N": "the document scores so many points",
}
"""What a policy can ask for."""
_SHAPE: Final = r"([a-z-]+)(?::(\d{1,3}))?"
_COUNTED: Final = {name.partition(":")[0] for name in REQUIREMENTS if ":" in name}
_PLAIN: Final = {name for name in REQUIREMENTS if ":" not in name}


class Policy(msgspec.Struct, frozen=True):
    """What each transition asks for, as names of `REQUIREMENTS`."""

    review: tuple[str, ...] = ()
    publish: tuple[str, ...] = ("complete", "comments-settled")
    close: tuple[str, ...] = ()


_MAJOR: Final = Policy(close=("high-actions-done",))
POLICIES: Final[Mapping[Severity, Policy]] = {
    Severity.SEV1: Policy(
        publish=("complete", "comments-settled", "signoffs:1"), close=("high-actions-done",)
    ),
    Severity.SEV2: _MAJOR,
    Severity.SEV3: Policy(),
    Severity.SEV4: Policy(),
    Severity.SEV5: Policy(),
}
"""What holds where a team says nothing else."""


def read_requirement(raw: str) -> tuple[str, int]:
    """`signoffs:2` as a name and a number; ValueError names what there is."""
    found = re.fullmatch(_SHAPE, raw.strip().lower())
    name, number = (found[1], int(found[2] or 0)) if found else ("", 0)
    counted = name in _COUNTED and number > 0
    if not counted and not (name in _PLAIN and not number):
        raise ValueError(f"{raw!r} is no requirement; use one of {', '.join(REQUIREMENTS)}")
    return name, number
