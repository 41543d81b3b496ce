"""What a check reads is an incident, a file, or stdin; a number is a file where one is there."""

import re
import sys
from pathlib import Path
from typing import Final, NamedTuple

from incident_tui.cli.arguments import incident_number
from incident_tui.services import linting, texts

_INCIDENT: Final = re.compile(r"INC-\d+|\d+", re.IGNORECASE)


class Text(NamedTuple):
    """A document and the name of where it came from."""

    text: str
    name: str


def subject(source: str | None) -> Text | int | None:
    """The document, or the number of the incident; None is the newest live one."""
    if source is None:
        return None
    if _INCIDENT.fullmatch(source) and not (source.isdigit() and Path(source).is_file()):
        return incident_number(source)
    if source == "-":
        return Text(text(source, linting.MOST), "stdin")
    return Text(text(source, linting.MOST, "INC-1, a file, or -"), source)


def text(source: str, most: int, instead: str = "a file, or -") -> str:
    """The text of a file, or stdin for `-`, of so many bytes at most."""
    if source == "-":
        return texts.text_of(sys.stdin.buffer.read(most + 1), most)
    return texts.read(Path(source), most, instead)
