"""A live incident does without the ORM, and nobody waits for it where prose is near."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest

from incident_tui.services.store import Store
from incident_tui.storage.documents import Documents
from incident_tui.tui.screens.ending import EndingDialog
from incident_tui.tui.screens.live import LiveScreen
from incident_tui.tui.screens.postmortem import PostmortemScreen
from tests.support.window import Place, window

ORM = "incident_tui.storage.documents"
A_SITTING = f"""
import asyncio, sys
from pathlib import Path
from tests.support.window import Place, window

def loaded():
    return {{"sqlalchemy", "sqlmodel", "pydantic", "{ORM}"}} & set(sys.modules)

async def sit():
    async with window(Place(Path("store.db"))) as seat:
        await seat.app._at_rest().wait()
        assert "aiosqlite" in sys.modules  # the first Enter does not wait for that either
        before = set(sys.modules)
        await seat.enter("it burns")
        new = set(sys.modules) - before
        assert {{name.split(".")[0] for name in new}} <= {{"concurrent"}}, new
        assert not loaded(), loaded()
        await seat.enter("/resolve all is well")
        await seat.until(lambda: seat.app.store._documents, "the ORM")
        assert loaded()

asyncio.run(sit())
"""


@pytest.fixture
def foreseen(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files whose post-mortems were asked for."""
    asked: list[str] = []
    documents = Store.documents

    def noting(self: Store) -> object:
        asked.append(self.path.name)
        return documents(self)

    monkeypatch.setattr(Store, "documents", noting)
    return asked


def test_a_live_incident_at_rest_has_no_orm_and_a_resolve_brings_it(tmp_path: Path) -> None:
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    argv = [sys.executable, "-c", A_SITTING]
    sat = subprocess.run(argv, capture_output=True, text=True, env=env, cwd=tmp_path, check=False)
    assert sat.returncode == 0, sat.stderr


async def test_a_resolve_that_is_asked_about_foresees_prose(
    place: Place, foreseen: list[str]
) -> None:
    async with window(place) as seat:
        await seat.enter("/resolve all is well")
        await seat.until(lambda: isinstance(seat.app.screen, EndingDialog), "the question")
        await seat.until(lambda: foreseen, "the ORM")


async def test_an_export_that_is_being_typed_foresees_prose(
    place: Place, foreseen: list[str]
) -> None:
    async with window(place) as seat:
        await seat.press(*"/expor")
        assert not foreseen
        await seat.press("t")
        await seat.until(lambda: foreseen, "the ORM")


async def test_an_incident_that_is_over_foresees_prose(place: Place, foreseen: list[str]) -> None:
    async with window(place) as seat:
        await seat.app._at_rest().wait()
        assert not foreseen
        place.say("/resolve all is well")  # elsewhere
        await seat.until(lambda: foreseen, "the ORM")
    foreseen.clear()
    async with window(place, number=1) as seat:
        await seat.until(lambda: foreseen, "the ORM")


async def test_the_post_mortem_is_drawn_and_left_while_the_orm_is_loading(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents, loaded = Store.documents, asyncio.Event()

    async def slow(self: Store) -> Documents:
        await loaded.wait()
        return await documents(self)

    monkeypatch.setattr(Store, "documents", slow)
    async with window(place) as seat:
        await seat.press("f9")
        await seat.until(lambda: isinstance(seat.app.screen, PostmortemScreen), "its frame")
        await seat.shows("INC-1")
        await seat.press("escape")
        await seat.until(lambda: isinstance(seat.app.screen, LiveScreen), "the rest")
        await seat.press("f9")
        loaded.set()
        await seat.shows("0/11 steps")
