import pytest

from incident_tui.importers.format import Given, ImportRefusedError
from incident_tui.importers.irc import IMPORTER
from tests.importers.reading import THAT_DAY, entries, everything, found, skipped, told

IRSSI = """--- Log opened Thu Jan 15 09:58:00 2026
10:01 -!- mei [mei@h] has joined #inc-812
10:02 <@mei> I am the incident commander
10:03  * ana starts the rollback
10:04 -monitor:#inc-812- p99 over 2s
--- Day changed Fri Jan 16 2026
00:04 < bob> all clear
00:05 <bob>\x02\x0304 red\x0f
--- Log closed Fri Jan 16 00:10:00 2026
"""
WEECHAT = (
    "2026-01-15 10:02:11.000000Z\t@mei\tI am the incident commander\n"
    "2026-01-15 10:02:12.000000Z\t-->\tana (a@b) has joined #inc-812\n"
    "2026-01-15 10:03:40.120000Z\t *\tana starts the rollback\n"
    "2026-01-15 10:03:41.120000Z\t--\tNotice(x): hm\n"
)
BRACKETS = "[02:16] <li> hm\n=== li is now known as bo\n[23:59:10] <bo> late\n[00:01] * bo waves\n"


def test_irssi_sets_its_day_by_marks() -> None:
    read = everything(IMPORTER, IRSSI)
    assert told(read) == [
        "3 01-15 10:02:00 mei: I am the incident commander",
        "4 01-15 10:03:00 ana: * starts the rollback",
        "5 01-15 10:04:00 monitor: p99 over 2s",
        "7 01-16 00:04:00 bob: all clear",
        "8 01-16 00:05:00 bob: red",
    ]
    assert skipped(read) == [(2, "joins, leaves and other notices")]
    assert (found(read).zone, found(read).dated) == (None, True)


def test_weechat_has_three_columns() -> None:
    read = everything(IMPORTER, WEECHAT)
    assert told(read) == [
        "1 01-15 10:02:11 mei: I am the incident commander",
        "3 01-15 10:03:40 ana: * starts the rollback",
    ]
    assert len(skipped(read)) == 2
    assert found(read).zone == "UTC"


def test_brackets_have_a_day_only_in_the_name_of_their_file() -> None:
    read = everything(IMPORTER, BRACKETS, Given(name="ops-2026-01-15_02.raw.txt"))
    assert told(read) == [
        "1 01-15 02:16:00 li: hm",
        "3 01-15 23:59:10 bo: late",
        "4 01-16 00:01:00 bo: * waves",
    ]
    assert found(read).dated
    undated = everything(IMPORTER, BRACKETS, THAT_DAY)
    assert not found(undated).dated
    assert told(undated) == told(read)
    assert len({entry.external_ref for entry in entries(read)}) == 3


def test_it_knows_a_log() -> None:
    for text in (IRSSI, WEECHAT, BRACKETS):
        assert IMPORTER.sniff("", text.encode())
    assert not IMPORTER.sniff("", b"10:02 mei: I am IC\n10:03 ana: ok\n")
    assert not IMPORTER.sniff("", b"")
    with pytest.raises(ImportRefusedError, match="no line of an IRC log"):
        everything(IMPORTER, "hello\n10:99 <a> b\n")
