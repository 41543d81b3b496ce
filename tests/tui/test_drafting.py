import threading
from pathlib import Path

import pytest

from incident_tui.domain.errors import StoreError
from incident_tui.services.drafts import Draft, DraftFile, PendingLine
from incident_tui.tui.drafting import folder, left_behind
from incident_tui.tui.screens.incidents import IncidentsScreen
from tests.support.entries import T0, at
from tests.support.window import Place, window


def leave(place: Place, draft: Draft, name: str = "gone") -> None:
    """What a window that was killed has left behind."""
    file = DraftFile(folder(place.db), name)
    file.save(draft)
    file.close()


def incident(place: Place, number: int = 1) -> str:
    with place.store() as store:
        return place.log(store, number=number).id


def kept(place: Place) -> list[Draft]:
    with place.store() as store:
        files, drafts = left_behind(store)
    for file in files:
        file.clear()
        file.close()
    return drafts


async def test_a_window_that_has_nothing_to_lose_leaves_no_file(place: Place) -> None:
    async with window(place) as seat:
        await seat.press("a", "backspace")
        seat.app.keep_draft()
    assert not list(folder(place.db).glob("*"))


async def test_a_draft_is_saved_when_it_is_another_one(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved: list[Draft] = []
    async with window(place) as seat:
        seat.app.keep_draft()
        monkeypatch.setattr(DraftFile, "save", lambda _, draft: saved.append(draft))
        seat.live.bar.prompt.value = "a"
        for _ in range(2):
            seat.app.keep_draft()
        seat.live.bar.prompt.value = "ab"
        seat.app.keep_draft()
        assert [draft.line for draft in saved] == ["a", "ab"]
        seat.live.bar.prompt.value = ""


async def test_a_key_never_waits_for_the_disk_that_its_draft_goes_to(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    savers: list[threading.Thread] = []
    save = DraftFile.save

    def noting(self: DraftFile, draft: Draft) -> None:
        savers.append(threading.current_thread())
        save(self, draft)

    monkeypatch.setattr(DraftFile, "save", noting)
    async with window(place) as seat:
        await seat.press(*"it")
        await seat.until(lambda: savers, "a draft")
        assert threading.main_thread() not in savers
        await seat.put("")
    assert kept(place) == []


async def test_a_draft_that_comes_late_to_the_disk_hides_no_newer_one(place: Place) -> None:
    async with window(place) as seat:
        seat.live.bar.prompt.value = "older"
        late = seat.app.keeper._look()
        seat.live.bar.prompt.value = "newer"
        seat.app.keep_draft()
        seat.app.keeper._save(*late)
        [file] = folder(place.db).glob("*.json")
        assert b"newer" in file.read_bytes()
        seat.live.bar.prompt.value = ""
    assert kept(place) == []


async def test_a_folder_that_cannot_be_made_is_said(place: Place) -> None:
    folder(place.db).write_text("in the way")
    async with window(place) as seat:
        seat.live.bar.prompt.value = "a"
        with pytest.raises(StoreError, match="make it writable"):
            seat.app.keep_draft()
        seat.live.bar.prompt.value = ""


async def test_a_window_without_a_place_for_drafts_works(place: Place) -> None:
    folder(place.db).write_text("in the way")
    async with window(place) as seat:
        await seat.press(*"it burns")
        await seat.app.keeper._due()
        await seat.press("enter")
        await seat.live.outbox.drained()
    assert place.said() == ["it burns"]


async def test_the_line_that_was_not_sent_is_back_with_its_time(place: Place) -> None:
    place.clock.later(minutes=9)
    leave(place, Draft(incident(place), "/ic @ma", 7, at(4)))
    async with window(place) as seat:
        await seat.until(lambda: seat.prompt.value == "/ic @ma", "the line")
        await seat.pilot.pause()
        assert seat.hint == "the line you had not sent is back"
        assert seat.stamp == "14:04:00 ▸"
        await seat.press(*"ria", "enter")
        await seat.live.outbox.drained()
    with place.store() as store:
        assert place.log(store).newest(1)[0].occurred_at == at(4)
    assert kept(place) == []


async def test_more_lines_wait_behind_the_up_arrow(place: Place) -> None:
    number = incident(place)
    pending = (PendingLine("p1", number, "sent", T0), PendingLine("p2", number, "sent too", T0))
    leave(place, Draft(number, "half", 4, T0, pending=pending))
    async with window(place) as seat:
        await seat.until(lambda: seat.prompt.value == "half", "the line")
        await seat.pilot.pause()
        assert seat.hint == "the line you had not sent is back; 2 more behind the up arrow"
        await seat.press("up")
        assert seat.prompt.value == "sent too"
        await seat.press("up")
        assert seat.prompt.value == "sent"


async def test_a_pending_line_that_was_stored_after_all_is_not_doubled(place: Place) -> None:
    place.say("it burns")
    with place.store() as store:
        log = place.log(store)
        entry = log.newest(1)[0].entry
    pending = (
        PendingLine(entry.id, log.id, "it burns", T0),
        PendingLine("other", log.id, "not yet", T0),
    )
    leave(place, Draft(log.id, pending=pending))
    async with window(place) as seat:
        await seat.until(lambda: seat.prompt.value == "not yet", "the line")
        await seat.press("enter")
        await seat.live.outbox.drained()
    assert place.said() == ["it burns", "not yet"]


async def test_the_incident_of_the_draft_is_shown(place: Place) -> None:
    place.declare("Login is down")
    leave(place, Draft(incident(place, 1), "half", 4, T0))
    async with window(place) as seat:
        assert seat.live.log_.number == 1
        await seat.until(lambda: seat.prompt.value == "half", "the line")


async def test_what_is_typed_when_the_window_is_left_is_kept(place: Place) -> None:
    async with window(place) as seat:
        await seat.press(*"half", "ctrl+q")
    [draft] = kept(place)
    assert (draft.line, draft.cursor, draft.typed_at) == ("half", 4, T0)
    assert kept(place) == []


async def test_a_window_that_still_runs_keeps_its_own(place: Place) -> None:
    async with window(place) as seat:
        await seat.press(*"half")
        seat.app.keep_draft()
        assert kept(place) == []


async def test_without_an_incident_the_list_is_shown(tmp_path: Path) -> None:
    place = Place(tmp_path / "store.db")
    place.db = tmp_path / "empty.db"
    async with window(place) as seat:
        assert isinstance(seat.app.screen, IncidentsScreen)
        await seat.shows("No incidents yet.")
