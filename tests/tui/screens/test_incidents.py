from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest
from msgspec.structs import replace
from textual.geometry import Region

from incident_tui.domain.errors import StoreDamagedError, StoreLockedError
from incident_tui.domain.incident import Status
from incident_tui.services.catalogue import IncidentRow
from incident_tui.tui.screens.incidents import IncidentsScreen
from incident_tui.tui.widgets.field import Field
from incident_tui.tui.widgets.incident_list import IncidentList
from tests.support.entries import T0
from tests.support.screens import HOSTILE, Host, incident

BURNING = Status.INVESTIGATING


class World:
    """What the screen reads, and the time it reads it at."""

    def __init__(self, *rows: IncidentRow) -> None:
        self.rows: Sequence[IncidentRow] = rows
        self.now = T0 + timedelta(minutes=42)
        self.refusal: Exception | None = None
        self.reads = 0

    def read(self) -> Sequence[IncidentRow]:
        self.reads += 1
        if self.refusal:
            raise self.refusal
        return self.rows

    def clock(self) -> datetime:
        return self.now

    def host(self) -> Host:
        return Host(IncidentsScreen(self.read, self.clock))


@pytest.fixture
def three() -> World:
    return World(
        incident(1, "Login fails", service="auth"),
        incident(2, "Search is slow", severity=1, status=BURNING, commander="", open_actions=3),
        incident(3, "Cache is stale", published=True),
    )


async def test_a_row_says_how_bad_where_what_whose_how_long_and_what_is_owed(three: World) -> None:
    app = three.host()
    three.now = T0 + timedelta(hours=18)
    async with app.run_test(size=(120, 20)):
        live, published, owing = app.text().splitlines()[3:6]
    assert live.split() == [
        *("▌", "INC-2", "▲", "SEV1", "investigating", "Search", "is", "slow"),
        *("checkout", "—", "18", "h", "00", "3"),
    ]
    assert "@maria" in published
    assert published.endswith("published")
    assert "auth" in owing
    assert owing.endswith("31 h left")


async def test_on_80_columns_the_status_of_the_past_is_what_is_owed(three: World) -> None:
    three.now = T0 + timedelta(hours=2)
    app = three.host()
    async with app.run_test(size=(80, 20)):
        lines = app.text().splitlines()
    assert "investigating" in lines[3]
    assert "published" in lines[4]
    assert "47 h left" in lines[5]
    assert all(len(line) <= 80 for line in lines)


async def test_typing_narrows_and_enter_opens_the_best(three: World) -> None:
    app = three.host()
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.press(*"stale", "enter")
        assert "1 of 3 shown" in app.text()
        await pilot.press("escape", "down", "down", "enter")
        assert app.said == [3, 1]


async def test_the_arrows_stop_at_the_ends(three: World) -> None:
    app = three.host()
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.press(
            "up", "enter", "end", "down", "enter", "home", "enter", "pagedown", "enter"
        )
        assert app.said == [2, 1, 2, 1]


async def test_a_click_selects_and_a_second_one_opens(three: World) -> None:
    app = three.host()
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.click(IncidentList, offset=(20, 1))
        assert "INC-3 Cache" in app.text()
        assert app.said == []
        await pilot.click(IncidentList, offset=(20, 1))
        await pilot.click(IncidentList, offset=(20, 9))
        assert app.said == [3]


async def test_words_that_nothing_holds_say_how_to_go_on(three: World) -> None:
    app = three.host()
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.press(*"zzz", "enter", "down")
        assert "No incident holds “zzz”." in app.text()
        assert "Esc shows all of them again, ^N declares one." in app.text()
        await pilot.press("escape")
        assert "INC-2" in app.text()
        assert app.said == []


