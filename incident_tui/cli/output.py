"""stdout is data: lines in which nothing can act on a terminal, or one JSON document."""

from typing import Any, Final

import click

from incident_tui.cli.text import Piece
from incident_tui.domain.text import visible

_STYLES: Final[dict[str, dict[str, Any]]] = {
    "heading": {"bold": True},
    "faint": {"dim": True},
    "late": {"fg": "red"},
    "SEV1": {"fg": "red", "bold": True},
    "SEV2": {"fg": "red"},
    "SEV3": {"fg": "yellow"},
    "SEV4": {"fg": "cyan"},
    "SEV5": {},
}


def say(*pieces: Piece) -> None:
    """A line, or several, for a person and for a script."""
    click.echo("".join(_paint(piece) for piece in pieces))


def say_json(document: Any) -> None:
    """The document, indented; what could act on a terminal is escaped, and so not lost."""
    import json  # noqa: PLC0415

    lines = json.dumps(document, indent=2, ensure_ascii=False).split("\n")
    click.echo("\n".join(line if line.isprintable() else _escaped(line) for line in lines))


def _paint(piece: Piece) -> str:
    if isinstance(piece, str):
        return visible(piece)
    return click.style(visible(piece.text), **_STYLES[piece.style])


def _escaped(line: str) -> str:
    return "".join(char if char.isprintable() else _unicode(char) for char in line)


def _unicode(char: str) -> str:
    units = char.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
