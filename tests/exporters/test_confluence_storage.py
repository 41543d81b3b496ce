"""The page is XML that holds every text unchanged and nothing that Confluence does not know."""

from typing import Final
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings

from incident_tui.domain import facts
from incident_tui.domain.incident import Severity
from incident_tui.domain.text import one_line
from incident_tui.exporters.cells import log_line
from incident_tui.exporters.confluence_storage import cdata, macro, render
from incident_tui.exporters.xml import clean
from tests.exporters.nasty import TEXTS, hostile
from tests.support.entries import entry, id_of
from tests.support.records import ANSWERS, STORY, record

AC: Final = "http://atlassian.com/content"
MACROS: Final = {
    "details": set(),
    "info": set(),
    "note": set(),
    "status": {"colour", "title"},
    "expand": {"title"},
    "code": {"language"},
}
COLOURS: Final = {"Grey", "Red", "Yellow", "Green", "Blue", "Purple"}
ELEMENTS: Final = {
    *("h2", "p", "br", "ul", "ol", "li", "strong", "em", "a", "table", "tbody", "tr", "th", "td"),
    *("time", "page"),
}
PARTS: Final = {
    *("structured-macro", "parameter", "rich-text-body", "plain-text-body"),
    *("task-list", "task", "task-id", "task-status", "task-body"),
}


def parsed(source: str) -> ET.Element:
    """The page as XML, its namespace declared around it as Confluence does."""
    return ET.fromstring(f'<page xmlns:ac="{AC}">{source}</page>')


def ac(name: str) -> str:
    return f"{{{AC}}}{name}"


def check_known(page: ET.Element) -> None:
    for element in page.iter():
        if element.tag.startswith(f"{{{AC}}}"):
            assert element.tag.removeprefix(f"{{{AC}}}") in PARTS
        else:
            assert element.tag in ELEMENTS
    for used in page.iter(ac("structured-macro")):
        name = used.attrib[ac("name")]
        given_ = {p.attrib[ac("name")]: p.text for p in used.findall(ac("parameter"))}
        assert set(given_) <= MACROS[name]
        assert given_.get("colour", "Red") in COLOURS
    for link in page.iter("a"):
        assert link.attrib["href"].lower().startswith(("http://", "https://", "mailto:"))


@settings(max_examples=50)
@given(TEXTS)
def test_no_text_can_break_the_page(text: str) -> None:
    known = hostile(text)
    page = parsed(render(known))
    check_known(page)
    ids = [task.text for task in page.iter(ac("task-id"))]
    assert len(ids) == len(set(ids))
    headings = [h.text for h in page.iter("h2")]
    assert headings[:3] == ["Summary", "Impact", "Timeline (UTC)"]
    log = page.find(f".//{ac('plain-text-body')}")
    assert log is not None
    assert log.text == clean("\n".join(log_line(row) for row in known.rows))
    cells = ["".join(cell.itertext()) for cell in page.iter("td")]
    assert clean(one_line(text) or "INC-42") in cells


def test_tasks_are_the_action_items_and_what_was_declined_is_none() -> None:
    page = parsed(render(record(STORY, **ANSWERS)))
    tasks = [[part.text for part in task] for task in page.iter(ac("task"))]
    assert [task[:2] for task in tasks] == [["1", "incomplete"], ["2", "complete"]]
    due = [time.attrib["datetime"] for time in page.iter("time")]
    assert due == ["2026-02-01", "2026-01-30"]
    assert "Page the vendor | or not — Declined: they page us" in [
        item.text for item in page.iter("li")
    ]


def test_declined_items_alone_make_no_empty_task_list() -> None:
    log = [
        entry(1, facts.Declared("x", Severity.SEV3)),
        entry(2, facts.ActionItemAdded("later")),
        entry(3, facts.ActionItemDeclined(id_of(2), "no")),
    ]
    assert "task-list" not in render(record(log))


@pytest.mark.parametrize("text", ["]]>", "a]]>b]]>", "]]", "]]]>", "<![CDATA[x]]>", "]]&gt;"])
def test_no_text_ends_a_code_block(text: str) -> None:
    assert parsed(cdata(text)).text == text


def test_a_parameter_is_text() -> None:
    page = parsed(macro("status", title='"><ac:x>&', colour="Red"))
    assert [p.text for p in page.iter(ac("parameter"))] == ['"><ac:x>&', "Red"]
