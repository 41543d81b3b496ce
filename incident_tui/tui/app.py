"""The window: it opens screens, carries out intents, and never ends before every line is stored."""

import gc
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.binding import Binding, BindingType
from textual.filter import LineFilter
from textual.screen import Screen

from incident_tui.domain.errors import IncidentTuiError, StoreError
from incident_tui.services.config import Config
from incident_tui.services.drafts import Draft
from incident_tui.services.incident_log import IncidentLog, open_log
from incident_tui.services.session import Session
from incident_tui.services.store import SCREEN_MS, Store
from incident_tui.tui import intents
from incident_tui.tui.crash import CalmApp
from incident_tui.tui.drafting import Keeper, draft_of, take_up
from incident_tui.tui.key_order import binds_at_once, read_by, settled
from incident_tui.tui.providers import Lines
from incident_tui.tui.screens.live import LiveScreen
from incident_tui.tui.styles import stylesheets
from incident_tui.tui.terminal import input_guard
from incident_tui.tui.terminal.output_guard import OutputGuard
from incident_tui.tui.terminal.signals import last_words
from incident_tui.tui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from incident_tui.services.scenario import Scenario
    from incident_tui.tui.screens.declare import Typed
    from incident_tui.tui.screens.incidents import IncidentsScreen

_LOOK_EVERY = 0.25
"""Seconds between looks for what other windows and commands have recorded."""
_WARM_AFTER = 0.5
"""Seconds before the ORM is loaded, whose import would compete with the first frame."""
_KEEP_AFTER = 0.1
"""Seconds between a key and its draft on the disk."""


