from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.timeline import Shelf, order, row
from tests.support.viewport import everything, rows_of, viewport, window

SIZES = st.lists(st.integers(0, 45), min_size=1, max_size=60)


@given(SIZES, st.integers(1, 9))
@settings(max_examples=60)
def test_paging_shows_every_line_once(sizes: list[int], height: int) -> None:
    rows = rows_of(sizes)
    shelf = Shelf(rows)
    view = viewport(shelf, shelf.order(), height)
    seen = window(view)
    while view.line:
        overlap = max(0, height - view.line)
        view.go(view.line - height)
        view.settle()
        seen = window(view)[: height - overlap] + seen
    assert seen == everything(rows)
    while view.line < view.last:
        expected = min(view.line + height, view.last)
        view.go(view.line + height)
        view.settle()
        assert view.line == expected
        assert window(view) == seen[expected : expected + height]


@given(SIZES, st.integers(1, 9), st.lists(st.integers(-12, 12), max_size=12), st.data())
@settings(max_examples=60)
def test_small_scrolls_move_by_exactly_as_many_lines(
    sizes: list[int], height: int, moves: list[int], data: st.DataObject
) -> None:
    rows = rows_of(sizes)
    shelf = Shelf(rows)
    view = viewport(shelf, shelf.order(), height)
    text = "\n".join(everything(rows))
    view.go(data.draw(st.integers(0, view.last)))
    view.settle()
    for move in moves:
        seen = window(view)
        step = max(-height, min(move, height))
        view.go(view.line + step)
        view.settle()
        if step >= 0 and not view.following:
            assert window(view)[: height - step] == seen[step:]
        elif step < 0 and view.line:
            assert window(view)[-step:] == seen[: height + step]
        assert "\n".join(window(view)) in text


@given(SIZES, st.integers(1, 9), st.integers(1, 30), st.booleans())
@settings(max_examples=60)
def test_the_full_order_moves_nothing(sizes: list[int], height: int, tail: int, away: bool) -> None:
    rows = rows_of(sizes)
    shelf = Shelf(rows)
    view = viewport(shelf, order(rows[-max(tail, 2 * height) :]), height)
    if away:
        view.go(view.last - 2)
        view.settle()
    seen = window(view)
    view.show(shelf.order(), keep_anchor=True)
    view.settle()
    assert window(view) == seen


@given(SIZES, st.lists(st.tuples(st.integers(0, 70), st.integers(0, 40)), max_size=8), st.data())
@settings(max_examples=60)
def test_rows_added_away_from_the_window_do_not_move_it(
    sizes: list[int], added: list[tuple[int, int]], data: st.DataObject
) -> None:
    rows = rows_of(sizes)
    view = viewport(Shelf(rows), order(rows))
    view.cursor = data.draw(st.integers(0, len(rows) - 1))
    view.reveal(view.cursor)
    view.settle()
    held = view.order.seqs[view.cursor]
    for seq, (minute, size) in enumerate(added, len(rows) + 1):
        first, seen = view.top, window(view)
        new = row(seq, "ab " * size, minutes=minute + 0.5)
        at = view.order.place(int(new.occurred_at.timestamp()) * 10**6, seq)
        inside = first[0] < at <= view.bottom
        view.add(new)
        view.settle()
        assert view.order.seqs[view.cursor] == held
        if not inside and len(seen) == view.height:
            assert window(view) == seen
