"""Whatever the texts hold, the report stays a page, and a document."""

import re
from base64 import b64encode
from hashlib import sha256

from hypothesis import given, settings
from markdown_it import MarkdownIt

from incident_tui.domain.text import one_line
from incident_tui.exporters.report import (
    Bar,
    Card,
    Cards,
    Chart,
    Charts,
    Grid,
    Points,
    Report,
    Section,
    Text,
)
from incident_tui.exporters.report_html import html
from incident_tui.exporters.report_markdown import markdown
from incident_tui.exporters.xml import clean
from tests.exporters.nasty import TEXTS
from tests.support.markup_reader import MarkupReader

ELEMENTS = {
    *("html", "head", "meta", "title", "style", "body", "main", "section", "h1", "h2", "h3", "p"),
    *("ul", "li", "table", "thead", "tbody", "tr", "th", "td", "span", "div", "figure"),
    *("figcaption", "svg", "rect", "line", "text"),
}


def of(text: str) -> Report:
    """A report that says it everywhere."""
    bars = (Bar(text, (("sev1", 2.0), ("sev2", 3.0)), text), Bar(text, (), text, faint=True))
    card = Card(text, text, text, "red", text, (text,))
    chart = Chart(text, bars, text, 4.0, ((text, "target"), (text, "sev1")))
    blocks = (Text(text), Text(text, quiet=True), Points((text,)), Cards((card,)))
    grid = Grid((text, text), [(text, text)], 1, text, (0,))
    return Report(text, text, blocks, (Section(text, (grid, Charts((chart,)))),))


@settings(max_examples=15, deadline=None)
@given(TEXTS)
def test_no_text_can_break_the_page(text: str) -> None:
    page = MarkupReader(html(of(text)))
    assert {tag for tag, _ in page.elements} <= ELEMENTS
    assert page.said("h1") == ([clean(one_line(text))] if clean(one_line(text)).strip() else [])
    assert len(page.named("rect")) == 3
    assert [svg["aria-label"] for svg in page.named("svg") if "role" in svg] == [
        clean(one_line(text))
    ]


@settings(max_examples=15, deadline=None)
@given(TEXTS)
def test_no_text_can_break_a_table_of_the_document(text: str) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown(of(text)))
    kinds = [token.type for token in tokens]
    assert (kinds.count("table_open"), kinds.count("tr_open")) == (2, 4)
    assert kinds.count("td_open") == 5 + 2


def test_the_policy_allows_the_one_style_sheet_and_nothing_else() -> None:
    page = MarkupReader(html(of("all is well")))
    [policy] = [meta["content"] for meta in page.named("meta") if "http-equiv" in meta]
    [style] = page.said("style")
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert policy.endswith(f"; style-src 'sha256-{digest}'")
    assert not re.search(r"url\(|@import|https?:", style)


def test_bars_stand_on_each_other_and_reach_the_top() -> None:
    lower, upper = MarkupReader(html(of("x"))).named("rect")[-2:]
    assert (lower["class"], upper["class"]) == ("sev1", "sev2")
    assert float(upper["y"]) + float(upper["height"]) == float(lower["y"])
    assert float(upper["y"]) == 26
