"""Two people on a team's store, each with a copy of their own, and a laptop that joins later."""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from incident_tui.services import team_store
from incident_tui.storage.postgres.team import PostgresTeam
from tests.cli.conftest import Shell
from tests.support import postgres

AWAY = "postgresql://postgres@127.0.0.1:1/nobody"


@pytest.fixture
def server() -> Iterator[str]:
    postgres.require_server()
    with postgres.store() as team:
        yield postgres.address(team.schema)


class Desk:
    """A person at a computer of their own."""

    def __init__(self, shell: Shell, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._shell = shell
        self._data = data
        self._monkeypatch = monkeypatch

    def ok(self, db: str, *args: str) -> str:
        self._monkeypatch.setenv("XDG_DATA_HOME", str(self._data))
        return self._shell.ok("--db", db, *args)

    def err(self, db: str, *args: str) -> str:
        return self.both(db, *args)[1]

    def both(self, db: str, *args: str) -> tuple[str, str]:
        """What is said on stdout and on stderr."""
        self._monkeypatch.setenv("XDG_DATA_HOME", str(self._data))
        result = self._shell.call("--db", db, *args)
        assert result.exit_code == 0, result.output
        return result.stdout, result.stderr


@pytest.fixture
def desks(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Desk, Desk]:
    return (Desk(shell, tmp_path / "a", monkeypatch), Desk(shell, tmp_path / "b", monkeypatch))


def test_what_one_logs_the_other_reads(server: str, desks: tuple[Desk, Desk]) -> None:
    ana, ben = desks
    ana.ok(server, "declare", "Checkout fails")
    ana.ok(server, "log", "it burns")
    ben.ok(server, "log", "I see it")
    for desk in desks:
        told = desk.ok(server, "show", "INC-1")
        assert told.index("it burns") < told.index("I see it")
        assert "whole" in desk.ok(server, "verify")


class Person(Desk):
    """Somebody with a role of their own on the server, which is their name on the record too."""

    def __init__(self, shell: Shell, data: Path, way: str, monkeypatch: pytest.MonkeyPatch) -> None:
        super().__init__(shell, data, monkeypatch)
        self.name = way.partition("//")[2].partition("@")[0]
        self._way = way

    def says(self, *args: str) -> str:
        return self.ok(self._way, "--as", self.name, *args)

    def hears(self, *args: str) -> str:
        """What is said on stderr."""
        return self.err(self._way, "--as", self.name, *args)


@pytest.fixture
def persons(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Person, ...]]:
    """Three responders, each at a computer of their own."""
    postgres.require_server()
    with postgres.store() as team, asyncio.Runner() as runner:
        assert team.verify() == []
        names = ("ana", "ben", "eve")
        roles = postgres.people(team.schema, **dict.fromkeys(names, "responder"))
        runner.run(roles.__aenter__())
        try:
            ways = [postgres.known_as(f"{team.schema}_{name}") for name in names]
            yield tuple(
                Person(shell, tmp_path / str(n), postgres.address(team.schema, way), monkeypatch)
                for n, way in enumerate(ways)
            )
        finally:
            runner.run(roles.__aexit__(None, None, None))


def test_a_private_incident_is_for_those_who_are_named(persons: tuple[Person, ...]) -> None:
    ana, ben, eve = persons
    ana.says("declare", "A key was stolen")
    assert "A key was stolen" in eve.says("list")
    ana.says("private", f"@{ben.name}")
    assert "INC-1 is private to others now and was taken out of this copy" in eve.hears("list")
    assert "there is no incident yet" in eve.hears("list")
    assert "nothing holds these words" in eve.hears("search", "stolen")
    assert "1 private incident of others" in eve.says("verify")
    ben.says("log", "it was used from abroad")
    eve.says("declare", "Checkout fails")
    assert "INC-2" in eve.says("list")
    ana.says("log", "-i", "1", f"/private @{ben.name} @{eve.name}")
    told = eve.says("show", "1")
    assert told.index("A key was stolen") < told.index("it was used from abroad")
    for person in persons:
        assert "whole" in person.says("verify")


def test_an_incident_that_is_declared_private_was_never_in_the_copies_of_others(
    persons: tuple[Person, ...],
) -> None:
    ana, ben, eve = persons
    eve.says("declare", "Checkout fails")
    ana.says("declare", "A key was stolen", "--private", f"@{ben.name}")
    assert eve.hears("list") == ""
    assert "INC-2" not in eve.says("list")
    assert "1 private incident of others" in eve.says("verify")
    assert "A key was stolen" in ben.says("list")
    shown = ben.says("show", "2")
    assert f"#2  14:00:00  private   only @{ana.name} @{ben.name} may see it" in shown