async def test_an_empty_list_teaches_and_its_first_key_declares() -> None:
    world = World()
    app = world.host()
    async with app.run_test(size=(80, 20)) as pilot:
        assert "Press n to declare" in app.text()
        assert "n declare   ^O import" in app.text()
        assert "Enter open" not in app.text()
        await pilot.press("n", "down", "enter")
        assert app.said == ["declare"]
        world.rows = [incident(1)]
        app.shown.refresh_rows()  # type: ignore[attr-defined]
        await pilot.press("n")
        assert "Enter open   ^N declare" in app.text()
        assert app.screen.query_one(Field).value == "n"
        assert app.said == ["declare"]
        await pilot.press("ctrl+n")
        assert app.said == ["declare", "declare"]


async def test_the_cursor_stays_on_its_incident_when_others_arrive(three: World) -> None:
    app = three.host()
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.press("down", "down")
        three.rows = [*three.rows, incident(4, status=BURNING), incident(5)]
        app.shown.refresh_rows()  # type: ignore[attr-defined]
        await pilot.press("enter")
        assert app.said == [1]


async def test_the_filter_holds_for_what_arrives(three: World) -> None:
    app = three.host()
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.press(*"stale")
        three.rows = [incident(4, "Stale again", status=BURNING)]
        app.shown.refresh_rows()  # type: ignore[attr-defined]
        await pilot.press("enter")
        assert app.said == [4]


async def test_a_busy_store_is_asked_again_and_a_broken_one_is_named(three: World) -> None:
    three.refusal = StoreLockedError("busy")
    app = three.host()
    async with app.run_test(size=(80, 20)) as pilot:
        three.refusal = None
        while "INC-2" not in app.text():
            await pilot.pause(0.01)
        three.refusal = StoreDamagedError("the file is broken; restore [/x] a backup")
        app.shown.refresh_rows()  # type: ignore[attr-defined]
        while "restore [/x] a backup" not in app.text():
            await pilot.pause(0.01)
        assert "INC-2" in app.text()


async def test_a_tick_paints_only_the_rows_that_look_different(
    three: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = three.host()
    async with app.run_test(size=(120, 20)):
        rows = app.screen.query_one(IncidentList)
        painted: list[Any] = []
        monkeypatch.setattr(rows, "refresh", lambda *regions, **_: painted.extend(regions))
        three.now += timedelta(seconds=1)
        rows.tick()
        assert painted == []
        three.now += timedelta(minutes=1)
        rows.tick()
        assert painted == [Region(0, 0, rows.size.width, 1)]


async def test_ten_thousand_incidents_draw_what_is_on_the_screen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn: list[int] = []
    draw = IncidentList.draw

    def counted(self: IncidentList, row: int, width: int) -> Any:
        drawn.append(row)
        return draw(self, row, width)

    monkeypatch.setattr(IncidentList, "draw", counted)
    app = World(*(incident(n) for n in range(1, 10_001))).host()
    async with app.run_test(size=(80, 24)) as pilot:
        assert len(set(drawn)) <= 24
        drawn.clear()
        await pilot.press("end")
        assert len(set(drawn)) <= 2 * 24
        assert "INC-1 Checkout fails" in app.text()
        await pilot.press(*"inc-9999", "enter")
        assert app.said == [9999]


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12), (12, 6)])
async def test_hostile_words_are_shown_as_they_are(size: tuple[int, int]) -> None:
    row = incident(1, HOSTILE, service=HOSTILE, commander=HOSTILE, status=BURNING)
    app = World(row).host()
    async with app.run_test(size=size) as pilot:
        assert "\x1b" not in app.text()
        assert "\u202e" not in app.text()
        if size[0] >= 80:
            assert "[/x]" in app.text()
            await pilot.click(IncidentList, offset=(70, 0))
        await pilot.press("down", "enter")
        assert app.said[-1] == 1
        app.theme = "textual-light"
        await pilot.pause()


async def test_a_private_incident_is_marked_and_those_who_see_it_are_named() -> None:
    row = replace(incident(7), members=("ana", "ben"))
    async with (app := World(row).host()).run_test(size=(120, 20)):
        assert "⊘ Checkout fails" in app.text()
        assert "private: @ana @ben" in app.text()
