"""Which commands of the prompt are commands here: those that record a fact, by their annotation."""

from collections.abc import Collection
from typing import get_args, get_type_hints

from incident_tui.commands.all import REGISTRY
from incident_tui.commands.registry import Command
from incident_tui.domain.fact import Fact


def registered(taken: Collection[str]) -> list[Command]:
    """Those whose names are not taken by another command."""
    return [spec for spec in REGISTRY if spec.name not in taken and records(spec)]


def records(spec: Command) -> bool:
    """Whether the command leaves something on the record, given all that it takes."""
    outcome = get_type_hints(spec.decide)["return"]
    return any(issubclass(kind, Fact) for kind in get_args(outcome) or (outcome,))
