from array import array
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from incident_tui.domain.entries import micros
from incident_tui.tui.widgets.order import Order
from tests.support.entries import T0
from tests.support.timeline import TODAY, order, row

MINUTES_OF_A_DAY = 24 * 60


@given(st.lists(st.integers(0, 3)))
def test_rows_put_at_their_place_stay_sorted_by_time_then_seq(times: list[int]) -> None:
    kept = Order()
    for seq, time in enumerate(times):
        at = kept.place(time, seq)
        assert not kept.holds(at, seq)
        kept.insert(at, seq, time, 1)
        assert kept.holds(kept.place(time, seq), seq)
    assert list(zip(kept.times, kept.seqs, strict=True)) == sorted(
        zip(times, range(len(times)), strict=True)
    )
    assert len(kept) == len(kept.lengths) == len(times)


def test_a_timeline_of_today_alone_has_no_day_line() -> None:
    kept = order([row(1), row(2)])
    assert not any(kept.begins_day(at, TODAY) for at in range(2))
    assert kept.begins_day(0, TODAY + timedelta(days=1))


def test_each_day_of_several_begins_with_its_line() -> None:
    kept = order(
        [row(1), row(2), row(3, minutes=MINUTES_OF_A_DAY), row(4, minutes=MINUTES_OF_A_DAY)]
    )
    assert [kept.begins_day(at, TODAY) for at in range(4)] == [True, False, True, False]
    assert kept.day(2) == TODAY + timedelta(days=1)


def test_arrays_that_are_given_are_taken_over() -> None:
    time = micros(T0)
    kept = Order(array("I", [7]), array("q", [time]), array("I", [3]))
    assert (len(kept), kept.place(time, 7), kept.place(time, 8)) == (1, 0, 1)
