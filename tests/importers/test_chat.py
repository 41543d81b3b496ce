import pytest

from incident_tui.importers.chat import IMPORTER
from incident_tui.importers.format import Given, ImportRefusedError
from tests.importers.reading import LONDON, THAT_DAY, entries, everything, found, skipped, told

SLACK = """Thursday, January 15th, 2026
Mei Tan
  10:02 AM
I am the incident commander
Bridge: https://meet.example.com/abc
10:03
p99 is rising
(edited)

Ana Ruiz
:palm_tree:  10:04 AM
Rolling back to 412
1 reply

alertmanager APP  10:05 AM
FIRING: CheckoutLatency
"""
TEAMS = """[15/01/2026 10:02] Mei Tan: I am IC
second line
[16/01/2026 00:04] Ana Ruiz (Guest): all clear
"""


def test_a_copy_from_slack() -> None:
    read = everything(IMPORTER, SLACK)
    assert told(read) == [
        "3 01-15 10:02:00 Mei Tan: I am the incident commander\n"
        "Bridge: https://meet.example.com/abc",
        "6 01-15 10:03:00 Mei Tan: p99 is rising",
        "11 01-15 10:04:00 Ana Ruiz: Rolling back to 412",
        "15 01-15 10:05:00 alertmanager: FIRING: CheckoutLatency",
    ]
    assert skipped(read) == []
    assert (found(read).zone, found(read).dated) == (None, True)


def test_a_copy_from_teams_says_the_day_first_where_it_must() -> None:
    assert told(everything(IMPORTER, TEAMS)) == [
        "1 01-15 10:02:00 Mei Tan: I am IC\nsecond line",
        "3 01-16 00:04:00 Ana Ruiz (Guest): all clear",
    ]


@pytest.mark.parametrize(
    ("line", "reads"),
    [
        ("2026-01-15T10:02:11Z mei: hm", "1 01-15 10:02:11 mei: hm"),
        ("2026-01-15 10:02 +01:00 mei: hm", "1 01-15 09:02:00 mei: hm"),
        ("[2026-01-15 10:02:11] <mei> hm", "1 01-15 10:02:11 mei: hm"),
        ("2026-01-15 10:02 - mei: hm", "1 01-15 10:02:00 mei: hm"),
        ("15/01/2026, 10:02 - Mei Tan: hm", "1 01-15 10:02:00 Mei Tan: hm"),
        ("1/15/26, 10:02 PM - Mei: hm", "1 01-15 22:02:00 Mei: hm"),
        ("Mei Tan, [15.01.2026 10:02]\nhm", "1 01-15 10:02:00 Mei Tan: hm"),
        ("mei — 01/15/2026 10:02 AM\nhm", "1 01-15 10:02:00 mei: hm"),
        ("Mei Tan  15/01/2026 10:02\nhm", "1 01-15 10:02:00 Mei Tan: hm"),
        ("2026-01-15 10:02 note: restarted", "1 01-15 10:02:00 note: restarted"),
        (
            "2026-01-15 10:02 see https://a.example/x: y",
            "1 01-15 10:02:00 see https://a.example/x: y",
        ),
        ("Jan 15, 2026 12:00 AM mei: hm", "1 01-15 00:00:00 mei: hm"),
        ("2026-01-15 13:06PM mei: hm", "1 01-15 13:06:00 mei: hm"),
        ("2026-01-15 10:02:11 CET mei: hm", "1 01-15 09:02:11 mei: hm"),
        ("2026-01-15 10:02 PST mei: hm", "1 01-15 18:02:00 mei: hm"),
    ],
)
def test_a_line_says_when_and_who(line: str, reads: str) -> None:
    assert told(everything(IMPORTER, line)) == [reads]


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("[10:02 AM] Mei Tan\nI am IC", ["1 01-15 10:02:00 Mei Tan: I am IC"]),
        (
            "[10:02 AM] Deploy Started\n[10:03] ok",
            ["1 01-15 10:02:00 Deploy Started", "2 01-15 10:03:00 ok"],
        ),
        ("Mei Tan, Thu 10:02 AM\nI am IC", ["1 01-15 10:02:00 Mei Tan: I am IC"]),
        ("Mei Tan, Jan 16, 10:02 AM\nI am IC", ["1 01-16 10:02:00 Mei Tan: I am IC"]),
        ("ana:palm_tree:  10:04 AM\nok", ["1 01-15 10:04:00 ana: ok"]),
        ("ana\n  Jan 16th at 10:04 AM\nok\n\n\n\nso", ["2 01-16 10:04:00 ana: ok\n\nso"]),
        (
            "- 10:02 mei: hm\n- 10:03 ana: x",
            ["1 01-15 10:02:00 mei: hm", "2 01-15 10:03:00 ana: x"],
        ),
        ("10:02 - deploy\n10:05 – errors", ["1 01-15 10:02:00 deploy", "2 01-15 10:05:00 errors"]),
        ("Friday, January 16th\n10:02 mei: hm", ["2 01-16 10:02:00 mei: hm"]),
        (
            "Mei Tan\n10:02 AM\na\n\nAna Ruiz\n10:04 AM\nb",
            ["2 01-15 10:02:00 Mei Tan: a", "6 01-15 10:04:00 Ana Ruiz: b"],
        ),
    ],
)
def test_copies_of_many_programs(text: str, reads: list[str]) -> None:
    read = everything(IMPORTER, text, THAT_DAY)
    assert told(read) == reads
    assert skipped(read) == []
    assert not found(read).dated


