"""What is measured is the wheel as a person installs it, with its byte code, and nothing else."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

_ROOT: Final = Path(__file__).parents[2]
_HELLO: Final = Path(__file__).with_name("hello.py")
PEERS: Final = ("rg", "grep", "jrnl", "posting")
"""Programs that a person may have, and that the table compares with where they are."""


class Program(NamedTuple):
    """The installed program and where it may write; `env` is all that its processes see."""

    python: str
    command: str
    folder: Path
    env: Mapping[str, str]

    @property
    def hello(self) -> list[str]:
        """The floor of any Textual app."""
        return [self.python, str(_HELLO)]

    def on(self, store: Path, *args: str) -> list[str]:
        """A call of the program on a store."""
        return [self.command, "--db", str(store), *args]


def install(folder: Path) -> Program:
    """The wheel of this checkout in a new environment; a minute without a warm download cache."""
    env = {name: os.environ[name] for name in ("PATH", "TMPDIR") if name in os.environ}
    env |= {"HOME": str(folder), "USER": "maria", "LANG": "C.UTF-8"}
    env |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
    scratch = folder / "venv"
    # Byte code must be written, as it is for a person; a start without it compiles everything.
    building = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run([sys.executable, "-m", "venv", scratch], env=building, check=True)
    python = scratch / "bin" / "python"
    asked = [str(python), "-m", "pip", "install", "--quiet", str(_ROOT)]
    subprocess.run(asked, env=building, check=True)
    return Program(str(python), str(scratch / "bin" / "incident-tui"), folder, env)


def peer(name: str) -> str | None:
    """Where that program is, if it is installed."""
    return shutil.which(name)


def absent() -> Sequence[str]:
    """The peers that this machine does not have."""
    return [name for name in PEERS if peer(name) is None]
