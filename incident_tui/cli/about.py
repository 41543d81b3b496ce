"""What the program takes and how it is set up, told from its own declarations."""

from typing import Any

import click

from incident_tui.cli.arguments import json_option
from incident_tui.cli.call import Call, pass_call
from incident_tui.cli.output import say, say_json
from incident_tui.cli.text import Painted
from incident_tui.commands.all import REGISTRY
from incident_tui.commands.registry import Command
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
        "export.format": call.config.export.format,
        "export.folder": call.config.export.folder,
        "export.secrets": call.config.export.secrets or "ask",
        **_of_formats(call.config.export),
        "theme": call.config.theme,
        "insights.zone": call.config.insights.zone,
        "insights.hours": f"{call.config.insights.opens}–{call.config.insights.closes}",
        "insights.saved": call.config.insights.formula,
    }
    if as_json:
        say_json(told)
        return
    wide = max(map(len, told))
    there = "" if file.exists() else " (not there)"
    for key, value in told.items():
        say(f"{key:<{wide}} {value}{there if key == 'config' else ''}")


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


def _of_formats(export: config.ExportConfig) -> dict[str, str]:
    """What is set for single formats."""
    return {
        f"export.formats.{name}.{key}": value
        for name, table in export.formats.items()
        for key, value in (("folder", table.folder), ("secrets", table.secrets))
        if value
    }
