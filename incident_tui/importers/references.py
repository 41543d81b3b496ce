"""What has no id of its own is known again by its words, its time and how often it came."""

from collections import Counter
from hashlib import blake2b


class References:
    """References for one reading; the same source gives the same ones at every reading."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._seen: Counter[bytes] = Counter()

    def of(self, *parts: str) -> str:
        """The reference of what these parts describe."""
        digest = blake2b("\0".join(parts).encode("utf-8", "replace"), digest_size=12).digest()
        self._seen[digest] += 1
        count = self._seen[digest]
        return f"{self._name}:{digest.hex()}" + (f":{count}" if count > 1 else "")
