"""A source is opened as often as it is read, from its start; a pipe and a folder are kept aside."""

import io
import re
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO, Final
from zipfile import ZIP_STORED, ZipFile
from zoneinfo import ZoneInfo

from incident_tui.domain.when import parse_when
from incident_tui.importers.format import ImportRefusedError

HEAD: Final = 16 * 1024
"""Bytes of a source by which its format is told."""
MOST: Final = 4 * 1024**3
"""Bytes of a source."""
_MOST_FILES: Final = 20_000
_PORTION: Final = 1 << 18
_OFFSET: Final = re.compile(r"(?:UTC|GMT)?([+-])(\d{1,2})(?::?(\d\d))?", re.IGNORECASE)

Watch = Callable[[int, int], None]
"""Told how many bytes of how many were read."""


class Source:
    """What is read: a file, a pipe or a folder; `name` is what people call it."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        self._file = file
        self.name = name
        self.size = file.seek(0, 2)
        if self.size > MOST:
            raise ImportRefusedError(
                f"it is larger than {MOST >> 30} GiB; import a smaller part of it"
            )

    def head(self) -> bytes:
        """Its first bytes."""
        self._file.seek(0)
        return self._file.read(HEAD)

    def open(self, watch: Watch | None = None) -> BinaryIO:
        """The whole of it from its start; `watch` is told how far the reading has come."""
        self._file.seek(0)
        if watch is None:
            return self._file
        return io.BufferedReader(_Watched(self._file, self.size, watch), _PORTION)

    def close(self) -> None:
        """Let the file go."""
        self._file.close()


class _Watched(io.RawIOBase):
    """A file that tells how far it was read."""

    def __init__(self, file: BinaryIO, size: int, watch: Watch) -> None:
        self._file = file
        self._size = size
        self._watch = watch

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # any buffer
        """As of the file."""
        data = self._file.read(len(buffer))
        buffer[: len(data)] = data
        self._watch(self._file.tell(), self._size)
        return len(data)

    def seek(self, offset: int, whence: int = 0, /) -> int:
        """As of the file."""
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        """As of the file."""
        return self._file.tell()

    def seekable(self) -> bool:
        """Always."""
        return True

    def readable(self) -> bool:
        """Always."""
        return True


def opened(path: Path) -> Source:
    """The source at the path; ImportRefusedError says why it cannot be read."""
    try:
        if path.is_dir():
            return Source(_packed(path), path.name)
        return Source(path.open("rb"), path.name)
    except OSError as error:
        raise ImportRefusedError(f"{path} cannot be read: {error.strerror}") from error


def piped(pipe: BinaryIO, name: str = "") -> Source:
    """What comes through a pipe, kept in a temporary file."""
    kept = TemporaryFile()  # noqa: SIM115 - the source closes it
    while data := pipe.read(1 << 20):
        kept.write(data)
        if kept.tell() > MOST:
            break
    return Source(kept, name)


def _packed(folder: Path) -> BinaryIO:
    """The JSON files of a folder as the archive they came from; links are not followed."""
    kept = TemporaryFile()  # noqa: SIM115 - the source closes it
    with ZipFile(kept, "w", ZIP_STORED) as archive:
        for count, path in enumerate(sorted(folder.rglob("*.json"))):
            if count >= _MOST_FILES:
                raise ImportRefusedError(f"{folder} holds more than {_MOST_FILES} files")
            if path.is_symlink() or not path.is_file():
                continue
            with (
                path.open("rb") as file,
                archive.open(path.relative_to(folder).as_posix(), "w", force_zip64=True) as member,
            ):
                shutil.copyfileobj(file, member, 1 << 20)
    return kept


def zone_of(text: str) -> tzinfo:
    """The zone of a name or an offset; ImportRefusedError says what would work."""
    said = text.strip()
    if said.upper() in {"UTC", "Z", "GMT"}:
        return UTC
    if found := _OFFSET.fullmatch(said):
        span = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
        if span < timedelta(hours=24):
            return timezone(span if found[1] == "+" else -span)
    try:
        return ZoneInfo(said)
    except (ValueError, OSError, KeyError):  # a zone that is not there is a KeyError
        raise ImportRefusedError(
            f"there is no time zone {text!r}; write Europe/London, America/New_York, UTC or +02:00"
        ) from None


def start_of(text: str, zone: tzinfo | None, now: datetime) -> datetime:
    """The moment a recording began; without an offset of its own it is read in the zone."""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return parse_when(text, now)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=zone or UTC)
    return moment.astimezone(UTC)
