"""A timeline for Mermaid, in a code block: drawn where Mermaid is known, readable elsewhere."""

import re
from itertools import groupby
from typing import Final

from incident_tui.domain.text import one_line
from incident_tui.exporters.document import Events

_MOST: Final = 50_000
"""Characters; Mermaid refuses to draw a longer text."""
_LIKE: Final = str.maketrans({":": "∶", ";": ",", "<": "‹", ">": "›", "{": "(", "}": ")", "`": "'"})
"""Its timelines have no escapes, so what would act is drawn as what looks like it."""


def chart(block: Events) -> str:
    """The events under their days; empty when there are more than Mermaid would draw."""
    lines = ["timeline"]
    for day, events in groupby(block.events, key=lambda event: event.at.date()):
        lines.append(f"    section {day}")
        lines += [f"        {event.at:%H∶%M} : {_drawn(event.text)}" for event in events]
    text = "\n".join(lines)
    return f"```mermaid\n{text}\n```\n\n" if len(text) <= _MOST else ""


def _drawn(text: str) -> str:
    return re.sub("%(?=%)", "% ", one_line(text).translate(_LIKE)) or "…"
