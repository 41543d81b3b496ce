from collections.abc import Iterator
from pathlib import Path
from sqlite3 import Connection

import pytest

from incident_tui.storage.append import append
from incident_tui.storage.connection import open_store
from incident_tui.storage.script import run
from tests.storage.stories import declared, noted


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "store" / "incidents.db")


@pytest.fixture
def store(path: str) -> Iterator[Connection]:
    connection = open_store(path)
    yield connection
    connection.close()


@pytest.fixture
def burning(store: Connection) -> Connection:
    """A store with incident `i1`: its declaration and the notes `n1` and `n2`."""
    story = [declared(), noted("queue full", "n1"), noted("rolled back", "n2", minute=2)]
    run(store, append(story))
    return store
