from sqlite3 import Connection, IntegrityError

import pytest

from incident_tui.domain.facts import STATELESS_KINDS
from incident_tui.storage.append import append
from incident_tui.storage.schema import STATELESS
from incident_tui.storage.script import run
from tests.storage.stories import noted

REPLACE = (
    "INSERT OR REPLACE INTO entry SELECT {} FROM entry WHERE id = 'n1'"  # same columns, one changed
)
COLUMNS = (
    "pos, id, incident_id, seq, kind, version, payload, occurred_at, recorded_at, author, source, "
    "external_ref, prev_hash, hash, commitment, salt"
)


def test_the_stateless_kinds_are_those_of_the_domain() -> None:
    assert set(STATELESS) == STATELESS_KINDS


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM entry",
        "UPDATE entry SET payload = '{}' WHERE id = 'n1'",
        "UPDATE entry SET salt = NULL, payload = '{}' WHERE id = 'n1'",
        "UPDATE entry SET occurred_at = 0 WHERE id = 'n1'",
        REPLACE.format(COLUMNS.replace("payload", "'{}'")),
        REPLACE.format(COLUMNS.replace("pos,", "pos + 9,")),
        REPLACE.format(COLUMNS.replace(" seq", " 4")),
        REPLACE.format(COLUMNS.replace("pos,", "pos + 9,").replace(" seq", " 4")),
        REPLACE.format(COLUMNS.replace(" id", " 'x'").replace(" seq", " 4")),
        REPLACE.format(COLUMNS.replace("pos, id", "pos + 9, 'x'")),
        REPLACE.format(COLUMNS.replace("pos, id", "pos + 9, 'x'").replace(" seq", " seq + 9")),
    ],
)
def test_entries_can_only_be_appended(burning: Connection, sql: str) -> None:
    before = burning.execute("SELECT * FROM entry").fetchall()
    with pytest.raises(IntegrityError, match="entry"):
        burning.execute(sql)
    assert burning.execute("SELECT * FROM entry").fetchall() == before


def test_an_entry_cannot_take_the_place_of_one_from_the_same_source(burning: Connection) -> None:
    run(burning, append([noted("a", "m1", ref="slack:1")]))
    other = COLUMNS.replace("pos, id", "pos + 9, 'x'").replace(" seq", " 5")
    with pytest.raises(IntegrityError, match="appended"):
        burning.execute(REPLACE.format(other).replace("n1", "m1"))


@pytest.mark.parametrize(
    "change",
    ["salt = x'00'", "author = 'eve', salt = NULL", "salt = NULL, external_ref = 'x'"],
)
def test_an_open_redaction_allows_nothing_but_the_loss_of_the_text(
    burning: Connection, change: str
) -> None:
    burning.execute("INSERT INTO redaction VALUES (1, 'n1')")
    with pytest.raises(IntegrityError):
        burning.execute(f"UPDATE entry SET {change} WHERE id = 'n1'")
    with pytest.raises(IntegrityError):
        burning.execute("UPDATE entry SET salt = NULL WHERE id = 'n2'")
    burning.execute("UPDATE entry SET salt = NULL, payload = '{}' WHERE id = 'n1'")


def test_an_entry_of_no_incident_is_refused_by_the_file_itself(burning: Connection) -> None:
    with pytest.raises(IntegrityError):
        burning.execute(
            f"INSERT INTO entry ({COLUMNS}) SELECT "
            + COLUMNS.replace("pos, id, incident_id, seq", "pos + 9, 'x', 'nowhere', 1")
            + " FROM entry WHERE id = 'n1'"
        )
