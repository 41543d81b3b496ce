"""The log shows all that was written, and all that was said about it later."""

from pathlib import Path

from hypothesis import given, settings

from incident_tui.domain import facts
from incident_tui.exporters.timeline_markdown import EXPORTER, render
from tests.exporters.nasty import TEXTS, reader
from tests.support.entries import entry, id_of, log
from tests.support.records import STORY, record


def test_the_log_is_the_golden_one_to_the_byte() -> None:
    golden = Path(__file__).with_name("golden") / "timeline.md"
    assert render(record(STORY)).encode() == golden.read_bytes()


def test_an_empty_log_is_said_to_be_empty() -> None:
    assert render(record()).startswith("## Log of INC-42\n")
    assert render(record()).endswith("_No entry yet._\n")


def test_a_corrected_wording_keeps_the_first_one() -> None:
    said = log(facts.Noted("replica two"), facts.Amended(id_of(2), text="replica three"))
    assert (
        "- 14:02:00 — **note** replica three — maria, wording corrected, was: replica two\n"
    ) in render(record(said))


def test_a_removed_text_stays_removed() -> None:
    said = log(facts.Noted("the key is hunter2"), facts.Redacted(id_of(2), "a secret"))
    source = render(record([*said, entry(4, facts.Amended(id_of(2), text="the key was hunter2"))]))
    assert "hunter2" not in source
    assert "**note** [redacted] — maria\n" in source


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_one_item_a_row_whatever_was_typed(text: str) -> None:
    said = log(
        facts.Noted(text),
        facts.Amended(id_of(2), text=f"{text} again"),
        facts.Imported(text, "chat", text),
        facts.Retracted(id_of(4), text),
        facts.Unknown("poll", 3, text),
    )
    known = record(said)
    tokens = reader("commonmark").parse(render(known))
    assert sum(token.type == "list_item_open" for token in tokens) == len(known.rows) + 1
    assert sum(token.type == "bullet_list_open" for token in tokens) == 1
    inside = {child.type for token in tokens for child in token.children or ()}
    assert inside <= {"text", "text_special", *_MARKS, "link_open", "link_close"}


_MARKS = ("strong_open", "strong_close")


def test_the_exporter_is_registered_as_what_it_is() -> None:
    assert (EXPORTER.name, EXPORTER.extension, EXPORTER.render) == (
        *("timeline-markdown", "md"),
        render,
    )
