"""A chart is a line an event, in a block that nothing in it can end."""

from hypothesis import given, settings

from incident_tui.domain.text import one_line
from incident_tui.exporters.document import Event, Events
from incident_tui.exporters.markdown import render_drawn
from incident_tui.exporters.mermaid import chart
from tests.exporters.nasty import TEXTS, hostile, reader
from tests.support.entries import at
from tests.support.records import record


def drawn(*texts: str) -> str:
    return chart(Events(tuple(Event(at(n), text) for n, text in enumerate(texts)), None))


def test_events_stand_under_their_days() -> None:
    days = Events((Event(at(0), "a: b"), Event(at(700), "c"), Event(at(701), "")), None)
    assert chart(days) == (
        "```mermaid\ntimeline\n    section 2026-01-15\n        14∶00 : a∶ b\n"
        "    section 2026-01-16\n        01∶40 : c\n        01∶41 : …\n```\n\n"
    )


@settings(max_examples=200)
@given(TEXTS)
def test_no_text_acts(text: str) -> None:
    [block] = [t for t in reader("commonmark").parse(drawn(text, "end")) if t.type == "fence"]
    first, _, event, end = block.content.removesuffix("\n").split("\n")
    assert (first, end) == ("timeline", "        14∶01 : end")
    said = event.removeprefix("        14∶00 : ")
    assert not set(said) & set(":;<>{}`\n")
    assert "%%" not in said
    assert len(said) >= len(one_line(text))


def test_what_mermaid_would_refuse_is_left_out() -> None:
    assert drawn("x" * 49_000)
    assert drawn("x" * 50_000) == ""


@settings(max_examples=50)
@given(TEXTS)
def test_the_chart_stands_before_the_list_of_events(text: str) -> None:
    source = render_drawn(hostile(text))
    heading = source.index("### Timeline (UTC)\n\n```mermaid\n")
    assert source.index("\n- 14:01 — ", heading) > heading
    assert source.count("```mermaid") == 1


def test_nothing_is_drawn_where_nothing_is_published() -> None:
    assert "mermaid" not in render_drawn(record())
