from hypothesis import given
from hypothesis import strategies as st

from incident_tui.tui.widgets.height_index import BLOCK, HeightIndex

HEIGHTS = st.lists(st.integers(1, 9), max_size=40)
CHANGES = st.lists(st.tuples(st.booleans(), st.integers(0, 10**6), st.integers(1, 9)), max_size=30)


def agrees(index: HeightIndex, heights: list[int]) -> None:
    assert (len(index), index.total) == (len(heights), sum(heights))
    line = 0
    for row, height in enumerate(heights):
        assert index.line_of(row) == line
        assert index.row_at(line) == (row, 0)
        assert index.row_at(line + height - 1) == (row, height - 1)
        line += height
    assert index.line_of(len(heights)) == line


@given(HEIGHTS, CHANGES, st.integers(1, 4))
def test_agrees_with_a_plain_list_after_any_changes(
    heights: list[int], changes: list[tuple[bool, int, int]], repeats: int
) -> None:
    heights = heights * repeats * 10
    index = HeightIndex(heights)
    for inserts, where, lines in changes:
        if inserts or not heights:
            row = where % (len(heights) + 1)
            heights.insert(row, lines)
            index.insert(row, lines)
        else:
            row = where % len(heights)
            heights[row] = lines
            index[row] = lines
            assert index[row] == lines
    agrees(index, heights)


def test_rows_on_the_edges_of_blocks_are_found() -> None:
    heights = [1 + row % 3 for row in range(2 * BLOCK + 1)]
    agrees(HeightIndex(heights), heights)


def test_a_line_past_the_end_belongs_to_the_row_after_the_last() -> None:
    assert HeightIndex([2, 3]).row_at(7) == (2, 2)
    assert HeightIndex([1] * BLOCK).row_at(BLOCK + 1) == (BLOCK, 1)
    assert HeightIndex().row_at(0) == (0, 0)
