"""One realistic source for every importer, and ways in which sources come broken."""

import json
import random
from typing import Final

from tests.importers import (
    test_alerts,
    test_chat,
    test_csv_table,
    test_discord,
    test_irc,
    test_opsgenie,
    test_pagerduty,
    test_vtt,
    test_zoom_chat,
)
from tests.importers.slack_export import FIRST, archive

_PAGERDUTY: Final = {**test_pagerduty.INCIDENT, **test_pagerduty.LOG}
_POSTMORTEM: Final = """# Checkout was slow

Date: 2026-01-15

## Summary
It was slow for 57 minutes.

## Timeline (UTC)
- 10:01 alert fired
- 10:14: rolled back
| Time | Event |
| --- | --- |
| 2026-01-15 10:58 | resolved |

## Action items
- [ ] @ana: add an alert
- [x] write the runbook
"""
SAMPLES: Final[dict[str, tuple[bytes, ...]]] = {
    "slack": (archive(), json.dumps(FIRST).encode()),
    "chat": (test_chat.SLACK.encode(), test_chat.TEAMS.encode(), test_chat.TEAMS.encode("utf-16")),
    "csv": (test_csv_table.TABLE.encode(),),
    "alertmanager": (test_alerts.sent(test_alerts.LATER, test_alerts.FIRST).encode(),),
    "grafana": (test_alerts.sent(test_alerts.FIRST, orgId=1).encode(),),
    "pagerduty": (
        json.dumps(_PAGERDUTY).encode(),
        json.dumps(test_pagerduty.event("triggered")).encode(),
    ),
    "opsgenie": (json.dumps(test_opsgenie.call("Create")).encode(),),
    "vtt": (test_vtt.TEAMS.encode(), test_vtt.ZOOM.encode()),
    "zoom-chat": (test_zoom_chat.RECORDED.encode(), test_zoom_chat.SAVED.encode()),
    "discord": (json.dumps(test_discord.CHANNEL).encode(),),
    "irc": (test_irc.IRSSI.encode(), test_irc.WEECHAT.encode(), test_irc.BRACKETS.encode()),
    "postmortem": (_POSTMORTEM.encode(),),
}
HOSTILE: Final = (
    b"",
    b"\x00" * 100,
    b"\xff\xfe\xff",
    b"\xef\xbb\xbf",
    b"PK\x03\x04",
    b"PK\x05\x06" + bytes(18),
    b"[" * 200_000,
    b'{"a":' * 100_000,
    b'[{"ts": NaN, "alerts": [Infinity]}]',
    b'{"messages": [' + b"9" * 6000 + b"]}",
    b'{"alerts": [{"startsAt": 1e999}], "log_entries": [[]], "action": {}, "alert": []}',
    b'{"messages": {"a": 1}, "alerts": null, "event": 7, "incident": [], "guild": 1, "channel": 2}',
    b'"\\ud800"',
    b"null",
    b"x" * 3_000_000,
    b"10:02 " * 50_000,
    b"10:02 mei: \x1b]52;c;aGk=\x07\x9b31m\xe2\x80\xae\n",
    b"99999999999-99-99 99:99:99 a: b\n",
    b"0001-01-01 00:00 a: b\n9999-12-31 23:59 a: b\n" * 3,
    b"WEBVTT\n\n9999:59:59.999 --> 9999:99:99.999\n<v a>b\n\n-9999:00:00.0 --> 0:0:0.0\nx\n",
    b"time,text\n" + b'"' * 10_000,
    b"time,text\n9999-12-31T23:59:59-14:00,x\n0001-01-01T00:00:00+14:00,y\n",
    b"COPY a (time, text) FROM stdin;\n\\N\t\\N\n",
    b"--- Log opened Foo Xyz 99 99:99:99 99999\n10:02 <a> b\n",
    "☃ 10:02 ️‍\n".encode() * 50,
)
_TOKENS: Final = (
    *(
        b"\x00",
        b"\xff",
        b"\n",
        b"\r\n",
        b"\t",
        b'"',
        b"[",
        b"]",
        b"{",
        b"}",
        b"<",
        b">",
        b"|",
        b":",
    ),
    *(
        b"NaN",
        b"1e999",
        b"-1",
        b"99999999999999999999",
        b"null",
        b"[]",
        b"{}",
        b'"\\ud800"',
        b"24:60",
    ),
    *(
        b"0000-00-00",
        b"9999-12-31T23:59:59.999999999Z",
        b"31/31/2026",
        b"-->",
        b"12:00 AM",
        b"\xe2\x80\xa8",
    ),
)


def broken(sample: bytes, chance: random.Random) -> bytes:
    """The sample as it might come after an accident, or from somebody who means harm."""
    data = bytearray(sample)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(data) + 1)
        to = min(len(data), at + chance.randint(0, 40))
        match chance.randrange(6):
            case 0:
                data[at:to] = b""
            case 1:
                data[at:at] = chance.choice(_TOKENS)
            case 2:
                data[at:to] = chance.choice(_TOKENS)
            case 3:
                data[at:at] = data[at:to] * chance.randint(1, 30)
            case 4:
                data[at:to] = chance.randbytes(to - at)
            case _:
                del data[at if chance.random() < 0.2 else len(data) :]
    return bytes(data)
