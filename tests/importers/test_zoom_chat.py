from datetime import UTC, datetime

import pytest

from incident_tui.importers.format import Given, ImportRefusedError
from incident_tui.importers.zoom_chat import IMPORTER
from tests.importers.reading import THAT_DAY, entries, everything, found, skipped, told

BEGAN = Given(start=datetime(2026, 1, 15, 10, 0, tzinfo=UTC))
RECORDED = (
    "00:03:23\tmei.tan:\tgm gm, lets look 😜\n"
    '00:04:10\tAna Ruiz (ops):\tReplying to "gm gm, lets l..."\n'
    "\n"
    "rolled back\n"
    '00:04:17\tmei.tan:\tHeeft gereageerd op "rolled back" met ➕\n'
    '00:04:18\tmei.tan:\tReacted to "gm gm, lets l..." with 📌\n'
    '00:04:19\tli:\tReacted to Next call? with "👍"\n'
    "00:30:35\tli:\tcalls:\nengine_V3\nengine_V5\n"
)
SAVED = "10:02:11 From Mei Tan to Everyone:\n\tI am IC\n10:03:12\t From  Ana : ok\n"


def test_the_chat_of_a_recording_counts_from_its_start() -> None:
    read = everything(IMPORTER, RECORDED, BEGAN)
    assert told(read) == [
        "1 01-15 10:03:23 mei.tan: gm gm, lets look 😜",
        '2 01-15 10:04:10 Ana Ruiz (ops): rolled back (in reply to "gm gm, lets l...")',
        "8 01-15 10:30:35 li: calls:\nengine_V3\nengine_V5",
    ]
    assert skipped(read) == [(5, "reactions"), (6, "reactions"), (7, "reactions")]
    assert [entry.starred for entry in entries(read)] == [True, False, False]
    assert (found(read).zone, found(read).clocked) == ("UTC", False)


def test_a_chat_that_was_saved_has_times_of_day() -> None:
    read = everything(IMPORTER, SAVED, THAT_DAY)
    assert told(read) == ["1 01-15 10:02:11 Mei Tan: I am IC", "3 01-15 10:03:12 Ana: ok"]
    assert (found(read).zone, found(read).dated, found(read).clocked) == (None, False, True)


def test_it_knows_its_own_and_refuses_others() -> None:
    assert IMPORTER.sniff("", RECORDED.encode())
    assert IMPORTER.sniff("", SAVED.encode())
    assert not IMPORTER.sniff("", b"10:02 mei: hm")
    with pytest.raises(ImportRefusedError, match="no line of a Zoom chat"):
        everything(IMPORTER, "10:02 mei: hm")
    assert skipped(everything(IMPORTER, f"oops\n{RECORDED}25:00:00\tli:\tlate\n"))[0] == (
        1,
        "it stands before the first message",
    )
