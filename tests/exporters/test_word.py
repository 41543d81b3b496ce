"""The file opens, says what the record says, and is the same for the same record."""

import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Final
from zipfile import ZipFile

import docx
import pytest
from hypothesis import given, settings

from incident_tui.domain import facts
from incident_tui.domain.text import one_line
from incident_tui.exporters.word import MissingLibraryError, render
from incident_tui.exporters.xml import clean
from tests.exporters.nasty import TEXTS, hostile
from tests.support.entries import log
from tests.support.records import ANSWERS, STORY, record

SOFFICE: Final = shutil.which("soffice")


@settings(max_examples=12)
@given(TEXTS)
def test_no_text_can_break_the_file(text: str) -> None:
    paper = docx.Document(BytesIO(render(hostile(text))))
    said = clean(one_line(text)) or "INC-42"
    assert paper.paragraphs[0].text == f"Post-mortem: {said}"
    headings = [p.text for p in paper.paragraphs if p.style and p.style.name == "Heading 1"]
    assert headings[:3] == ["Summary", "Impact", "Timeline (UTC)"]
    assert [len(table.columns) for table in paper.tables] == [2, 5, 6, 4, 2]
    for relation in paper.part.rels.values():
        if relation.is_external:
            assert relation.target_ref.lower().startswith(("http://", "https://", "mailto:"))


def test_the_same_record_gives_the_same_bytes() -> None:
    known = record(STORY, **ANSWERS)
    assert render(known) == render(known)
    with ZipFile(BytesIO(render(known))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(
    "url", ["https://[x", "https://a:b/", "http:///path", "javascript:alert(1)", "file:///etc"]
)
def test_an_address_that_word_cannot_read_is_text(url: str) -> None:
    paper = docx.Document(BytesIO(render(record(log(facts.LinkAdded(url, "page"))))))
    assert paper.paragraphs[-1].text == f"page {url}"
    assert not [r for r in paper.part.rels.values() if r.is_external]


def test_a_link_opens_its_address() -> None:
    known = record(log(facts.LinkAdded("https://a.example/x y|z?q=é#f", "page")))
    paper = docx.Document(BytesIO(render(known)))
    [link] = paper.paragraphs[-1].hyperlinks
    assert (link.text, link.url) == ("page", "https://a.example/x%20y%7Cz?q=%C3%A9#f")


def test_without_the_library_the_error_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "incident_tui.exporters.word_writer", raising=False)
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(MissingLibraryError, match=r"pip install 'incident-tui\[docx\]'"):
        render(record())


@pytest.mark.skipif(SOFFICE is None, reason="needs LibreOffice Writer")
def test_libreoffice_reads_every_section(tmp_path: Path) -> None:
    file = tmp_path / "page.docx"
    file.write_bytes(render(record(STORY, **ANSWERS)))
    assert SOFFICE is not None
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [
            *(SOFFICE, profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8"),
            *("--outdir", str(tmp_path), str(file)),
        ],
        capture_output=True,
        check=True,
        timeout=100,
    )
    said = (tmp_path / "page.txt").read_text("utf-8-sig").split("\n")
    assert said[0] == "Post-mortem: Checkout fails after deploy 412"
    assert {"Summary", "Impact", "Timeline (UTC)", "5 Whys", "Links"} <= set(said)
    assert "Deploy schema and code in two steps (preventative)" in said
