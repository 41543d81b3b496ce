"""What happened before comes back when it is needed, with what worked then and why it is shown."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, Final

import msgspec
from msgspec.structs import replace

from incident_tui.domain.decisions import DecisionOutcome
from incident_tui.domain.entries import micros
from incident_tui.domain.factors import categories
from incident_tui.domain.fold import fold
from incident_tui.domain.incident import TaskOutcome
from incident_tui.domain.likeness.causes import Told
from incident_tui.domain.likeness.ranking import SUGGESTED, Likeness, Story, likeness, rank
from incident_tui.domain.postmortem import incident_name
from incident_tui.domain.state import IncidentState
from incident_tui.domain.text import one_line
from incident_tui.services.incident_log import IncidentLog
from incident_tui.services.json_shapes import stamp
from incident_tui.services.store import Store

WITHIN: Final = timedelta(days=366)
"""How far back an earlier incident may lie: a recurrence is one of the preceding 12 months."""
_MOST: Final = 5


class Before(msgspec.Struct, frozen=True):
    """An earlier incident that is like this one; `confirmed` is what a person said of it, if so."""

    likeness: Likeness
    confirmed: bool | None = None
    worked: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """`INC-17`."""
        return incident_name(self.likeness.story.number)


class Worked(msgspec.Struct, frozen=True):
    """What was decided and done in an incident and was not said to have failed."""

    decisions: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """The few that a person reads."""
        return (*self.decisions[:2], *self.tasks[:2])


def story(
    id_: str, number: int, state: IncidentState, factors: str = "", summary: str = ""
) -> Story:
    """What an incident tells of its cause while it is being written."""
    text = "\n".join(filter(None, (state.title, state.cause, factors, summary)))
    kinds = frozenset(categories(factors))
    return Story(id_, number, state.title, text, state.service, kinds, state.declared_at)


def stored(store: Store, log: IncidentLog) -> Story:
    """As `story`, of the answers that are on the disk."""
    at = micros(log.state.declared_at or log.session.now())
    found = next((each for each in store.read.stories(at, at) if each.id == log.id), None)
    if found is None:
        return story(log.id, log.number, log.state)
    return replace(found, text="\n".join(filter(None, (found.text, log.state.cause))))


def similar(store: Store, asked: Story, now: datetime, most: int = _MOST) -> list[Likeness]:
    """The earlier incidents most like it, those of the twelve months before it."""
    return rank(asked, _earlier(store, asked, now))[:most]


async def look_back(
    store: Store, asked: Story, state: IncidentState, now: datetime, most: int = _MOST
) -> list[Before]:
    """As `similar`, ranked beside the window, without what a person rejected.

    What a person confirmed always stands first.
    """
    from asyncio import to_thread  # noqa: PLC0415  no command pays for it

    said = {earlier: each.confirmed for earlier, each in state.recurrences.items()}
    earlier = [each for each in _earlier(store, asked, now) if said.get(each.id) is not False]
    found = {each.story.id: each for each in (await to_thread(rank, asked, earlier))}
    for id_ in (id_ for id_, confirmed in said.items() if confirmed and id_ not in found):
        if (named := _named(store, id_)) is not None:
            found[id_] = named
    shown = sorted(found.values(), key=lambda each: not said.get(each.story.id, False))[:most]
    return [
        Before(each, said.get(each.story.id), worked(store, each.story.id).texts) for each in shown
    ]


def worked(store: Store, incident_id: str) -> Worked:
    """What helped then: decisions that were carried and did not fail, tasks that helped."""
    state = fold(store.log.state_rows(incident_id))
    bad = (DecisionOutcome.FAILED, DecisionOutcome.WITHDRAWN)
    carried = [d for d in state.decisions if d.made and d.outcome not in bad]
    carried.sort(key=lambda d: d.outcome is not DecisionOutcome.VERIFIED)
    helped = [task.text for task in state.tasks if task.outcome is TaskOutcome.HELPED]
    return Worked(tuple(d.text for d in carried), tuple(helped))


def score(one: str, other: str) -> Likeness:
    """How like two texts are, whatever the score."""
    stories = (Story("a", 1, "", one), Story("b", 2, "", other))
    return likeness(stories[0], Told(one), stories[1], Told(other))


def told(before: Before) -> str:
    """`INC-17 was like it: Orders fail (disk full) · worked then: delete old dumps`."""
    story = before.likeness.story
    why = f" ({before.likeness.mechanism})" if before.likeness.mechanism else ""
    then = f" · worked then: {'; '.join(before.worked)}" if before.worked else ""
    return one_line(f"{before.name} was like it: {story.title}{why}{then}")


def hint(before: Before) -> str:
    """The same where there is room for a few words: `like INC-17 (disk full); worked then: …`."""
    why = f" ({before.likeness.mechanism})" if before.likeness.mechanism else ""
    then = f"; worked then: {before.worked[0]}" if before.worked else ""
    return one_line(f"like {before.name}{why}{then}")


def shown(found: Iterable[Likeness]) -> list[dict[str, Any]]:
    """The keys of `similar --json`, the likest first."""
    return [
        {
            "number": each.story.number,
            "title": each.story.title,
            "service": each.story.service,
            "declared_at": stamp(each.story.declared_at),
            "score": round(each.score, 4),
            "suggested": each.score >= SUGGESTED,
            "mechanism": each.mechanism or None,
            "reasons": list(each.reasons),
        }
        for each in found
    ]


def _earlier(store: Store, asked: Story, now: datetime) -> list[Story]:
    until = asked.declared_at or now
    found = store.read.stories(micros(until - WITHIN), micros(until))
    return [each for each in found if each.id != asked.id]


def _named(store: Store, incident_id: str) -> Likeness | None:
    """An incident that a person named, however unlike it looks."""
    row = store.read.incident_of(incident_id)
    if row is None:
        return None
    told = (row.id, row.number, row.title, row.title, row.service)
    return Likeness(Story(*told, declared_at=row.declared_at), 1.0)
