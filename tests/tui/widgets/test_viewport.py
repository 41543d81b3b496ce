from array import array
from datetime import timedelta
from itertools import pairwise

import pytest

from tests.support.timeline import TODAY, Shelf, order, row
from tests.support.viewport import WIDTH, rows_of, viewport, window


def test_it_follows_what_is_added() -> None:
    rows = rows_of([3] * 30)
    view = viewport(Shelf(rows), order(rows))
    view.add(row(31, "the newest"))
    view.settle()
    assert window(view)[-1] == "31: the newest"
    assert view.behind == 0


def test_away_from_the_end_it_counts_what_is_added_below() -> None:
    rows = rows_of([3] * 30)
    view = viewport(Shelf(rows), order(rows))
    view.go(5)
    view.settle()
    view.add(row(31))
    view.add(row(32))
    view.add(row(33, minutes=0))
    assert view.behind == 2
    view.go(view.last)
    assert (view.following, view.behind) == (True, 0)


def test_a_late_row_stands_at_its_time() -> None:
    rows = rows_of([0] * 5)
    view = viewport(Shelf(rows), order(rows))
    view.add(row(6, "late", minutes=2.5))
    view.settle()
    assert list(view.order.seqs) == [1, 2, 6, 3, 4, 5]


def test_a_row_that_is_known_is_only_shown_anew() -> None:
    rows = rows_of([0] * 5)
    view = viewport(Shelf(rows), order(rows))
    view.add(row(5, "edited", minutes=5))
    view.settle()
    assert len(view.order) == 5
    assert window(view)[-1] == "5: edited"


def test_rows_added_while_the_order_was_read_are_kept() -> None:
    rows = rows_of([0] * 5)
    shelf = Shelf(rows)
    view = viewport(shelf, order(rows))
    before = shelf.order()
    view.add(row(6))
    view.show(before, keep_anchor=True)
    view.show(shelf.order(), keep_anchor=True)
    assert list(view.order.seqs) == [1, 2, 3, 4, 5, 6]


def test_a_row_whose_time_was_corrected_is_not_carried_over_twice() -> None:
    rows = rows_of([0] * 5)
    view = viewport(Shelf(rows), order(rows))
    view.add(row(6))
    view.show(order([row(6, minutes=0), *rows]), keep_anchor=True)
    assert list(view.order.seqs) == [6, 1, 2, 3, 4, 5]


def test_another_incident_brings_nothing_of_the_last_one() -> None:
    rows = rows_of([0] * 30)
    view = viewport(Shelf(rows), order(rows))
    view.add(row(31))
    view.cursor = 3
    view.reveal(3)
    view.show(order(rows[:4]), keep_anchor=False)
    assert (view.following, len(view.cache), len(view.order)) == (True, 0, 4)


@pytest.mark.parametrize("count", [200, 5_000])
def test_what_is_read_does_not_grow_with_the_log(count: int) -> None:
    shelf = Shelf(rows_of([2] * count))
    view = viewport(shelf, shelf.order())
    assert shelf.count <= 2 * view.height
    for line in (view.line - view.height, view.line - 2 * view.height, 0, view.last // 2):
        before = shelf.count
        view.go(line)
        view.settle()
        assert shelf.count - before <= 3 * view.height
    before = shelf.count
    view.add(row(count + 1))
    view.settle()
    assert shelf.count == before


def test_few_rows_are_kept_however_far_one_scrolls() -> None:
    shelf = Shelf(rows_of([0] * 3_000))
    view = viewport(shelf, shelf.order())
    while view.line:
        view.go(view.line - view.height)
        view.settle()
        assert len(view.cache) <= 256 + 3 * view.height


def test_what_the_store_refuses_stays_blank_and_moves_nothing() -> None:
    shelf = Shelf(rows_of([0] * 100))
    view = viewport(shelf, shelf.order())
    shelf.locked = True
    view.go(10)
    assert not view.settle()
    assert set(window(view)) == {"(unread)"}
    assert view.line == 10
    shelf.locked = False
    assert view.settle()
    assert window(view)[0] == "11: 11 "


def test_a_new_width_keeps_the_top_row() -> None:
    shelf = Shelf(rows_of([20] * 50))
    view = viewport(shelf, shelf.order())
    view.go(view.index.line_of(20))
    view.settle()
    view.go(view.index.line_of(20) + 5)
    view.settle()
    view.resize(5, 60)
    view.settle()
    assert view.top[0] == 20


def test_a_top_row_that_became_shorter_stays_the_top_row() -> None:
    shelf = Shelf(rows_of([20] * 50))
    view = viewport(shelf, shelf.order())
    view.go(view.index.line_of(20))
    view.settle()
    view.go(view.index.line_of(20) + 5)
    view.settle()
    shelf.rows[21] = row(21, "short")
    view.cache.expire([21])
    view.settle()
    assert window(view)[0] == "21: short"


def test_a_page_above_is_measured_where_the_estimate_was_far_too_high() -> None:
    rows = rows_of([0] * 100)
    wrong = order(rows)
    wrong.lengths = array("I", [10 * WIDTH] * len(rows))
    view = viewport(Shelf(rows), order(rows))
    view.go(0)
    view.settle()
    view.show(wrong, keep_anchor=True)
    view.settle()
    view.go(view.last - 1)
    view.settle()
    seen = window(view)
    view.go(view.line - view.height + 1)
    view.settle()
    assert window(view)[-1] == seen[0]


def test_day_lines_are_counted() -> None:
    rows = [row(seq, minutes=seq * 600) for seq in range(1, 7)]
    view = viewport(Shelf(rows), order(rows), height=20)
    days = {(shown.occurred_at.date() - TODAY) // timedelta(days=1) for shown in rows}
    assert window(view).count("(day)") == len(days)
    assert view.lines == len(rows) + len(days)
    assert all(a != b or a != "(day)" for a, b in pairwise(window(view)))
