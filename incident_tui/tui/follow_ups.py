"""The tracker of action items is opened here, and what it asks for is carried out."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, assert_never, cast

from textual.app import App
from textual.screen import ModalScreen

from incident_tui.commands.outcome import Learning, OpenActions, ShowSimilar
from incident_tui.domain.actions import ActionStatus
from incident_tui.domain.errors import IncidentTuiError
from incident_tui.domain.metrics.words import many
from incident_tui.tui import call
from incident_tui.tui.clipboard import copy

if TYPE_CHECKING:
    from incident_tui.services.action_items.following_up import Carried, Deed, Recent
    from incident_tui.services.action_items.tracker import ActionRow
    from incident_tui.services.incident_log import IncidentLog
    from incident_tui.services.resemblance import Before
    from incident_tui.tui.app import IncidentApp
    from incident_tui.tui.widgets.sheet import Item

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
        from incident_tui.services.action_items.following_up import recent  # noqa: PLC0415  as below

        return recent(self._app.store, self.now())

    def go_to(self, number: int) -> None:
        """Go to the incident of an item."""
        self._app.places.open(number)

    def hand_on(self, rows: "Sequence[ActionRow]", how: str) -> None:
        """Copy the items, or choose a format for them."""
        hand_on(self._app, rows, how)

    async def carry_out(self, rows: "Sequence[ActionRow]", deed: "Deed") -> "Carried":
        """Record the deed for each."""
        from incident_tui.services.action_items.following_up import carry_out  # noqa: PLC0415  as below

        return await carry_out(self._app.store, self._app.session, rows, deed, self.now())


def carry_out(app: "IncidentApp", intent: Learning, log: "IncidentLog") -> None:
    """Show what was asked for."""
    match intent:
        case OpenActions(filter=words):
            open_tracker(app, words)
        case ShowSimilar():
            app.run_worker(_show_similar(app, log), group="similar", exclusive=True)
        case _:
            assert_never(intent)


def recall(app: "IncidentApp", incident_id: str) -> None:
    """Say calmly, once, what an incident that was just declared is like, and what worked then."""
    app.run_worker(_recall(app, incident_id), group="similar", exclusive=True)


async def _recall(app: "IncidentApp", incident_id: str) -> None:
    from incident_tui.services import resemblance  # noqa: PLC0415  as below
    from incident_tui.services.incident_log import open_log  # noqa: PLC0415  as below

    with suppress(IncidentTuiError):  # the incident burns; what it is like can wait
        found = await _before(app, open_log(app.store, app.session, incident_id=incident_id))
        if found:
            app.say(f"{resemblance.hint(found[0])} · /similar")


async def _show_similar(app: "IncidentApp", log: "IncidentLog") -> None:
    from incident_tui.tui.screens.card import CardDialog  # noqa: PLC0415  as below

    try:
        found = await _before(app, log)
    except IncidentTuiError as error:
        app.refuse(error)
        return
    if not found:
        app.say("nothing like it in the twelve months before")
        return
    items = [item for each in found for item in _items(each)]
    best = found[0]
    card = CardDialog(
        f"Like {log.name}",
        items,
        confirm=f"it is {best.name} again",
        confirmed=f"/recurs {best.name} {best.likeness.mechanism}".rstrip(),
    )
    call.show_card(app, card)


async def _before(app: "IncidentApp", log: "IncidentLog") -> "list[Before]":
    from incident_tui.services import resemblance  # noqa: PLC0415  as below

    asked = resemblance.stored(app.store, log)
    return await resemblance.look_back(app.store, asked, log.state, app.session.now(), most=3)


def _items(before: "Before") -> "list[Item]":
    from incident_tui.tui.widgets.sheet import Item  # noqa: PLC0415  as below

    story = before.likeness.story
    day = f" · {story.declared_at:%Y-%m-%d}" if story.declared_at else ""
    rows = [Item(before.name, f"{story.title}{day}", "bold")]
    rows += [Item(" ", reason, "dim") for reason in before.likeness.reasons]
    return rows + [Item("worked then", text) for text in before.worked]


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

    try:
        record = exporting.tracked_record(app.store, rows)
    except IncidentTuiError as error:
        app.refuse(error)
        return
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
        items = many(len(rows), "action item")
        app.say(f"{items}: {copy(app, str(document))}")
