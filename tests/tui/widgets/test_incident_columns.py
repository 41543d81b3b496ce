import pytest
from rich.cells import cell_len

from incident_tui.tui.widgets.incident_columns import cell, columns, headings


@pytest.mark.parametrize("width", [1, 5, 12, 20, 40, 60, 78, 80, 100, 118, 200])
def test_the_columns_never_reach_past_the_width(width: int) -> None:
    kept = columns(width)
    assert {"number", "title"} <= {column.name for column in kept}
    if width >= 12:
        assert cell_len(headings(kept)) <= width + 1


def test_the_title_gives_way_last_and_never_becomes_a_river() -> None:
    names = {width: {column.name for column in columns(width)} for width in (118, 78, 40)}
    assert names[118] == {
        *("number", "severity", "status", "title", "service", "commander", "lasted", "due"),
        "actions",
    }
    assert names[118] - names[78] == {"service", "due", "commander"}
    assert {"severity", "title"} <= names[40]
    assert max(column.width for column in columns(300)) == 64


@pytest.mark.parametrize(
    "text", ["", "short", "much longer than that", "日本語のタイトル", "a\tb\nc\x1b"]
)
def test_a_cell_is_exactly_as_wide_as_its_column(text: str) -> None:
    for column in columns(118):
        assert cell_len(cell(text, column)) == column.width
