"""The same words for both engines: a test marked `on_both` says what any store must do."""

from __future__ import annotations

from sqlite3 import Connection
from typing import Final, TypeVar

import pytest

from incident_tui.storage import integrity, script
from incident_tui.storage.integrity import Problem
from incident_tui.storage.views import rebuild
from tests.support.postgres import OnServer

T = TypeVar("T")
Store = Connection | OnServer

on_both: Final = pytest.mark.parametrize("engine", ["file", "server"], indirect=True)


def run(store: Store, steps: script.Script[T]) -> T:
    """Carry out a transaction."""
    return store.run(steps) if isinstance(store, OnServer) else script.run(store, steps)


def verify(store: Store) -> list[Problem]:
    """All that is wrong with it."""
    return store.verify() if isinstance(store, OnServer) else integrity.verify(store)


def made_anew(store: Store) -> int:
    """Make its views anew, while nobody else writes."""
    if isinstance(store, OnServer):
        return store.run(rebuild(), alone=True)
    return script.run(store, rebuild())
