"""An open store: questions are answered at once, and writing goes through one door at a time."""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from incident_tui.storage.connection import team_of
from incident_tui.storage.log_reader import LogReader
from incident_tui.storage.opening import open_store
from incident_tui.storage.reader import Reader
from incident_tui.storage.script import run

if TYPE_CHECKING:  # asyncio and the ORM are for windows and documents; a command pays for neither
    from incident_tui.storage.documents import Documents
    from incident_tui.storage.script import Script
    from incident_tui.storage.writer import Writer

T = TypeVar("T")

PATIENT_MS = 5_000
"""How long a command waits for another writer."""
SCREEN_MS = 20
"""How long a window waits before it shows what it already has."""


class Store:
    """A store file, made at first use; a window writes with `record`, a command with `write`."""

    def __init__(self, path: Path, patience_ms: int = PATIENT_MS) -> None:
        self.path = path
        self._connection = open_store(str(path))
        self.read = Reader(str(path), patience_ms)
        self.log = LogReader(str(path), patience_ms)
        self._writer: Writer | None = None
        self._documents: Documents | None = None
        self.team = team_of(self._connection)
        """The address of the team's store of which this is a copy; empty for a plain file."""

    @property
    def laid(self) -> int:
        """How often what waits for the team's store was laid down in another order."""
        return self.read.laid() if self.team else 0

    def write(self, script: Script[T]) -> T:
        """Carry out the script; on return it is on the disk, on StoreError nothing is."""
        return run(self._connection, script)

    async def record(self, script: Script[T]) -> T:
        """`write` without blocking, after what was asked for before; never cancelled half-way."""
        return await self.writer().run(script)

    def writer(self) -> Writer:
        """The one door through which a window writes; what is behind it is loaded at first use."""
        if self._writer is None:
            from incident_tui.storage.writer import Writer  # noqa: PLC0415

            self._writer = Writer(str(self.path))
        return self._writer

    async def documents(self) -> Documents:
        """The prose of the post-mortems; the ORM behind it is loaded in a thread, at first use."""
        if self._documents is None:
            from asyncio import to_thread  # noqa: PLC0415

            loaded = await to_thread(_documents_module)
            self._documents = self._documents or loaded.Documents(str(self.path))
        return self._documents

    async def finish(self) -> None:
        """Store everything that was asked for, then close."""
        if self._writer is not None:
            await self._writer.close()
        if self._documents is not None:
            await self._documents.close()
        self.close()

    def close(self) -> None:
        """Let the file go."""
        self.read.close()
        self.log.close()
        self._connection.close()


def _documents_module() -> Any:
    """The ORM, whose digests are those that Python was built with: OpenSSL's take 3 MiB more."""
    sha = ("_sha2",) if sys.version_info >= (3, 12) else ("_sha256", "_sha512")
    own = ("_md5", "_sha1", "_sha3", "_blake2", *sha)  # without one of them hashlib is incomplete
    if not sys.modules.keys() & {"hashlib", "_hashlib"} and all(map(find_spec, own)):
        sys.modules["_hashlib"] = None  # type: ignore[assignment]  # its import is refused
        try:
            import hmac  # noqa: F401, PLC0415  as above; it loads hashlib
        finally:
            del sys.modules["_hashlib"]
    return import_module("incident_tui.storage.documents")
