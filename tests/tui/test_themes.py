"""Any theme of Textual may be asked for, also one in the terminal's own colours."""

import re
from pathlib import Path
from typing import Final

import pytest
from msgspec.structs import replace
from textual.theme import BUILTIN_THEMES

from incident_tui.services.session import Session
from incident_tui.services.store import Store
from incident_tui.tui.app import IncidentApp
from tests.support.window import CALM, Place, window

SHEETS: Final = sorted((Path(__file__).parents[2] / "styles").glob("*.tcss"))


@pytest.mark.parametrize("name", sorted(BUILTIN_THEMES))
def test_every_colour_of_the_sheets_is_one_of_the_theme(place: Place, name: str) -> None:
    session: Session = place.clock.sitting()
    with place.store() as store:
        known = _app(store, session, name).get_css_variables()
    used = {word for sheet in SHEETS for word in re.findall(r"\$([\w-]+)", sheet.read_text())}
    assert used - set(known) == set()


async def test_a_window_opens_in_the_colours_of_the_terminal(place: Place) -> None:
    async with window(place, config=replace(CALM, theme="ansi-dark")) as seat:
        await seat.put("/export")
        await seat.press("enter")
        await seat.press("escape")
        assert seat.live.outbox.idle


def _app(store: Store, session: Session, theme: str) -> IncidentApp:
    return IncidentApp(store, session, replace(CALM, theme=theme))
