from datetime import timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_tui.domain.metrics.figures import Share, Spread, Waiting, spread, waiting
from tests.support.reckoned import described, survived

TIMES = st.lists(st.sampled_from((0.0, 1.0, 2.0, 3.0, 5.0, 8.0)), max_size=12)


def test_without_data_a_figure_is_neither_nought_nor_all() -> None:
    assert Share(0, 0).value is None
    assert spread([], ()) == Spread(None, None, None)
    assert waiting([], [], (), ()) == Waiting(None, None)


@given(TIMES)
def test_a_median_is_the_one_that_people_know(values: list[float]) -> None:
    found, wanted = spread(values, ()), described(values)
    assert [found.mean, found.median, found.p90] == [
        pytest.approx(wanted[name], abs=1e-6) if values else None
        for name in ("mean", "median", "p90")
    ]


@given(TIMES)
def test_where_all_is_done_waiting_is_the_ordinary_spread(done: list[float]) -> None:
    plain, waited = spread(done, ()), waiting(done, [], (), ())
    assert (waited.median, waited.p90) == (plain.median, plain.p90)


@given(TIMES, TIMES)
def test_what_waits_hands_its_weight_on(done: list[float], pending: list[float]) -> None:
    found = waiting(done, pending, (), ())
    out, still = ([timedelta(hours=hours) for hours in some] for some in (done, pending))
    for value, left in ((found.median, Fraction(1, 2)), (found.p90, Fraction(1, 10))):
        wanted = survived(out, still, left)
        assert value == (None if wanted is None else wanted / timedelta(hours=1))


def test_what_still_waits_makes_it_slower_and_never_faster() -> None:
    assert waiting([10, 20, 30], [], (), ()).median == 20
    assert waiting([10, 20, 30], [40], (), ()).median == 25
    assert waiting([10, 20, 30], [40, 50, 60, 70], (), ()).median is None
