from collections.abc import Iterator

import pytest

from incident_tui.domain.entries import micros
from incident_tui.domain.metrics.insights import Insights
from incident_tui.domain.metrics.window import Window, window
from incident_tui.services.figures.insight_rows import View
from incident_tui.services.figures.insight_views import MEASURES, views
from incident_tui.services.figures.learning import learned
from incident_tui.services.insights_table import InsightsTable
from incident_tui.services.store import Store
from tests.past.writing import NOW, write


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = Store(write(tmp_path_factory.mktemp("past") / "s.db", 120, seed=9, years=0.8))
    yield store
    store.close()


@pytest.fixture(scope="module")
def found(store: Store) -> Insights:
    return learned(store, window(NOW), InsightsTable())


@pytest.fixture(scope="module")
def shown(found: Insights) -> dict[str, View]:
    return {name: look() for name, look in views(found, 600, "75 * postmortems").items()}


def test_the_groups_of_a_view_hold_every_incident_once(
    shown: dict[str, View], found: Insights
) -> None:
    for name in ("Months", "Severities", "Services"):
        those = [number for row in shown[name].rows for number in row.numbers]
        assert sorted(those) == sorted(found.whole.incidents)
        assert [len(row.cells) for row in shown[name].rows] == [5] * len(shown[name].rows)


def test_the_newest_month_is_on_top_and_last_in_its_chart(shown: dict[str, View]) -> None:
    rows = [row.label for row in shown["Months"].rows]
    bars = shown["Months"].chart(0, 0)
    assert rows == list(bars.labels)[::-1]
    assert bars.chosen == len(bars.labels) - 1


def test_every_chart_says_in_words_what_it_draws(shown: dict[str, View]) -> None:
    for view in shown.values():
        for row in range(len(view.rows)):
            for measure in range(len(MEASURES) if view.measured else 1):
                bars = view.chart(row, measure)
                assert bars.alt.startswith(f"{bars.title}. ")
                assert bars.alt.endswith(".")
                assert len(bars.labels) == len(bars.values) == len(bars.said)


def test_a_debt_opens_the_incidents_that_owe_it(shown: dict[str, View], found: Insights) -> None:
    rows = {row.label: row for row in shown["Calls"].rows}
    assert rows["Overdue"].numbers == found.whole.actions.overdue_in
    assert rows["Not published"].numbers == found.whole.completion.hours.open
    assert rows["Updates in time"].numbers == found.whole.clocks.short
    assert rows["Time saved"].cells == ("10 h", "= 75 * postmortems minutes")


def test_without_incidents_there_is_nothing_to_draw(store: Store) -> None:
    early = learned(store, Window(micros(NOW), since=micros(NOW)), InsightsTable())
    for look in views(early, None, "1").values():
        assert look().chart(0, 0).alt.endswith("No data.")
