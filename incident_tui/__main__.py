"""The entry point: a line to log takes the short way, everything else meets the command line."""

from __future__ import annotations

import gc
import io
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from incident_tui.services.config import Config
    from incident_tui.services.quick import LogLine
    from incident_tui.services.scenario import Scenario


_COMPLETING = "_INCIDENT_TUI_COMPLETE"
"""The variable by which a shell asks for completions."""


def main() -> None:
    """Run the program as the shell called it; ends the process with its exit code."""
    # Of all that is loaded at a start nothing is garbage, and looking for some takes a tenth of the
    # time of a completion and more of a window's: who goes on to work turns the collector on again.
    gc.disable()
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A byte or a character that has no place here must not stop what is being logged.
            stream.reconfigure(errors="backslashreplace")
    args = sys.argv[1:]
    try:
        if "log" in args[:5] and _logged(args):
            return
    except KeyboardInterrupt:
        sys.exit(130)
    window = _window(args)
    if window is not None:
        sys.exit(window)
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
    gc.disable()  # until the window is at rest
    _without_tls()
    from incident_tui.tui.opening import run  # noqa: PLC0415

    return run(store, config, author, number=number, scenario=scenario, speed=speed)


def _without_tls() -> None:
    """Load asyncio as if there were no OpenSSL, which takes a tenth of a window's memory.

    No window speaks TLS by asyncio; what a team's store is reached with brings its own.
    """
    if "ssl" in sys.modules or "asyncio" in sys.modules:
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]  # an import of it is refused, as documented
    try:
        import asyncio  # noqa: F401, PLC0415  as above
    finally:
        del sys.modules["ssl"]


def _window(args: Sequence[str]) -> int | None:
    """The exit code of the window, when nothing else was asked for; None when something was."""
    named = {"--db": "", "--config": "", "--as": ""}
    if _COMPLETING in os.environ:  # the Tab key in a shell calls the program without arguments
        return None
    if len(args) % 2 or any(name not in named for name in args[::2]):
        return None
    named.update(zip(args[::2], args[1::2], strict=True))
    from incident_tui.services import config  # noqa: PLC0415

    try:
        settings = config.load(named["--config"])
        store = config.store_path(named["--db"], settings)
        return open_screen(store, settings, config.author(named["--as"], settings))
    except Exception as error:  # every refusal is reported in one place
        from incident_tui.cli.diagnostics import report  # noqa: PLC0415

        return report(error)


def _logged(args: Sequence[str]) -> bool:
    """Whether the arguments were a line to log, and it is on the disk now."""
    from incident_tui.services import quick  # noqa: PLC0415

    line = quick.read(args)
    if line is None:
        return False
    try:
        said = _log(line)
    except Exception as error:  # every refusal is reported in one place
        from incident_tui.cli.diagnostics import report  # noqa: PLC0415

        sys.exit(report(error, line.text))
    if said is None:
        return False
    _print(said)
    return True


def _log(line: LogLine) -> str | None:
    if line.plain:
        from incident_tui.services import quick  # noqa: PLC0415

        return quick.log(line)
    from incident_tui.cli import straight  # noqa: PLC0415

    return straight.log(line)


def _print(line: str) -> None:
    """Say what was done, unless nobody listens any more."""
    try:
        print(line, flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


if __name__ == "__main__":
    main()
