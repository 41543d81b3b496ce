from incident_tui.services.ordering import place as place_of
from incident_tui.services.ordering import whole_order
from incident_tui.services.store import Store
from tests.support.entries import at
from tests.support.window import Place


def seqs(place: Place, store: Store) -> list[list[int]]:
    """The numbers of the rows, piece by piece."""
    log = place.log(store)
    return [[seq for seq, _, _ in piece] for piece in whole_order(place.db, log.id, log.state)]


def test_every_row_has_its_place_and_corrections_have_none(place: Place, store: Store) -> None:
    place.clock.later(minutes=10)
    place.say("second", "13:59 first", "/star #2", "/retract #3 no", "third")
    assert seqs(place, store) == [[3, 1, 2, 6], []]


def test_rows_whose_time_was_corrected_come_last_at_their_new_time(
    place: Place, store: Store
) -> None:
    place.clock.later(minutes=10)
    place.say("one", "two", "/amend #2 at:14:05")
    log = place.log(store)
    *first, moved = whole_order(place.db, log.id, log.state)
    assert [[seq for seq, _, _ in piece] for piece in first] == [[1, 3]]
    [row] = log.rows([2])
    [(seq, when, length)] = moved
    assert (seq, when, length > 0) == (2, place_of(row)[1], True)
    assert row.occurred_at == at(5)


def test_a_row_at_hand_has_its_place_too(place: Place, store: Store) -> None:
    place.say("it burns")
    [row] = place.log(store).rows([2])
    assert place_of(row) == (2, int(at(0).timestamp()) * 1_000_000, len("it burns"))
