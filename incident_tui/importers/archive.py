"""An archive is read a member at a time, from memory, within limits; no member is ever written."""

import zlib
from collections.abc import Iterator
from typing import BinaryIO, Final
from zipfile import BadZipFile, ZipFile, ZipInfo

from incident_tui.importers.format import ImportRefusedError
from incident_tui.importers.json_input import MOST

_MEMBERS: Final = 50_000
_TOTAL: Final = 8 * 1024**3
_RATIO: Final = 200
"""How many times its size in the archive all of it may have; text reaches a tenth of that."""
_HARMLESS: Final = MOST
"""Bytes below which no ratio is asked for."""
_BROKEN: Final = (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError)


class Archive:
    """The JSON files of an archive; ImportRefusedError where it is broken or a bomb."""

    def __init__(self, file: BinaryIO) -> None:
        file.seek(0)
        try:
            self._zip = ZipFile(file)
            self._members = {m.filename: m for m in self._zip.infolist() if _is_json(m)}
        except (*_BROKEN, ValueError) as error:
            raise ImportRefusedError(
                f"the archive cannot be read ({error}); fetch it again"
            ) from error
        self._read = 0
        self._packed = 0
        if len(self._members) > _MEMBERS:
            raise ImportRefusedError(f"the archive holds more than {_MEMBERS} files")

    def names(self) -> list[str]:
        """What is in it."""
        return sorted(self._members)

    def read(self, name: str) -> bytes:
        """The bytes of a member."""
        member = self._members[name]
        try:
            with self._zip.open(member) as file:
                data = file.read(MOST + 1)
        except (*_BROKEN, ValueError) as error:
            raise ImportRefusedError(f"{name} in the archive is broken ({error})") from error
        if len(data) > MOST:
            raise ImportRefusedError(f"{name} in the archive is larger than {MOST >> 20} MiB")
        self._read += len(data)
        self._packed += member.compress_size
        bomb = self._read > _HARMLESS and self._read > _RATIO * max(self._packed, 1)
        if bomb or self._read > _TOTAL:
            raise ImportRefusedError(f"the archive unpacks to far too much at {name}")
        return data


def _is_json(member: ZipInfo) -> bool:
    return member.filename.endswith(".json") and not member.is_dir()


def named(names: Iterator[str] | list[str], last: str) -> list[str]:
    """The members of that last name, the one nearest to the top first."""
    return sorted((n for n in names if n.rsplit("/", 1)[-1] == last), key=lambda n: n.count("/"))
