"""A browser comes in by a link that works once, or by the token of whoever serves; both are secret.

What it gets for that is a cookie which no page can read and which is of no use after this run.
"""

import hmac
import secrets
from collections.abc import Callable


class Door:
    """`own` is a token that works again and again; without one `told` hears of each new ticket."""

    def __init__(self, own: str, told: Callable[[str], object]) -> None:
        self._own = own
        self._told = told
        self._ticket = ""
        self.cookie = secrets.token_urlsafe(32)

    def open(self) -> None:
        """From here on somebody may come in."""
        if not self._own:
            self._ticket = secrets.token_urlsafe(32)
            self._told(self._ticket)

    def admits(self, token: str) -> bool:
        """Whether that lets somebody in; a ticket then has served, and is followed by another."""
        known = self._own or self._ticket
        if not (known and _same(token, known)):
            return False
        self.open()
        return True

    def knows(self, cookie: str) -> bool:
        """Whether whoever shows that cookie is in already."""
        return _same(cookie, self.cookie)


def _same(given: str, known: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "replace"), known.encode())
