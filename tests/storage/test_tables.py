import sqlite3

import pytest
from sqlalchemy import create_engine, inspect
from sqlmodel import SQLModel

from incident_tui.storage import tables, view_tables

RECORDS = [
    tables.EntryRecord,
    view_tables.IncidentRecord,
    view_tables.ActionItemRecord,
    view_tables.RecurrenceRecord,
    tables.AnswerRecord,
]


@pytest.mark.parametrize("record", RECORDS)
def test_a_table_is_declared_as_the_file_has_it(
    record: type[SQLModel], path: str, store: sqlite3.Connection
) -> None:
    engine = create_engine(f"sqlite:///{path}")
    name = str(record.__tablename__)
    found = inspect(engine).get_columns(name)
    keys = inspect(engine).get_pk_constraint(name)["constrained_columns"]
    referring = {tuple(k["constrained_columns"]) for k in inspect(engine).get_foreign_keys(name)}
    engine.dispose()
    declared = SQLModel.metadata.tables[name]
    assert [column["name"] for column in found] == [column.name for column in declared.columns]
    for column, mine in zip(found, declared.columns, strict=True):
        assert column["type"]._type_affinity is mine.type._type_affinity, mine.name
        # SQLite reports a rowid key as nullable, which it never is.
        assert column["nullable"] == mine.nullable or mine.primary_key, mine.name
    assert keys == [column.name for column in declared.primary_key]
    assert referring == {(key.parent.name,) for key in declared.foreign_keys}
