"""The brief says how things stand and fits one screen."""

from hypothesis import given, settings

from incident_tui.domain.call_facts import TaskAssigned
from incident_tui.exporters.handover import render
from tests.exporters.nasty import TEXTS, hostile
from tests.support.entries import entry
from tests.support.owed import GOLDEN
from tests.support.records import STORY, record


def test_the_brief_is_the_golden_one_to_the_byte() -> None:
    assert render(record(STORY)).encode() == (GOLDEN / "handover.txt").read_bytes()


def test_it_fits_a_screen_however_long_the_log_is() -> None:
    assert render(record(STORY)).count("\n") <= 24


def test_open_tasks_say_who_and_when() -> None:
    told = render(record([*STORY, entry(40, TaskAssigned("check the lag", "li", 5), minutes=70)]))
    assert "Tasks on the way:\n  T1 @li check the lag (back at 15:15, not acknowledged)\n" in told


def test_what_is_missing_is_said_or_left_out() -> None:
    assert render(record()) == "HAND-OVER INC-42\n"


@settings(max_examples=100, deadline=None)
@given(TEXTS.filter(bool))
def test_no_text_adds_a_line(text: str) -> None:
    assert render(hostile(text)).count("\n") == render(hostile("word")).count("\n")
