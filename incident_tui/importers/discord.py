"""A channel as DiscordChatExporter writes it; its times carry an offset, its pins suggest stars."""

from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from incident_tui.importers.format import (
    Captured,
    CapturedEntry,
    CaptureImporter,
    Found,
    Given,
    ImportRefusedError,
    Skipped,
)
from incident_tui.importers.json_input import document, looks_like, objects, text
from incident_tui.importers.moments import instant

_SPOKEN: Final = frozenset(("Default", "Reply", "0", "19", "20", "23", ""))
"""Types of messages that people or bots wrote; the others are notices."""
_STARRING: Final = frozenset(("📌", "📍", "⏱", "⏱️", "⭐", "🌟", "pushpin", "star", "stopwatch"))
_MOST: Final = 256 * 1024 * 1024


def sniff(_: str, head: bytes) -> bool:
    """Whether it begins as such an export does."""
    return looks_like(head, "guild", "channel") and head.lstrip(b"\xef\xbb\xbf \r\n")[:1] == b"{"


def read(file: BinaryIO, _: Given) -> Iterator[Captured]:
    """Everything said in the channel."""
    whole = document(file, _MOST)
    if not isinstance(whole, dict) or not isinstance(whole.get("messages"), list):
        raise ImportRefusedError(
            "it is not a channel of DiscordChatExporter: there are no messages"
        )
    channel = text(whole, "channel", "name")
    yield Found("UTC", f"#{channel}" if channel else "")
    texts: dict[str, str] = {}
    for number, message in enumerate(whole["messages"], 1):
        if not isinstance(message, dict):
            yield Skipped(None, f"message {number} is no message")
        elif text(message, "type") not in _SPOKEN:
            yield Skipped(None, "notices of Discord itself: pins, joins, threads")
        else:
            yield _entry(number, message, texts)
    if "messageCount" not in whole:
        yield Skipped(None, "the export broke off: it does not say how many messages there are")


def _entry(number: int, message: dict[str, Any], texts: dict[str, str]) -> Captured:
    moment = instant(text(message, "timestamp"))
    if moment is None or not moment[1]:
        return Skipped(None, f"message {number} has no time")
    parts = [text(message, "content"), text(message, "forwardedMessage", "content")]
    parts += [
        "\n".join(p for p in (text(e, "title"), text(e, "description")) if p)
        for e in objects(message, "embeds")
        if text(message, "author", "isBot") or not text(message, "content")
    ]
    parts += [
        f"[file] {text(file, 'fileName')} {text(file, 'url')}".strip()
        for file in objects(message, "attachments")
    ]
    said = "\n".join(part for part in parts if part.strip())
    if not said:
        return Skipped(None, "messages with no text")
    id_ = text(message, "id")
    texts[id_] = said.split("\n", 1)[0][:40]
    if quoted := texts.get(text(message, "reference", "messageId")):
        said = f'{said} (in reply to "{quoted}")'
    who = text(message, "author", "nickname") or text(message, "author", "name")
    signs = {
        text(each, "emoji", key)
        for each in objects(message, "reactions")
        for key in ("name", "code")
    }
    starred = message.get("isPinned") is True or bool(signs & _STARRING)
    ref = f"discord:{id_ or number}"
    return CapturedEntry(None, moment[0], said, ref, who, starred=starred)


IMPORTER: Final = CaptureImporter("discord", "Discord channel export", sniff, read, spoken=True)
