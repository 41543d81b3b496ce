"""No document leaves with a secret unless somebody has seen the list and said so."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, TypeVar

import msgspec
from msgspec.structs import replace

from incident_tui.domain import secrets
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.exporters.format import Exporter
from incident_tui.exporters.report import Report

Document = TypeVar("Document", IncidentRecord, Report)
_AROUND: Final = 24
"""Characters on each side of a secret that tell the reader which one is meant."""


class Leak(msgspec.Struct, frozen=True):
    """A secret that a document would show; `context` is the text around it without it."""

    rule: str
    where: str
    context: str
    secret: str

    def __str__(self) -> str:
        return f"{self.rule} in {self.where}: {self.context}"


def leaks(record: IncidentRecord, exporter: Exporter) -> tuple[Leak, ...]:
    """What looks like a secret and is in this document, each once.

    A secret counts if the document is another one without it, however the format writes it down.
    """
    held = _each_once(_texts(record))
    if not held:
        return ()
    whole = _written(record, exporter)
    shown = (leak for leak in held.values() if _written(_without(record, leak), exporter) != whole)
    return tuple(shown)


def in_report(report: Report) -> tuple[Leak, ...]:
    """What looks like a secret in the titles and action items that a report tells of, each once."""
    return tuple(_each_once(("the report", text) for text in _strings(report)).values())


def redacted(document: Document) -> Document:
    """The record or report with a mark in the place of each secret, for any writer."""
    clean: Document = _mapped(document, secrets.redacted)
    return clean


def _written(record: IncidentRecord, exporter: Exporter) -> tuple[object, ...]:
    beside = exporter.companions(record) if exporter.companions else {}
    return exporter.render(record), *beside.items()


def _without(record: IncidentRecord, leak: Leak) -> IncidentRecord:
    mark = secrets.mark(leak.rule)
    rest: IncidentRecord = _mapped(record, lambda text: text.replace(leak.secret, mark))
    return rest


def _each_once(texts: Iterable[tuple[str, str]]) -> dict[str, Leak]:
    """The secrets in them, where each is first."""
    held: dict[str, Leak] = {}
    for leak in _found(texts):
        held.setdefault(leak.secret, leak)
    return held


def _found(texts: Iterable[tuple[str, str]]) -> Iterator[Leak]:
    seen: set[str] = set()
    for where, text in texts:
        if text in seen:
            continue
        seen.add(text)
        for found in secrets.find(text):
            before = secrets.redacted(text[: found.start])[-_AROUND:]
            after = secrets.redacted(text[found.end :])[:_AROUND]
            context = " ".join(f"{before}{secrets.mark(found.rule)}{after}".split())
            yield Leak(found.rule, where, context, text[found.start : found.end])


def _texts(record: IncidentRecord) -> Iterator[tuple[str, str]]:
    """Each text of the record, and what people call the place it is in."""
    if not record.number:  # the items of many incidents: an entry's number would name none
        yield from _of_items(record)
    for row in record.rows:
        for text in _strings((row.text, row.evidence)):
            yield f"entry #{row.entry.seq}", text
    for entry in record.entries:
        for text in _strings((entry.fact, entry.author, entry.external_ref)):
            yield f"entry #{entry.seq}", text
    for field, text in record.postmortem.answers.items():
        yield f"the answer to {field}", text
    yield from _of_items(record)
    for text in _strings(record.state):
        yield "the state of the incident", text


def _of_items(record: IncidentRecord) -> Iterator[tuple[str, str]]:
    for item in record.state.actions:
        for text in _strings(item):
            yield f"action item {item.label}", text


def _strings(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case msgspec.Struct():
            for name in value.__struct_fields__:
                yield from _strings(getattr(value, name))
        case Mapping():
            for each in value.values():
                yield from _strings(each)
        case tuple() | list():
            for each in value:
                yield from _strings(each)


def _mapped(value: Any, change: Callable[[str], str]) -> Any:
    """The value with each text in it changed, however deep; words of the program stay."""
    if type(value) is str:
        return change(value)
    if isinstance(value, msgspec.Struct):
        new = {name: _mapped(getattr(value, name), change) for name in value.__struct_fields__}
        return replace(value, **new)
    if isinstance(value, Mapping):
        return {key: _mapped(each, change) for key, each in value.items()}
    if isinstance(value, tuple | list):
        return type(value)(_mapped(each, change) for each in value)
    return value
