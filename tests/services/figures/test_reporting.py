import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from incident_tui.domain.metrics.window import quarter
from incident_tui.exporters.reliability import report
from incident_tui.exporters.report import Charts, Grid, Report
from incident_tui.services.figures import reporting
from incident_tui.services.figures.learning import learned
from incident_tui.services.insights_table import InsightsTable
from incident_tui.services.store import Store
from tests.past.writing import NOW, write
from tests.support.markup_reader import MarkupReader

SETTINGS = InsightsTable()
WINDOW = quarter("2026Q1", NOW, "2026-04-15")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = write(tmp_path_factory.mktemp("past") / "s.db", 160, seed=5, years=1)
    store = Store(path)
    yield store
    store.close()


@pytest.fixture(scope="module")
def told(store: Store) -> Report:
    return report(reporting.gathered(store, "2026Q1", WINDOW, SETTINGS))


def grid(told: Report, heading: str) -> Grid:
    [section] = [section for section in told.sections if section.heading == heading]
    return next(block for block in section.blocks if isinstance(block, Grid))


def test_the_lists_are_those_behind_the_figures(store: Store, told: Report) -> None:
    whole = learned(store, WINDOW, SETTINGS).whole
    late, slow = grid(told, "Overdue action items"), grid(told, "Post-mortems later than 48 hours")
    assert {row[0] for row in late.rows} <= {f"INC-{n}" for n in whole.actions.overdue_in}
    assert min(len(late.rows), 15) == min(whole.actions.overdue, 15)
    assert {row[0] for row in slow.rows} <= {f"INC-{n}" for n in whole.completion.within.short}
    assert [int(row[4]) for row in late.rows] == sorted(
        (int(r[4]) for r in late.rows), reverse=True
    )
    rest = len(whole.completion.within.short) - 15
    assert slow.more == (f"… and {rest} more post-mortem{'s' * (rest != 1)}." if rest > 0 else "")


def test_the_opening_says_all_three_figures(told: Report) -> None:
    text = reporting.FORMATS["markdown"][1](told)
    assert text.startswith(
        "# Reliability report 2026 Q1\n\n1 Jan to 31 Mar 2026, as of 15 Apr 2026"
    )
    for said in ("of the action items are done", "of the incidents recur", "of the post-mortems"):
        assert said in text.split("## ")[0]


def test_every_chart_of_the_page_is_told_in_words(told: Report) -> None:
    page = MarkupReader(reporting.FORMATS["html"][1](told))
    [trend] = [s for s in told.sections if s.heading == "Trend by month"]
    [charts] = [block for block in trend.blocks if isinstance(block, Charts)]
    alts = [chart.alt for chart in charts.charts]
    assert [svg["aria-label"] for svg in page.named("svg") if "role" in svg] == alts
    assert page.said("figcaption") == alts
    assert len(charts.charts[0].bars) == 12


def test_a_quarter_without_incidents_says_so(tmp_path: Path) -> None:
    store = Store(tmp_path / "empty.db")
    try:
        window = quarter("2026Q1", NOW)
        told = reporting.reported(store, "2026Q1", window, SETTINGS)
        text, page = (write(told) for _, write in reporting.FORMATS.values())
    finally:
        store.close()
    assert "No incident was resolved in this quarter" in text
    assert not re.search(r"(?<!\d)(0|100) %", text.split("## How")[0])
    assert "svg" not in {tag for tag, _ in MarkupReader(page).elements}


def test_the_quarter_before_is_as_old_as_this_one_was(store: Store) -> None:
    before = reporting.gathered(store, "2026Q1", WINDOW, SETTINGS).before.window
    assert before.until == WINDOW.since
    assert before.since == quarter("2025Q4", NOW).since
    assert WINDOW.as_of - before.as_of == WINDOW.since - before.since  # type: ignore[operator]  # both are set
    assert datetime(2026, 1, 1, tzinfo=UTC) < NOW
