import json
from collections import Counter
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from incident_tui.importers.format import Given, ImportRefusedError, Skipped
from incident_tui.importers.slack import IMPORTER
from incident_tui.importers.slack_text import SlackText
from tests.importers.reading import entries, everything, found, skipped, told
from tests.importers.slack_export import CHANNELS, FIRST, PEOPLE, SECOND, archive

INCIDENT = Given(channels=("#inc-812",))
TEXTS = SlackText({"U1": "mei"}, {"C1": "ops"})


def test_an_export_is_read_with_the_names_of_its_workspace() -> None:
    read = everything(IMPORTER, archive(), INCIDENT)
    assert told(read) == [
        "- 01-15 10:02:00 mei: @here I am IC. Bridge: join (https://meet.example.com/abc)",
        "- 01-15 10:03:01 Ana Ruiz: @mei p99 > 4s & rising, asking @dba in #deploys "
        '(in reply to "@here I am IC. Bridge: join (https://me…")',
        "- 01-15 10:01:30 alertmanager: p99 over 2s for 5m",
        "- 01-15 10:05:00 li: rolled back by @Ana Ruiz\n- https://a.example/1",
        '- 01-16 00:04:00 li: all clear (in reply to "@here I am IC. Bridge: join (https://me…")',
        "- 01-16 00:04:10 Gone Person: TODO alert earlier\n"
        "[file] graph.png https://files.example/graph.png",
    ]
    assert [entry.starred for entry in entries(read)] == [True, False, False, True, False, True]
    assert entries(read)[0].external_ref == "slack:1768471320.000100:U02IC"
    assert entries(read)[1].occurred_at.microsecond == 4200
    assert (found(read).zone, found(read).title) == ("UTC", "#inc-812")
    assert Counter(skipped(read)) == {
        (None, "notices of Slack itself: joins, topics, pins"): 1,
        (None, "inc-812/2026-01-16.json message 3 has no time"): 1,
        (None, "inc-812/2026-01-16.json message 4 is no message"): 1,
    }


def test_every_channel_is_read_unless_some_are_named() -> None:
    assert len(entries(everything(IMPORTER, archive()))) == 7
    with pytest.raises(ImportRefusedError, match="no channel 'ops'; there are: deploys, inc-812"):
        everything(IMPORTER, archive(), Given(channels=("ops",)))


def test_one_day_alone_gives_the_same_messages() -> None:
    day = json.dumps(FIRST)
    assert IMPORTER.sniff("2026-01-15.json", day.encode())
    alone = {entry.external_ref for entry in entries(everything(IMPORTER, day))}
    whole = {entry.external_ref for entry in entries(everything(IMPORTER, archive(), INCIDENT))}
    assert alone < whole
    assert entries(everything(IMPORTER, day))[0].author == "U02IC"


def test_the_people_of_a_grid_and_a_folder_within_the_archive() -> None:
    made = BytesIO()
    with ZipFile(made, "w") as zipped:
        zipped.writestr("export/org_users.json", json.dumps(PEOPLE))
        zipped.writestr("export/inc/2026-01-15.json", json.dumps(SECOND[:1]))
    assert told(everything(IMPORTER, made.getvalue())) == ["- 01-16 00:04:00 li: all clear"]


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("<@U1> <@U2|bo> <@U3>", "@mei @bo @U3"),
        ("<#C1> <#C2|deploys>", "#ops #deploys"),
        ("<!channel> <!here|@here> <!everyone>", "@channel @here @everyone"),
        ("<!subteam^S1|@dba> <!subteam^S1>", "@dba @usergroup"),
        ("<!date^1392734382^{date}|Feb 18>", "Feb 18"),
        ("<https://a.example/x?a=1&amp;b=2>", "https://a.example/x?a=1&b=2"),
        ("<https://a.example|a.example>", "https://a.example"),
        ("<mailto:a@b.example|a@b.example>", "a@b.example"),
        ("1 &lt; 2 &amp;&amp; &lt;@U1&gt;", "1 < 2 && <@U1>"),
        ("a < b", "a < b"),
    ],
)
def test_tags_are_read_before_what_is_escaped(raw: str, shown: str) -> None:
    assert TEXTS.plain(raw) == shown


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ({"text": "hm", "blocks": [{"type": "mrkdwn", "text": "hm!"}]}, "hm"),
        (
            {"blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": "a <@U1>"}}]},
            "a @mei",
        ),
        (
            {"text": "see <https://a.example>", "attachments": [{"from_url": "x", "text": "Ad"}]},
            "see https://a.example",
        ),
        (
            {
                "text": "",
                "attachments": [{"title": "High", "fields": [{"title": "zone", "value": "eu"}]}],
            },
            "High\nzone: eu",
        ),
        ({"text": "", "attachments": [{"fallback": "[FIRING]"}]}, "[FIRING]"),
        (
            {
                "text": "uploaded a file: <https://f.example/d.md|d.md>",
                "file": {"permalink": "https://f.example/d.md"},
            },
            "uploaded a file: d.md (https://f.example/d.md)",
        ),
        ({"text": None, "blocks": 3, "attachments": "x", "files": [None]}, ""),
    ],
)
def test_a_message_shows_all_that_people_saw(message: dict[str, Any], shown: str) -> None:
    assert TEXTS.of(message) == shown


