"""A line is one task, whatever the task says."""

import re

from hypothesis import given, settings

from incident_tui.exporters.todotxt import render
from tests.exporters.nasty import TEXTS
from tests.support.owed import GOLDEN, owed
from tests.support.records import STORY, record


def test_the_list_is_the_golden_one_to_the_byte() -> None:
    assert render(record(STORY)).encode() == (GOLDEN / "todo.txt").read_bytes()


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_no_text_is_more_than_the_text_of_one_task(text: str) -> None:
    first, second, end = render(owed(text)).split("\n")
    assert re.match(r"\(A\) 2026-01-15 ", first)
    assert re.findall(r"(?<!\S)(?:due|id):\S+", first) == ["due:2026-02-01", "id:INC-42-A1"]
    assert second == "(C) 2026-01-15 Page the vendor @li +INC-42 due:2026-02-01 id:INC-42-A2"
    assert end == ""


def test_a_key_of_ours_in_a_text_is_no_key() -> None:
    assert "do it due: 2030-01-01 @" in render(owed("do it due:2030-01-01"))