def test_what_was_not_sent_to_an_incident_that_became_private_is_all_that_is_kept_of_it(
    persons: tuple[Person, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    ana, ben, eve = persons
    ana.says("declare", "A key was stolen")
    eve.says("list")
    with monkeypatch.context() as cut:
        cut.setattr(team_store, "team_at", lambda _address: PostgresTeam(AWAY))
        eve.hears("log", "seen on the bastion too")
    ana.says("private", f"@{ben.name}")
    told = eve.hears("list").splitlines()
    assert "INC-1 is private to others now and was taken out of this copy" in told[0]
    kept = Path(told[0].rpartition(" is kept in ")[2]).read_text("utf-8")
    assert kept == f"2026-01-15 14:00:00 {eve.name}: seen on the bastion too\n"


def test_who_would_declare_what_they_may_not_see_is_told_what_to_say(
    persons: tuple[Person, ...],
) -> None:
    ana, ben, _ = persons
    wrong = (ana._way, "--as", "annie", "declare", "A key was stolen", "--private", f"@{ben.name}")
    refused = ana.err(*wrong)
    assert "let /private name your role on the server too; 2 lines wait here, which n" in refused
    assert "there is no incident yet" in ben.hears("list")
    ana.hears("log", f"/private @{ben.name} @{ana.name}")
    assert f"private: @{ana.name} @{ben.name}" in ben.says("show", "1")


def test_who_would_hide_an_incident_from_themselves_is_told_what_to_say(
    persons: tuple[Person, ...],
) -> None:
    ana, ben, _ = persons
    ana.says("declare", "A key was stolen")
    refused = ana.err(ana._way, "--as", "annie", "log", f"/private @{ben.name}")
    assert "let /private name your role on the server too" in refused
    ana.says("log", f"/private @{ben.name} @{ana.name}")
    assert f"private: @{ana.name} @{ben.name}" in ben.says("show", "1")


def test_a_laptop_sends_what_it_has_once(
    server: str, desks: tuple[Desk, Desk], tmp_path: Path
) -> None:
    ana, ben = desks
    own, mine = str(tmp_path / "own.db"), str(tmp_path / "mine.db")
    ana.ok(own, "declare", "On my laptop")
    ana.ok(own, "log", "before anybody came")
    assert ana.ok(own, "push", server) == "INC-1  2 new entries sent\n"
    assert ana.ok(own, "push", server) == "INC-1  0 new entries sent\n"
    ben.ok(server, "log", "here I am")
    assert ana.ok(own, "pull", server) == "INC-1  1 new entry taken in\n"
    assert "here I am" in ana.ok(own, "show", "INC-1")
    ben.ok(mine, "declare", "On mine")
    assert ben.ok(mine, "push", server) == "INC-1  1 new entry sent, INC-2 there\n"
    assert ben.ok(mine, "pull", server) == (
        "INC-2  3 new entries taken in, INC-1 there\nINC-1  0 new entries taken in, INC-2 there\n"
    )
    told = json.loads(ben.ok(mine, "pull", server, "--json"))
    assert told["INC-2"] == {"there": "INC-1", "new": 0}


def test_a_copy_is_not_replaced_by_what_would_send_nothing(
    server: str, desks: tuple[Desk, Desk], tmp_path: Path
) -> None:
    ana, ben = desks
    plain, saved = str(tmp_path / "plain.db"), str(tmp_path / "saved.db")
    ana.ok(server, "declare", "Checkout fails")
    ana.ok(plain, "declare", "On my laptop")
    refused = ana._shell.call("--db", server, "restore", "--yes", plain)
    assert refused.exit_code == 4
    assert f"{plain} is no backup of this copy" in refused.stderr
    ana.ok(server, "backup", saved)
    ana.ok(server, "log", "after the backup")
    ana.both(server, "restore", "--yes", saved)
    ana.ok(server, "log", "after the restore")
    told = ben.ok(server, "show", "INC-1")
    assert told.index("after the backup") < told.index("after the restore")


def test_a_store_that_is_away_is_said_and_keeps_nobody_from_logging(
    desks: tuple[Desk, Desk],
) -> None:
    ana, _ = desks
    assert "cannot be reached" in ana.err(AWAY, "declare", "The database fails")
    assert "2 lines wait here" in ana.err(AWAY, "log", "nobody hears me")
    assert "nobody hears me" in ana.both(AWAY, "show", "INC-1")[0]


def test_what_waits_is_marked_until_it_was_sent(
    server: str, desks: tuple[Desk, Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    ana, _ = desks
    ana.ok(server, "declare", "Checkout fails")
    with monkeypatch.context() as cut:
        cut.setattr(team_store, "team_at", lambda _address: PostgresTeam(AWAY))
        ana.both(server, "log", "nobody hears me")
        shown, _ = ana.both(server, "show", "INC-1")
        assert "\n     #1  " in shown
        assert "\n  ⇡  #2  " in shown
        told = json.loads(ana.both(server, "show", "INC-1", "--json")[0])
        assert [entry["waiting"] for entry in told["entries"]] == [False, True]
    assert "⇡" not in ana.ok(server, "show", "INC-1")
    told = json.loads(ana.ok(server, "show", "INC-1", "--json"))
    assert [entry["waiting"] for entry in told["entries"]] == [False, False]


def test_a_copy_is_not_pushed_and_a_file_is_not_an_address(
    desks: tuple[Desk, Desk], shell: Shell
) -> None:
    assert "exchanges by itself" in shell.call("--db", AWAY, "push", AWAY).stderr
    assert "postgresql://host" in shell.call("push", "other.db").stderr
