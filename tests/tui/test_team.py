"""A window on a team's store shows what others send, and sends what was typed while it was away."""

from contextlib import closing
from pathlib import Path

import pytest
from textual.widgets import Static

from incident_tui.domain.facts import Declared, Noted
from incident_tui.domain.incident import Severity
from incident_tui.services import team_store
from incident_tui.services.courier import Courier
from incident_tui.services.incident_log import declare, open_log
from incident_tui.services.store import Store
from incident_tui.storage import replica
from tests.support.team import FileTeam
from tests.support.window import Place, window


class Shared(Place):
    """A copy of a team's store in which INC-1 burns, and another person's copy."""

    def __init__(self, folder: Path, team: FileTeam) -> None:
        self.team = team
        for name in ("jo", "ana"):
            with closing(Store(folder / f"{name}.db")) as store:
                store.write(replica.join("postgresql://team"))
        self._other = folder / "ana.db"
        super().__init__(folder / "jo.db")

    def declare(self, title: str) -> int:
        with self.store() as store:
            fact = Declared(title, Severity.SEV2)
            return declare(store, self.clock.sitting("jo"), fact, self.clock.at).number

    async def other_says(self, text: str) -> None:
        """What somebody else logs on a computer of their own, sent at once."""
        store = Store(self._other)
        try:
            courier = Courier(store, self.team, self.clock.now)
            await courier.exchange()
            log = open_log(store, self.clock.sitting("ana", "cli"))
            log.record(Noted(text), self.clock.at)
            await courier.exchange()
        finally:
            await store.finish()


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shared:
    with closing(Store(tmp_path / "team.db")):
        pass
    team = FileTeam(tmp_path / "team.db")
    monkeypatch.setattr(team_store, "team_at", lambda _address: team)
    monkeypatch.setattr("incident_tui.services.courier._PAUSES", (0.01,))
    monkeypatch.setattr("incident_tui.services.courier._LOOKS", 2)
    return Shared(tmp_path, team)


async def test_what_others_send_appears_and_the_line_being_typed_stays(
    place: Shared, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("incident_tui.tui.app._LOOK_EVERY", 1000)  # the exchange itself shows it
    async with window(place, size=(120, 30)) as seat:
        await seat.shows(" live")
        await seat.put("half ty")
        await place.other_says("I see it too")
        await seat.shows("I see it too")
        assert seat.prompt.value == "half ty"


async def test_what_is_typed_while_the_team_is_away_waits_and_is_sent(place: Shared) -> None:
    async with window(place, size=(120, 30)) as seat:
        await seat.shows(" live")
        place.team.away = True
        await seat.enter("nobody hears me")
        await seat.enter("/ic @ana")
        await seat.shows("2 waiting")
        marked = [row for row in seat.rows() if row.startswith("⇡")]
        assert [row for row in marked if "nobody hears me" in row or "@ana is" in row] == marked
        assert len(marked) == 2
        place.team.away = False
        await seat.shows("the team's store is back")
        await place.other_says("now I do")
        await seat.shows("now I do")
        assert "⇡" not in seat.text()
    await place.other_says("the end")
    with closing(Store(place._other)) as other:
        log = open_log(other, place.clock.sitting())
        told = [row.text for row in log.newest(9)][1:]
    assert told == ["nobody hears me", "@ana is Incident Commander", "now I do", "the end"]


async def test_another_screen_of_the_incident_says_it_too(place: Shared) -> None:
    async with window(place, size=(120, 30)) as seat:
        await seat.shows(" live")
        place.team.away = True
        await seat.enter("nobody hears me")
        await seat.shows("1 waiting")
        before = seat.live
        await seat.press("f3")
        await seat.shows("Checkout fails")
        await seat.until(lambda: seat.app.screen is not before, "the list")
        await seat.press("enter")
        await seat.shows("1 waiting")
        assert seat.live is not before
        await seat.until(
            lambda: any(r.startswith("⇡") and "nobody hears me" in r for r in seat.rows()), "a mark"
        )


async def test_rows_whose_place_changed_are_shown_where_the_team_has_them(place: Shared) -> None:
    async with window(place, size=(120, 30)) as seat:
        await seat.shows(" live")
        place.team.away = True
        await seat.enter("mine")
        await seat.shows("1 waiting")
        place.team.away = False
        await place.other_says("yours")
        await seat.shows("yours")
        await seat.until(lambda: seat.live.log_.seq == 3, "three entries")
        assert sum("mine" in row for row in seat.rows()) == 1


async def test_a_window_leaves_an_incident_that_others_keep_to_themselves(place: Shared) -> None:
    async with window(place, size=(120, 30)) as seat:
        await seat.shows(" live")
        seat.app._disable_notifications = False
        await place.other_says("a key was stolen")
        await seat.shows("a key was stolen")
        await seat.put("half ty")
        place.team.private = {seat.live.log_.id}
        await seat.shows("INC-1 is private to others now")
        await seat.shows("you were typing: half ty")
        await seat.shows("No incidents yet.")
        place.team.private = set()
        await seat.shows("Checkout fails")
        await seat.shows("Status")  # the headings of a list that had nothing to show before


async def test_a_post_mortem_of_such_an_incident_is_left_too(place: Shared) -> None:
    async with window(place, size=(120, 30)) as seat:
        await seat.shows(" live")
        incident_id = seat.live.log_.id
        await seat.enter("/postmortem")
        await seat.shows("Summary")
        place.team.private = {incident_id}
        await seat.shows("No incidents yet.")


async def test_a_plain_file_says_nothing_of_a_team(place: Shared, tmp_path: Path) -> None:
    async with window(Place(tmp_path / "plain.db"), size=(120, 30)) as seat:
        assert not seat.live.query_one("#team", Static).content
