"""A Slack export is read channel by channel and day by day, whichever part of it there is.

The message id (`ts`) is a decimal string and never a float. Replies lie in the file of their own
day, so a thread is joined over files by the id of its first message.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any, BinaryIO, Final

import msgspec

from incident_tui.importers.archive import Archive, named
from incident_tui.importers.format import (
    Captured,
    CapturedEntry,
    CaptureImporter,
    Found,
    Given,
    ImportRefusedError,
    Skipped,
)
from incident_tui.importers.json_input import (
    MOST,
    UnreadableError,
    decoded,
    items,
    listed,
    looks_like,
    mapping,
    objects,
    text,
)
from incident_tui.importers.moments import epoch
from incident_tui.importers.slack_text import SlackText

_DAY: Final = re.compile(r"(?:.*/)?([^/]+)/(\d{4}-\d\d-\d\d)\.json")
_NOTICES: Final = frozenset(
    (
        *("channel_join", "channel_leave", "channel_topic", "channel_purpose", "channel_name"),
        *("channel_archive", "channel_unarchive", "group_join", "group_leave", "bot_add"),
        *("bot_remove", "pinned_item", "unpinned_item", "reminder_add", "tombstone", "ekm_denied"),
        *("message_changed", "message_deleted", "message_replied", "channel_convert_to_private"),
        *("group_topic", "group_purpose", "group_name", "app_conversation_join", "me_join"),
    )
)
STARRING: Final = frozenset(
    (
        "pushpin",
        "round_pushpin",
        "stopwatch",
        "star",
        "star2",
        "timer_clock",
        "memo",
        "spiral_note_pad",
    )
)
"""Reactions that teams use to say: this belongs in the timeline."""
_PARENTS: Final = 20_000
"""Beginnings of threads that are remembered, for their replies to quote."""


class _Workspace:
    """Who and what the ids of an export mean; `pins` are the ids of pinned messages."""

    def __init__(self) -> None:
        self.people: dict[str, str] = {}
        self.channels: dict[str, str] = {}
        self.pins: set[str] = set()

    def learn(self, archive: Archive) -> None:
        """Take in the lists that stand beside the channels."""
        names = archive.names()
        for last in ("users.json", "org_users.json"):
            for name in named(names, last)[:1]:
                self._people(_list_in(archive, name))
        for last in ("channels.json", "groups.json", "mpims.json", "dms.json"):
            for name in named(names, last)[:1]:
                self._channels(_list_in(archive, name))

    def _people(self, users: list[Any]) -> None:
        for user in objects(users):
            names = (text(user, "profile", "display_name"), text(user, "profile", "real_name"))
            name = next((n for n in (*names, text(user, "real_name")) if n), text(user, "name"))
            self.people[text(user, "id")] = name

    def _channels(self, channels: list[Any]) -> None:
        for channel in objects(channels):
            self.channels[text(channel, "id")] = text(channel, "name")
            self.pins.update(text(pin, "id") for pin in objects(channel, "pins"))


def sniff(_: str, head: bytes) -> bool:
    """Whether it is an archive, or messages with the ids that Slack gives."""
    if head.startswith(b"PK\x03\x04"):
        return True
    return looks_like(head, "ts", "type") and head.lstrip()[:1] == b"["


def read(file: BinaryIO, given: Given) -> Iterator[Captured]:
    """Everything said in the channels, or in those that were named."""
    file.seek(0)
    workspace = _Workspace()
    if file.read(2) == b"PK":
        yield from _archive(Archive(file), workspace, given)
        return
    file.seek(0)
    data = file.read(MOST + 1)
    if len(data) > MOST:
        raise ImportRefusedError(f"it is larger than {MOST >> 20} MiB; import the whole export")
    try:
        messages = items(data)
    except UnreadableError as error:
        raise ImportRefusedError(f"it is not a day of a Slack export: {error}") from error
    yield Found("UTC")
    yield from _Channel(workspace).read(messages, "")


def _archive(archive: Archive, workspace: _Workspace, given: Given) -> Iterator[Captured]:
    workspace.learn(archive)
    days: dict[str, list[str]] = {}
    for name in archive.names():
        if found := _DAY.fullmatch(name):
            days.setdefault(found[1], []).append(name)
    if not days:
        raise ImportRefusedError("the archive holds no days of a Slack export (CHANNEL/DATE.json)")
    wanted = {name.removeprefix("#") for name in given.channels} or set(days)
    if missing := sorted(wanted - set(days)):
        there = ", ".join(sorted(days)[:12])
        raise ImportRefusedError(f"there is no channel {missing[0]!r}; there are: {there}")
    yield Found("UTC", f"#{min(wanted)}" if len(wanted) == 1 else "")
    for channel in sorted(wanted):
        reading = _Channel(workspace)
        for name in sorted(days[channel]):
            try:
                messages = items(archive.read(name))
            except UnreadableError as error:
                yield Skipped(None, f"{name} cannot be read: {error}")
                continue
            yield from reading.read(messages, f"{name} ")


class _Channel:
    """One channel, read day by day."""

    def __init__(self, workspace: _Workspace) -> None:
        self._workspace = workspace
        self._texts = SlackText(workspace.people, workspace.channels)
        self._parents: dict[str, str] = {}

    def read(self, messages: list[msgspec.Raw], where: str) -> Iterator[Captured]:
        """The messages of one day, as they were sent."""
        for number, raw in enumerate(messages, 1):
            try:
                message = decoded(raw)
            except UnreadableError as error:
                yield Skipped(None, f"{where}message {number} cannot be read: {error}")
                continue
            if not isinstance(message, dict):
                yield Skipped(None, f"{where}message {number} is no message")
                continue
            ts = text(message, "ts")
            at = epoch(ts)
            if at is None:
                yield Skipped(None, f"{where}message {number} has no time")
            elif ("subtype" in message and text(message, "subtype") in _NOTICES) or message.get(
                "hidden"
            ) is True:
                yield Skipped(None, "notices of Slack itself: joins, topics, pins")
            else:
                yield self._entry(message, ts, at)

    def _entry(self, message: dict[str, Any], ts: str, at: datetime) -> Captured:
        said = self._texts.of(message)
        if not said.strip():
            return Skipped(None, "messages with no text")
        thread, user = text(message, "thread_ts"), text(message, "user")
        author = self._author(message, user)
        starred = self._starred(message, ts) or said[:4].upper() == "TODO"
        who = user or text(message, "bot_id") or author
        if thread and thread != ts and thread in self._parents:
            said = f'{said} (in reply to "{self._parents[thread]}")'
        elif thread == ts and len(self._parents) < _PARENTS:
            first = said.split("\n", 1)[0]
            self._parents[ts] = first if len(first) <= 40 else f"{first[:39].rstrip()}…"
        if "subtype" in message and message["subtype"] == "me_message":
            said = f"* {said}"
        return CapturedEntry(None, at, said, f"slack:{ts}:{who}", author, None, starred)

    def _author(self, message: dict[str, Any], user: str) -> str:
        if user in self._workspace.people and not message.get("bot_profile"):
            return self._workspace.people[user]
        profile = mapping(message, "user_profile")
        names = (
            *(text(message, "bot_profile", "name"), text(message, "username")),
            *(text(profile, "display_name"), text(profile, "real_name"), text(profile, "name")),
        )
        return next((name for name in names if name), user or text(message, "bot_id"))

    def _starred(self, message: dict[str, Any], ts: str) -> bool:
        if message.get("pinned_to") or message.get("is_starred") is True:
            return True
        if "reactions" in message:
            names = {text(each, "name").split("::")[0] for each in objects(message, "reactions")}
            if names & STARRING:
                return True
        return ts in self._workspace.pins


def _list_in(archive: Archive, name: str) -> list[Any]:
    try:
        return listed(decoded(archive.read(name)))
    except UnreadableError as error:
        raise ImportRefusedError(f"{name} in the archive cannot be read: {error}") from error


IMPORTER: Final = CaptureImporter("slack", "Slack export", sniff, read, spoken=True)
