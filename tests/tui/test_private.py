"""A private incident is marked wherever it is shown, and its timeline says who may see it."""

from pathlib import Path

from tests.support.window import Place, window


async def test_the_panel_says_who_may_see_it(tmp_path: Path) -> None:
    async with window(Place(tmp_path / "store.db"), size=(120, 30)) as seat:
        await seat.enter("/private @ana @ben")
        await seat.shows("⊘ Private")
        await seat.shows("@ana @ben @jo")


async def test_a_private_incident_is_marked_until_it_is_everybody_s_again(tmp_path: Path) -> None:
    async with window(Place(tmp_path / "store.db"), size=(80, 24)) as seat:
        await seat.enter("/private @ana @ben")
        await seat.shows("only @ana @ben @jo may see it")
        await seat.shows("INC-1  ⊘ Checkout fails")
        await seat.shows("⊘ private · IC —")
        await seat.enter("/incidents")
        await seat.shows("⊘ Checkout fails")
        await seat.shows("private: @ana @ben @jo")
        await seat.press(*"private")
        await seat.shows("⊘ Checkout fails")
        await seat.press("enter")
        await seat.enter("/private off")
        await seat.shows("everybody may see it again")
        await seat.shows("INC-1  Checkout fails")