def test_the_clock_passes_midnight_but_is_not_pushed_by_disorder() -> None:
    text = "23:58 mei: a\n23:59 mei: b\n00:04 ana: c\n00:03 mei: d"
    read = everything(IMPORTER, text, THAT_DAY)
    assert [line[:16] for line in told(read)] == [
        "1 01-15 23:58:00",
        "2 01-15 23:59:00",
        "3 01-16 00:04:00",
        "4 01-16 00:03:00",
    ]
    assert not found(read).dated


def test_the_given_zone_is_that_of_times_without_one() -> None:
    summer = "2026-07-15 10:02 mei: a\n2026-07-15 10:02Z mei: b"
    assert [line[8:16] for line in told(everything(IMPORTER, summer, LONDON))] == [
        "09:02:00",
        "10:02:00",
    ]


def test_a_second_reading_gives_the_same_references_each_once() -> None:
    text = "2026-01-15 10:02 mei: yes\n2026-01-15 10:02 mei: yes\n2026-01-15 10:02 ana: yes"
    first = [entry.external_ref for entry in entries(everything(IMPORTER, text))]
    assert first == [entry.external_ref for entry in entries(everything(IMPORTER, text))]
    assert len(set(first)) == 3


def test_what_is_no_message_is_said() -> None:
    read = everything(IMPORTER, "hello\nthere\n10:02 mei: hm\n99:99 mei: x\n10:05\n", THAT_DAY)
    assert told(read) == ["3 01-15 10:02:00 mei: hm"]
    assert skipped(read) == [
        (1, "it stands before the first time"),
        (4, "there is no such time"),
        (5, "a time with nothing said"),
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "nothing here\nhas a time", "10:99 mei: hm"])
def test_a_text_without_times_is_refused(text: str) -> None:
    with pytest.raises(ImportRefusedError, match="no line begins or ends with a time"):
        everything(IMPORTER, text, Given())


def test_it_knows_a_chat_when_it_sees_one() -> None:
    assert IMPORTER.sniff("", SLACK.encode())
    assert IMPORTER.sniff("", TEAMS.encode("utf-16"))
    assert not IMPORTER.sniff("", b"Dear all,\nsee you at 10:00.\n")
    assert not IMPORTER.sniff("", b'[{"ts": "1768471320.000100"}]')
    assert not IMPORTER.sniff("", b"")
