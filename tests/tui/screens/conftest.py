from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.tui.screens.postmortem_desk import Desk


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """A resolved incident of which only the log is written."""
    app = Desk(tmp_path / "store.db")
    yield app
    await app.store.finish()
