import pytest

from incident_tui.domain.incident import Milestone
from incident_tui.importers.csv_table import IMPORTER
from incident_tui.importers.format import Given, ImportRefusedError
from tests.importers.reading import entries, everything, found, skipped, told

TABLE = (
    "Time,Author,Message,id,milestone,pinned\n"
    "2026-01-15T10:02:00Z,mei,I am IC,7,,yes\n"
    '2026-01-15T11:03:00+01:00,ana,"rolling\nback",8,mitigated,\n'
    "1768471441,li,checked,,,\n"
    "soon,li,x,,,\n"
    "2026-01-15T10:02:00Z,li,,,,\n"
)


def test_the_headings_say_which_column_is_which() -> None:
    read = everything(IMPORTER, TABLE)
    assert told(read) == [
        "2 01-15 10:02:00 mei: I am IC",
        "3 01-15 10:03:00 ana: rolling\nback",
        "5 01-15 10:04:01 li: checked",
    ]
    assert skipped(read) == [(6, "'soon' is not a time"), (7, "it has no text")]
    first, second, third = entries(read)
    assert (first.external_ref, first.starred) == ("csv:7", True)
    assert second.milestone is Milestone.MITIGATED
    assert third.external_ref.startswith("csv:")
    assert found(read).zone == "UTC"


def test_a_person_says_which_column_is_which() -> None:
    table = "Tag;Uhr;Was\n15.01.2026;10:02;Alarm\n15.01.2026;10:04;Entwarnung\n"
    given = Given(columns={"date": "Tag", "time": "2", "text": "was"})
    read = everything(IMPORTER, table, given)
    assert told(read) == ["2 01-15 10:02:00 Alarm", "3 01-15 10:04:00 Entwarnung"]
    assert (found(read).zone, found(read).dated) == (None, True)


@pytest.mark.parametrize(
    ("columns", "error"),
    [
        ({}, "no rows with a time and a text; .*there are: Tag, Was"),
        ({"when": "Tag"}, "a column holds no 'when'; it may hold: time"),
        ({"time": "Zeit"}, "there is no column 'Zeit'; there are: Tag, Was"),
    ],
)
def test_a_table_that_cannot_be_used_names_its_columns(columns: dict[str, str], error: str) -> None:
    with pytest.raises(ImportRefusedError, match=error):
        everything(IMPORTER, "Tag,Was\n2026-01-15,x\n", Given(columns=columns))


def test_a_broken_table_is_refused() -> None:
    with pytest.raises(ImportRefusedError, match="it is not a table"):
        everything(IMPORTER, 'time,text\n2026-01-15,"x" y"\n')


def test_the_tables_of_a_database_dump() -> None:
    dump = (
        "COPY a.event (id, started_at, source, description) FROM stdin;\n"
        "29\t2026-01-15 10:02:00.5\tapp\tactive\n"
        "30\t\\N\tapp\tstable\n"
        "\\.\n"
        "COPY a.team (id, name) FROM stdin;\n"
        "1\tops\n"
    )
    read = everything(IMPORTER, dump)
    assert told(read) == ["2 01-15 10:02:00 app: active"]
    assert skipped(read) == [(3, "it has no time")]
    assert IMPORTER.sniff("", dump.encode())


def test_it_knows_a_table_when_it_sees_one() -> None:
    assert IMPORTER.sniff("", TABLE.encode())
    assert not IMPORTER.sniff("", b"Tag;Was\n")
    assert not IMPORTER.sniff("", b"")
