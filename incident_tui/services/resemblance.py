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
from incident_tui.services.incident_log import IncidentLog
from incident_tui.services.shown import stamp
from incident_tui.services.store import Store

WITHIN: Final = timedelta(days=366)
"""How far back an earlier incident may lie: a recurrence is one of the preceding 12 months."""
_MOST: Final = 5


class Before(msgspec.Struct, frozen=True):
    """An earlier incident that is like this one; `confirmed` is what a person said of it, if so."""

    likeness: Likeness
    confirmed: bool | None = None

    @property
    def name(self) -> str:
        """`INC-17`."""
        return incident_name(self.likeness.story.number)


class Worked(msgspec.Struct, frozen=True):
    """What was decided and done in an incident and was not said to have failed."""

    decisions: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()


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
    until = asked.declared_at or now
    since = micros(until - WITHIN)
    return rank(asked, store.read.stories(since, micros(until)))[:most]


def seen_before(
    store: Store, asked: Story, state: IncidentState, now: datetime, most: int = _MOST
) -> list[Before]:
    """As `similar`, without what a person rejected; what a person confirmed always stands first."""
    said = {earlier: each.confirmed for earlier, each in state.recurrences.items()}
    found = similar(store, asked, now, most + len(said))
    named = {each.story.id for each in found}
    confirmed = [id_ for id_, yes in said.items() if yes]
    missing = [_told(store, id_) for id_ in confirmed if id_ not in named]
    shown = [Before(each, said.get(each.story.id)) for each in (*filter(None, missing), *found)]
    kept = [each for each in shown if each.confirmed is not False]
    return sorted(kept, key=lambda each: not each.confirmed)[:most]


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


def _told(store: Store, incident_id: str) -> Likeness | None:
    """An incident that is named by a person, however unlike it looks."""
    row = store.read.incident_of(incident_id)
    if row is None:
        return None
    there = Story(
        row.id, row.number, row.title, row.title, row.service, frozenset(), row.declared_at
    )
    return Likeness(there, 1.0)
