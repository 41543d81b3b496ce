"""Corrections add facts about earlier entries; only `redact` destroys, and says so."""

from datetime import datetime

from incident_tui.commands.args import Text
from incident_tui.commands.log import pointed_at
from incident_tui.commands.outcome import Situation
from incident_tui.commands.registry import Registry
from incident_tui.domain.curation_facts import Hidden, Merged, Retold, Unhidden
from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.errors import CommandError
from incident_tui.domain.facts import (
    Amended,
    Declared,
    ImportBegun,
    Redacted,
    Retracted,
    Starred,
    Unstarred,
)
from incident_tui.domain.overlays import UNFINISHED, overlay_of

registry = Registry("Correct and curate")


@registry.command("undo", "u")
def undo(now: Situation) -> Retracted:
    """Take back your newest entry; it stays in the history, struck through.

    /undo
    """
    entry = now.mine()
    if entry is None:
        raise CommandError("you have nothing to undo here")
    return retract(now, entry=entry)


@registry.command("amend")
def amend(
    now: Situation,
    text: Text | None = None,
    entry: TimelineEntry | None = None,
    *,
    at: datetime | None = None,
) -> Amended:
    """Correct the wording or the time of an entry; the original stays in the history.

    /amend #2 error rate was 17 %, not 7 %
    /amend #2 at:14:02
    """
    if not text and at is None:
        raise CommandError("say what it should be: /amend #12 new text, or /amend #12 at:14:02")
    target = _standing(now, pointed_at(now, entry))
    if text and isinstance(target.fact, Declared):
        raise CommandError("the title has its own command: /title")
    return Amended(target.id, text, at)


@registry.command("retract")
def retract(
    now: Situation, because: Text | None = None, entry: TimelineEntry | None = None
) -> Retracted:
    """Take an entry back: the selected one, a numbered one, or your newest.

    /retract #2 wrong incident
    """
    target = _standing(now, pointed_at(now, entry))
    if isinstance(target.fact, Declared):
        raise CommandError("a declaration stays; /resolve ends the incident")
    # What was begun is known by what closes it, whether or not that has come.
    closing = target.fact.batch if isinstance(target.fact, ImportBegun) else target.id
    return Retracted(closing, because or "")


@registry.command("restore")
def restore(now: Situation, entry: TimelineEntry | None = None) -> Retracted:
    """Bring back an entry that was taken back.

    /restore #2
    """
    target = pointed_at(now, entry)
    mark = overlay_of(target, now.state.overlays)
    if not mark.retracted:
        raise CommandError(f"entry #{target.seq} still stands; there is nothing to bring back")
    if mark.reason == UNFINISHED:
        raise CommandError(f"{UNFINISHED}; import it again, and it goes on")
    return Retracted(mark.retracted_by, f"#{target.seq} stands again")


@registry.command("star", "s")
def star(now: Situation, entry: TimelineEntry | None = None) -> Starred:
    """Publish an entry: it will stand in the post-mortem's timeline.

    /star #2
    """
    target = _standing(now, pointed_at(now, entry))
    if overlay_of(target, now.state.overlays).starred:
        raise CommandError(f"entry #{target.seq} is starred already; /unstar takes it out")
    return Starred(target.id)


@registry.command("unstar")
def unstar(now: Situation, entry: TimelineEntry | None = None) -> Unstarred:
    """Keep an entry out of the post-mortem's timeline.

    /unstar #2
    """
    target = pointed_at(now, entry)
    if not overlay_of(target, now.state.overlays).starred:
        raise CommandError(f"entry #{target.seq} is not starred")
    return Unstarred(target.id)


@registry.command("redact")
def redact(now: Situation, entry: TimelineEntry, because: Text) -> Redacted:
    """Destroy the text of an entry for good, for a secret that must not stay. Cannot be undone.

    /redact #2 held an access token
    """
    if overlay_of(entry, now.state.overlays).redacted:
        raise CommandError(f"entry #{entry.seq} is redacted already")
    return Redacted(entry.id, because)


@registry.command("tell", "reword")
def tell(now: Situation, text: Text, entry: TimelineEntry | None = None) -> Retold:
    """Say how an entry reads in the post-mortem; the log keeps its own words.

    /tell #2 The rollback to build 412 began.
    """
    return Retold(_standing(now, pointed_at(now, entry)).id, text)


@registry.command("merge")
def merge(now: Situation, entry: TimelineEntry, into: TimelineEntry) -> Merged:
    """Tell the first entry as part of the second one in the post-mortem.

    /merge #3 #2
    """
    if entry.id == into.id:
        raise CommandError("an entry cannot be part of itself: /merge #3 #2")
    host = now.state.overlay(into.id).merged_into
    if host:
        raise CommandError(f"#{into.seq} is itself part of another entry; merge into that one")
    return Merged(_standing(now, entry).id, _standing(now, into).id)


@registry.command("unmerge")
def unmerge(now: Situation, entry: TimelineEntry | None = None) -> Merged:
    """Tell an entry on its own again.

    /unmerge #3
    """
    target = pointed_at(now, entry)
    if not now.state.overlay(target.id).merged_into:
        raise CommandError(f"entry #{target.seq} is not merged")
    return Merged(target.id)


@registry.command("hide")
def hide(now: Situation, entry: TimelineEntry | None = None) -> Hidden:
    """Take noise out of sight while the post-mortem's timeline is put together.

    /hide #2
    """
    target = _standing(now, pointed_at(now, entry))
    if now.state.overlay(target.id).hidden:
        raise CommandError(f"entry #{target.seq} is hidden already; /unhide shows it")
    return Hidden(target.id)


@registry.command("unhide")
def unhide(now: Situation, entry: TimelineEntry | None = None) -> Unhidden:
    """Offer a hidden entry again.

    /unhide #2
    """
    target = pointed_at(now, entry)
    if not now.state.overlay(target.id).hidden:
        raise CommandError(f"entry #{target.seq} is not hidden")
    return Unhidden(target.id)


def _standing(now: Situation, entry: TimelineEntry) -> TimelineEntry:
    if overlay_of(entry, now.state.overlays).retracted:
        raise CommandError(f"entry #{entry.seq} was taken back; /restore #{entry.seq} returns it")
    return entry
