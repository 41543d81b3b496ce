"""Who may come in over a socket is told by a token, which no argument and no record ever holds."""

import os
from pathlib import Path
from typing import Final

import click

TOKEN: Final = "INCIDENT_TUI_TOKEN"  # noqa: S105  the variable's name
_SHORTEST: Final = 16

token_option = click.option(
    "--token-file", default="", metavar="FILE", help=f"Holds the token; or {TOKEN}."
)


def token_told(file: str) -> str:
    """The token of the file, else of the environment; an empty string where none is told."""
    if file:
        try:
            told = Path(file).expanduser().read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise click.UsageError(f"{file} cannot be read: {error}") from error
    else:
        told = os.environ.get(TOKEN, "").strip()
    if (file or told) and (len(told) < _SHORTEST or not told.isascii()):
        raise click.UsageError(f"a token has at least {_SHORTEST} plain characters")
    return told
