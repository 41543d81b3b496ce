"""What becomes true in its own time is waited for, with a deadline no machine needs."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final, TypeVar

T = TypeVar("T")

DEADLINE: Final = 60.0
"""Seconds; far beyond any expected wait, so that a loaded machine fails nothing."""
_LOOK_EVERY: Final = 0.05


async def until(ask: Callable[[], Awaitable[T]]) -> T:
    """What it gives as soon as that is something; TimeoutError when it never is."""
    async with asyncio.timeout(DEADLINE):
        while True:
            if found := await ask():
                return found
            await asyncio.sleep(_LOOK_EVERY)
