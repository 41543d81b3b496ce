import sqlite3
from pathlib import Path

import pytest

from incident_tui.storage.append import append
from tests.cli.conftest import Shell
from tests.storage.stories import declared, noted
from tests.support import postgres


def damage(shell: Shell, sql: str) -> None:
    connection = sqlite3.connect(shell.db)
    connection.execute(sql)
    connection.commit()
    connection.close()


def test_a_whole_store_is_said_to_be_whole(burning: Shell) -> None:
    assert burning.ok("verify") == "every entry and every view is whole\n"
    assert burning.json("verify") == {"ok": True, "unseen": 0, "problems": [], "unfinished": []}


def test_what_is_wrong_is_named_and_rebuilding_mends_a_view(burning: Shell) -> None:
    damage(burning, "UPDATE incident SET title = 'another'")
    result = burning.call("verify")
    assert (result.exit_code, result.stderr) == (1, "")
    assert "the list says title is 'another'" in result.stdout
    assert burning.call("verify", "--json").exit_code == 1
    result = burning.call("rebuild")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "of 1 incident\n" in result.stderr
    burning.ok("verify")


def test_a_changed_entry_is_found(burning: Shell) -> None:
    damage(burning, "DROP TRIGGER entry_unchanged")
    damage(burning, "UPDATE entry SET author = 'mallory' WHERE seq = 2")
    result = burning.call("verify", "--json")
    assert result.exit_code == 1
    assert '"number": 1,\n      "seq": 2,' in result.stdout


def test_a_backup_is_put_back_and_the_store_kept_aside(burning: Shell, tmp_path: Path) -> None:
    assert burning.ok("backup", "saved.db") == "saved.db\n"
    assert "is there already" in burning.refused(4, "backup", "saved.db")
    burning.ok("log", "after the backup")
    result = burning.call("restore", "saved.db", "--yes")
    assert (result.exit_code, result.stdout) == (0, f"{burning.db}\n")
    assert f"the store that was there is now {burning.db}.before-restore-1" in result.stderr
    assert "after the backup" not in burning.ok("show", "1")


def test_a_restore_asks_first(burning: Shell) -> None:
    burning.ok("backup", "saved.db")
    burning.ok("log", "after the backup")
    result = burning.call("restore", "saved.db", stdin="n\n")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "nothing was changed" in result.stderr
    assert "after the backup" in burning.ok("show", "1")
    assert burning.call("restore", "saved.db", stdin="y\n").exit_code == 0
    assert "after the backup" not in burning.ok("show", "1")


def test_no_store_is_made_where_there_is_none(shell: Shell) -> None:
    for args in (("verify",), ("rebuild",), ("backup", "saved.db")):
        assert "there is no store at" in shell.refused(3, *args)
    for asked in ((), ("--yes",)):
        assert "there is no backup at" in shell.refused(4, "restore", "saved.db", *asked)
    assert not shell.db.exists()


def test_the_backup_of_the_day_lies_beside_the_store(
    burning: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.nice", lambda _: 0)
    made = burning.ok("backup", "--rotate").strip()
    assert made == f"{burning.db}.backups/{burning.now:%Y-%m-%dT%H%M%SZ}.db"
    assert Path(made).is_file()


@pytest.mark.parametrize("args", [(), ("saved.db", "--rotate")])
def test_a_backup_has_one_place(burning: Shell, args: tuple[str, ...]) -> None:
    assert "name the new file, or say --rotate" in burning.refused(2, "backup", *args)


@pytest.mark.parametrize("door", [("log", "/redact #2 a password"), ("redact", "#2", "why")])
def test_a_redaction_names_the_copies_that_keep_the_text(
    burning: Shell, door: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.nice", lambda _: 0)
    burning.ok("log", "the password is hunterzwei")
    burning.ok("log", "and so is this")
    made = Path(burning.ok("backup", "--rotate").strip())
    done = burning.call(*door)
    assert done.exit_code == 0
    assert f"copies in {burning.db.parent} keep it: {made.name}; delete them" in done.stderr
    made.unlink()
    again = burning.call("redact", "#3", "why")
    assert "exports and backups made before keep it" in again.stderr


def test_a_team_s_store_is_verified_and_rebuilt_where_it_is(shell: Shell) -> None:
    postgres.require_server()
    with postgres.store() as team:
        team.run(append([declared(), noted("queue full", "n1")]))
        there = ("--db", postgres.address(team.schema))
        assert shell.ok(*there, "verify") == "every entry and every view is whole\n"
        team.execute("UPDATE incident SET title = 'another'")
        result = shell.call(*there, "verify")
        assert (result.exit_code, "'another'" in result.stdout) == (1, True)
        assert "of 1 incident" in shell.call(*there, "rebuild").stderr
        shell.ok(*there, "verify")


def test_a_server_is_not_made_a_file_of_that_name(shell: Shell, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    said = shell.call("--db", "postgresql://ana:hunter2@db/incidents", "list").stderr
    assert "pgpass" in said
    said += shell.call("--db", "postgresql://ana:hunter2@db/incidents", "verify").stderr
    assert "pgpass" in said
    assert "hunter2" not in said
    assert sorted(tmp_path.iterdir()) == before


def test_the_rights_of_a_team_are_printed_and_nothing_is_connected_to(shell: Shell) -> None:
    said = shell.ok("--db", "postgresql://nowhere.example/x?search_path=ops", "db", "grants")
    assert "CREATE ROLE ops_viewer NOLOGIN;" in said
    assert all(line.endswith(";") or line.startswith("-- ") for line in said.splitlines())
    assert "name the team's store" in shell.call("db", "grants").stderr
