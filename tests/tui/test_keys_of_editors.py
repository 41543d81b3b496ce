"""A key that a screen claims for itself is not first given to the editor that has the focus."""

from incident_tui.tui.widgets.prose import Prose
from tests.support.window import Place, window


async def test_the_key_of_the_page_comes_before_that_of_the_editor(place: Place) -> None:
    async with window(place, size=(109, 40)) as seat:
        await seat.press("f9")
        await seat.shows("Who sees this post-mortem through?")
        await seat.press("ctrl+n", "ctrl+n")
        await seat.shows("3 · Summary")
        await seat.press(*"On Monday it was human error. ")
        await seat.shows("F7 selects the words")
        await seat.press("f7")
        assert seat.app.screen.query_one(Prose).selected_text == "human error"
