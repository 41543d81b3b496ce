from collections.abc import Iterator

import pytest

from incident_tui.commands.outcome import FindText
from incident_tui.services.ordering import Place as RowPlace
from incident_tui.services.store import SCREEN_MS, Store
from incident_tui.tui.feed import Feed, extend, ordered, rows_of
from incident_tui.tui.widgets.order import Order
from incident_tui.tui.widgets.timeline import Timeline
from tests.support.timeline import today
from tests.support.window import Place


class Desk:
    """A feed whose timeline is on no screen."""

    def __init__(self, place: Place, store: Store) -> None:
        self.place = place
        self.log = place.log(store, "jo")
        self.timeline = Timeline(rows_of(self.log), today=today)
        self.feed = Feed(store, self.log, self.timeline)

    def shown(self) -> list[str]:
        """The texts in the order of the timeline."""
        return [row.text for row in self.log.rows(list(self.timeline.view.order.seqs))][1:]

    def heard(self, *lines: str) -> bool:
        """What `add` says of lines that somebody recorded."""
        self.place.say(*lines)
        return self.feed.add(self.log.catch_up())

    def load(self) -> None:
        self.feed.load(self.feed.take)


@pytest.fixture
def desk(place: Place) -> Iterator[Desk]:
    place.say("one", "two")
    store = Store(place.db, SCREEN_MS)
    desk = Desk(place, store)
    yield desk
    store.close()


def test_few_rows_are_all_there_at_once(desk: Desk) -> None:
    assert desk.feed.begin() is False
    assert desk.shown() == ["one", "two"]


def test_of_many_the_newest_come_first_and_the_rest_with_the_whole_order(desk: Desk) -> None:
    desk.heard(*(f"note {n}" for n in range(200)))
    assert desk.feed.begin() is True
    assert len(desk.timeline.view.order) == 200
    desk.load()
    assert len(desk.timeline.view.order) == 203


def test_what_is_recorded_while_the_order_is_read_is_not_lost(desk: Desk) -> None:
    desk.feed.begin()
    orders: list[tuple[Order, int]] = []
    desk.feed.load(lambda order, known: orders.append((order, known)))
    desk.heard("three", "/star #2")
    desk.feed.take(*orders[0])
    assert desk.shown() == ["one", "two", "three"]


def test_an_order_that_comes_while_something_is_sought_is_left(desk: Desk) -> None:
    desk.feed.begin()
    desk.feed.find(FindText("two"))
    desk.load()
    assert len(desk.timeline.view.order) == 1


def test_a_new_entry_is_shown_only_where_it_meets_what_was_asked_for(desk: Desk) -> None:
    desk.feed.begin()
    assert desk.feed.find(FindText("t")) == 1
    assert desk.heard("three", "four") is False
    assert len(desk.timeline.view.order) == 2
    desk.feed.all()
    assert desk.shown() == ["one", "two", "three", "four"]
    assert desk.timeline.highlight == ""


def test_only_a_corrected_time_asks_for_the_whole_order(desk: Desk) -> None:
    desk.place.clock.later(minutes=5)
    desk.feed.begin()
    assert desk.heard("three", "/amend #2 other", "/retract #3 no") is False
    assert desk.heard("/amend #4 at:14:00") is True
    desk.load()
    assert desk.shown() == ["other", "two", "three"]


def test_a_store_that_is_held_shows_nothing_yet_and_asks_for_more(desk: Desk) -> None:
    with desk.place.locked():
        assert desk.feed.begin() is True
    assert len(desk.timeline.view.order) == 0
    desk.load()
    assert desk.shown() == ["one", "two"]


def test_pieces_make_one_order_wherever_their_rows_belong() -> None:
    order = ordered([(1, 10, 1), (2, 20, 1)])
    pieces: list[list[RowPlace]] = [[], [(3, 30, 1), (4, 40, 1)], [(5, 15, 1), (6, 50, 1)]]
    for piece in pieces:
        extend(order, piece)
    assert list(order.seqs) == [1, 5, 2, 3, 4, 6]
