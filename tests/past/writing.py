"""An invented history goes into a store by the program's own append, many incidents at once."""

import random
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from incident_tui.domain import facts
from incident_tui.domain.fact import Fact
from incident_tui.domain.ids import uuid7
from incident_tui.domain.learning_facts import RecurrenceConfirmed, RecurrenceRejected
from incident_tui.storage.append import append
from incident_tui.storage.codec import draft
from incident_tui.storage.draft import Draft
from incident_tui.storage.opening import open_store
from incident_tui.storage.script import run
from tests.past.life import Life, Said, beginnings, life

if TYPE_CHECKING:
    from incident_tui.storage.script import Script

NOW: Final = datetime(2026, 7, 1, 9, 0, tzinfo=UTC)
_PIECE: Final = 250
_ANSWER: Final = """
INSERT INTO answer (id, incident_id, step, revision, text, saved_at, author)
VALUES (:id, :incident_id, 'factors', 1, :text, :saved_at, 'maria')
"""


def write(
    path: Path, incidents: int, *, seed: int = 1, years: float = 3, now: datetime = NOW
) -> Path:
    """So many incidents in the years before `now`; the same seed writes the same history."""
    chance = random.Random(seed)
    first = now - timedelta(days=365 * years)
    lives = (life(chance, began, now) for began in beginnings(chance, incidents, first, now))
    past = _Past(chance)
    connection = open_store(str(path))
    try:
        connection.execute("PRAGMA synchronous = OFF")  # it can be made again
        numbered = enumerate(lives, 1)
        while piece := list(islice(numbered, _PIECE)):
            run(connection, _several(past, piece))
    finally:
        connection.close()
    return path


def _several(past: "_Past", lives: Sequence[tuple[int, Life]]) -> "Script[None]":
    for number, each in lives:
        drafts = past.drafts(number, each)
        if drafts:
            yield from append(drafts)
        answer = past.answer(number, each)
        if answer:
            yield _ANSWER, answer


class _Past:
    """What has been told so far, so that later incidents can be the same again."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._like: dict[tuple[str, str], tuple[int, datetime]] = {}

    def drafts(self, number: int, each: Life) -> list[Draft]:
        """The facts of one incident, in the order of their times."""
        said = [*each.said]
        for at, place, fate in each.closing:
            action = entry_id(number, place)
            closed: Fact = facts.ActionItemDone(action)
            if fate == "declined":
                closed = facts.ActionItemDeclined(action, "no longer worth it")
            said.append(Said(at, closed, "ana"))
        if each.published_at is not None:
            said.append(Said(each.published_at, facts.PostMortemPublished("ab" * 32, "jo"), "jo"))
        said += self._again(number, each)
        placed = sorted(enumerate(said), key=lambda pair: pair[1].at)
        return [_draft(number, place, told) for place, told in placed]

    def answer(self, number: int, each: Life) -> dict[str, object] | None:
        """The contributing factors, if the post-mortem names them."""
        if each.factors is None or each.published_at is None:
            return None
        id_ = incident_id(number)
        at = round(each.published_at.timestamp()) * 1_000_000
        return {"id": f"{id_}/factors", "incident_id": id_, "text": each.factors, "saved_at": at}

    def _again(self, number: int, each: Life) -> Iterator[Said]:
        """A person says of one in three look-alikes whether it is the same."""
        if each.factors is None or each.published_at is None:
            return
        for line in each.factors.split("\n"):
            before = self._like.get((each.service.name, line))
            self._like[each.service.name, line] = (number, each.declared_at)
            if before is None or self._chance.random() > 0.35:
                continue
            earlier = incident_id(before[0])
            confirmed = self._chance.random() < 0.6
            fact: Fact = RecurrenceRejected(earlier, before[0], "another cause")
            if confirmed:
                fact = RecurrenceConfirmed(earlier, before[0], line)
            yield Said(each.published_at - timedelta(minutes=20), fact, "jo")


def incident_id(number: int) -> str:
    """The id of an incident is that of its declaration, which is told first."""
    return entry_id(number, 0)


def entry_id(number: int, place: int) -> str:
    """The id of what stands at that place of an incident's story."""
    return uuid7(number, place.to_bytes(10, "big"))


def _draft(number: int, place: int, told: Said) -> Draft:
    return draft(
        told.fact,
        id=entry_id(number, place),
        incident_id=incident_id(number),
        occurred_at=told.at,
        recorded_at=told.at,
        author=told.author,
        source="tui",
    )