def nested(depth: int) -> bytes:
    return b'[{"ts":"1768471320.0","text":"a","blocks":' + b"[" * depth + b"]" * depth + b"}]"


def test_a_broken_message_harms_no_other() -> None:
    day = b'[{"ts":"1768471320.000100","text":"\\ud83d"},{"ts":"1768471321.0","text":"b"}]'
    assert len(entries(everything(IMPORTER, day))) == 2
    read = everything(IMPORTER, archive({"a/2026-01-15.json": "[oops", "a/2026-01-16.json": FIRST}))
    assert len(entries(read)) == 4
    assert isinstance(read[1], Skipped)


@pytest.mark.parametrize(
    ("source", "error"),
    [
        (archive()[:300], "the archive cannot be read"),
        (archive({"notes/readme.json": []}), "no days of a Slack export"),
        (b"PK\x03\x04 nonsense", "the archive cannot be read"),
        (b'[{"ts": NaN}]', "not a day of a Slack export: JSON is malformed"),
        (b'{"ok": true}', "not a day of a Slack export"),
        (nested(100_000), "nested too deep"),
        (b'[{"ts":"17684', "not a day of a Slack export"),
        ("[".encode("utf-16"), "not a day of a Slack export"),
    ],
)
def test_what_is_no_export_is_refused(source: bytes, error: str) -> None:
    with pytest.raises(ImportRefusedError, match=error):
        everything(IMPORTER, source)


def test_an_archive_that_swells_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("incident_tui.importers.archive.MOST", 1 << 20)
    monkeypatch.setattr("incident_tui.importers.archive._HARMLESS", 1 << 20)
    days = {f"a/2026-01-{day:02}.json": b" " * (1 << 20) for day in (1, 2)}
    with pytest.raises(ImportRefusedError, match="unpacks to far too much"):
        everything(IMPORTER, archive(days))
    with pytest.raises(ImportRefusedError, match="larger than 1 MiB"):
        everything(IMPORTER, archive({"a/2026-01-01.json": b" " * (2 << 20)}))


def test_the_names_in_an_archive_are_only_names() -> None:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as zipped:
        zipped.writestr("../../etc/2026-01-15.json", json.dumps(SECOND[:1]))
        zipped.writestr("channels.json", json.dumps(CHANNELS))
    assert told(everything(IMPORTER, made.getvalue())) == ["- 01-16 00:04:00 U09: all clear"]


@pytest.mark.parametrize("odd", [["text"], {"a": 1}, 7, None])
def test_a_block_of_a_type_that_is_no_name_is_only_a_frame(odd: Any) -> None:
    inner = {"type": "rich_text_section", "elements": [{"type": "text", "text": "rolled back"}]}
    message = FIRST[0] | {"text": "", "blocks": [{"type": odd, "elements": [inner]}]}
    [entry] = entries(everything(IMPORTER, json.dumps([message])))
    assert "rolled back" in entry.text
