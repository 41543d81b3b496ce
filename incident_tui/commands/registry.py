"""Commands are declared once, by decorating a decider; everything else is derived from that.

The decider's signature is the grammar, its annotations are the argument types, its docstring is the
help, and the lines of the docstring that begin with `/` are examples that run as tests.
"""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, Final, TypeVar, get_args, get_type_hints

from msgspec.structs import replace

from incident_tui.commands.args import ARG_TYPES
from incident_tui.commands.grammar import Param, Span, read
from incident_tui.commands.outcome import Decided, Outcome, Situation
from incident_tui.domain.errors import CommandError, TimeError
from incident_tui.domain.when import SKEW, split_when

Decider = Callable[..., Outcome]
_D = TypeVar("_D", bound=Decider)
NOTE: Final = "note"
"""The command that a line without `/` is."""


class Command:
    """A name, its arguments, and a pure function from the situation to an outcome."""

    def __init__(self, name: str, aliases: tuple[str, ...], family: str, decide: Decider) -> None:
        self.name = name
        self.aliases = aliases
        self.family = family
        self.decide = decide

    @cached_property
    def params(self) -> tuple[Param, ...]:
        """The arguments, in the order of the signature."""
        return tuple(sorted(_params(self.decide), key=lambda param: not param.first))

    @cached_property
    def _doc(self) -> list[str]:
        return [line.strip() for line in (self.decide.__doc__ or "").strip().splitlines()]

    @property
    def summary(self) -> str:
        """The first line of the help."""
        return self._doc[0]

    @property
    def details(self) -> str:
        """The help without its first line and its examples."""
        return " ".join(line for line in self._doc[1:] if line and not line.startswith("/"))

    @property
    def examples(self) -> tuple[str, ...]:
        """Lines that may be typed as they stand."""
        return tuple(line for line in self._doc if line.startswith("/"))

    @cached_property
    def usage(self) -> str:
        """`/action text… [@who] [due:date]`."""
        return " ".join((f"/{self.name}", *(param.usage for param in self.params)))

    def outcome(self, given: dict[str, Span], situation: Situation) -> Outcome:
        """What the decider makes of the raw arguments; CommandError points at the wrong one."""
        args: dict[str, Any] = {}
        for param in self.params:
            if (span := given.get(param.name)) is None:
                continue
            try:
                args[param.name] = param.type.read(span.text, situation)
            except ValueError as error:
                raise CommandError(f"{error}: {self.usage}", span.start, span.end) from None
        return self.decide(situation, **args)


class Registry:
    """Commands by every name they answer to; each family has its own, and one holds them all."""

    def __init__(self, family: str = "") -> None:
        self._family = family
        self._by_name: dict[str, Command] = {}

    def command(self, name: str, *aliases: str) -> Callable[[_D], _D]:
        """Declare a command; a name declared twice is a programming error."""

        def declare(decide: _D) -> _D:
            self._add(Command(name, aliases, self._family, decide))
            return decide

        return declare

    def include(self, *families: "Registry") -> "Registry":
        """Take in what each family declares."""
        for family in families:
            for command in family:
                self._add(command)
        return self

    def _add(self, command: Command) -> None:
        for key in (command.name, *command.aliases):
            if key in self._by_name:
                raise ValueError(f"/{key} is declared twice")
            self._by_name[key] = command

    def __iter__(self) -> Iterator[Command]:
        return iter(dict.fromkeys(self._by_name.values()))

    def get(self, name: str) -> Command:
        """The command of that name or alias; CommandError names the nearest ones."""
        if (command := self._by_name.get(name.lower())) is not None:
            return command
        if not name:
            raise CommandError("write a command after the slash; /help lists them", 0, 1)
        from difflib import get_close_matches  # noqa: PLC0415  only a mistake pays for it

        near = get_close_matches(name.lower(), self._by_name, n=3)
        hint = f"did you mean {' or '.join(f'/{n}' for n in near)}?" if near else "/help lists them"
        raise CommandError(f"there is no command /{name}; {hint}", 0, len(name) + 1)

    def find(self, line: str) -> tuple[Command, str, int]:
        """The command of a line without its time, what follows its name, and where that begins."""
        if not line.startswith("/"):
            return self._by_name[NOTE], line, 0
        name = line[1:].split(maxsplit=1)[0] if line[1:].strip() and not line[1].isspace() else ""
        return self.get(name), line[1 + len(name) :], 1 + len(name)

    def decide(self, line: str, situation: Situation) -> Decided:
        """What the line comes to; CommandError, with its span, when it cannot be done."""
        try:
            when, start = split_when(line, situation.now)
        except TimeError as error:
            first = line.split(maxsplit=1)[0]
            at = line.index(first)
            raise CommandError(f"{error}; /note takes any text", at, at + len(first)) from None
        if when is not None and when > situation.now + SKEW:
            raise CommandError(f"{when:%Y-%m-%d %H:%M} is still to come", 0, start)
        rest = line[start:].lstrip()
        if not rest:
            raise CommandError(
                "nothing to log yet; write a note, or / for commands", start, len(line)
            )
        start = len(line) - len(rest)
        then = situation if when is None else replace(situation, at=when)
        try:
            command, tail, offset = self.find(rest)
            given = read(tail, offset, command.params, command.usage)
            return Decided(command.outcome(given, then), when)
        except CommandError as error:
            ends = len(line) if error.end is None else error.end + start
            raise CommandError(str(error), error.start + start, ends) from None


def _params(decide: Decider) -> Iterator[Param]:
    """One for each argument after the situation; keyword-only ones are given as `name:value`."""
    hints = get_type_hints(decide)
    code = decide.__code__
    positional = code.co_varnames[1 : code.co_argcount]
    by_key = code.co_varnames[code.co_argcount : code.co_argcount + code.co_kwonlyargcount]
    optional = set(positional[len(positional) - len(decide.__defaults__ or ()) :])
    optional |= set(decide.__kwdefaults__ or ())
    for name in (*positional, *by_key):
        kind = next(h for h in (hints[name], *get_args(hints[name])) if h in ARG_TYPES)
        placed = ARG_TYPES[kind].sigil or ARG_TYPES[kind].leads
        yield Param(name, ARG_TYPES[kind], name not in optional, name in by_key and not placed)
