"""A row of the log is one line, and an item says what its list does not."""

from hypothesis import given, settings

from incident_tui.domain import facts
from incident_tui.exporters.cells import action_cells, log_line, provenance
from tests.exporters.nasty import TEXTS, hostile
from tests.support.entries import id_of, log
from tests.support.records import STORY, record


@settings(max_examples=50)
@given(TEXTS)
def test_a_row_is_one_line_that_begins_with_its_time(text: str) -> None:
    for row in hostile(text).rows:
        line = log_line(row)
        assert line.startswith(f"{row.occurred_at:%Y-%m-%d %H:%M:%S} ")
        assert len(line.splitlines()) == 1


def test_a_row_says_its_kind_its_proof_and_who_wrote_it() -> None:
    lines = [log_line(row) for row in record(STORY).rows]
    assert (
        "2026-01-15 14:20:00 ★ decision: D1 roll back to 411 · @ana (the job https://ci.example/411)"
        " — maria"
    ) in lines
    assert "2026-01-15 14:06:00   role: @maria is Incident Commander — maria" in lines


def test_corrections_stand_behind_the_author() -> None:
    said = log(
        facts.Noted("two"), facts.Amended(id_of(2), text="three"), facts.Retracted(id_of(2), "no")
    )
    [_, note] = record(said).rows
    assert provenance(note) == "maria, wording corrected, was: two, taken back: no"


def test_an_item_has_a_cell_for_each_head() -> None:
    cells = [action_cells(item) for item in record(STORY).state.actions]
    assert cells == [
        ("Deploy schema and code in two steps (preventative)", "ana", "High", "2026-02-01", "Open"),
        ("Alert when the pool is 80% full (mitigative)", "jo", "Medium", "2026-01-30", "Done"),
        ("Page the vendor | or not", "li", "—", "—", "Declined: they page us"),
    ]
