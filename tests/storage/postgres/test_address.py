from pathlib import Path

import pytest

from incident_tui.domain.errors import StoreError
from incident_tui.storage.postgres.address import address_of, is_address


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("PGHOST", "PGSSLMODE", "PGSSLROOTCERT", "PGSERVICE", "PGSERVICEFILE"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    "text",
    [
        "postgresql://ana:hunter2@db/incidents",
        "postgresql://ana:@db/incidents",
        "postgresql://db/incidents?password=hunter2",
        "postgresql://db/incidents?sslpassword=hunter2",
    ],
)
def test_a_password_is_refused_and_not_repeated(text: str) -> None:
    with pytest.raises(StoreError, match="pgpass") as refused:
        address_of(text)
    assert "hunter2" not in str(refused.value)


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("postgresql://db.example/x", "verify-full"),
        ("postgresql://localhost/x", "prefer"),
        ("postgresql://127.0.0.1:5433/x", "prefer"),
        ("postgresql://[::1]:5433/x", "prefer"),
        ("postgresql:///x?host=/run/postgresql", "prefer"),
        ("postgresql:///x", "prefer"),
        ("postgresql://localhost,db.example/x", "verify-full"),
        ("postgresql://db.example/x?sslmode=require", "require"),
        ("postgresql://localhost.example/x", "verify-full"),
    ],
)
def test_a_server_elsewhere_must_prove_who_it_is(text: str, mode: str) -> None:
    assert f"sslmode={mode}" in address_of(text).dsn


def test_the_environment_and_the_service_file_are_listened_to(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PGHOST", "db.example")
    assert address_of("postgresql:///x").hosts == ("db.example",)
    assert "verify-full" in address_of("postgresql:///x").dsn
    file = tmp_path / ".pg_service.conf"
    file.write_text("[team]\nhost=127.0.0.1\nsslmode=disable\npassword=hunter2\n", "utf-8")
    monkeypatch.setenv("PGSERVICE", "team")
    address = address_of("postgresql://")
    assert (address.hosts, "service=team" in address.dsn) == (("127.0.0.1",), True)
    assert "sslmode=disable" in address.dsn
    assert "hunter2" not in repr(address)
    monkeypatch.setenv("PGSERVICE", "nowhere")
    with pytest.raises(StoreError, match="no service nowhere"):
        address_of("postgresql://")


def test_the_schema_is_said_in_either_way() -> None:
    assert address_of("postgresql://h/x").schema == "incident_tui"
    assert address_of("postgresql://h/x?search_path=ops").schema == "ops"
    address = address_of("postgresql://h/x?options=-csearch_path%3Dops")
    assert (address.schema, "options" in address.dsn) == ("ops", False)
    with pytest.raises(StoreError, match="small letters"):
        address_of('postgresql://h/x?search_path="Ops"; DROP')


def test_an_authority_that_is_not_there_is_named() -> None:
    with pytest.raises(StoreError, match="there is no /nowhere, which sslrootcert names"):
        address_of("postgresql://db.example/x?sslrootcert=/nowhere")


def test_of_several_servers_the_one_that_can_be_written_is_asked_for() -> None:
    assert "target_session_attrs=read-write" in address_of("postgresql://a,b/x").dsn
    assert "target_session_attrs" not in address_of("postgresql://a/x").dsn


def test_a_file_is_no_address() -> None:
    assert not is_address("/srv/incidents.db")
    assert is_address("postgres://h/x")
    with pytest.raises(StoreError, match="begins with"):
        address_of("mysql://h/x")
