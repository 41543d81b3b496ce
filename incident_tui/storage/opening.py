"""A store is made where there is none and brought up to date where it is old, before its use."""

# pathlib costs more than all of this.
# ruff: noqa: PTH123

from __future__ import annotations

import os

from incident_tui.domain import errors
from incident_tui.storage.connection import connect, stored_version
from incident_tui.storage.schema import VERSION

TYPE_CHECKING = False
if TYPE_CHECKING:
    from sqlite3 import Connection

_NETWORK = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "ceph", "lustre", "afs"}
_ALLOW = "INCIDENT_TUI_ALLOW_NETWORK_FS"


def open_store(path: str) -> Connection:
    """A connection for writing; makes the store when there is none, migrates it when it is old."""
    refuse_network(path)
    version = stored_version(path)
    if version != VERSION:
        from incident_tui.storage import migrations  # noqa: PLC0415 - once in a store's life

        if version is None:
            migrations.create(path)
        else:
            migrations.upgrade(path)
    connection = connect(path)
    if stored_version(path) == VERSION:
        return connection
    # The header spoke of an upgrade that was cut off; connecting played its journal back.
    connection.close()
    from incident_tui.storage import migrations  # noqa: PLC0415 - as above

    migrations.upgrade(path)
    return connect(path)


def refuse_network(path: str) -> None:
    """StoreError when the file would lie on a network file system, where locks do not hold."""
    if os.environ.get(_ALLOW) == "1":
        return
    try:
        with open("/proc/self/mountinfo", encoding="utf-8", errors="surrogateescape") as file:
            kind = network_kind(os.path.realpath(path), file.read())
    except OSError:
        return
    if kind:
        raise errors.StoreError(
            f"{path} lies on {kind}, where two computers can destroy each other's entries; "
            f"keep the store on a local disk, or set {_ALLOW}=1 if only one computer uses it"
        )


def network_kind(path: str, mountinfo: str) -> str:
    """The type of the network file system that holds `path`, or an empty string.

    `mountinfo` is the text of /proc/self/mountinfo.
    """
    longest, found = -1, ""
    for line in mountinfo.splitlines():
        mount, dash, rest = line.partition(" - ")
        words = mount.split(" ")
        if not dash or len(words) < 5:
            continue
        point = words[4].replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\")
        inside = path == point or path.startswith(point.rstrip("/") + "/")
        # The later of two mounts on one point hides the earlier.
        if inside and len(point) >= longest:
            longest, found = len(point), rest.split(" ", 1)[0]
    return found if found in _NETWORK or found.startswith("fuse.") else ""
