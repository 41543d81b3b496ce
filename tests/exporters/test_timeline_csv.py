"""Every row of the log is a row of the table, also what was taken back."""

import csv
import io

from hypothesis import given, settings

from incident_tui.exporters.csv_table import cell
from incident_tui.exporters.timeline_csv import HEAD, render
from tests.exporters.nasty import TEXTS, hostile
from tests.support.owed import GOLDEN
from tests.support.records import STORY, record


def test_the_table_is_the_golden_one_to_the_byte() -> None:
    assert render(record(STORY)).encode() == (GOLDEN / "timeline.csv").read_bytes()


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_no_text_breaks_a_row(text: str) -> None:
    known = hostile(text)
    rows = list(csv.DictReader(io.StringIO(render(known), newline="")))
    assert [row["seq"] for row in rows] == [str(row.entry.seq) for row in known.rows]
    assert [row["text"] for row in rows] == [cell(row.text) for row in known.rows]
    assert all(list(row) == list(HEAD) for row in rows)
