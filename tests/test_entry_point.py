import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {"textual", "rich", "sqlmodel", "sqlalchemy", "alembic", "aiosqlite", "asyncio", "pydantic"}
DEAR = {
    *HEAVY,
    *("re", "msgspec", "click", "datetime", "json", "typing", "pathlib", "sqlite3", "enum"),
    *("logging", "argparse", "platformdirs", "tomllib", "hashlib", "uuid", "dataclasses"),
}
LOADED = """
import sys
before = set(sys.modules)
from incident_tui.__main__ import main
try:
    main()
finally:
    print(*sorted(set(sys.modules) - before), file=sys.stderr)
"""
COLLECTED = """
import gc, sys
from incident_tui.__main__ import main
before = sum(generation["collections"] for generation in gc.get_stats())
try:
    main()
finally:
    collected = sum(generation["collections"] for generation in gc.get_stats()) - before
    print(gc.isenabled(), collected, file=sys.stderr)
"""


class Program:
    """Starts the program as the shell does."""

    def __init__(self, folder: Path) -> None:
        self.db = folder / "store.db"
        self._variables = {
            **{name: value for name, value in os.environ.items() if "INCIDENT" not in name},
            "INCIDENT_TUI_DB": str(self.db),
            "XDG_CONFIG_HOME": str(folder),
            "USER": "jo",
        }

    def call(
        self, *args: str, code: str = "", stdin: bytes = b"", **variables: str
    ) -> subprocess.CompletedProcess[bytes]:
        start = [sys.executable, *(["-c", code] if code else ["-m", "incident_tui"])]
        return subprocess.run(
            [*start, *args],
            input=stdin,
            capture_output=True,
            env={**self._variables, **variables},
            check=False,
        )

    def loads(self, *args: str) -> set[str]:
        """The modules that a call imports, by the first part of their names."""
        called = self.call(*args, code=LOADED)
        assert called.returncode == 0, called.stderr
        modules = called.stderr.decode().splitlines()[-1].split()
        return {name.partition(".")[0] for name in modules}


@pytest.fixture
def program(tmp_path: Path) -> Program:
    program = Program(tmp_path)
    assert program.call("declare", "Checkout fails").stdout == b"INC-1\n"
    return program


def test_a_note_loads_next_to_nothing(program: Program) -> None:
    assert program.loads("log", "it burns") & DEAR == set()
    assert program.loads("--as", "@li", "log", "-i", "INC-1", "it burns") & DEAR == set()


@pytest.mark.parametrize("args", [("--help",), ("log", "/sev 1"), ("sev", "1"), ("status",)])
def test_a_command_loads_neither_the_window_nor_the_mapper(
    program: Program, args: tuple[str, ...]
) -> None:
    assert program.loads(*args) & HEAVY == set()


def test_the_tab_key_of_a_shell_opens_no_window(program: Program) -> None:
    words = "incident-tui decl"
    asked = program.call(_INCIDENT_TUI_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD="1")
    assert asked.returncode == 0
    assert b"plain,declare\n" in asked.stdout


def test_what_ends_with_its_words_looks_for_no_garbage(program: Program) -> None:
    words = "incident-tui decl"
    asked = program.call(
        code=COLLECTED, _INCIDENT_TUI_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD="1"
    )
    assert asked.stderr == b"False 0\n"
    assert program.call("--help", code=COLLECTED).stderr == b"False 0\n"
    assert program.call("log", "it burns", code=COLLECTED).stderr == b"False 0\n"
    assert program.call("status", code=COLLECTED).stderr.startswith(b"True ")


def test_help_loads_no_command(program: Program) -> None:
    assert program.loads("--help") & {"msgspec", "sqlite3", "_sqlite3"} == set()


def test_completing_a_name_loads_no_command(program: Program) -> None:
    asked = program.call(
        code=LOADED,
        _INCIDENT_TUI_COMPLETE="bash_complete",
        COMP_WORDS="incident-tui sev",
        COMP_CWORD="1",
    )
    assert b"plain,sev\n" in asked.stdout
    loaded = {name.partition(".")[0] for name in asked.stderr.decode().splitlines()[-1].split()}
    assert loaded & {"msgspec", "sqlite3", "_sqlite3"} == set()


def test_both_ways_print_the_same_line(program: Program) -> None:
    quick = program.call("log", "it burns")
    slow = program.call("log", "/note", "it burns")
    assert (quick.returncode, slow.returncode) == (0, 0)
    assert quick.stdout[:7] == slow.stdout[:7] == b"INC-1  "
    assert quick.stdout[15:] == slow.stdout[15:] == b"  note  it burns\n"


def test_a_note_that_cannot_be_saved_is_repeated(program: Program) -> None:
    program.db.write_bytes(b"x" * 100)
    called = program.call("log", "it burns")
    assert (called.returncode, called.stdout) == (4, b"")
    assert called.stderr.endswith(b"\nnot saved: it burns\n")


def test_a_note_to_no_incident_is_refused(program: Program) -> None:
    called = program.call("log", "-i", "9", "it burns")
    assert (called.returncode, called.stdout) == (3, b"")
    assert called.stderr.startswith(b"incident-tui: there is no INC-9")


def test_a_terminal_without_the_letters_hinders_nothing(program: Program) -> None:
    called = program.call("log", "Prüfung", PYTHONIOENCODING="ascii")
    assert (called.returncode, called.stderr) == (0, b"")
    assert called.stdout.endswith(b"  note  Pr\\xfcfung\n")


def test_bytes_that_are_no_text_are_logged_visibly(program: Program) -> None:
    called = program.call("log", "-", stdin=b"caf\xe9\n", PYTHONIOENCODING="utf-8")
    assert (called.returncode, called.stdout[15:]) == (0, b"  note  caf\\xe9\n")


@pytest.mark.parametrize(
    ("command", "code"), [("log it burns", 0), ("log /note x", 0), ("sev 1", 141), ("list", 141)]
)
def test_a_reader_that_went_away_ends_it_quietly(program: Program, command: str, code: int) -> None:
    # The reader is gone before the program writes.
    read, write = os.pipe()
    os.close(read)
    called = subprocess.run(
        [sys.executable, "-m", "incident_tui", *command.split()],
        stdout=write,
        stderr=subprocess.PIPE,
        env=program._variables,
        check=False,
    )
    os.close(write)
    assert (called.returncode, called.stderr) == (code, b"")
