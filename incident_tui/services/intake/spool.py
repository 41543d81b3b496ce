"""What was read is kept aside until it is stored, so that no reading holds up a writer."""

from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import Final

import msgspec

from incident_tui.importers.format import CapturedEntry, ImportRefusedError

_PORTION: Final = 500
_DECODER: Final = msgspec.msgpack.Decoder(list[CapturedEntry])


class Spool:
    """Entries in a temporary file, in their order; little of it is in memory."""

    def __init__(self) -> None:
        self._file = TemporaryFile()  # noqa: SIM115 - `close` does, and so does its end
        self._held: list[CapturedEntry] = []
        self._encode = msgspec.msgpack.Encoder().encode

    def add(self, entry: CapturedEntry) -> None:
        """Keep one more."""
        self._held.append(entry)
        if len(self._held) == _PORTION:
            self._write()

    def __iter__(self) -> Iterator[CapturedEntry]:
        """All of them; nothing may be added any more."""
        held, self._held = self._held, []
        self._file.seek(0)
        while length := int.from_bytes(self._file.read(4), "big"):
            yield from _DECODER.decode(self._file.read(length))
        yield from held

    def close(self) -> None:
        """Let the file go."""
        self._file.close()

    def _write(self) -> None:
        data = self._encode(self._held)
        try:
            self._file.write(len(data).to_bytes(4, "big") + data)
            self._file.flush()
        except OSError as error:
            raise ImportRefusedError(
                f"there is no room for a temporary file ({error.strerror}); free some space, or "
                "set TMPDIR to a folder that has it; nothing was imported"
            ) from error
        self._held = []
