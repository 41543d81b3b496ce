"""The document keeps its skeleton, whatever people wrote into it."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from markdown_it.token import Token

from incident_tui.domain import facts
from incident_tui.domain.incident import ActionKind, Severity
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.text import one_line
from incident_tui.exporters.markdown import EXPORTER, render
from tests.exporters.nasty import TEXTS, hostile, reader
from tests.support.entries import entry
from tests.support.records import ANSWERS, STORY, record, starred

GOLDEN: Final = Path(__file__).with_name("golden")
REQUIRED: Final = [
    *("Summary", "Impact", "Timeline (UTC)"),
    *("Contributing factors", "What went well", "Action items"),
]
OPTIONAL: Final = [
    *("Trigger", "How we will know it worked", "What went poorly", "Where we got lucky"),
    *("Seen before", "5 Whys"),
    *("Roles", "Decisions", "Links", "What was tried", "Updates"),
]
READER: Final = reader("commonmark")


def headings(source: str) -> list[str]:
    tokens = READER.parse(source)
    pairs = pairwise(tokens)
    return ["".join(_seen(b)) for a, b in pairs if a.type == "heading_open"]


def _seen(block: Token) -> Iterator[str]:
    for token in block.children or ():
        yield "\n" if token.type in {"hardbreak", "softbreak"} else token.content


@pytest.mark.parametrize(
    ("name", "known"),
    [("postmortem", record(STORY, **ANSWERS)), ("postmortem-empty", record())],
)
def test_the_document_is_the_golden_one_to_the_byte(name: str, known: IncidentRecord) -> None:
    assert render(known).encode() == (GOLDEN / f"{name}.md").read_bytes()


def test_the_sections_stand_in_their_order() -> None:
    title = "Post-mortem: Checkout fails after deploy 412"
    assert headings(render(record(STORY, **ANSWERS))) == [
        *(title, *REQUIRED, "What went poorly", "Where we got lucky", "5 Whys"),
        *("Roles", "Decisions", "Links"),
    ]
    assert headings(render(record())) == [
        *("Post-mortem: INC-42", "Summary", "Impact", "Timeline (UTC)"),
        *("Contributing factors", "Action items"),
    ]


def test_the_facts_at_the_top_are_lines_above_a_rule() -> None:
    tokens = READER.parse(render(record(STORY, **ANSWERS)))
    assert [token.type for token in tokens[3:7]] == [
        *("paragraph_open", "inline", "paragraph_close", "hr")
    ]
    assert "".join(_seen(tokens[4])).split("\n") == [
        *("Date: 2026-01-15", "Severity: SEV2", "Owner: maria", "Status: In Review")
    ]


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_no_text_can_break_the_document(text: str) -> None:
    source = render(hostile(text))
    seen = headings(source)
    title = one_line(text) or "INC-42"
    assert [seen[0], *(h for h in seen[1:] if h not in OPTIONAL)] == [
        f"Post-mortem: {title}",
        *REQUIRED,
    ]
    types = {token.type for token in READER.parse(source)}
    assert not types & {"html_block", "fence", "code_block", "blockquote_open"}
    inside = {child.type for token in READER.parse(source) for child in token.children or ()}
    assert not inside & {"html_inline", "image", "code_inline", "s_open", "softbreak"}


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_no_text_can_break_a_table(text: str) -> None:
    tokens = READER.parse(render(hostile(text)))
    assert [sum(t.type == kind for t in tokens) for kind in ("th_open", "td_open")] == [15, 15]


def test_the_timeline_names_a_day_only_when_it_changes() -> None:
    late = [
        entry(1, facts.Declared("Night", Severity.SEV2), minutes=0),
        entry(2, facts.Noted("still burning"), minutes=601),
        entry(3, facts.Noted("and burning"), minutes=602),
    ]
    source = render(record(starred(late, 1, 2, 3)))
    assert (
        "- 14:00 — SEV2 Night\n- **2026-01-16**\n- 00:01 — still burning\n- 00:02 — and burning\n"
    ) in source


def test_a_published_post_mortem_says_so() -> None:
    out = [*STORY, entry(40, facts.PostMortemPublished("00", "maria"))]
    assert "**Status:** Published\n" in render(record(out, **ANSWERS))


def test_an_slo_that_cannot_be_read_stands_as_it_was_typed() -> None:
    assert "**SLO budget consumed:** three nines\n" in render(record(STORY, slo="three nines"))


def test_action_items_say_their_kind_and_nothing_twice() -> None:
    item = facts.ActionItemAdded("Alert", "ana", date(2026, 2, 1), None, ActionKind.PREVENTATIVE)
    source = render(record([entry(1, facts.Declared("x", Severity.SEV3)), entry(2, item)]))
    assert "| Alert (preventative) | ana | — | 2026-02-01 | Open |\n" in source


def test_the_exporter_is_registered_as_what_it_is() -> None:
    assert (EXPORTER.name, EXPORTER.extension, EXPORTER.render) == ("markdown", "md", render)
