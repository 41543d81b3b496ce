"""The document as Markdown: one writer, and a dialect says only what its target needs otherwise."""

from typing import Final, assert_never

import msgspec

from incident_tui.exporters import blocks
from incident_tui.exporters.cells import tabled
from incident_tui.exporters.document import (
    TIMELINE,
    Absent,
    Actions,
    Block,
    Decisions,
    Detail,
    Details,
    Document,
    Events,
    Items,
    Links,
    Nested,
    Prose,
    Section,
    Tries,
)
from incident_tui.exporters.escape import MARKDOWN, Escape, bracketed
from incident_tui.exporters.mermaid import chart


class Dialect(msgspec.Struct, frozen=True):
    """`title` and `section` are the marks of headings, `indent` that of one level of a list.

    `tabled` puts the details under the title into a table; `drawn` adds a chart of the timeline.
    """

    escape: Escape = MARKDOWN
    title: str = "##"
    section: str = "###"
    indent: str = "  "
    tabled: bool = False
    drawn: bool = False


PASTED: Final = Escape(bracketed, "\n\n")
"""For editors that take angle brackets for HTML and strip the spaces at the end of a line."""


def write(document: Document, dialect: Dialect, title: str = "") -> str:
    """The whole document; a required section without content says so in one line."""
    heading = dialect.escape.inline(title or f"Post-mortem: {document.title}")
    details = _table(document, dialect) if dialect.tabled else _lines(document, dialect)
    sections = "\n".join([_section(section, dialect) for section in document.sections])
    return f"{dialect.title} {heading}\n\n{details}\n---\n\n{sections}"


def _lines(document: Document, dialect: Dialect) -> str:
    """Lines that end in two spaces: a break to every Markdown there is, and invisible elsewhere."""
    lines = [f"**{d.label}:** {_text(d, dialect)}" for d in document.details]
    return "  \n".join(lines) + "\n"


def _table(document: Document, dialect: Dialect) -> str:
    title, *rest = [
        f"| {dialect.escape.cell(d.label)} | {_cell(d, dialect)} |\n"
        for d in (Detail("Incident", document.title), *document.details)
    ]
    return "".join([title, "| --- | --- |\n", *rest])


def body(section: Section) -> str:
    """What stands under the heading of a section."""
    return _block(section.block, Dialect())


def _section(section: Section, dialect: Dialect) -> str:
    block = section.block
    drawn = ""
    if dialect.drawn and section.heading == TIMELINE and isinstance(block, Events):
        drawn = chart(block)
    return f"{dialect.section} {section.heading}\n\n{drawn}{_block(block, dialect)}"


def _block(block: Block, dialect: Dialect) -> str:
    write = dialect.escape
    match block:
        case Absent(sentence):
            return blocks.not_yet(sentence)
        case Prose(text):
            return f"{write.prose(text)}\n"
        case Details(details):
            return blocks.labelled((write.inline(d.label), _text(d, dialect)) for d in details)
        case Items(texts, numbered):
            lines = map(write.line, texts)
            return blocks.numbered(lines) if numbered else blocks.bullets(lines)
        case Nested(items):
            return blocks.nested(((n, write.line(text)) for n, text in items), dialect.indent)
        case Events(events, day):
            told = ((e.at, blocks.with_evidence(e.text, e.evidence, write)) for e in events)
            return blocks.dated(told, day)
        case Actions() | Tries() | Decisions():
            return blocks.table(*tabled(block), write)
        case Links(links):
            return blocks.bullets(write.link(page.url, page.text) for page in links)
        case _:
            assert_never(block)


def _text(detail: Detail, dialect: Dialect) -> str:
    return f"_{detail.text}_" if detail.absent else dialect.escape.inline(detail.text)


def _cell(detail: Detail, dialect: Dialect) -> str:
    return _text(detail, dialect) if detail.absent else dialect.escape.cell(detail.text)
