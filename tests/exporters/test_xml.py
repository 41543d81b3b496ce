"""What is escaped reads back as what was typed, and lists close what they open."""

from html import unescape
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from incident_tui.domain.text import one_line
from incident_tui.exporters.nesting import nested
from incident_tui.exporters.xml import anchor, clean, openable, paragraphs, quoted
from incident_tui.postmortem.whys import whys
from tests.exporters.nasty import TEXTS


@given(st.one_of(TEXTS, st.text(st.characters())))
def test_a_text_reads_back_as_it_is_shown(text: str) -> None:
    said = ET.fromstring(f'<a b="{quoted(text)}">{quoted(text)}</a>')
    assert (said.text or "") == clean(one_line(text))
    assert said.attrib["b"] == unescape(quoted(text))


@given(TEXTS)
@example("\n\n #")
def test_paragraphs_keep_every_line(text: str) -> None:
    parts = [ET.fromstring(f"<p>{part}</p>") for part in paragraphs(text)]
    said = [line for part in parts for line in part.itertext() if line.strip()]
    assert said == [line for line in clean(text).split("\n") if line.strip()]


@pytest.mark.parametrize(
    ("url", "opens"),
    [
        ("https://a.b", True),
        ("HTTP://a.b", True),
        ("mailto:a@b.c", True),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        ("//a.b", False),
        ("", False),
    ],
)
def test_only_pages_and_letters_are_opened(url: str, opens: bool) -> None:
    assert openable(url) is opens
    assert anchor(url, "x").startswith("<a ") is opens


@given(TEXTS)
@example("a\n  b\n    c\n      d\n  e\nf\n  g")
def test_a_tree_of_lists_is_as_deep_as_it_was(text: str) -> None:
    items = [(why.level, why.text) for why in whys(text)]
    page = ET.fromstring(f"<r>{nested((n, quoted(said)) for n, said in items)}</r>")
    assert list(_levels(page, -1)) == [(n, clean(one_line(said))) for n, said in items]


def _levels(element: ET.Element, level: int) -> list[tuple[int, str]]:
    found = []
    for child in element:
        if child.tag == "li":
            found.append((level, (child.text or "").strip()))
        found += _levels(child, level + (child.tag == "ul"))
    return found
