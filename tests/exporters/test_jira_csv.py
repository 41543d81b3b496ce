"""Jira's importer finds a field for each column and a format for each date."""

import csv
import io
import json
import re
from datetime import datetime

from hypothesis import given, settings

from incident_tui.exporters.jira_csv import EXPORTER, companions, render
from tests.exporters.nasty import TEXTS
from tests.support.owed import GOLDEN, owed
from tests.support.records import STORY, record


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def test_the_files_are_the_golden_ones_to_the_byte() -> None:
    story = record(STORY)
    assert render(story).encode() == (GOLDEN / "jira.csv").read_bytes()
    [(end, settings_file)] = companions(story).items()
    assert end == "-configuration.json"
    assert settings_file.encode() == (GOLDEN / "jira-configuration.json").read_bytes()


def test_the_settings_map_every_column_and_say_the_date_pattern() -> None:
    told = json.loads(companions(record())["-configuration.json"])
    head, first = rows(render(record(STORY)))
    assert set(told["config.field.mappings"]) == set(head)
    assert all(re.fullmatch(r"[A-Za-z ]+", column) for column in head)
    assert told["config.date.format"] == "yyyy-MM-dd"
    assert datetime.strptime(first[head.index("Due Date")], "%Y-%m-%d")  # noqa: DTZ007
    assert told["config.date.format"] in EXPORTER.label


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_no_text_breaks_a_row_and_labels_hold_no_space(text: str) -> None:
    head, first, second = rows(render(owed(text)))
    assert len(head) == len(first) == len(second)
    assert not any(" " in label for label in first[-3:])
    assert (first[-1], second[-1]) == ("INC-42-A1", "INC-42-A2")
    assert second[0] == "Page the vendor"
