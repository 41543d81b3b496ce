"""What the program takes and how it is set up, told from its own declarations."""

from collections.abc import Iterator
from typing import Any

import click
import msgspec

from incident_tui.cli.arguments import json_option
from incident_tui.cli.call import Call, pass_call
from incident_tui.cli.output import say, say_json
from incident_tui.cli.text import Painted
from incident_tui.commands.all import REGISTRY
from incident_tui.commands.registry import Command
from incident_tui.domain.incident import Severity
from incident_tui.domain.text import one_line
from incident_tui.services import config


@click.command("commands")
@json_option
def commands_command(as_json: bool) -> None:
    """List the commands of the prompt."""
    if as_json:
        say_json([_described(spec) for spec in REGISTRY])
        return
    family = ""
    for spec in REGISTRY:
        if spec.family != family:
            if family:
                say()
            say(Painted(spec.family, "heading"))
            family = spec.family
        say(f"  {spec.usage}")
        aliases = (
            f" (or {', '.join(f'/{alias}' for alias in spec.aliases)})" if spec.aliases else ""
        )
        say(Painted(f"      {spec.summary}{aliases}", "faint"))


@click.command("config")
@json_option
@pass_call
def config_command(call: Call, as_json: bool) -> None:
    """Show the settings in force and the files they come from."""
    file = config.file_of(call.config_path)
    told = {
        "config": str(file),
        "db": str(call.path),
        "author": call.session.author,
        **dict(_by_key(_in_force(call.config))),
    }
    if as_json:
        say_json(told)
        return
    wide = max(map(len, told))
    there = "" if file.exists() else " (not there)"
    for key, value in told.items():
        say(f"{key:<{wide}} {_said(value)}{there if key == 'config' else ''}")


def _in_force(settings: config.Config) -> dict[str, Any]:
    """The tables of the configuration, filled with what is built in."""
    practice = settings.practice
    told = msgspec.to_builtins(settings)
    told["export"]["secrets"] = settings.export.secrets or "ask"
    told["insights"]["saved"] = settings.insights.formula
    told["role"] = practice.instructions
    for level in Severity:
        asked = msgspec.to_builtins(practice.levels[level])
        told["severity"][level.name.lower()] = asked | asked.pop("cadence")
        told["policy"][level.name.lower()] = practice.policies[level]
    del told["author"], told["db"]
    whole: dict[str, Any] = msgspec.to_builtins(told)
    return whole


def _by_key(told: dict[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    """Each setting behind the keys that lead to it, joined by dots; what is empty is left out."""
    for name, value in told.items():
        if isinstance(value, dict):
            yield from _by_key(value, f"{before}{name}.")
        elif value not in (None, "", ()):
            yield f"{before}{name}", value


def _said(value: object) -> str:
    """A setting in one line."""
    if isinstance(value, bool):
        return str(value).lower()
    return "; ".join(value) if isinstance(value, tuple) else one_line(str(value))


def _described(spec: Command) -> dict[str, Any]:
    return {
        "name": spec.name,
        "aliases": list(spec.aliases),
        "family": spec.family,
        "usage": spec.usage,
        "summary": spec.summary,
        "examples": list(spec.examples),
        "params": [
            {
                "name": param.name,
                "metavar": param.type.metavar,
                "required": param.required,
                "keyword": param.keyword,
                "greedy": param.type.greedy,
            }
            for param in spec.params
        ],
    }
