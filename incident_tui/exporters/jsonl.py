"""An incident as JSON Lines from which it can be made again: a head, its entries, its answers.

Nothing is left out but what belongs to one store: numbers by position and the hashes of its chain.
"""

from collections.abc import Iterator
from typing import Any, Final

import msgspec

from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.facts import Unknown
from incident_tui.domain.payloads import payload_of
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.exporters.format import Exporter, ExportKind

_ENCODE: Final = msgspec.json.Encoder().encode


def render(record: IncidentRecord) -> str:
    """One JSON object a line, safe to print; the head says how many lines follow it."""
    answers = sorted((f, text) for f, text in record.postmortem.answers.items() if text)
    head = {
        "format": "incident-tui",
        "version": 1,
        "incident": record.id,
        "number": record.number,
        "title": record.state.title,
        "entries": len(record.entries),
        "answers": len(answers),
    }
    lines = [head, *map(_entry, record.entries), *map(_answer, answers)]
    return "".join([f"{line}\n" for line in map(_line, lines)])


def _entry(entry: TimelineEntry) -> dict[str, Any]:
    kind, version, payload = payload_of(entry.fact)
    known = not isinstance(entry.fact, Unknown)
    return {
        "id": entry.id,
        "seq": entry.seq,
        "kind": kind,
        "version": version,
        "occurred_at": entry.occurred_at,
        "recorded_at": entry.recorded_at,
        "author": entry.author,
        "source": entry.source,
        **({"external_ref": entry.external_ref} if entry.external_ref is not None else {}),
        # What this build cannot read may not even be JSON, so it travels as the text it is.
        **({"data": msgspec.Raw(payload.encode())} if known else {"raw": payload}),
    }


def _answer(answer: tuple[str, str]) -> dict[str, Any]:
    return {"field": answer[0], "answer": answer[1]}


def _line(value: dict[str, Any]) -> str:
    line = _ENCODE(value).decode()
    return line if line.isprintable() else "".join(_escaped(line))


def _escaped(line: str) -> Iterator[str]:
    """What could act on a terminal or end a line, as the escape that JSON has for it."""
    for char in line:
        if char.isprintable():
            yield char
        else:
            units = char.encode("utf-16-be").hex()
            yield from (f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


EXPORTER: Final = Exporter(
    "jsonl",
    "The whole incident (JSON Lines, for `import jsonl`)",
    "jsonl",
    ExportKind.TIMELINE,
    render,
)
