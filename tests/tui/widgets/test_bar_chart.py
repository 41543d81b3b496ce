import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from incident_tui.services.figures.insight_rows import Bars
from incident_tui.tui.widgets.bar_chart import lines, spark

VALUES = st.lists(st.none() | st.floats(0, 1e6), max_size=40)


def chart(*values: float | None, target: float | None = None, chosen: int | None = None) -> Bars:
    labels = tuple(f"Jan {n:02}" for n in range(len(values)))
    said = tuple("—" if value is None else f"{value:.0f}" for value in values)
    return Bars("x", labels, values, said, "x", target, "" if target is None else "80 %", chosen)


def text(bars: Bars, width: int = 40, height: int = 8) -> list[str]:
    return ["".join(char for char, _ in line) for line in lines(bars, width, height)]


@settings(max_examples=60, deadline=None)
@given(VALUES, st.none() | st.floats(0, 100), st.integers(4, 90), st.integers(3, 15), st.data())
def test_a_chart_is_exactly_as_large_as_its_place(
    values: list[float | None], target: float | None, width: int, height: int, data: st.DataObject
) -> None:
    chosen = data.draw(st.none() | st.integers(0, len(values) - 1)) if values else None
    drawn = text(chart(*values, target=target, chosen=chosen), width, height)
    assert [cell_len(line) for line in drawn] == [width] * height


def test_a_bar_grows_by_eighths_and_says_its_number() -> None:
    drawn = text(chart(8, 4, 3), 30, 10)
    assert drawn[0].split() == ["8"]
    assert drawn[1].split() == ["█" * 9]
    assert drawn[-2].split() == ["█" * 9] * 3
    assert [line.count("█") for line in drawn[:-1]] == [0, *[9] * 4, *[18] * 1, *[27] * 3]
    assert drawn[-1].split() == ["Jan", "00", "Jan", "01", "Jan", "02"]


def test_nought_is_not_the_same_as_no_data() -> None:
    assert "0" in text(chart(0, 8))[-2]
    assert "—" in text(chart(None, 8))[-2]
    assert text(chart(None, None)) == text(chart(None, None))


def test_where_there_is_little_room_the_newest_are_shown_and_months_lose_their_year() -> None:
    drawn = text(chart(*range(1, 13)), 48, 8)
    assert drawn[-1].split() == ["Jan"] * 12
    assert len(text(chart(*range(1, 40)), 20, 8)[-1].split()) == 10


def test_the_chosen_bar_and_the_target_differ_in_style() -> None:
    drawn = lines(chart(40, 90, target=80, chosen=0), 40, 10)
    styles = {style for line in drawn for _, style in line}
    assert {"chosen", "bar", "target"} <= styles
    assert any("".join(c for c, _ in line).startswith("80 %") for line in drawn)


@pytest.mark.parametrize(
    ("values", "width", "drawn"),
    [
        ([0, 4, 8], 9, "▁▄█"),
        ([None, 8.0], 9, "·█"),
        ([1, 2, 3, 4], 2, "▆█"),
        ([], 5, ""),
        ([0], 0, ""),
    ],
)
def test_a_trend_is_one_line(values: list[float | None], width: int, drawn: str) -> None:
    assert spark(values, width) == drawn
