from datetime import timedelta
from typing import Final

import pytest
from textual.events import Paste

from incident_tui.commands.outcome import DeclaredPrivate
from incident_tui.domain.facts import Declared
from incident_tui.domain.incident import Severity
from incident_tui.services.session import Session
from incident_tui.tui.screens.declare import DeclareDialog, Typed
from incident_tui.tui.widgets.field import Field
from incident_tui.tui.widgets.severity_choice import SeverityChoice
from tests.support.entries import T0
from tests.support.screens import HOSTILE, Host

SESSION: Final = Session("jo", "tui", lambda: T0)


def host(initial: Typed | None = None, *, team: bool = False) -> Host:
    return Host(DeclareDialog(SESSION, initial, team=team))


async def test_a_title_and_enter_are_enough() -> None:
    app = host()
    async with app.run_test() as pilot:
        await pilot.press(*"Login fails", "enter")
        assert app.answers == [Declared("Login fails", Severity.SEV3)]


async def test_every_field_is_reached_by_tab_and_enter_declares_from_each() -> None:
    app = host()
    async with app.run_test() as pilot:
        await pilot.press(*"Login fails", "tab", "1", "tab", *"auth", "down", *"-5m")
        assert "Thu 15 Jan 13:55:00 UTC, 5 min ago" in app.text()
        await pilot.press("up", "up", "enter")
        started = T0 - timedelta(minutes=5)
        assert app.answers == [Declared("Login fails", Severity.SEV1, "auth", started)]


async def test_the_meaning_of_a_level_is_said_while_choosing() -> None:
    app = host()
    async with app.run_test() as pilot:
        for level in Severity:
            await pilot.press(*(("tab", "1") if level == 1 else ("right",)))
            assert level.meaning in app.text()
        await pilot.press("right", "left")
        assert Severity.SEV4.meaning in app.text()
        await pilot.click(SeverityChoice, offset=(4, 0))
        assert Severity.SEV2.meaning in app.text()


async def test_without_a_title_it_says_so_under_the_field() -> None:
    app = host()
    async with app.run_test() as pilot:
        await pilot.press("tab", "enter")
        assert "an incident needs a title" in app.text()
        assert app.answers == []
        await pilot.press("x")
        assert "an incident needs a title" not in app.text()


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("soon", "is not a time"),
        ("5/6 12:00", "could be two dates"),
        ("2026-01-16 09:00", "is still to come"),
    ],
)
async def test_a_time_that_cannot_be_meant_is_refused_where_it_stands(typed: str, why: str) -> None:
    app = host(Typed("Login fails", started=typed))
    async with app.run_test() as pilot:
        assert why in app.text()
        await pilot.press("enter")
        assert app.answers == []
        assert app.focused is app.screen.query_one("#started")


async def test_what_would_be_a_time_is_read_to_its_end() -> None:
    app = host(Typed("Login fails", started="25:99"))
    async with app.run_test(size=(80, 24)):
        assert "yesterday 23:10 or 2026-" in " ".join(app.text().replace("│", " ").split())


async def test_what_was_typed_survives_leaving_and_coming_back() -> None:
    app = host()
    async with app.run_test() as pilot:
        await pilot.press(*"Login", "tab", "2", "tab", "tab", *"-1", "escape")
        assert app.answers == [None]
        left = app.shown.typed  # type: ignore[attr-defined]
        assert left == Typed("Login", Severity.SEV2, "", "-1")
        again = DeclareDialog(SESSION, left)
        await app.push_screen(again)
        assert again.query_one("#title", Field).value == "Login"
        assert again.query_one(SeverityChoice).value is Severity.SEV2


async def test_a_paste_of_many_lines_is_kept_on_one() -> None:
    app = host()
    async with app.run_test() as pilot:
        app.screen.query_one("#title", Field)._on_paste(Paste("Login\nfails \r\n for all"))
        await pilot.press("enter")
        assert app.answers == [Declared("Login fails for all", Severity.SEV3)]


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_hostile_words_are_shown_as_they_are(size: tuple[int, int]) -> None:
    app = host(Typed(HOSTILE, Severity.SEV3, HOSTILE, HOSTILE, HOSTILE), team=True)
    async with app.run_test(size=size) as pilot:
        assert "[/x]" in app.text()
        await pilot.press("end", "enter", "escape")
        assert app.answers == [None]
        assert app.is_running


async def test_a_team_is_asked_who_may_see_it() -> None:
    app = host(team=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"Key stolen", "tab", "1", *["tab"] * 3, *"ana")
        assert "'ana' is not a name; write @maria @jo, or off" in app.text()
        await pilot.press("enter")
        assert app.answers == []
        assert app.focused is app.screen.query_one("#private")
        await pilot.press("home", "@", "end", *" @ben")
        assert "only @ana @ben and you may see it" in app.text()
        await pilot.press("enter")
    declared = DeclaredPrivate("Key stolen", Severity.SEV1, "", None, ("ana", "ben", "jo"))
    assert app.answers == [declared]


async def test_a_plain_file_keeps_nothing_from_anybody_and_does_not_ask() -> None:
    async with host().run_test() as pilot:
        assert not pilot.app.screen.query("#private")
