from collections.abc import Iterator
from pathlib import Path

import pytest

from incident_tui.storage.append import append
from incident_tui.storage.opening import open_store
from tests.storage.engines import Store, run
from tests.storage.stories import declared, noted
from tests.support import postgres


@pytest.fixture
def engine(request: pytest.FixtureRequest) -> str:
    """Where the store lies: in a file, or on a server for a test that is marked `on_both`."""
    return str(getattr(request, "param", "file"))


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "store" / "incidents.db")


@pytest.fixture
def store(path: str, engine: str) -> Iterator[Store]:
    if engine == "server":
        postgres.require_server()
        with postgres.store() as team:
            yield team
        return
    connection = open_store(path)
    yield connection
    connection.close()


@pytest.fixture
def burning(store: Store) -> Store:
    """A store with incident `i1`: its declaration and the notes `n1` and `n2`."""
    story = [declared(), noted("queue full", "n1"), noted("rolled back", "n2", minute=2)]
    run(store, append(story))
    return store
