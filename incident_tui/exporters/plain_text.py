"""The post-mortem as plain text for a letter: lines of 72 characters, and no marks to render."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from textwrap import TextWrapper
from typing import Final, assert_never

from incident_tui.domain.actions import ActionItem
from incident_tui.domain.decisions import Decision
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.state import Link
from incident_tui.domain.tasks import Task
from incident_tui.domain.text import one_line, visible
from incident_tui.exporters.cells import EMPTY_CELL, tabled
from incident_tui.exporters.composition import document
from incident_tui.exporters.document import (
    Absent,
    Actions,
    Block,
    Decisions,
    Detail,
    Details,
    Event,
    Events,
    Items,
    Links,
    Nested,
    Prose,
    Tries,
)
from incident_tui.exporters.format import Exporter, ExportKind

_WIDTH: Final = 72
_LABEL: Final = 24
_WRAP: Final = TextWrapper(_WIDTH, break_long_words=False, break_on_hyphens=False)


def render(record: IncidentRecord) -> str:
    """The whole document."""
    page = document(record)
    title = _wrapped(f"Post-mortem: {page.title}")
    rule = "=" * min(_WIDTH, max(len(line) for line in title.split("\n")))
    sections = [f"\n{s.heading.upper()}\n\n{_block(s.block)}" for s in page.sections]
    return "".join([f"{title}\n{rule}\n\n{_details(page.details)}", *sections])


def _block(block: Block) -> str:
    match block:
        case Absent(sentence):
            return f"{sentence}\n"
        case Prose(text):
            return "".join([f"{_wrapped(line)}\n" for line in visible(text).split("\n")])
        case Details(details):
            return _details(details)
        case Items(texts, numbered):
            marks = (f"{n}. " if numbered else "- " for n, _ in enumerate(texts, 1))
            return _list(zip(marks, texts, strict=True))
        case Nested(items):
            return _list((f"{'  ' * level}- ", text) for level, text in items)
        case Events(events):
            return "".join(_events(events))
        case Actions() | Tries() | Decisions():
            return "".join(_rows(block))
        case Links(links):
            return _list(("- ", _named(page)) for page in links)
        case _:
            assert_never(block)


def _wrapped(text: str, mark: str = "") -> str:
    """The text on lines of its own, those after the first as far in as the mark is wide."""
    _WRAP.initial_indent, _WRAP.subsequent_indent = mark, " " * len(mark)
    return _WRAP.fill(one_line(text)) or mark.rstrip()


def _list(items: Iterable[tuple[str, str]]) -> str:
    return "".join([f"{_wrapped(text, mark)}\n" for mark, text in items])


def _details(details: Iterable[Detail]) -> str:
    """Texts in a column; a label too long for its own is wrapped with its text."""
    found = [(f"{one_line(d.label)}:", f"({d.text})" if d.absent else d.text) for d in details]
    width = max((len(label) for label, _ in found if len(label) <= _LABEL), default=0)
    return _list(
        (f"{label:<{width}} ", text) if len(label) <= width else ("", f"{label} {text}")
        for label, text in found
    )


def _events(events: Iterable[Event]) -> Iterator[str]:
    for day, told in groupby(events, key=lambda event: event.at.date()):
        yield f"{day}\n"
        for event in told:
            text = " ".join([event.text, *(f"({_named(proof)})" for proof in event.evidence)])
            yield f"{_wrapped(text, f'{event.at:%H:%M}  ')}\n"


def _named(page: Link) -> str:
    return f"{page.text}: {page.url}" if page.text else page.url


def _rows(block: Actions | Tries | Decisions) -> Iterator[str]:
    """The text of each, and under it all else that is known of it: a table would not fit."""
    items: Iterable[ActionItem | Task | Decision] = block.items
    for item, (text, *rest) in zip(items, tabled(block)[1], strict=True):
        label = item.label
        text = text.removeprefix(f"{label} ")  # noqa: PLW2901  it stands in front of it
        told = " · ".join(cell for cell in rest if cell != EMPTY_CELL)
        yield f"{_wrapped(text, f'{label}  ')}\n{_wrapped(told, '    ')}\n"


EXPORTER: Final = Exporter(
    "text", "Post-mortem for e-mail (plain text)", "txt", ExportKind.DOCUMENT, render
)
