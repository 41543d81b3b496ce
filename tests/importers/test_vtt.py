from datetime import UTC, datetime

import pytest

from incident_tui.importers.format import Given, ImportRefusedError
from incident_tui.importers.vtt import IMPORTER
from tests.importers.reading import entries, everything, found, skipped, told

BEGAN = Given(start=datetime(2026, 1, 15, 10, 0, tzinfo=UTC))
TEAMS = """\ufeffWEBVTT

NOTE made by a machine

0:5:21.0 --> 0:5:23.5
<v Ana Ruiz>No objection.</v>

3f2a9c1e-7b1d-4c7e-9a51-0c2f5e8d1a11/12-0
00:04:10.120 --> 00:04:14.900
<v Mei Tan>The proposal is to roll back
to 412.</v> <v Li>Any &amp; all</v>

-0:00:02.000 --> 0:0:1.0
<v Mei Tan>Can you hear me

0:06:00.000 --> 0:06:01.0
(music)
"""
ZOOM = """WEBVTT

1
00:04:10.120 --> 00:04:12.900
Mei Tan: The proposal is

2
00:04:13.000 --> 00:04:14.900
Mei Tan: to roll back.

3
04:21.000 --> 04:23.500 align:start
Ana Ruiz: No objection.

4
00:05:00,000 --> 00:05:01,000
note: see https://a.example/x

5
00:05:02.000 --> 00:05:03.000
Mei Tan: Go.

6
00:05:04.000 --> 00:05:05.000
Mei Tan: Thanks.
"""


def test_teams_names_in_tags_and_shuffles() -> None:
    read = everything(IMPORTER, TEAMS, BEGAN)
    assert told(read) == [
        "13 01-15 09:59:58 Mei Tan: Can you hear me",
        "9 01-15 10:04:10 Mei Tan: The proposal is to roll back to 412.",
        "9 01-15 10:04:10 Li: Any & all",
        "5 01-15 10:05:21 Ana Ruiz: No objection.",
    ]
    assert skipped(read) == [(16, "cues that nobody speaks")]
    refs = [entry.external_ref for entry in entries(read)]
    assert refs[1] == "vtt:3f2a9c1e-7b1d-4c7e-9a51-0c2f5e8d1a11/12-0"
    assert len(set(refs)) == 4
    assert (found(read).zone, found(read).dated) == ("UTC", False)


def test_zoom_names_before_a_colon_those_who_speak_more_than_once() -> None:
    read = everything(IMPORTER, ZOOM.replace("\n", "\r\n"), BEGAN)
    assert told(read) == [
        "4 01-15 10:04:10 Mei Tan: The proposal is to roll back.",
        "12 01-15 10:04:21 Ana Ruiz: No objection.",
        "16 01-15 10:05:00 note: see https://a.example/x",
        "20 01-15 10:05:02 Mei Tan: Go.",
        "24 01-15 10:05:04 Mei Tan: Thanks.",
    ]


def test_nobody_said_when_it_began() -> None:
    read = everything(IMPORTER, ZOOM)
    assert (found(read).zone, found(read).dated, found(read).clocked) == (None, False, False)
    assert told(read)[0].startswith("4 01-02 00:04:10")


def test_a_broken_timing_is_said() -> None:
    text = "WEBVTT\n\n00:01.000 --> soon\nhm\n\n00:02.000 --> 00:03.000\nyes\n"
    assert skipped(everything(IMPORTER, text)) == [
        (3, "'00:01.000 --> soon' is no timing of a cue")
    ]


@pytest.mark.parametrize("text", ["", "WEBVTT", "WEBVTT\n\nNOTE\nnothing", "00:01 --> 00:02"])
def test_a_transcript_without_a_cue_is_refused(text: str) -> None:
    with pytest.raises(ImportRefusedError, match="there is no cue"):
        everything(IMPORTER, text)


def test_it_knows_a_transcript() -> None:
    assert IMPORTER.sniff("", TEAMS.encode())
    assert IMPORTER.sniff("", b"1\r\n00:00:01,000 --> 00:00:02,000\r\nhm\r\n")
    assert not IMPORTER.sniff("", b"10:02 mei: a --> b\n")
