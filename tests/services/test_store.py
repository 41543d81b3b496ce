import asyncio

import pytest

from incident_tui.domain.errors import StoreError
from incident_tui.domain.facts import Noted
from incident_tui.services.store import Store
from tests.support.entries import T0
from tests.support.window import Place


async def test_both_doors_write_to_the_same_file(place: Place) -> None:
    store = Store(place.db)
    log = place.log(store)
    await store.record(log.recording(Noted("one"), T0))
    store.write(log.recording(Noted("two"), T0))
    await store.finish()
    assert place.said() == ["one", "two"]


async def test_finishing_stores_what_was_asked_for(place: Place) -> None:
    store = Store(place.db)
    log = place.log(store)
    waiting = [store.record(log.recording(Noted(text), T0)) for text in ("one", "two")]
    tasks = [asyncio.create_task(each) for each in waiting]
    await asyncio.sleep(0)
    await store.finish()
    await asyncio.gather(*tasks)
    assert place.said() == ["one", "two"]
    with pytest.raises(StoreError, match="start again"):
        await store.record(log.recording(Noted("late"), T0))


async def test_the_documents_are_loaded_once(place: Place) -> None:
    store = Store(place.db)
    assert await store.documents() is await store.documents()
    await store.finish()


async def test_a_store_that_was_only_read_closes(place: Place) -> None:
    store = Store(place.db)
    assert store.read.counts().incidents == 1
    await store.finish()
