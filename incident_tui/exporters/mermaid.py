"""A timeline for Mermaid, in a code block: drawn where Mermaid is known, readable elsewhere."""

import re
from itertools import groupby
from typing import Final

from incident_tui.domain.text import one_line
from incident_tui.exporters.document import Event, Events

_MOST: Final = 50_000
"""Characters; Mermaid refuses to draw a longer text."""
# What is not surely a plain character is written as its number, which Mermaid decodes after it
# has read the diagram: so no text can end a line, a period or the block.
_CODED: Final = re.compile(r"[^A-Za-z0-9 \u00c0-\u024f]")


def chart(block: Events) -> str:
    """The events under their days; empty when there are more than Mermaid would draw."""
    lines = ["timeline"]
    for day, events in groupby(block.events, key=lambda event: event.at.date()):
        lines.append(f"    section {day}")
        lines += [f"        {_period(event)} : {_coded(event.text)}" for event in events]
    text = "\n".join(lines)
    return f"```mermaid\n{text}\n```\n\n" if len(text) <= _MOST else ""


def _period(event: Event) -> str:
    return _coded(f"{event.at:%H:%M}")


def _coded(text: str) -> str:
    return _CODED.sub(lambda found: f"#{ord(found[0])};", one_line(text)) or "#8203;"
