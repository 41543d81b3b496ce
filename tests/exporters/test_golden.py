"""Every document format has a file that it must equal, to the byte where its text is our own."""

from io import BytesIO
from pathlib import Path
from typing import Final

import docx
import pytest

from incident_tui.exporters import (
    confluence,
    confluence_storage,
    html_page,
    json_record,
    markdown,
    notion,
    plain_text,
    word,
)
from incident_tui.exporters.format import Exporter, ExportKind
from incident_tui.services.exporting import formats
from tests.support.records import ANSWERS, STORY, record

GOLDEN: Final = Path(__file__).with_name("golden")
TEXTS: Final = {
    "postmortem.md": markdown.EXPORTER,
    "postmortem-mermaid.md": markdown.DRAWN,
    "confluence.md": confluence.EXPORTER,
    "confluence-storage.xml": confluence_storage.EXPORTER,
    "notion.md": notion.EXPORTER,
    "notion-mermaid.md": notion.DRAWN,
    "postmortem.html": html_page.EXPORTER,
    "postmortem.txt": plain_text.EXPORTER,
    "postmortem.json": json_record.EXPORTER,
}


@pytest.mark.parametrize(("name", "exporter"), TEXTS.items())
def test_the_text_is_the_golden_one_to_the_byte(name: str, exporter: Exporter) -> None:
    made = exporter.render(record(STORY, **ANSWERS))
    assert isinstance(made, str)
    assert made.endswith("\n")
    assert made.encode() == (GOLDEN / name).read_bytes()


def test_the_docx_reads_as_the_golden_text() -> None:
    golden = GOLDEN / "postmortem.docx.txt"
    assert read_back(word.render(record(STORY, **ANSWERS))).encode() == golden.read_bytes()


def test_every_document_format_has_a_golden_file() -> None:
    listed = {format_.name for format_ in formats() if format_.kind is ExportKind.DOCUMENT}
    listed.remove("layout")  # its document is whatever a company lays out
    assert listed == {exporter.name for exporter in (*TEXTS.values(), word.EXPORTER)}


def read_back(file: bytes) -> str:
    """Every paragraph with its style, and every row of a table, in the order they stand."""
    lines = []
    for block in docx.Document(BytesIO(file)).iter_inner_content():
        if isinstance(block, docx.table.Table):
            lines += [" | ".join(cell.text for cell in row.cells) for row in block.rows]
        else:
            style = block.style.name if block.style else ""
            lines.append(f"{style}: {block.text}")
    return "\n".join(lines) + "\n"


def write() -> None:
    """Make the files anew, after a change that was looked at."""
    known = record(STORY, **ANSWERS)
    for name, exporter in TEXTS.items():
        made = exporter.render(known)
        assert isinstance(made, str)
        (GOLDEN / name).write_text(made, "utf-8", newline="\n")
    (GOLDEN / "postmortem.docx.txt").write_text(
        read_back(word.render(known)), "utf-8", newline="\n"
    )


if __name__ == "__main__":
    write()
