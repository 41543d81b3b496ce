import pytest

from incident_tui.commands.outcome import FindText
from incident_tui.domain.errors import CommandError, NotFoundError
from incident_tui.domain.facts import Noted
from incident_tui.domain.incident import Severity
from incident_tui.services.incident_log import IncidentLog, open_log
from incident_tui.services.store import Store
from tests.support.entries import at
from tests.support.window import Place


def texts(log: IncidentLog) -> list[str]:
    """What its timeline says after the declaration."""
    return [row.text for row in log.newest(100)][1:]


def test_what_others_record_is_folded_in_once(place: Place, store: Store) -> None:
    log = place.log(store, "jo")
    place.say("it burns", "/sev 1")
    assert [entry.seq for entry in log.catch_up()] == [2, 3]
    assert log.state.severity is Severity.SEV1
    assert log.catch_up() == []
    assert log.seq == 3


def test_a_log_knows_when_and_by_whom_a_fact_was_recorded(place: Place, store: Store) -> None:
    log = place.log(store, "jo")
    place.clock.later(minutes=5)
    [entry] = log.record(Noted("it burns"), at(2), external_ref="chat-7")
    assert (entry.author, entry.source, entry.external_ref) == ("jo", "cli", "chat-7")
    assert (entry.occurred_at, entry.recorded_at) == (at(2), at(5))


def test_the_same_id_is_stored_once(place: Place, store: Store) -> None:
    log = place.log(store)
    name = place.clock.new_id(place.clock.at)
    for _ in range(2):
        store.write(log.recording(Noted("it burns"), at(1), entry_id=name))
    assert texts(log) == ["it burns"]


def test_a_line_means_what_it_meant_when_its_first_key_was_typed(
    place: Place, store: Store
) -> None:
    log = place.log(store)
    place.clock.later(minutes=9)
    assert log.decide("it burns", at(3)).at == at(3)
    assert log.decide("-2m it burns", at(3)).at == at(7)
    assert log.decide("it burns").at == at(9)


def test_rows_come_in_the_order_asked_for_and_as_they_stand(place: Place, store: Store) -> None:
    place.say("one", "two", "/amend #2 uno")
    log = place.log(store)
    assert [row.text for row in log.rows([3, 2, 99])] == ["two", "uno"]
    assert log.entry(99) is None


def test_the_newest_rows_stand_in_the_order_they_happened(place: Place, store: Store) -> None:
    place.clock.later(minutes=10)
    place.say("second", "13:55 first", "/amend #2 at:14:09", "third")
    log = place.log(store)
    assert [row.text for row in log.newest(3)] == [
        *("SEV2 Checkout fails (checkout)", "second", "third")
    ]


def test_undo_means_the_newest_own_entry_that_still_stands(place: Place, store: Store) -> None:
    place.say("mine", "mine too", author="jo")
    place.say("not mine")
    log = place.log(store, "jo")
    for wanted in ("mine too", "mine"):
        mine = log.situation().mine()
        assert mine is not None
        assert getattr(mine.fact, "text", "") == wanted
        decided = log.decide("/undo")
        log.record(decided.outcome, at(1))  # type: ignore[arg-type]  # /undo is a fact
    assert log.situation().mine() is None
    with pytest.raises(CommandError):
        log.decide("/undo")


def test_finding_knows_words_people_and_kinds(place: Place, store: Store) -> None:
    place.say("pool is full", "/decision drain the pool")
    place.say("the pool", author="li")
    log = place.log(store)
    found = {
        asked: len(log.find(asked))
        for asked in (
            FindText("pool"),
            FindText("pool", author="li"),
            FindText(kind="decision"),
            FindText(kind="weather"),
            FindText("nothing"),
        )
    }
    assert list(found.values()) == [3, 1, 1, 0, 0]


def test_a_redacted_text_leaves_the_state_too(place: Place, store: Store) -> None:
    place.say("/impact users:secret")
    log = place.log(store)
    assert "secret" in log.state.impact.values()
    place.say("/redact #2 leaked")
    log.catch_up()
    assert "secret" not in log.state.impact.values()


def test_a_log_is_opened_by_number_by_id_or_as_the_newest_live_one(
    place: Place, store: Store
) -> None:
    place.declare("Login is down")
    sitting = place.clock.sitting()
    assert open_log(store, sitting).number == 2
    first = open_log(store, sitting, number=1)
    assert open_log(store, sitting, incident_id=first.id).name == "INC-1"


def test_what_is_not_there_is_named_with_the_way_on(place: Place, store: Store) -> None:
    sitting = place.clock.sitting()
    with pytest.raises(NotFoundError, match="there is no INC-9; incident-tui list shows"):
        open_log(store, sitting, number=9)
    place.say("/resolve over")
    with pytest.raises(NotFoundError, match="no incident is live; name one with -i INC-1"):
        open_log(store, sitting)
    empty = Store(place.db.with_name("empty.db"))
    with pytest.raises(NotFoundError, match="declare one: incident-tui declare TITLE"):
        open_log(empty, sitting)
    empty.close()
