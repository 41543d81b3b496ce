import pytest

from incident_tui.domain.metrics.headlines import headlines
from incident_tui.domain.metrics.insights import insights
from incident_tui.domain.metrics.measured import HOUR, History, Measured
from incident_tui.domain.metrics.targets import Standing
from incident_tui.domain.metrics.window import Window

DAY = 24 * HOUR


def standings(*past: Measured, at: int = 90 * DAY) -> list[Standing]:
    return [each.standing for each in headlines(insights(History(at, past), Window(at)))]


def resolved(
    number: int, *, published: int | None = None, created: int = 0, done: int = 0
) -> Measured:
    out = None if published is None else (10 + number) * DAY + published * HOUR
    began = (10 + number) * DAY - HOUR
    return Measured(
        number,
        3,
        "checkout",
        began,
        resolved_at=began + HOUR,
        published_at=out,
        created=created,
        done=done,
        again=(number - 1,) if created else (),
    )


@pytest.mark.parametrize(
    ("done", "wanted"),
    [
        (10, Standing.GOOD),
        (8, Standing.GOOD),
        (7, Standing.OFF),
        (5, Standing.OFF),
        (4, Standing.FAILING),
    ],
)
def test_eighty_per_cent_is_the_target_and_below_fifty_is_failing(
    done: int, wanted: Standing
) -> None:
    assert standings(resolved(1, created=10, done=done))[0] is wanted


def test_a_third_that_recurs_is_alarming() -> None:
    past = [resolved(n, created=int(n == 2)) for n in range(1, 41)]
    assert standings(*past)[1] is Standing.GOOD
    assert standings(*past[:20])[1] is Standing.OFF
    assert standings(*past[:3])[1] is Standing.ALARMING


@pytest.mark.parametrize(
    ("hours", "wanted"), [(47, Standing.GOOD), (48, Standing.OFF), (200, Standing.OFF)]
)
def test_half_of_the_post_mortems_are_out_in_less_than_48_hours(
    hours: int, wanted: Standing
) -> None:
    assert standings(resolved(1, published=hours))[2] is wanted


def test_one_that_has_waited_too_long_misses_before_it_is_out() -> None:
    young, old = 11 * DAY + 10 * HOUR, 11 * DAY + 49 * HOUR
    assert standings(resolved(1), at=young)[2] is Standing.OPEN
    assert standings(resolved(1), at=old)[2] is Standing.OFF
    assert (
        standings(resolved(1, published=5), resolved(2, published=6), resolved(3))[2]
        is Standing.GOOD
    )


def test_without_data_nothing_is_met_and_nothing_missed() -> None:
    assert standings() == [Standing.NONE] * 3
