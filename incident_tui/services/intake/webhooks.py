"""What is sent here must know the token, be small and seldom; all else is refused early.

Plain ASGI, so that any well-kept server can run it. No answer tells a stranger what is stored here.
"""

import hmac
import json
from collections.abc import Awaitable, Callable
from typing import Any, Final

from incident_tui.domain.errors import IncidentTuiError, StoreError
from incident_tui.services.intake.receiving import SENDERS, Received, Receiver

LARGEST: Final = 1 << 20
"""Bytes of a notification."""
_A_MINUTE: Final = 120
_AT_ONCE: Final = 30

Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]


class RefusedError(Exception):
    """The request is answered with a status and a sentence."""

    def __init__(self, status: int, why: str, *headers: tuple[bytes, bytes]) -> None:
        super().__init__(why)
        self.status = status
        self.headers = headers


class Bucket:
    """So many at once, and so many a minute after that; `now` gives seconds."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._left = float(_AT_ONCE)
        self._at = now()

    def take(self) -> bool:
        """Whether one more is allowed."""
        now = self._now()
        self._left = min(_AT_ONCE, self._left + (now - self._at) * _A_MINUTE / 60)
        self._at = now
        if self._left < 1:
            return False
        self._left -= 1
        return True


class Webhooks:
    """The application; `told` hears of every notification that was taken, `refused` of the rest."""

    def __init__(
        self,
        receiver: Receiver,
        token: str,
        now: Callable[[], float],
        told: Callable[[str, Received], object],
        refused: Callable[[int, str], object],
    ) -> None:
        self._receiver = receiver
        self._token = token.encode()
        self._bucket = Bucket(now)
        self._strangers = Bucket(now)
        self._told = told
        self._refused = refused

    async def __call__(self, scope: dict[str, Any], receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        status, headers = 200, list[tuple[bytes, bytes]]()
        try:
            answer = await self._answer(scope, receive)
        except RefusedError as error:
            status, answer, headers = error.status, {"error": str(error)}, [*error.headers]
        except StoreError as error:
            status, answer, headers = 503, {"error": str(error)}, [(b"retry-after", b"5")]
        except IncidentTuiError as error:
            status, answer = 400, {"error": str(error)}
        if status != 200:
            self._refused(status, answer["error"])
        body = json.dumps(answer, ensure_ascii=False).encode()
        sized = (b"content-length", str(len(body)).encode())
        said = [(b"content-type", b"application/json"), sized, *headers]
        await send({"type": "http.response.start", "status": status, "headers": said})
        await send({"type": "http.response.body", "body": body})

    async def _answer(self, scope: dict[str, Any], receive: Receive) -> dict[str, Any]:
        headers = dict(scope["headers"])
        self._admit(headers)
        sender = str(scope["path"]).strip("/")
        if sender not in SENDERS:
            raise RefusedError(404, f"send to one of: {', '.join(f'/{name}' for name in SENDERS)}")
        if scope["method"] != "POST":
            raise RefusedError(405, "send with POST", (b"allow", b"POST"))
        if not self._bucket.take():
            raise RefusedError(429, "too many at once; send it again", (b"retry-after", b"10"))
        received = self._receiver.take(sender, await _body(headers, receive))
        self._told(sender, received)
        return {"incident": received.incident, "new": received.new, "offer": received.offer}

    def _admit(self, headers: dict[bytes, bytes]) -> None:
        scheme, _, given = headers.get(b"authorization", b"").partition(b" ")
        if scheme.lower() == b"bearer" and hmac.compare_digest(given.strip(), self._token):
            return
        if not self._strangers.take():
            raise RefusedError(429, "too many without the token", (b"retry-after", b"60"))
        raise RefusedError(
            401, "send the token: Authorization: Bearer …", (b"www-authenticate", b"Bearer")
        )


async def _body(headers: dict[bytes, bytes], receive: Receive) -> bytes:
    """The whole body, no larger than is allowed, whatever its length is said to be."""
    length = headers.get(b"content-length", b"0")
    if not length.isdigit() or int(length) > LARGEST:
        raise RefusedError(413, f"a notification is at most {LARGEST >> 10} kB")
    body = b""
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise RefusedError(400, "it broke off")
        body += bytes(message.get("body", b""))
        if len(body) > LARGEST:
            raise RefusedError(413, f"a notification is at most {LARGEST >> 10} kB")
        if not message.get("more_body"):
            return body
