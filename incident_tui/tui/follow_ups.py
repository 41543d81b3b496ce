"""The tracker of action items is opened here, and what it asks for is carried out."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from textual.app import App
from textual.screen import ModalScreen

from incident_tui.domain.actions import ActionStatus
from incident_tui.domain.errors import IncidentTuiError
from incident_tui.tui.clipboard import copy

if TYPE_CHECKING:
    from incident_tui.services.following_up import Carried, Deed, Recent
    from incident_tui.services.tracker import ActionRow
    from incident_tui.tui.app import IncidentApp

_COPIED_AS = "actions-markdown"
_EXPORTED_AS = "actions-csv"


class Items:
    """The action items of the store that the window is open on."""

    def __init__(self, app: "IncidentApp") -> None:
        self._app = app
        self.me = app.session.author
        self.now = app.session.now

    def read(self, status: ActionStatus | None) -> "list[ActionRow]":
        """The items in that state, or all."""
        return self._app.store.read.actions(status=status)

    def recent(self) -> "Mapping[str, Recent]":
        """What was said of each since last week."""
        from incident_tui.services.following_up import recent  # noqa: PLC0415  as below

        return recent(self._app.store, self.now())

    def go_to(self, number: int) -> None:
        """Go to the incident of an item."""
        from incident_tui.tui.intents import open_incident  # noqa: PLC0415  it imports this one

        open_incident(self._app, number)

    def hand_on(self, rows: "Sequence[ActionRow]", how: str) -> None:
        """Copy the items, or choose a format for them."""
        hand_on(self._app, rows, how)

    async def carry_out(self, rows: "Sequence[ActionRow]", deed: "Deed") -> "Carried":
        """Record the deed for each."""
        from incident_tui.services.following_up import carry_out  # noqa: PLC0415  as below

        return await carry_out(self._app.store, self._app.session, rows, deed, self.now())


def open_tracker(app: App[Any], words: str = "") -> None:
    """Go to the action items of all incidents; Esc comes back. A dialog is not left for it."""
    from incident_tui.tui.screens.tracker import TrackerScreen  # noqa: PLC0415  not for the first frame

    if isinstance(app.screen, ModalScreen):
        return
    window = cast("IncidentApp", app)  # Textual's own type of an app knows neither
    if isinstance(app.screen, TrackerScreen):
        app.screen.line.set_filter(words)
    else:
        app.push_screen(TrackerScreen(Items(window), words))


def hand_on(app: "IncidentApp", rows: "Sequence[ActionRow]", how: str) -> None:
    """Copy the items as a table, or choose a format and see it first."""
    from incident_tui.exporters.format import ExportKind  # noqa: PLC0415  as above
    from incident_tui.services import exporting  # noqa: PLC0415  as above
    from incident_tui.tui.screens.export import ExportDialog  # noqa: PLC0415  as above

    record = exporting.tracked_record(rows)
    if how == "export":
        formats = [f for f in exporting.formats() if f.kind is ExportKind.ACTIONS]
        places = app.config.export
        app.push_screen(ExportDialog(record, formats, places, _EXPORTED_AS))
        return
    try:
        document = exporting.exporter(_COPIED_AS).render(record)
    except IncidentTuiError as error:
        app.refuse(error)
    else:
        items = f"{len(rows)} action item{'s' * (len(rows) != 1)}"
        app.say(f"{items}: {copy(app, str(document))}")
