from collections.abc import Iterator
from pathlib import Path

import pytest

from incident_tui.services.store import Store
from tests.cli.conftest import shell
from tests.support.window import Place

__all__ = ["shell"]


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """INC-1 was declared by ana at 14:00, and nothing was said since."""
    return Place(tmp_path / "store.db")


@pytest.fixture
def store(place: Place) -> Iterator[Store]:
    store = Store(place.db)
    yield store
    store.close()
