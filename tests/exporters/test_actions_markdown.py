"""The table alone is the table of the post-mortem; beside others, items say where they are from."""

from pathlib import Path

from msgspec.structs import replace

from incident_tui.domain.actions import TrackedAction
from incident_tui.domain.incident import Severity
from incident_tui.domain.state import IncidentState
from incident_tui.exporters import markdown
from incident_tui.exporters.actions_markdown import EXPORTER, render
from tests.support.entries import T0
from tests.support.records import ANSWERS, STORY, record


def test_the_table_is_the_golden_one_to_the_byte() -> None:
    golden = Path(__file__).with_name("golden") / "actions.md"
    assert render(record(STORY)).encode() == golden.read_bytes()


def test_the_post_mortem_holds_the_same_table() -> None:
    known = record(STORY, **ANSWERS)
    assert f"### Action items\n\n{render(known)}\n" in markdown.render(known)


def test_items_of_several_incidents_name_theirs_and_what_they_answer() -> None:
    one, two = (
        TrackedAction(f"id{n}", 1, "Alert", T0, incident=f"INC-{n}", severity=Severity.SEV1)
        for n in (1, 2)
    )
    two = replace(two, factor="nobody | watched", success="a page arrives")
    first, _, *rows = render(replace(record(), state=IncidentState(actions=(one, two)))).split("\n")
    assert first.startswith("| Item | Action |")
    assert first.endswith("| Status | Factor | How we will know it worked |")
    assert rows[0].startswith("| INC-1-A1 | Alert |")
    assert rows[0].endswith("| Open | — | — |")
    assert rows[1].endswith("| Open | nobody \\| watched | a page arrives |")


def test_nothing_to_do_is_said() -> None:
    assert render(record()) == "_No action item yet._\n"


def test_the_exporter_is_registered_as_what_it_is() -> None:
    assert (EXPORTER.name, EXPORTER.extension, EXPORTER.render) == (
        *("actions-markdown", "md"),
        render,
    )
