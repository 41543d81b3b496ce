"""A row shows an entry as it stands; the entry itself stays what was said."""

from datetime import timedelta

from hypothesis import given, settings

from incident_tui.domain import call_facts as call
from incident_tui.domain import facts
from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.fold import fold
from incident_tui.domain.incident import TaskOutcome
from incident_tui.domain.timeline import QUIET, REDACTED, TimelineRow, published, timeline
from tests.support.entries import at, entry, id_of, log
from tests.support.strategies import logs


def _rows(entries: list[TimelineEntry]) -> list[TimelineRow]:
    return timeline(entries, fold(entries))


def test_a_row_is_the_corrected_entry_and_keeps_the_original() -> None:
    entries = log(facts.Noted("7 %"), facts.Amended(id_of(2), "17 %", at(1.5)))
    row = _rows(entries)[1]
    assert (row.word, row.text, row.occurred_at) == ("note", "17 %", at(1.5))
    assert row.entry.fact == facts.Noted("7 %")
    assert row.overlay.amended


def test_a_new_wording_stands_for_a_fact_that_has_no_text_of_its_own() -> None:
    entries = log(
        facts.RoleAssigned("ic", "jo"), facts.Amended(id_of(2), "Jo took over on the phone")
    )
    assert _rows(entries)[1].text == "Jo took over on the phone"


def test_a_redacted_row_says_only_that() -> None:
    entries = log(facts.Noted("hunter2"), facts.Redacted(id_of(2), "a password"))
    entries.append(entry(4, facts.Amended(id_of(2), "hunter3")))
    assert [row.text for row in _rows(entries)][1:] == [REDACTED]


def test_what_happens_to_an_action_item_names_it() -> None:
    entries = log(facts.ActionItemAdded("Alert on lag", "ana"), facts.ActionItemDone(id_of(2)))
    assert _rows(entries)[2].text == "A1 Alert on lag · done"
    entries.append(entry(4, facts.Retracted(id_of(2))))
    assert _rows(entries)[2].text == "done"


def test_what_happens_to_a_task_names_it() -> None:
    done = call.TaskClosed(id_of(2), TaskOutcome.HELPED, "no lag now")
    entries = log(call.TaskAssigned("check lag", "ana", 5), done)
    assert _rows(entries)[2].text == "T1 check lag · helped: no lag now"
    entries.append(entry(4, facts.Amended(id_of(2), "check replica lag")))
    assert [row.text for row in _rows(entries)][1:] == [
        "T1 @ana check replica lag · 5 min",
        "T1 check replica lag · helped: no lag now",
    ]
    entries.append(entry(5, facts.Retracted(id_of(2))))
    assert _rows(entries)[2].text == "helped: no lag now"


def test_a_row_knows_its_lateness_stars_and_evidence() -> None:
    late = entry(2, facts.Noted("x"), late=9)
    proof = entry(4, facts.EvidenceAttached(id_of(2), "https://a.example"))
    row = _rows([*log(), late, entry(3, facts.Starred(id_of(2))), proof])[1]
    assert row.late_by == timedelta(minutes=9)
    assert row.starred
    assert [link.url for link in row.evidence] == ["https://a.example"]


def test_a_delay_of_a_minute_counts_as_live() -> None:
    assert entry(2, facts.Noted("x"), late=1).late_by == timedelta(0)
    assert entry(2, facts.Noted("x"), late=-5).late_by == timedelta(0)


def test_published_are_the_starred_rows_that_still_stand() -> None:
    stars = [facts.Starred(id_of(seq)) for seq in (2, 3)]
    entries = log(facts.Noted("a"), facts.Noted("b"), facts.Noted("c"), *stars)
    assert [row.text for row in published(_rows(entries))] == ["a", "b"]
    entries.append(entry(7, facts.Retracted(id_of(2))))
    assert [row.text for row in published(_rows(entries))] == ["b"]


@given(logs())
@settings(max_examples=40)
def test_every_entry_but_a_quiet_correction_has_one_row_in_order(
    entries: list[TimelineEntry],
) -> None:
    rows = _rows(entries)
    shown = {e.seq for e in entries if not isinstance(e.fact, QUIET)}
    assert sorted(row.entry.seq for row in rows) == sorted(shown)
    assert rows == sorted(rows, key=lambda row: (row.occurred_at, row.entry.seq))
