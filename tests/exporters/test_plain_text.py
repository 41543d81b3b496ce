"""The letter keeps its sections and its width, whatever people wrote into it."""

from hypothesis import given, settings

from incident_tui.domain import facts
from incident_tui.domain.text import visible
from incident_tui.exporters.composition import document
from incident_tui.exporters.plain_text import render
from tests.exporters.nasty import TEXTS, hostile
from tests.support.entries import log
from tests.support.records import STORY, record, starred


@settings(max_examples=150)
@given(TEXTS)
def test_sections_stand_in_their_order_and_lines_in_their_width(text: str) -> None:
    known = hostile(text)
    source = render(known)
    at = 0
    for section in document(known).sections:
        at = source.index(f"\n\n{section.heading.upper()}\n\n", at) + 1
    for line in source.split("\n"):
        # Only a word that is too long for its place may stick out; a mark takes 25 at most.
        assert len(line) <= 72 or max(map(len, line.split(" "))) > 72 - 26
        assert line == line.rstrip()
        assert line == visible(line)


def test_no_line_of_prose_is_lost() -> None:
    source = render(record(STORY, summary="one\n\n  two\n-- \nthree " + "word " * 40))
    assert "SUMMARY\n\none\n\ntwo\n--\nthree word" in source


def test_an_event_without_words_keeps_its_time() -> None:
    assert "\n14:02\n" in render(record(starred(log(facts.Noted(" ")), 2)))


def test_long_lines_go_on_under_their_text() -> None:
    source = render(record(STORY, factors="word " * 30, well="x" * 100))
    assert f"1. {'word ' * 13}word\n   word" in source
    assert f"- {'x' * 100}\n" in source
