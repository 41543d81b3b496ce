"""An export of an invented workspace, as a zip with whatever a test puts into it."""

import json
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

PEOPLE: list[dict[str, Any]] = [
    {"id": "U02IC", "name": "mei", "profile": {"real_name": "Mei Tan", "display_name": "mei"}},
    {"id": "W07DB", "name": "ana", "profile": {"real_name": "Ana Ruiz", "display_name": ""}},
    {"id": "U09", "name": "li", "profile": None},
]
CHANNELS: list[dict[str, Any]] = [
    {"id": "C09INC", "name": "inc-812", "pins": [{"id": "1768471500.000200"}]},
    {"id": "C0DEPL", "name": "deploys"},
]
FIRST: list[dict[str, Any]] = [
    {
        "type": "message",
        "user": "U02IC",
        "text": "<!here> I am IC. Bridge: <https://meet.example.com/abc|join>",
        "ts": "1768471320.000100",
        "thread_ts": "1768471320.000100",
        "reply_count": 2,
        "reactions": [{"name": "pushpin", "users": ["U02IC"], "count": 1}],
    },
    {
        "type": "message",
        "user": "W07DB",
        "text": "<@U02IC> p99 &gt; 4s &amp; rising, asking <!subteam^S01|@dba> in <#C0DEPL|>",
        "ts": "1768471381.004200",
        "thread_ts": "1768471320.000100",
        "edited": {"user": "W07DB", "ts": "1768471400.000000"},
    },
    {
        "type": "message",
        "subtype": "bot_message",
        "bot_id": "B0AM",
        "username": "alertmanager",
        "text": "",
        "ts": "1768471290.000000",
        "attachments": [{"fallback": "FIRING: CheckoutLatency", "text": "p99 over 2s for 5m"}],
    },
    {"type": "message", "subtype": "channel_join", "user": "U09", "text": "", "ts": "1768471300.0"},
    {
        "type": "message",
        "user": "U09",
        "text": "",
        "ts": "1768471500.000200",
        "blocks": [
            {
                "type": "rich_text",
                "elements": [
                    {
                        "type": "rich_text_section",
                        "elements": [
                            {"type": "text", "text": "rolled back by "},
                            {"type": "user", "user_id": "W07DB"},
                        ],
                    },
                    {
                        "type": "rich_text_list",
                        "elements": [
                            {
                                "type": "rich_text_section",
                                "elements": [{"type": "link", "url": "https://a.example/1"}],
                            }
                        ],
                    },
                ],
            }
        ],
    },
]
SECOND: list[dict[str, Any]] = [
    {
        "type": "message",
        "user": "U09",
        "text": "all clear",
        "ts": "1768521840.000000",
        "thread_ts": "1768471320.000100",
    },
    {
        "type": "message",
        "user": "U404",
        "user_profile": {"real_name": "Gone Person"},
        "text": "TODO alert earlier",
        "ts": "1768521850.000000",
        "files": [{"name": "graph.png", "permalink": "https://files.example/graph.png"}],
    },
    {"type": "message", "user": "U09", "text": "no time"},
    7,  # type: ignore[list-item]  # what no export should hold
]


def archive(days: dict[str, Any] | None = None, **more: Any) -> bytes:
    """A zip of these days beside the people and channels; `more` are further files at the top."""
    whole = days or {
        "inc-812/2026-01-15.json": FIRST,
        "inc-812/2026-01-16.json": SECOND,
        "deploys/2026-01-15.json": [{"type": "message", "text": "build 412", "ts": "1768471000.1"}],
    }
    files = {"users.json": PEOPLE, "channels.json": CHANNELS, **more, **whole}
    kept = BytesIO()
    with ZipFile(kept, "w", ZIP_DEFLATED) as made:
        for name, content in files.items():
            text = content if isinstance(content, str | bytes) else json.dumps(content)
            made.writestr(name, text)
    return kept.getvalue()
