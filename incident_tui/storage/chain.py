"""Every entry is bound to the one before it, by a hash that outlives the destruction of its text.

`commitment = SHA256(salt ‖ payload)` and `hash = SHA256(tag ‖ previous hash ‖ meta ‖ commitment)`:
a redaction destroys salt and payload and keeps the commitment, so the chain stays whole.
"""

from __future__ import annotations

# hashlib loads OpenSSL, a third of what `log` may cost; the digest is the same.
try:
    from _sha2 import sha256  # type: ignore[import-not-found, unused-ignore]  # has no stub
except ImportError:
    try:
        from _sha256 import sha256  # type: ignore[import-not-found, unused-ignore]  # until 3.11
    except ImportError:
        from hashlib import sha256

GENESIS = bytes(32)
"""What the first entry of the first incident follows."""
_TAG = b"incident-tui/1"


def commitment(salt: bytes, payload: str) -> bytes:
    """What the chain keeps of a payload: 32 bytes that tell nothing without the salt."""
    digest: bytes = sha256(salt + payload.encode()).digest()
    return digest


def link(previous: bytes, meta: tuple[str | int | None, ...], committed: bytes) -> bytes:
    """The hash of an entry; `meta` are the columns named in `META`, in that order."""
    fields = _fields(meta)
    digest: bytes = sha256(b"".join((_TAG, previous, fields, committed))).digest()
    return digest


META = "id, incident_id, seq, kind, version, occurred_at, recorded_at, author, source, external_ref"
"""The columns an entry's hash covers, in the order in which it covers them."""


def _fields(meta: tuple[str | int | None, ...]) -> bytes:
    """Each value behind its length in bytes, so that no two lists of values encode alike."""
    quick = "".join(["-," if v is None else f"{len(t := str(v))}:{t}," for v in meta])
    if quick.isascii():  # then a length in characters is one in bytes
        return quick.encode()
    return b"".join(map(_field, meta))


def _field(value: str | int | None) -> bytes:
    """A value behind its length, so that no two lists of values encode alike."""
    if value is None:
        return b"-,"
    text = str(value).encode()
    return b"%d:%b," % (len(text), text)
