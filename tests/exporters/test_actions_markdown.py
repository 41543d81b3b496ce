"""The table alone is the table of the post-mortem."""

from pathlib import Path

from incident_tui.exporters import markdown
from incident_tui.exporters.actions_markdown import EXPORTER, render
from tests.support.records import ANSWERS, STORY, record


def test_the_table_is_the_golden_one_to_the_byte() -> None:
    golden = Path(__file__).with_name("golden") / "actions.md"
    assert render(record(STORY)).encode() == golden.read_bytes()


def test_the_post_mortem_holds_the_same_table() -> None:
    known = record(STORY, **ANSWERS)
    assert f"### Action items\n\n{render(known)}\n" in markdown.render(known)


def test_nothing_to_do_is_said() -> None:
    assert render(record()) == "_No action item yet._\n"


def test_the_exporter_is_registered_as_what_it_is() -> None:
    assert (EXPORTER.name, EXPORTER.extension, EXPORTER.render) == (
        *("actions-markdown", "md"),
        render,
    )
