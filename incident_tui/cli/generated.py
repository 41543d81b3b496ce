"""A command of the prompt that records a fact is a command here, by the same declaration."""

import re
from collections.abc import Callable
from typing import Any, Final

import click

from incident_tui.cli.afterword import afterword
from incident_tui.cli.arguments import incident_option
from incident_tui.cli.call import Call, pass_call
from incident_tui.cli.cautions import caution
from incident_tui.cli.diagnostics import report
from incident_tui.cli.elsewhere import elsewhere
from incident_tui.cli.output import say
from incident_tui.cli.paging import called
from incident_tui.cli.registered import records
from incident_tui.cli.text import entry_line
from incident_tui.commands.all import REGISTRY
from incident_tui.commands.args import ARG_TYPES, People
from incident_tui.commands.grammar import Param, Span, read
from incident_tui.commands.outcome import Intent, Situation
from incident_tui.commands.registry import Command
from incident_tui.domain.errors import StoreError
from incident_tui.domain.fact import Fact
from incident_tui.services.typist import Typist

_WORDS: Final = "_words"
"""What the rest of the command line is called where an option may say the same."""


def command(name: str) -> click.Command | None:
    """The command of that name, if the prompt has one that records a fact."""
    spec = next((spec for spec in REGISTRY if spec.name == name and records(spec)), None)
    return build(spec, incident_option(pass_call(_recording(spec)))) if spec else None


def build(spec: Command, callback: Callable[..., Any]) -> click.Command:
    """A command with the arguments, options and help of the prompt's, and those of `callback`."""
    examples = "\n".join(("\b", "At the prompt:", *spec.examples)) if spec.examples else ""
    return click.command(
        spec.name,
        params=[each for param in spec.params for each in _parameters(param)],
        # A word such as `-5m` is a word, not an option.
        context_settings={"ignore_unknown_options": True},
        help="\n\n".join(part for part in (spec.summary, spec.details, examples) if part),
    )(callback)


def fact(spec: Command, given: dict[str, Any], situation: Situation) -> Fact:
    """What the command makes of what click read; CommandError where that needs a screen."""
    texts = {param.name: _text(param, given) for param in spec.params}
    _lead(spec, texts)
    spans = {name: Span(text, 0, 0) for name, text in texts.items() if text}
    spans |= _within(spec, texts)
    outcome = spec.outcome(spans, situation)
    if isinstance(outcome, Intent):
        raise elsewhere(outcome)
    return outcome


def _lead(spec: Command, texts: dict[str, str]) -> None:
    """Give a first word of its shape to the argument that leads, as the prompt does."""
    leading = next((param for param in spec.params if param.first), None)
    rest = next((param for param in spec.params if param.type.greedy and not param.keyword), None)
    if leading and rest and not texts[leading.name]:
        word, _, others = texts[rest.name].partition(" ")
        if re.fullmatch(leading.type.shape, word):
            texts |= {leading.name: word, rest.name: others}


def _within(spec: Command, texts: dict[str, str]) -> dict[str, Span]:
    """What free text holds of arguments that were not given apart: `roll back to 412 @ana`."""
    free = next((param for param in spec.params if param.type.greedy and texts[param.name]), None)
    if free is None:
        return {}
    apart = [param for param in spec.params if not param.required and not texts[param.name]]
    wanted = [param for param in spec.params if param is free or param in apart]
    return read(texts[free.name], 0, wanted, spec.usage)


def _recording(spec: Command) -> Callable[..., None]:
    def record(call: Call, /, number: int | None, **given: Any) -> None:
        try:
            typist = Typist(call.store, call.session, number)
            row = typist.record(fact(spec, given, typist.log.situation()))
        except StoreError as error:
            typed = " ".join(filter(None, (_text(param, given) for param in spec.params)))
            raise click.exceptions.Exit(report(error, f"{spec.name} {typed}")) from None
        say(entry_line(typist.log.name, row))
        for line in called(typist, row):
            say(line)
        afterword(call.path, row)
        caution(typist.log.state, row.entry.fact)

    return record


def _parameters(param: Param) -> list[click.Parameter]:
    """An argument where the prompt takes a word in its place, an option for what has a name."""
    kind = param.type
    name = f"--{param.name.replace('_', '-')}"
    option = click.Option([name], metavar=kind.metavar, multiple=kind is ARG_TYPES[People])
    words = f"{param.name}{_WORDS}" if param.by_key else param.name
    if param.keyword or ((kind.sigil or kind.shape) and not param.required):
        return [option]
    if kind.greedy:
        argument = click.Argument(
            [words],
            nargs=-1,
            required=param.required,
            metavar=param.name.upper() if param.required else f"[{param.name.upper()}]",
        )
        return [argument, option] if param.by_key else [argument]
    return [click.Argument([param.name], required=param.required, metavar=kind.metavar)]


def _text(param: Param, given: dict[str, Any]) -> str:
    """What was said for the parameter, as one text."""
    words: tuple[str, ...] | str = given.get(f"{param.name}{_WORDS}") or ()
    said = given.get(param.name) or words
    if isinstance(said, str):
        return said
    unknown = next((word for word in said if word.startswith("--")), None)
    if unknown:
        raise click.NoSuchOption(unknown)
    return " ".join(said)
