"""The neutral table has every item, also what is done or declined."""

import csv
import io

from hypothesis import given, settings

from incident_tui.domain.actions import TrackedAction
from incident_tui.domain.incident import Severity
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.state import IncidentState
from incident_tui.domain.text import one_line
from incident_tui.exporters.actions_csv import EXPORTER, HEAD, render
from incident_tui.exporters.csv_table import cell
from incident_tui.exporters.format import ExportKind
from tests.exporters.nasty import TEXTS
from tests.support.entries import T0
from tests.support.owed import GOLDEN, owed
from tests.support.records import STORY, record


def test_the_table_is_the_golden_one_to_the_byte() -> None:
    assert render(record(STORY)).encode() == (GOLDEN / "actions.csv").read_bytes()


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_no_text_breaks_a_row(text: str) -> None:
    first, second = csv.DictReader(io.StringIO(render(owed(text)), newline=""))
    assert first["title"] == cell(one_line(text))
    assert list(first) == list(HEAD)
    assert (second["id"], second["title"], second["owner"]) == (
        "INC-42-A2",
        "Page the vendor",
        "li",
    )


def test_items_of_several_incidents_name_their_own() -> None:
    items = tuple(
        TrackedAction(f"id{n}", 1, "alert", T0, incident=f"INC-{n}", severity=Severity.SEV1)
        for n in (3, 7)
    )
    text = render(IncidentRecord("", 0, IncidentState(actions=items), ()))
    ids = [row["id"] for row in csv.DictReader(io.StringIO(text))]
    assert ids == ["INC-3-A1", "INC-7-A1"]


def test_an_owner_named_by_an_address_keeps_it() -> None:
    [first, _] = csv.DictReader(io.StringIO(render(owed("ana@example.com"))))
    assert (first["owner"], first["owner_email"]) == ("ana@example.com", "ana@example.com")


def test_the_exporter_is_registered_as_what_it_is() -> None:
    assert (EXPORTER.name, EXPORTER.kind, EXPORTER.render) == (
        *("actions-csv", ExportKind.ACTIONS),
        render,
    )
