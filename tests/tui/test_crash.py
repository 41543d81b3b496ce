from datetime import UTC, datetime
from pathlib import Path

import pytest
from rich.text import Text

from incident_tui.tui.crash import CalmApp, report, write_report

NOW = datetime(2026, 1, 15, 14, 2, 33, 5, tzinfo=UTC)


class Calm(CalmApp[None]):
    kept = 0

    def keep_draft(self) -> None:
        self.kept += 1


class Failing(Calm):
    def on_mount(self) -> None:
        raise RuntimeError("typed-secret")


class Careless(Failing):
    def keep_draft(self) -> None:
        raise OSError("typed-secret")


def raised(error: Exception) -> Exception:
    token = "local-" + "secret"
    try:
        raise error
    except Exception as caught:
        assert token
        return caught


def test_a_report_has_code_lines_and_versions_but_no_value() -> None:
    text = report(raised(ValueError("typed-secret")))
    assert "textual 8." in text
    assert "ValueError\n" in text
    assert "in raised\n    raise error\n" in text
    assert "typed-secret" not in text
    assert "local-secret" not in text


def test_a_report_follows_causes_and_groups_once() -> None:
    first, second = raised(KeyError("a")), raised(OSError("b"))
    first.__context__, second.__cause__ = second, first
    text = report(raised(ExceptionGroup("typed-secret", [Exception(), second])))
    kinds = [line for line in text.split("\n\n", 1)[1].split("\n") if line and line[0] != " "]
    assert [kind for kind in kinds if kind != "which led to"] == [
        "Exception",
        "KeyError",
        "OSError",
        "ExceptionGroup",
    ]


def test_a_report_is_private_and_replaces_none(tmp_path: Path) -> None:
    path = write_report(tmp_path / "new", raised(ValueError()), NOW)
    assert path.name == "crash-20260115T140233.000005Z.txt"
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    with pytest.raises(FileExistsError):
        write_report(tmp_path / "new", raised(ValueError()), NOW)


@pytest.mark.parametrize(
    ("app_type", "said"), [(Failing, "is kept: start"), (Careless, "could not be kept (OSError)")]
)
async def test_the_fault_is_told_once_and_handed_to_whoever_drives_the_app(
    tmp_path: Path, app_type: type[Failing], said: str
) -> None:
    app = app_type(tmp_path / "crashes")
    messages: list[str] = []
    app._print_error_renderables = lambda: messages.extend(  # type: ignore[method-assign]
        message.plain for message in app._exit_renderables if isinstance(message, Text)
    )
    with pytest.raises(RuntimeError, match="typed-secret"):
        async with app.run_test():
            pass
    assert app.return_code == 1
    message = messages[0]
    assert message.startswith("incident-tui stopped: RuntimeError in test_crash.py, line ")
    assert said in message
    assert "typed-secret" not in message
    assert len(list((tmp_path / "crashes").iterdir())) == 1


async def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    app = Failing(tmp_path / "file" / "crashes")
    told = app._last_message(raised(ValueError()))
    assert f"No report could be written to {tmp_path}/file/crashes (NotADirectoryError)" in told


async def test_faults_on_the_way_out_are_not_told(tmp_path: Path) -> None:
    app = Calm(tmp_path)
    app._handle_exception(raised(RuntimeError()))
    app._handle_exception(raised(RuntimeError()))
    assert len(app._exit_renderables) == 1
    assert app.kept == 1


async def test_a_terminal_that_cannot_be_read_ends_with_status_1(tmp_path: Path) -> None:
    app = Calm(tmp_path)
    async with app.run_test():
        app.panic("gone")
    assert app.return_code == 1
    assert app.kept == 1
