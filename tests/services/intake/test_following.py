from datetime import UTC, datetime
from pathlib import Path

import pytest

from incident_tui.domain import facts
from incident_tui.importers.format import Given
from incident_tui.services.incident_log import open_log
from incident_tui.services.intake.capturing import UnsaidError
from incident_tui.services.intake.following import Follower
from incident_tui.services.intake.portions import PORTION
from incident_tui.services.store import Store
from tests.support.window import Place

GIVEN = Given(zone=UTC, start=datetime(2026, 1, 15, tzinfo=UTC))


class Log:
    """A log that grows, and whoever follows it."""

    def __init__(self, store: Store, place: Place, path: Path) -> None:
        self.path, self.store = path, store
        self._place = place
        self._log = open_log(store, place.clock.sitting())
        self.follower = Follower(store, self._log, path, "auto", GIVEN)

    def grow(self, text: str) -> None:
        with self.path.open("a") as file:
            file.write(text)

    def look(self, seconds: float = 1, *, last: bool = False) -> list[str]:
        self._place.clock.later(seconds=seconds)
        return [entry.text for entry in self.follower.look(last=last).entries]


@pytest.fixture
def log(store: Store, place: Place, tmp_path: Path) -> Log:
    return Log(store, place, tmp_path / "ops.log")


def test_each_message_comes_in_once_and_the_last_when_it_is_whole(log: Log, place: Place) -> None:
    assert log.look() == []
    log.grow("10:02 mei: I'm IC\n10:03 ana: rolling")
    assert log.look() == ["I'm IC"]
    log.grow(" back\non zone a\n")
    assert log.look() == []
    assert log.look(6) == ["rolling back\non zone a"]
    assert log.look(6) == []
    log.grow("10:05 li: done\n")
    assert log.look() == []
    assert log.look(last=True) == ["done"]
    assert place.said() == [
        "ana: rolling back\non zone a",
        "li: done",
        "SEV2 Checkout fails (checkout)",
        "follows ops.log (chat)",
    ]


def test_what_is_heard_is_suggested_once(log: Log) -> None:
    log.grow("10:02 mei: I'm IC\n10:03 ana: ok\n")
    heard = log.follower.look()
    assert [each.command for each in heard.suggestions] == ["/ic @mei"]
    assert log.follower.look(last=True).suggestions == ()
    again = Follower(log.store, log._log, log.path, "auto", GIVEN)
    assert again.look(last=True).suggestions == ()


def test_a_log_that_was_rotated_or_cut_begins_anew(log: Log, place: Place) -> None:
    log.grow("10:02 mei: one\n10:03 mei: two\n")
    assert log.look(last=True) == ["one", "two"]
    log.path.rename(log.path.with_suffix(".1"))
    assert log.look() == []
    log.grow("10:03 mei: two\n10:04 mei: three\n")
    assert log.look(last=True) == ["three"]
    log.path.write_text("10:05 mei: four\n")
    assert log.look(last=True) == ["four"]
    again = Log(Store(place.db), place, log.path)
    assert again.look(last=True) == []  # known to the store
    again.grow("10:06 mei: five\n")
    assert again.look(last=True) == ["five"]
    assert sum(text == "mei: four" for text in place.said()) == 1
    again.store.close()


def test_what_cannot_be_read_yet_is_waited_for(log: Log) -> None:
    log.grow("hello\n")
    assert log.look() == []
    assert "its format cannot be told" in log.follower.problem
    log.grow("10:02 mei: one\n10:03 ana: two\n")
    assert log.look(last=True) == ["one", "two"]
    assert log.follower.problem == ""


def test_what_a_person_must_say_is_not_waited_for(log: Log) -> None:
    log.grow("10:02 mei: one\n")
    asked = Follower(log.store, log._log, log.path, "auto", Given(start=GIVEN.start))
    with pytest.raises(UnsaidError, match="no time zone is named in it; say it: --tz"):
        asked.look()


def test_what_came_in_at_one_sitting_is_taken_back_as_one(log: Log, place: Place) -> None:
    log.grow("10:02 mei: one\n10:03 mei: two\n")
    assert log.look() == ["one"]
    log.grow("10:04 mei: three\n")
    assert log.look() == ["two"]
    incident = open_log(log.store, place.clock.sitting())
    undone = incident.decide("/undo").outcome
    assert isinstance(undone, facts.Retracted)
    incident.record(undone, place.clock.now())
    assert [row.text for row in incident.newest(9)][1:] == ["follows ops.log (chat)"]
    assert log.look(last=True) == ["three"]
    incident.catch_up()
    assert "mei: three" in [row.text for row in incident.newest(9)]


def test_a_log_that_has_grown_long_comes_in_by_what_is_new(log: Log, place: Place) -> None:
    log.grow("".join(f"10:{n // 60:02}:{n % 60:02} mei: line {n}\n" for n in range(PORTION + 2)))
    assert len(log.look(last=True)) == PORTION + 2
    log.grow("10:59 mei: one more\n")
    assert log.look(last=True) == ["one more"]
    incident = open_log(log.store, place.clock.sitting())
    rows = incident.rows(range(1, incident.seq + 1))
    assert sum(isinstance(row.entry.fact, facts.ImportBegun) for row in rows) == 1
