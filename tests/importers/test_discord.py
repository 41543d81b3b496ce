import json
from typing import Any

import pytest

from incident_tui.importers.discord import IMPORTER
from incident_tui.importers.format import ImportRefusedError
from tests.importers.reading import entries, everything, found, skipped, told


def message(id_: str, content: str, **more: Any) -> dict[str, Any]:
    author = {"id": "7", "name": "ana", "nickname": "Ana", "isBot": False}
    at = "2026-01-15T11:03:02.114+01:00"
    return {
        "id": id_,
        "type": "Default",
        "timestamp": at,
        "content": content,
        "author": author,
        **more,
    }


CHANNEL = {
    "guild": {"id": "1", "name": "ops"},
    "channel": {"id": "9", "type": "GuildTextChat", "name": "inc-812"},
    "messages": [
        message("100", "Rolling back", isPinned=True),
        message("101", "done", type="Reply", reference={"messageId": "100"}),
        message(
            "102",
            "",
            reactions=[{"emoji": {"name": "📌", "code": "pushpin"}}],
            attachments=[{"fileName": "graph.png", "url": "https://f.example/g"}],
        ),
        message("103", "", author={"name": "bot", "isBot": True}, embeds=[{"title": "FIRING"}]),
        message("104", "pinned", type="ChannelPinnedMessage"),
        message("105", "when", timestamp="soon"),
        message("106", " "),
        5,
    ],
    "messageCount": 8,
}


def test_a_channel_is_read() -> None:
    text = json.dumps(CHANNEL)
    assert IMPORTER.sniff("", text.encode())
    read = everything(IMPORTER, text)
    assert told(read) == [
        "- 01-15 10:03:02 Ana: Rolling back",
        '- 01-15 10:03:02 Ana: done (in reply to "Rolling back")',
        "- 01-15 10:03:02 Ana: [file] graph.png https://f.example/g",
        "- 01-15 10:03:02 bot: FIRING",
    ]
    assert [entry.starred for entry in entries(read)] == [True, False, True, False]
    assert [why for _, why in skipped(read)] == [
        "notices of Discord itself: pins, joins, threads",
        "message 6 has no time",
        "messages with no text",
        "message 8 is no message",
    ]
    assert (found(read).zone, found(read).title) == ("UTC", "#inc-812")


def test_an_export_that_broke_off_says_so() -> None:
    whole = {name: part for name, part in CHANNEL.items() if name != "messageCount"}
    assert "broke off" in skipped(everything(IMPORTER, json.dumps(whole)))[-1][1]
    with pytest.raises(ImportRefusedError, match="cannot be read as JSON"):
        everything(IMPORTER, json.dumps(CHANNEL)[:-20])
    with pytest.raises(ImportRefusedError, match="not a channel of DiscordChatExporter"):
        everything(IMPORTER, '{"guild": 1, "channel": 2, "messages": {}}')
