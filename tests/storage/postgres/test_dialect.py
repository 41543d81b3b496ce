import re
from itertools import chain
from types import ModuleType

from incident_tui.storage import (
    answering,
    append,
    capturing,
    history,
    note,
    redact,
    stories,
    tracking,
    views,
)
from incident_tui.storage.postgres.dialect import translated
from incident_tui.storage.postgres.team import PostgresTeam
from tests.support.postgres import connected

SCRIPTS = (answering, append, capturing, history, note, redact, stories, tracking, views)
STATEMENT = re.compile(r"\s*(?:SELECT|INSERT|UPDATE|DELETE)\b.* ", re.DOTALL)


def statements(module: ModuleType) -> list[tuple[str, str]]:
    return [
        (f"{module.__name__.rpartition('.')[2]}.{name}", value)
        for name, value in vars(module).items()
        if isinstance(value, str) and STATEMENT.match(value)
    ]


EVERY = dict(chain.from_iterable(map(statements, SCRIPTS)))


async def test_a_real_server_understands_every_statement(team: PostgresTeam) -> None:
    await team.tips()  # makes the tables
    wrong = {}
    async with connected(team.address.schema) as connection:
        for name, sql in EVERY.items():
            if said := translated(sql)[0]:
                try:
                    await connection.prepare(said)
                except Exception as error:
                    wrong[name] = f"{error}: {said}"
    assert wrong == {}
    assert len(EVERY) > 25


def test_parameters_are_numbered_in_the_order_they_come() -> None:
    sql, names = translated("SELECT :b, :a, :b WHERE x = 'a:b' LIMIT :limit")
    assert sql == "SELECT $1, $2, $1 WHERE x = 'a:b' LIMIT nullif(CAST($3 AS bigint), -1)"
    assert names == ("b", "a", "limit")


def test_a_list_is_taken_apart_before_the_table_is_looked_into() -> None:
    told = translated("SELECT 1 WHERE id IN (SELECT value FROM json_each(:ids))")[0]
    assert "id = ANY (ARRAY(SELECT json_array_elements_text(" in told
    gone = translated("SELECT 1 WHERE id NOT IN (SELECT value FROM json_each(:gone))")[0]
    assert "id NOT IN (SELECT value FROM json_array" in gone
