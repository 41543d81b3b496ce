"""The page holds every text as text, fetches nothing, and runs nothing."""

import re
import shutil
import subprocess
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings

from incident_tui.domain.text import one_line
from incident_tui.exporters.html_page import render
from incident_tui.exporters.xml import clean
from tests.exporters.nasty import TEXTS, hostile
from tests.support.markup_reader import MarkupReader
from tests.support.records import ANSWERS, STORY, record

ELEMENTS: Final = {
    *("html", "head", "meta", "title", "style", "body", "main", "section", "h1", "h2", "p", "br"),
    *("ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "th", "td", "time", "span", "a"),
    *("details", "summary", "svg", "path", "rect", "circle", "text"),
}
ATTRIBUTES: Final = {
    *("lang", "charset", "http-equiv", "content", "name", "class", "colspan", "datetime", "href"),
    *("viewbox", "role", "aria-label", "d", "x", "y", "width", "height", "cx", "cy", "r"),
}
CHROMIUM: Final = shutil.which("chromium") or shutil.which("chromium-browser")


@settings(max_examples=50)
@given(TEXTS)
def test_no_text_can_break_the_page(text: str) -> None:
    page = MarkupReader(render(hostile(text)))
    assert {tag for tag, _ in page.elements} <= ELEMENTS
    assert {name for _, attributes in page.elements for name in attributes} <= ATTRIBUTES
    for link in page.named("a"):
        assert link["href"].lower().startswith(("http://", "https://", "mailto:"))
    said = clean(one_line(text)) or "INC-42"
    assert page.said("h1") == [f"Post-mortem: {said}"]
    headings = [heading for heading in page.said("h2") if heading]
    assert headings[:3] == ["Summary", "Impact", "Timeline (UTC)"]
    assert len(page.said("style")) == 1


def test_the_policy_allows_the_one_style_sheet_and_nothing_else() -> None:
    page = MarkupReader(render(record(STORY, **ANSWERS)))
    [policy] = [meta["content"] for meta in page.named("meta") if "http-equiv" in meta]
    [style] = page.said("style")
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert policy.split("; ") == [
        *("default-src 'none'", "base-uri 'none'", "form-action 'none'"),
        f"style-src 'sha256-{digest}'",
    ]
    assert not re.search(r"url\(|@import|https?:", style)


def test_the_log_is_whole_and_folded_away() -> None:
    known = record(STORY, **ANSWERS)
    page = MarkupReader(render(known))
    assert page.named("details") == [{}]
    assert page.said("summary") == [
        f"Full log ({len(known.rows)} entries); ★ is in the timeline above"
    ]
    cells = page.said("td")
    assert all(one_line(row.text) in cells for row in known.rows if not row.evidence)
    assert "details" not in {tag for tag, _ in MarkupReader(render(record())).elements}


@pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")
def test_a_browser_builds_the_same_page_and_has_nothing_to_complain_of(tmp_path: Path) -> None:
    text = "<script>document.title='ran'</script> & ]]> \" onload=x javascript:alert(1) 🔥"
    file = tmp_path / "page.html"
    file.write_text(render(hostile(text)), "utf-8")
    assert CHROMIUM is not None
    quiet = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    shown = subprocess.run(
        [
            *(CHROMIUM, *quiet, f"--user-data-dir={tmp_path}", "--enable-logging=stderr"),
            *("--dump-dom", file.as_uri()),
        ],
        capture_output=True,
        check=True,
        timeout=100,
    )
    assert b"CONSOLE" not in shown.stderr
    page = MarkupReader(shown.stdout.decode())
    assert page.said("title")[0] == f"INC-42: {text}"
    assert page.said("h1") == [f"Post-mortem: {text}"]
    assert not page.named("script")
