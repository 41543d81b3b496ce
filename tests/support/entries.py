"""Entries as tests want them: one fixed beginning, and ids and times from the number."""

from datetime import UTC, datetime, timedelta
from typing import Any, Final

from incident_tui.commands.outcome import Situation
from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.fact import Fact
from incident_tui.domain.facts import Declared
from incident_tui.domain.fold import fold
from incident_tui.domain.ids import uuid7
from incident_tui.domain.incident import OtherIncident, Severity
from incident_tui.domain.overlays import overlay_of
from incident_tui.domain.state import IncidentState

T0: Final = datetime(2026, 1, 15, 14, 0, tzinfo=UTC)
"""A Thursday."""
EARLIER: Final = OtherIncident(uuid7(17, bytes(10)), 17, "Checkout failed", T0 - timedelta(days=90))
LATER: Final = OtherIncident(uuid7(99, bytes(10)), 99, "Checkout again", T0 + timedelta(days=9))
DECLARED: Final = Declared("Checkout fails", Severity.SEV3, "checkout")


def at(minutes: float) -> datetime:
    """So many minutes after the beginning."""
    return T0 + timedelta(minutes=minutes)


def id_of(seq: int) -> str:
    """The id of the entry with that number; zero names the incident, which is no entry."""
    return uuid7(seq, bytes(10))


def entry(
    seq: int, fact: Fact, *, minutes: float | None = None, late: float = 0, author: str = "maria"
) -> TimelineEntry:
    """An entry that happened at `minutes` (its number, if not said), recorded `late` minutes on."""
    happened = at(seq if minutes is None else minutes)
    recorded = happened + timedelta(minutes=late)
    return TimelineEntry(id_of(seq), id_of(0), seq, happened, recorded, author, "test", fact)


def log(*facts: Fact) -> list[TimelineEntry]:
    """A declared incident in which one fact a minute follows; the first of them is entry 2."""
    return [entry(seq, fact) for seq, fact in enumerate((DECLARED, *facts), 1)]


def situation(
    entries: list[TimelineEntry], *, minutes: float = 60, selected: int | None = None
) -> Situation:
    """What a decider sees when maria speaks; entry `selected` is the one she points at."""
    by_seq = {e.seq: e for e in entries}
    state = fold(entries)
    hers = [e for e in entries if e.author == "maria"]
    mine = [e for e in hers if not overlay_of(e, state.overlays).retracted]
    return Situation(
        state=state,
        author="maria",
        at=at(minutes),
        now=at(minutes),
        entry=by_seq.get,
        mine=lambda: mine[-1] if mine else None,
        selected=by_seq[selected] if selected else None,
        other={17: EARLIER, 99: LATER}.get,
    )


def changed(state: IncidentState) -> dict[str, Any]:
    """The fields in which it differs from a declared incident."""
    before = fold(log())
    return {
        name: getattr(state, name)
        for name in IncidentState.__struct_fields__
        if getattr(state, name) != getattr(before, name)
    }
