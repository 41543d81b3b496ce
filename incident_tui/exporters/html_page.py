"""The post-mortem as one HTML file that stands alone: no script, nothing fetched, fit to print."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final, assert_never

from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.state import Link
from incident_tui.exporters.cells import provenance, tabled
from incident_tui.exporters.composition import document
from incident_tui.exporters.document import (
    TIMELINE,
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
from incident_tui.exporters.drawing import drawing
from incident_tui.exporters.format import Exporter, ExportKind
from incident_tui.exporters.nesting import nested
from incident_tui.exporters.page_style import POLICY, STYLE
from incident_tui.exporters.xml import anchor, paragraphs, quoted, rows


def render(record: IncidentRecord) -> str:
    """The whole page."""
    page = document(record)
    parts = []
    for section in page.sections:
        drawn = drawing(record) if section.heading == TIMELINE else ""
        parts.append(
            f"<section>\n<h2>{section.heading}</h2>\n{drawn}{_block(section.block)}</section>\n"
        )
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{record.name}: {quoted(page.title)}</title>\n<style>{STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n<h1>Post-mortem: {quoted(page.title)}</h1>\n{_details(page.details)}"
        f"{''.join(parts)}{_log(record)}</main>\n</body>\n</html>\n"
    )


def _block(block: Block) -> str:
    match block:
        case Absent(sentence):
            return f'<p class="absent">{sentence}</p>\n'
        case Prose(text):
            return "".join([f"<p>{part}</p>\n" for part in paragraphs(text)])
        case Details(details):
            return _details(details)
        case Items(texts, numbered):
            return _list(map(quoted, texts), "ol" if numbered else "ul")
        case Nested(items):
            return nested((level, quoted(text)) for level, text in items)
        case Events(events):
            return f"<table>\n{''.join(_events(events))}</table>\n"
        case Actions() | Tries() | Decisions():
            return _table(block)
        case Links(links):
            return _list(anchor(page.url, page.text) for page in links)
        case _:
            assert_never(block)


def _details(details: Iterable[Detail]) -> str:
    lines = "".join([f"<dt>{quoted(d.label)}</dt><dd>{_text(d)}</dd>\n" for d in details])
    return f"<dl>\n{lines}</dl>\n"


def _text(detail: Detail) -> str:
    if detail.absent:
        return f'<span class="absent">{detail.text}</span>'
    text = quoted(detail.text)
    return f'<span class="badge {detail.tone}">{text}</span>' if detail.tone else text


def _list(items: Iterable[str], tag: str = "ul") -> str:
    lines = "".join([f"<li>{item}</li>\n" for item in items])
    return f"<{tag}>\n{lines}</{tag}>\n"


def _events(events: Iterable[Event]) -> Iterator[str]:
    for day, told in groupby(events, key=lambda event: event.at.date()):
        yield f'<tr><td colspan="2" class="day">{day}</td></tr>\n'
        for event in told:
            time = f'<time datetime="{event.at:%Y-%m-%dT%H:%M:%SZ}">{event.at:%H:%M}</time>'
            text = quoted(event.text) + _evidence(event.evidence)
            yield f'<tr><td class="time">{time}</td><td>{text}</td></tr>\n'


def _evidence(links: Iterable[Link]) -> str:
    proofs = ", ".join(anchor(proof.url, proof.text) for proof in links)
    return f" ({proofs})" if proofs else ""


def _table(block: Actions | Tries | Decisions) -> str:
    heads, texts = tabled(block)
    kind = type(block).__name__.lower()
    told = rows(map(quoted, row) for row in texts)
    return f'<table class="{kind}">\n{rows([heads], "th")}{told}</table>\n'


def _log(record: IncidentRecord) -> str:
    if not record.rows:
        return ""
    cells = (
        (
            f"{row.occurred_at:%Y-%m-%d %H:%M:%S}",
            "★" if row.starred else "",
            quoted(row.word),
            quoted(row.text) + _evidence(row.evidence),
            quoted(provenance(row)),
        )
        for row in record.rows
    )
    head = rows([("Time (UTC)", "", "Kind", "Entry", "By")], "th")
    told = f"Full log ({len(record.rows)} entries); ★ is in the timeline above"
    return (
        f"<details>\n<summary>{told}</summary>\n<table>\n{head}{rows(cells)}</table>\n</details>\n"
    )


EXPORTER: Final = Exporter(
    "html", "Post-mortem as a web page (HTML)", "html", ExportKind.DOCUMENT, render
)
