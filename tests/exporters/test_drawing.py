"""The drawing shows each moment at its place, and no label over another."""

import re
from xml.etree import ElementTree as ET

from hypothesis import given, settings

from incident_tui.domain import facts
from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.incident import Severity
from incident_tui.domain.timeline import published
from incident_tui.exporters.drawing import drawing
from tests.exporters.nasty import TEXTS, hostile
from tests.support.entries import entry
from tests.support.records import STORY, record, starred
from tests.support.strategies import logs


def drawn(source: str) -> ET.Element:
    return ET.fromstring(source)


def kind(svg: ET.Element, name: str) -> list[ET.Element]:
    return [each for each in svg.iter() if each.get("class") == name]


def test_the_band_is_as_long_as_the_severity_held() -> None:
    svg = drawn(drawing(record(STORY)))
    [sev3], [sev2] = kind(svg, "sev3"), kind(svg, "sev2")
    assert float(sev3.attrib["x"]) == 16
    share = float(sev3.attrib["width"]) / (720 - 32)
    assert abs(share - 8 / 57) < 0.001
    assert abs(float(sev2.attrib["x"]) + float(sev2.attrib["width"]) - (720 - 16)) < 0.2


def test_milestones_and_events_are_all_there() -> None:
    known = record(STORY)
    svg = drawn(drawing(known))
    assert [label.text for label in kind(svg, "mark")] == [
        *("started 14:00", "detected 14:04", "acknowledged 14:06"),
        *("mitigated 14:41", "resolved 14:57"),
    ]
    assert len(list(svg.iter("circle"))) == len(published(known.rows))


def test_a_severity_that_held_for_no_time_has_no_box() -> None:
    log = [
        entry(1, facts.Declared("x", Severity.SEV3), minutes=0),
        entry(2, facts.SeverityChanged(Severity.SEV3, Severity.SEV1), minutes=5),
        entry(3, facts.SeverityChanged(Severity.SEV1, Severity.SEV2), minutes=5),
        entry(4, facts.Noted("the end of what is shown"), minutes=9),
        entry(5, facts.SeverityChanged(Severity.SEV2, Severity.SEV4), minutes=20),
    ]
    svg = drawn(drawing(record(starred(log, 4))))
    assert [box.attrib["class"] for box in svg.iter("rect")] == ["sev3", "sev2"]


def test_an_incident_of_one_moment_has_no_drawing() -> None:
    assert drawing(record()) == ""
    assert drawing(record([entry(1, facts.Declared("x", Severity.SEV1))])) == ""


def test_another_day_is_named_on_the_axis() -> None:
    log = [entry(1, facts.Declared("x", Severity.SEV1)), entry(2, facts.Noted("y"), minutes=2000)]
    svg = drawn(drawing(record(starred(log, 2))))
    ticks = [tick.text or "" for tick in kind(svg, "tick")]
    assert 3 <= len(ticks) <= 8
    assert all(re.fullmatch(r"01-1\d \d\d:00", tick) for tick in ticks)


@settings(max_examples=50)
@given(logs())
def test_labels_touch_neither_each_other_nor_the_edge(entries: list[TimelineEntry]) -> None:
    source = drawing(record(starred(entries, *range(1, len(entries) + 1))))
    if not source:
        return
    svg = drawn(source)
    spans = [
        (label.attrib["y"], float(label.attrib["x"]), len(label.text or "") * 7.2 / 2)
        for label in kind(svg, "mark")
    ]
    for n, (y, x, half) in enumerate(spans):
        assert half - 0.1 <= x <= 720 - half + 0.1
        assert all(y != b or abs(x - c) > half + w for b, c, w in spans[n + 1 :])
    for box in svg.iter("rect"):
        assert float(box.attrib["width"]) > 0


@settings(max_examples=50)
@given(TEXTS)
def test_no_text_can_break_it(text: str) -> None:
    source = drawing(hostile(text))
    assert {each.tag for each in drawn(source).iter()} == {
        *("svg", "path", "rect", "text", "circle", "title")
    }
