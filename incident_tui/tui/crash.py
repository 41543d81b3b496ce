"""A fault ends the program calmly: typed text kept, code lines but no values reported, status 1."""

import os
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from rich.console import RenderableType
from rich.text import Text
from textual.app import App

ReturnType = TypeVar("ReturnType")


class CalmApp(App[ReturnType]):
    """An app in which no fault prints what was typed; end the process with `return_code`."""

    def __init__(self, crash_folder: Path) -> None:
        super().__init__()
        self._crash_folder = crash_folder

    def keep_draft(self) -> None:
        """Save what is typed, now; any fault in here is reported, not raised."""
        raise NotImplementedError

    def _handle_exception(self, error: Exception) -> None:
        """Textual's own way out prints every local variable, and thereby what was typed."""
        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
            self._exit_renderables.append(Text(self._last_message(error)))
            self.error_console.soft_wrap = True  # so that the report's path can be selected whole
        self._close_messages_no_wait()

    def panic(self, *renderables: RenderableType) -> None:
        """The way out when the terminal itself cannot be read any more."""
        self._return_code = 1
        self._kept()
        super().panic(*renderables)

    def _last_message(self, error: BaseException) -> str:
        kept = self._kept()
        try:
            path = write_report(self._crash_folder, error, datetime.now(UTC))
            told = f"Report (code lines and versions, no values): {path}"
        except Exception as refused:
            told = f"No report could be written to {self._crash_folder} ({_kind(refused)})."
        return f"incident-tui stopped: {_cause(error)}.\n{kept}\n{told}"

    def _kept(self) -> str:
        try:
            self.keep_draft()
        except Exception as refused:
            return f"What you typed could not be kept ({_kind(refused)})."
        return "What you typed is kept: start incident-tui again to go on with it."


def write_report(folder: Path, error: BaseException, now: datetime) -> Path:
    """The path of a new private file with the report of the error."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / f"crash-{now:%Y%m%dT%H%M%S.%fZ}.txt"
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    with os.fdopen(file, "w", encoding="utf-8", errors="backslashreplace") as report_file:
        report_file.write(report(error))
    return path


def report(error: BaseException) -> str:
    """Versions and the lines of code that led to the error; no message, no value."""
    import platform  # noqa: PLC0415  only a crash pays for it

    names = ("incident-tui", "textual", "rich", "sqlmodel", "sqlalchemy", "msgspec")
    versions = [f"{name} {_version(name)}" for name in names]
    versions += [f"Python {platform.python_version()}", platform.platform()]
    return "\n".join([*versions, "", *_told(error, set())]) + "\n"


def _version(package: str) -> str:
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415  as above

    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def _told(error: BaseException, seen: set[int]) -> Iterator[str]:
    """The frames of an error, after those of the errors that led to it."""
    seen.add(id(error))
    inside: list[Any] = [error.__cause__ or error.__context__, getattr(error, "error", None)]
    inside += getattr(error, "exceptions", ())
    for earlier in inside:
        if isinstance(earlier, BaseException) and id(earlier) not in seen:
            yield from _told(earlier, seen)
            yield "which led to"
    yield _kind(error)
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"  {frame.filename}:{frame.lineno} in {frame.name}\n    {frame.line}"


def _cause(error: BaseException) -> str:
    """The kind of error and where it arose; Textual wraps that of a worker."""
    inner = getattr(error, "error", None)
    error = inner if isinstance(inner, BaseException) else error
    frames = traceback.extract_tb(error.__traceback__)
    place = f" in {Path(frames[-1].filename).name}, line {frames[-1].lineno}" if frames else ""
    return f"{_kind(error)}{place}"


def _kind(error: BaseException) -> str:
    return type(error).__qualname__