class IncidentApp(CalmApp[None]):
    """One window on one store."""

    TITLE = "incident-tui"
    CSS_PATH = stylesheets("base", "timeline")
    DEFAULT_MODE = "main"
    COMMANDS: ClassVar = CalmApp.COMMANDS | {Lines}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "help", "Help", id="app.help"),
        Binding("ctrl+q", "quit", "Leave; all is stored first", id="app.quit", priority=True),
    ]

    def __init__(
        self, store: Store, session: Session, config: Config, *, number: int | None = None
    ) -> None:
        super().__init__(store.path.with_name(f"{store.path.name}.crashes"))
        self.store = store
        self.session = session
        self.config = config
        self._number = number
        self._seen = -1
        self._keeper = Keeper(store, session.new_id(session.now()), self._draft)
        self._keep_soon = False
        self.begun_declaration: Typed | None = None
        self._restored: list[Draft] = []
        self.kept_answers: dict[str, str] = {}
        """What an ended window had not saved of post-mortems that are not open yet."""
        self._modes_shown = 0
        self.add_mode(self.DEFAULT_MODE, self._first_screen)
        self.set_keymap(config.keys)
        self.theme = config.theme

    def get_line_filters(self) -> list[LineFilter]:
        """No text acts on the terminal, whoever wrote it."""
        return [*super().get_line_filters(), OutputGuard()]

    async def on_event(self, event: events.Event) -> None:
        """Run the binding of a key before a later key is read."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            focused = self.focused
            if focused is not None and binds_at_once(focused, event):
                await read_by(focused)
                if await self._check_bindings(event.key):
                    return
        await super().on_event(event)

    def _first_screen(self) -> Screen[None]:
        """Where the unsent line was; else the incident asked for, the live one, or the list."""
        self._restored = take_up(self.store)
        for draft in self._restored:
            self.kept_answers.update(draft.fields)
        asked = next((d.incident_id for d in reversed(self._restored) if d.incident_id), "")
        with suppress(IncidentTuiError):
            wanted = self._number is None and asked
            log = open_log(self.store, self.session, number=self._number, incident_id=wanted or "")
            return LiveScreen(self.store, log, self.size)
        return self._list()

    def on_mount(self) -> None:
        """Set what the first frame need not wait for."""
        self.set_interval(_LOOK_EVERY, self._look)
        self.call_after_refresh(self._give_back)
        self.set_timer(_WARM_AFTER, self._warm)

    @work(group="warm")
    async def _warm(self) -> None:
        """Load the ORM while the person reads, so that no later key waits; then collect garbage."""
        try:
            await self.store.documents()
        finally:
            gc.freeze()
            gc.enable()

    def _give_back(self) -> None:
        """Put what an ended window left behind where it was."""
        screen = self.screen
        if not self._restored or not isinstance(screen, LiveScreen):
            return
        lines = [(d.line, d.typed_at) for d in self._restored if d.line]
        lines += [(p.text, p.typed_at) for d in self._restored for p in d.pending]
        for text, _ in lines[1:]:
            screen.bar.prompt.remember(text)
        if lines:
            screen.bar.begin(*lines[0])
            more = f"; {len(lines) - 1} more behind the up arrow" if lines[1:] else ""
            told = f"the line you had not sent is back{more}"
            self.call_after_refresh(screen.bar.say, told)

    # Where to go -------------------------------------------------------------------------------

    def open_log(self, log: IncidentLog) -> None:
        """Show that incident instead of all that is shown."""
        self.call_later(self._show, lambda: LiveScreen(self.store, log, self.size))

    def open_list(self) -> None:
        """Show the list of incidents instead of all that is shown."""
        self.call_later(self._show, self._list)

    async def _show(self, make: Callable[[], Screen[None]]) -> None:
        before = self.current_mode
        self._modes_shown += 1
        name = f"{self.DEFAULT_MODE}-{self._modes_shown}"
        self.add_mode(name, make)
        await self.switch_mode(name)
        await self.remove_mode(before)

    def _list(self) -> Screen[None]:
        from incident_tui.tui.screens.incidents import IncidentsScreen  # noqa: PLC0415  not always

        return IncidentsScreen(self.store.read.incidents, self.session.now)

    def say(self, text: str) -> None:
        """Say it under the prompt, else in a corner."""
        if isinstance(self.screen, LiveScreen):
            self.screen.bar.say(text)
        else:
            self.notify(text, markup=False)

    def refuse(self, error: Exception) -> None:
        """Say what would work instead."""
        if isinstance(self.screen, LiveScreen):
            self.screen.bar.refuse(error)
        else:
            self.notify(str(error), severity="error", markup=False)

    def action_help(self) -> None:
        """Explain the commands and keys."""
        intents.show_help(self)

    @on(LiveScreen.Asked)
    async def _asked(self, event: LiveScreen.Asked) -> None:
        await intents.carry_out(self, event.intent, event.log)

    @on(LiveScreen.DeclaredAnother)
    def _declared(self, event: LiveScreen.DeclaredAnother) -> None:
        intents.open_incident(self, incident_id=event.incident_id)

    @on(LiveScreen.Resolved)
    def _resolved(self, event: LiveScreen.Resolved) -> None:
        intents.open_postmortem(self, event.log)

    @on(LiveScreen.Opened)
    def _details(self, event: LiveScreen.Opened) -> None:
        intents.show_details(self, event.log, event.entry)

    # By name and not by class: the list is loaded only when it is shown.
    def on_incidents_screen_opened(self, event: "IncidentsScreen.Opened") -> None:
        """Go to the incident chosen in the list."""
        intents.open_incident(self, event.number)

    def on_incidents_screen_declare_asked(self) -> None:
        """Declare from the list."""
        intents.ask_declaration(self)

    @on(Prompt.Pasted)
    def _pasted(self, event: Prompt.Pasted) -> None:
        if isinstance(self.screen, LiveScreen):
            intents.ask_about_paste(self, self.screen, event.text)

    # What other windows do, and what this one would lose ---------------------------------------

    def _look(self) -> None:
        with suppress(StoreError):  # a writer holds it; the next look is near
            version = self.store.read.data_version()
            if version == self._seen:
                return
            self._seen = version
            for screen in self.screen_stack:
                if isinstance(screen, LiveScreen):
                    screen.catch_up()
                elif refresh := getattr(screen, "refresh_rows", None):
                    refresh()

    def _draft(self) -> Draft:
        unsaved = dict(self.kept_answers)
        live: LiveScreen | None = None
        for screen in self.screen_stack:
            if isinstance(screen, LiveScreen):
                live = screen
            elif answers := getattr(screen, "unsaved", None):
                unsaved.update(answers())
        return draft_of(live, unsaved) if live else Draft(fields=unsaved)

    @on(LiveScreen.Unsaved)
    def _unsaved(self) -> None:
        if not self._keep_soon:
            self._keep_soon = True
            self.set_timer(_KEEP_AFTER, self._keep)

    def _keep(self) -> None:
        self._keep_soon = False
        with suppress(StoreError):  # the text is still on the screen
            self._keeper.keep()

    def keep_draft(self) -> None:
        """Save what is typed, now: something is about to end the program."""
        self._keeper.keep()

    async def action_quit(self) -> None:
        """Leave when every key has been read and every line is stored."""
        await settled(self)
        for screen in self.screen_stack:
            if isinstance(screen, LiveScreen):
                await screen.outbox.drained()
            elif save := getattr(screen, "save", None):
                await save()
        draft = self._draft()
        await self.store.finish()
        if draft.empty:
            self._keeper.close()
        else:
            self._keeper.keep()
        self.exit()


def run(
    path: Path,
    config: Config,
    author: str,
    *,
    number: int | None = None,
    scenario: "Scenario | None" = None,
    speed: float = 1.0,
) -> int:
    """Open a window on the store until the person leaves; the exit status."""
    store = Store(path, SCREEN_MS)
    session = Session(author, "tui")
    input_guard.install()
    if scenario is not None:
        from incident_tui.tui.replaying import replaying  # noqa: PLC0415  only then

        app = replaying(store, author, config, scenario, speed)
    else:
        app = IncidentApp(store, session, config, number=number)
    with last_words(app.keep_draft):
        app.run()
    return app.return_code or 0
