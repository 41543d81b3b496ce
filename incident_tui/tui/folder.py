"""A folder is shown by the desktop's own program, and only where there is a desktop to show it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path


def show(folder: Path) -> bool:
    """Open it in a window of its own; whether there was a program to ask."""
    program = _program()
    if program is None:
        return False
    try:
        subprocess.Popen(  # noqa: S603  a fixed program, and a path in no shell
            [program, str(folder.absolute())],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    return True


def _program() -> str | None:
    """Without a desktop, as over ssh, the same programs would draw over the terminal."""
    if sys.platform == "darwin":
        return shutil.which("open")
    if sys.platform == "win32":
        return shutil.which("explorer")
    here = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return shutil.which("xdg-open") if here else None
