"""The document as Office Open XML, the same bytes for the same document."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from typing import Final, assert_never
from urllib.parse import quote, urlsplit
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as Paper
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from incident_tui.domain.state import Link
from incident_tui.domain.text import one_line
from incident_tui.exporters.cells import ACTION_HEADS, DECISION_HEADS, TASK_HEADS, tabled
from incident_tui.exporters.document import (
    Absent,
    Actions,
    Block,
    Decisions,
    Detail,
    Details,
    Document,
    Event,
    Events,
    Items,
    Links,
    Nested,
    Prose,
    Tone,
    Tries,
)
from incident_tui.exporters.xml import clean, openable

_INKS: Final[dict[Tone, str]] = {
    "red": "B3261E",
    "yellow": "8A5A00",
    "green": "1B6E3C",
    "blue": "1F5FA8",
    "grey": "5B6472",
}
_LINK_INK: Final = "0B57D0"
_WIDTHS: Final = {
    ACTION_HEADS: (6.0, 2.4, 2.2, 2.8, 3.2),
    TASK_HEADS: (6.6, 2.6, 2.8, 4.6),
    DECISION_HEADS: (4.0, 2.2, 3.0, 3.0, 2.0, 2.4),
}
"""Of the columns, in centimetres."""
_DEEPEST: Final = 3
"""Levels of a list that the styles of the template know."""


def write(document: Document, began_at: datetime | None) -> bytes:
    """The whole file; `began_at` is the date that its properties give."""
    paper = docx.Document()
    _describe(paper, document.title, began_at)
    paper.add_heading(_text(f"Post-mortem: {document.title}"), 0)
    _details(paper, document.details)
    for section in document.sections:
        paper.add_heading(section.heading, 1)
        _block(paper, section.block)
    whole = BytesIO()
    paper.save(whole)
    return _dateless(whole)


def _describe(paper: Paper, title: str, began_at: datetime | None) -> None:
    properties = paper.core_properties
    properties.title, properties.author, properties.comments = _text(title)[:255], "", ""
    if began_at:
        properties.created = properties.modified = began_at.replace(tzinfo=None)
    paper.styles["Normal"].font.size = Pt(10.5)
    for page in paper.sections:
        page.left_margin = page.right_margin = Cm(2.2)
        page.top_margin = page.bottom_margin = Cm(2)


def _block(paper: Paper, block: Block) -> None:
    match block:
        case Absent(sentence):
            paper.add_paragraph().add_run(sentence).italic = True
        case Prose(text):
            _prose(paper, text)
        case Details(details):
            _details(paper, details)
        case Items(texts, numbered):
            for text in texts:
                paper.add_paragraph(_text(text), "List Number" if numbered else "List Bullet")
        case Nested(items):
            for level, text in items:
                _nested(paper, level, text)
        case Events(events):
            _events(paper, events)
        case Actions() | Tries() | Decisions():
            heads, cells = tabled(block)
            _table(paper, heads, _WIDTHS[heads], cells)
        case Links(links):
            for link in links:
                _link(paper.add_paragraph(style="List Bullet"), link)
        case _:
            assert_never(block)


def _details(paper: Paper, details: Iterable[Detail]) -> None:
    for detail in details:
        line = paper.add_paragraph()
        line.paragraph_format.space_after = Pt(2)
        line.add_run(f"{_text(detail.label)}: ").bold = True
        run = line.add_run(_text(detail.text))
        run.italic = detail.absent
        if detail.tone:
            run.bold, run.font.color.rgb = True, RGBColor.from_string(_INKS[detail.tone])


def _prose(paper: Paper, text: str) -> None:
    for part in clean(text).split("\n\n"):
        if part.strip():
            paper.add_paragraph(part.strip("\n"))


def _nested(paper: Paper, level: int, text: str) -> None:
    style = f"List Bullet {level + 1}" if 0 < level < _DEEPEST else "List Bullet"
    line = paper.add_paragraph(_text(text), style)
    if level >= _DEEPEST:
        line.paragraph_format.left_indent = Cm(0.63 * min(level + 1, 16))


def _events(paper: Paper, events: Sequence[Event]) -> None:
    told = [(f"{event.at:%Y-%m-%d %H:%M}", event.text) for event in events]
    for (_, cell), event in zip(
        _table(paper, ("Time (UTC)", "Event"), (4.2, 12.4), told), events, strict=True
    ):
        for link in event.evidence:
            cell.paragraphs[0].add_run(" · ")
            _link(cell.paragraphs[0], link)


def _table(
    paper: Paper, heads: Sequence[str], widths: Sequence[float], texts: Iterable[Sequence[str]]
) -> list[Sequence[_Cell]]:
    """The cells of each row; the heads stand on every page that the table runs over."""
    table = paper.add_table(0, len(heads), "Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    rows = []
    for row_texts in (heads, *texts):
        cells = table.add_row().cells
        for cell, text, width in zip(cells, row_texts, widths, strict=True):
            cell.width, cell.text = Cm(width), _text(text)
        rows.append(cells)
    for cell in rows[0]:
        cell.paragraphs[0].runs[0].bold = True
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001  no API
    paper.add_paragraph()
    return rows[1:]


def _link(line: Paragraph, link: Link) -> None:
    """A link where a word processor can read the address, else its text."""
    url, text = one_line(clean(link.url)), _text(link.text)
    if not _readable(url):
        line.add_run(" ".join(part for part in (text, url) if part))
        return
    target = quote(url, safe=":/?#@!$&'()*+,;=%~")
    relation = line.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    anchor = OxmlElement("w:hyperlink")
    anchor.set(qn("r:id"), relation)
    run = line.add_run(text or url)
    run.font.color.rgb, run.underline = RGBColor.from_string(_LINK_INK), True
    anchor.append(run._r)  # noqa: SLF001  no API makes links
    line._p.append(anchor)  # noqa: SLF001  as above


def _readable(url: str) -> bool:
    """Word calls a file damaged for one address that it cannot take apart."""
    if not openable(url):
        return False
    try:
        parts = urlsplit(url)
        return parts.scheme == "mailto" or (bool(parts.hostname) and parts.port != 0)
    except ValueError:
        return False


def _text(text: str) -> str:
    return clean(one_line(text))


def _dateless(whole: BytesIO) -> bytes:
    """The archive with every date in it set to the earliest that it can hold."""
    made = BytesIO()
    with ZipFile(whole) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = ZipInfo(name)
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 0
            new.writestr(entry, old.read(name))
    return made.getvalue()
