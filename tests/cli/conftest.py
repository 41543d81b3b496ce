import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from incident_tui.cli.call import Call
from incident_tui.cli.main import cli
from incident_tui.domain.ids import uuid7

T0 = datetime(2026, 1, 15, 14, 0, tzinfo=UTC)


class Shell:
    """Calls the program in this process, at a clock that only `later` moves."""

    def __init__(self, folder: Path) -> None:
        self.now = T0
        self.db = folder / "store.db"
        self.opened: list[tuple[tuple[Any, ...], dict[str, Any]]] = []
        self._runner = CliRunner()
        self._ids = 0

    def later(self, minutes: float) -> None:
        self.now += timedelta(minutes=minutes)

    def call(self, *args: str, stdin: str | bytes | None = None, color: bool = False) -> Result:
        call = Call(self._open, lambda: self.now, self._new_id)
        whole = ["--db", str(self.db), "--as", "@jo", *args]
        return self._runner.invoke(cli, whole, obj=call, input=stdin, color=color)

    def ok(self, *args: str, stdin: str | None = None) -> str:
        result = self.call(*args, stdin=stdin)
        assert result.exit_code == 0, result.output
        assert result.stderr == ""
        return result.stdout

    def json(self, *args: str) -> Any:
        return json.loads(self.ok(*args, "--json"))

    def refused(self, code: int, *args: str, stdin: str | None = None) -> str:
        """What is said on stderr; nothing may be said on stdout."""
        result = self.call(*args, stdin=stdin)
        assert (result.exit_code, result.stdout) == (code, ""), result.output
        assert result.stderr.startswith("incident-tui: ")
        return result.stderr.removeprefix("incident-tui: ").rstrip("\n")

    def _open(self, *args: Any, **rest: Any) -> int:
        self.opened.append((args, rest))
        return 7

    def _new_id(self, now: datetime) -> str:
        self._ids += 1
        return uuid7(int(now.timestamp() * 1000), self._ids.to_bytes(10, "big"))


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("COLUMNS", "80")
    for name in ("INCIDENT_TUI_DB", "INCIDENT_TUI_CONFIG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return Shell(tmp_path)


@pytest.fixture
def burning(shell: Shell) -> Shell:
    """INC-1 was declared at 14:00 and a note was logged at 14:05."""
    shell.ok("declare", "Checkout fails", "--sev", "2", "--service", "checkout", "--at", "-5m")
    shell.later(5)
    shell.ok("log", "error rate is 7 %")
    return shell
