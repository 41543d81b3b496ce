from collections.abc import AsyncIterator

import pytest

from tests.cli.web.served import Served, serving


@pytest.fixture
async def served() -> AsyncIterator[Served]:
    """A site where nobody has come in yet."""
    async with serving() as site:
        yield site


@pytest.fixture
async def entered(served: Served) -> Served:
    """A site, and a browser that came in."""
    assert await served.enter(served.tickets[-1]) == 204
    return served
