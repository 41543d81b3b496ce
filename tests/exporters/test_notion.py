"""The page is called as its file is, and every line of the log arrives as it is."""

import re

from hypothesis import given, settings

from incident_tui.domain import facts
from incident_tui.domain.incident import Severity
from incident_tui.exporters.cells import log_line
from incident_tui.exporters.notion import DRAWN, EXPORTER, render, title
from incident_tui.services.exporting import file_name
from tests.exporters.nasty import TEXTS, hostile, reader
from tests.support.entries import entry
from tests.support.records import ANSWERS, STORY, record


@settings(max_examples=60)
@given(TEXTS)
def test_the_heading_is_the_name_of_the_file(text: str) -> None:
    known = hostile(text)
    tokens = reader("commonmark").parse(render(known))
    assert tokens[0].tag == "h1"
    assert tokens[1].content == title(known)
    for exporter in (EXPORTER, DRAWN):
        name = file_name(known, exporter)
        assert name == f"{title(known)}.md"
        assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9 .-]*", name)
        assert len(name) <= 80


def test_a_long_title_ends_between_words() -> None:
    long = record([entry(1, facts.Declared("Données " * 30, Severity.SEV1))])
    assert title(long) == "INC-42 Donnees Donnees Donnees Donnees Donnees Donnees post-mortem"
    assert title(record()) == "INC-42 post-mortem"


@settings(max_examples=50)
@given(TEXTS)
def test_the_log_is_one_code_block_whatever_was_typed(text: str) -> None:
    known = hostile(text)
    tokens = reader("commonmark").parse(render(known))
    [code] = [token for token in tokens if token.type == "fence"]
    # CommonMark has no way to write a NUL, and this log has none: its picture stands for it.
    assert code.content == "".join(f"{log_line(row)}\n" for row in known.rows)
    assert tokens[-1] is code
    assert {t.tag for t in tokens if t.type == "heading_open"} == {"h1", "h2"}


def test_lists_are_nested_by_tabs_as_deep_as_they_were() -> None:
    tokens = reader("commonmark").parse(render(record(STORY, **ANSWERS)))
    levels = {
        tokens[n + 2].content: token.level // 2
        for n, token in enumerate(tokens)
        if token.type == "list_item_open"
    }
    assert levels["Why did checkouts fail?"] == 0
    assert levels["schema and code deploy in one step"] == 2
    assert levels["the alert watches the mean"] == 2


def test_without_a_log_there_is_no_empty_block() -> None:
    assert "```" not in render(record())
