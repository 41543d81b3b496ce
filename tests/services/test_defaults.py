import os
import pwd
import sys
from pathlib import Path

import platformdirs
import pytest

from incident_tui.services import config, defaults
from incident_tui.services.config import Config
from incident_tui.storage.postgres.address import is_address


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("INCIDENT_TUI_DB", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "LOGNAME", "USER"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("base", [None, "", "relative", "/srv/home of mine"])
def test_files_live_where_the_platform_says(
    base: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    if base is not None:
        monkeypatch.setenv("XDG_CONFIG_HOME", base)
        monkeypatch.setenv("XDG_DATA_HOME", base)
    folder = platformdirs.user_config_path("incident-tui")
    assert Path(defaults.config_file()) == folder / "config.toml"
    data = platformdirs.user_data_path("incident-tui")
    assert Path(defaults.store_file("", "")) == data / "incidents.db"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere it is the only way")
def test_another_platform_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "another")
    assert Path(defaults.config_file()).parent == platformdirs.user_config_path("incident-tui")


def test_the_store_is_as_named_then_by_environment_then_by_configuration(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert config.store_path("", Config(db="~/c.db")) == Path.home() / "c.db"
    monkeypatch.setenv("INCIDENT_TUI_DB", "e.db")
    assert config.store_path("", Config(db="c.db")) == Path("e.db")
    assert config.store_path("n.db", Config(db="c.db")) == Path("n.db")


def test_the_author_is_as_named_then_by_configuration_then_the_login_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    account = pwd.getpwuid(os.getuid()).pw_name
    assert config.author("", Config()) == account
    monkeypatch.setattr(os, "getuid", lambda: 2**31 - 7)
    assert config.author("", Config()) == "unknown"
    monkeypatch.setenv("USER", "root")
    monkeypatch.setenv("LOGNAME", "jo")
    assert config.author("", Config()) == "jo"
    assert config.author("", Config(author="@ana")) == "ana"
    assert config.author("@li", Config(author="ana")) == "li"


def test_a_server_is_never_taken_for_the_name_of_a_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert all(map(is_address, defaults.SERVERS))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    for named in ("postgresql://localhost/incidents", "postgres://localhost/incidents"):
        copy = config.store_path(named, Config())
        assert copy.parent == tmp_path / "incident-tui" / "teams"
        monkeypatch.setenv("INCIDENT_TUI_DB", named)
        assert config.store_path("", Config()) == copy
        assert config.server("", Config()) == named
    assert config.server("postgresql.db", Config()) == ""
