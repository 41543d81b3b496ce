"""What went wrong is said on stderr in one form, and each kind of it has one exit code."""

import os
from typing import Final

import click

from incident_tui.domain import errors
from incident_tui.domain.text import visible

FOUND: Final = 1
"""A check found something."""
USAGE: Final = 2
_CODES: Final = {
    errors.PolicyError: FOUND,
    errors.NotFoundError: 3,
    errors.StoreError: 4,
    errors.IncidentTuiError: USAGE,
}
_INTERRUPTED: Final = 130
_NOBODY_READS: Final = 141


def report(error: Exception, line: str = "", *, where: str = "") -> int:
    """Say it on stderr and give the exit code; `line` is what was typed and must not be lost.

    What is no refusal of ours or of click's is raised again.
    """
    match error:
        case errors.IncidentTuiError():
            tell(f"{where}{complaint(error, line)}")
        case click.UsageError():
            where = f"; see {error.ctx.command_path} --help" if error.ctx else ""
            tell(f"{_sentence(error)}{where}")
        case click.Abort():
            return _INTERRUPTED
        case click.ClickException():
            tell(_sentence(error))
        case BrokenPipeError():
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            return _NOBODY_READS
        case _:
            raise error
    return code(error)


def code(error: Exception) -> int:
    """The exit code of a refusal."""
    kinds = (code for kind, code in _CODES.items() if isinstance(error, kind))
    return next(kinds, USAGE)


def tell(text: str) -> None:
    """Narrate on stderr; the text may hold anything."""
    click.echo(f"incident-tui: {visible(text)}", err=True)


def complaint(error: errors.IncidentTuiError, line: str = "") -> str:
    """The message; under it what was typed, its fault underlined, or what is missing."""
    if isinstance(error, errors.CommandError) and line:
        return f"{error}\n{underlined(line, error.start, error.end)}"
    if isinstance(error, errors.StoreError) and line:
        return f"{error}\nnot saved: {line}"
    if isinstance(error, errors.PolicyError):
        return "\n  ".join([str(error), *error.missing])
    return str(error)


def underlined(line: str, start: int, end: int | None) -> str:
    """The line as one line, and carets under the part from `start` to `end`."""
    stop = len(line) if end is None else end
    before, fault, after = map(_flat, (line[:start], line[start:stop], line[stop:]))
    return f"  {before}{fault}{after}\n  {' ' * len(before)}{'^' * max(len(fault), 1)}"


def _flat(text: str) -> str:
    """The visible text without a line end or a tab, each space kept."""
    return visible(text).replace("\n", " ").replace("\t", " ")


def _sentence(error: click.ClickException) -> str:
    return error.format_message().rstrip(".")
