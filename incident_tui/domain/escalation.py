"""A team is called by the user's own program: a list of arguments, never a line for a shell."""

from collections.abc import Mapping
from typing import Final

import msgspec

PLACES: Final = ("team", "reason", "incident", "severity", "title")
"""What an argument may hold, as `{team}`; each argument stays one argument whatever it is."""


class Escalation(msgspec.Struct, frozen=True):
    """The program for every team, those of single teams, and the seconds that it may take."""

    command: tuple[str, ...] = ()
    teams: Mapping[str, tuple[str, ...]] = {}
    timeout: int = 30

    def program(self, team: str) -> tuple[str, ...]:
        """What calls that team; empty where nothing does."""
        return self.teams.get(team, self.command)


def filled(program: tuple[str, ...], values: Mapping[str, str]) -> list[str]:
    """The arguments with their places filled in; what is filled in is never looked into again."""
    return [_filled(argument, values) for argument in program]


def _filled(argument: str, values: Mapping[str, str]) -> str:
    parts: list[str] = []
    rest = argument
    while rest:
        found = [(rest.find(f"{{{name}}}"), name) for name in PLACES if f"{{{name}}}" in rest]
        if not found:
            break
        at, name = min(found)
        parts += [rest[:at], values[name]]
        rest = rest[at + len(name) + 2 :]
    return "".join((*parts, rest))
