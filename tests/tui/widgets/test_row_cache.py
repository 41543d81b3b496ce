import pytest
from rich.segment import Segment
from textual.strip import Strip

from incident_tui.domain.timeline import TimelineRow
from incident_tui.tui.widgets.row_cache import RowCache
from tests.support.timeline import Shelf, row


def draw(shown: TimelineRow) -> list[Strip]:
    return [Strip([Segment(shown.text)])]


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(row(seq, f"text {seq}") for seq in range(1, 10))


def text(cache: RowCache, seq: int) -> str | None:
    strips = cache.strips(seq)
    return strips[0].text if strips else None


def test_a_row_is_read_once(shelf: Shelf) -> None:
    cache = RowCache(shelf, draw)
    assert cache.load([1, 2])
    assert cache.load([1, 2, 3])
    assert cache.load([1, 2, 3])
    assert shelf.reads == [[1, 2], [3]]
    assert text(cache, 3) == "text 3"
    assert text(cache, 4) is None


def test_an_expired_row_is_shown_until_it_can_be_read_again(shelf: Shelf) -> None:
    cache = RowCache(shelf, draw)
    cache.load([1, 2])
    shelf.rows[1] = row(1, "corrected")
    shelf.locked = True
    cache.expire([1, 8])
    assert not cache.load([1, 2])
    assert text(cache, 1) == "text 1"
    shelf.locked = False
    assert cache.load([1, 2])
    assert text(cache, 1) == "corrected"
    assert shelf.reads[-1] == [1]


def test_all_rows_expire_together(shelf: Shelf) -> None:
    cache = RowCache(shelf, draw)
    cache.load([1, 2])
    cache.expire(None)
    cache.load([1, 2])
    assert shelf.reads == [[1, 2], [1, 2]]


def test_rows_not_kept_are_forgotten(shelf: Shelf) -> None:
    cache = RowCache(shelf, draw)
    cache.load([1, 2, 3])
    cache.keep([2, 9])
    assert len(cache) == 1
    assert text(cache, 1) is None
    assert text(cache, 2) == "text 2"


def test_a_row_that_is_put_needs_no_reading(shelf: Shelf) -> None:
    cache = RowCache(shelf, draw)
    cache.put(row(5, "just logged"))
    assert cache.load([5])
    assert (text(cache, 5), shelf.reads) == ("just logged", [])
