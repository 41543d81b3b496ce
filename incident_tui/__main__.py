"""The entry point: a plain note takes the short way, everything else meets the command line."""

from __future__ import annotations

import io
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from incident_tui.services.config import Config
    from incident_tui.services.scenario import Scenario


def main() -> None:
    """Run the program as the shell called it; ends the process with its exit code."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A byte or a character that has no place here must not stop what is being logged.
            stream.reconfigure(errors="backslashreplace")
    args = sys.argv[1:]
    try:
        if "log" in args[:5] and _noted(args):
            return
    except KeyboardInterrupt:
        sys.exit(130)
    from incident_tui.cli.call import Call  # noqa: PLC0415  a plain note pays for none of this
    from incident_tui.cli.main import cli  # noqa: PLC0415

    cli.main(args, "incident-tui", obj=Call(open_screen))


def open_screen(
    store: Path,
    config: Config,
    author: str,
    *,
    number: int | None = None,
    scenario: Scenario | None = None,
    speed: float = 1,
) -> int:
    """Open the window and give its exit code; here alone both front ends are known."""
    os.environ.setdefault("TEXTUAL_FPS", "120")  # read once, when Textual is imported
    from incident_tui.tui.app import run  # noqa: PLC0415

    return run(store, config, author, number=number, scenario=scenario, speed=speed)


def _noted(args: Sequence[str]) -> bool:
    """Whether the arguments were a plain note, and it is on the disk now."""
    from incident_tui.services import quick  # noqa: PLC0415

    note = quick.read(args)
    if note is None:
        return False
    try:
        line = quick.log(note)
    except Exception as error:  # every refusal is reported in one place
        from incident_tui.cli.diagnostics import report  # noqa: PLC0415

        sys.exit(report(error, note.text))
    if line is None:
        return False
    _print(line)
    return True


def _print(line: str) -> None:
    """Say what was done, unless nobody listens any more."""
    try:
        print(line, flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


if __name__ == "__main__":
    main()
