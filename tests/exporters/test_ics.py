"""A calendar of another make reads the same dates, texts and reminders."""

from datetime import date, timedelta
from typing import Any, Final

import icalendar
from hypothesis import given, settings

from incident_tui.domain.text import one_line
from incident_tui.exporters.ics import render
from tests.exporters.nasty import TEXTS
from tests.support.owed import GOLDEN, owed
from tests.support.records import STORY, record

DAY: Final = date(2026, 2, 1)


def read(text: str) -> list[Any]:
    calendar = icalendar.Calendar.from_ical(text)
    return [part for part in calendar.walk() if part.name in {"VTODO", "VEVENT"}]


def test_the_file_is_the_golden_one_to_the_byte() -> None:
    assert render(record(STORY)).encode() == (GOLDEN / "actions.ics").read_bytes()


def test_every_line_ends_in_crlf_and_is_short() -> None:
    lines = render(owed("🔥é" * 100)).encode().split(b"\r\n")
    assert lines[-1] == b""
    assert max(map(len, lines)) == 75
    assert not any(b"\n" in line or b"\r" in line for line in lines)


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_no_text_breaks_the_calendar(text: str) -> None:
    todo, event, *plain = read(render(owed(text)))
    assert str(todo["SUMMARY"]) == f"INC-42-A1 {one_line(text)}"
    assert [str(each["SUMMARY"]) for each in plain] == ["INC-42-A2 Page the vendor"] * 2
    assert f"From INC-42: {one_line(text)}\n" in str(event["DESCRIPTION"])


def test_signs_of_the_format_are_escaped() -> None:
    assert "SUMMARY:INC-42-A1 a\\;b\\,c\\\\n\r\n" in render(owed("a;b,c\\n"))


def test_a_due_date_is_that_day_everywhere_with_an_alarm_before_it() -> None:
    todo, event, *_ = read(render(owed("Alert")))
    assert (todo["DUE"].dt, event["DTSTART"].dt) == (DAY, DAY)
    for part in (todo, event):
        [alarm] = part.walk("VALARM")
        assert alarm["TRIGGER"].dt == -timedelta(hours=15)
        assert "Due tomorrow: Alert" in str(alarm["DESCRIPTION"])
    assert todo.walk("VALARM")[0]["TRIGGER"].params["RELATED"] == "END"


def test_what_ended_rings_no_more_and_keeps_its_uid() -> None:
    before, after = (
        {str(part["UID"]): part for part in read(render(record(STORY[:n])))} for n in (13, 15)
    )
    assert [part["STATUS"] for part in after.values() if part.name == "VTODO"] == [
        *("NEEDS-ACTION", "COMPLETED", "CANCELLED"),
    ]
    assert set(after) < set(before)
    closed = [uid for uid, part in after.items() if part.get("STATUS") == "COMPLETED"]
    assert [(before[uid]["SEQUENCE"], after[uid]["SEQUENCE"]) for uid in closed] == [(0, 1)]
    assert not after[closed[0]].walk("VALARM")
