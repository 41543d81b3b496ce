"""The window: it opens screens, carries out intents, and never ends before every line is stored."""

from contextlib import suppress
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.filter import LineFilter
from textual.screen import Screen

from incident_tui.domain.errors import IncidentTuiError, StoreError
from incident_tui.services import playing
from incident_tui.services.config import Config
from incident_tui.services.drafts import Draft
from incident_tui.services.incident_log import IncidentLog, open_log
from incident_tui.services.playing import ReplayClock
from incident_tui.services.scenario import Scenario
from incident_tui.services.session import Session, wall_clock
from incident_tui.services.store import SCREEN_MS, Store
from incident_tui.tui import intents
from incident_tui.tui.crash import CalmApp
from incident_tui.tui.drafting import Keeper, draft_of, take_up
from incident_tui.tui.leaving import settled
from incident_tui.tui.providers import Lines
from incident_tui.tui.replaying import replay
from incident_tui.tui.screens.live import LiveScreen
from incident_tui.tui.styles import stylesheets
from incident_tui.tui.terminal import input_guard
from incident_tui.tui.terminal.output_guard import OutputGuard
from incident_tui.tui.terminal.signals import last_words
from incident_tui.tui.widgets.prompt import Prompt

_LOOK_EVERY = 0.25
"""Seconds between looks for what other windows and commands have recorded."""
_KEEP_AFTER = 0.1
"""Seconds between a key and its draft on the disk."""


class IncidentApp(CalmApp[None]):
    """One window on one store."""

    TITLE = "incident-tui"
    CSS_PATH = stylesheets()
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
        self._restored: list[Draft] = []
        self.set_keymap(config.keys)

    def get_line_filters(self) -> list[LineFilter]:
        """No text acts on the terminal, whoever wrote it."""
        return [*super().get_line_filters(), OutputGuard()]

    def get_default_screen(self) -> Screen[None]:
        """Where the unsent line was; else the incident asked for, the live one, or the list."""
        self._restored = take_up(self.store)
        asked = next((d.incident_id for d in reversed(self._restored) if d.incident_id), "")
        with suppress(IncidentTuiError):
            wanted = self._number is None and asked
            log = open_log(self.store, self.session, number=self._number, incident_id=wanted or "")
            return LiveScreen(self.store, log)
        return self._list()

    def on_mount(self) -> None:
        """Set what the first frame need not wait for."""
        self.theme = self.config.theme
        self.set_interval(_LOOK_EVERY, self._look)
        self.call_after_refresh(self._give_back)
        self.call_after_refresh(self._warm)

    @work(group="warm")
    async def _warm(self) -> None:
        """Load the ORM in a thread while the person reads, so that no later key waits for it."""
        await self.store.documents()

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
            screen.bar.say(f"the line you had not sent is back{more}")

    # Where to go -------------------------------------------------------------------------------

    def open_log(self, log: IncidentLog) -> None:
        """Show that incident instead of what is shown."""
        self._leave_dialogs()
        self.switch_screen(LiveScreen(self.store, log))

    def open_list(self) -> None:
        """Show the list of incidents instead of what is shown."""
        self._leave_dialogs()
        self.switch_screen(self._list())

    def _leave_dialogs(self) -> None:
        while len(self.screen_stack) > 1:
            self.pop_screen()

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
        unsaved: dict[str, str] = {}
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
    scenario: Scenario | None = None,
    speed: float = 1.0,
) -> int:
    """Open a window on the store until the person leaves; the exit status."""
    store = Store(path, SCREEN_MS)
    session = Session(author, "tui")
    clock: ReplayClock | None = None
    if scenario is not None:
        clock = ReplayClock(scenario.steps[0].at, scenario.steps[-1].at, speed, wall_clock())
        session = Session(author, "tui", clock.now)
        number = playing.begin(store, scenario.steps[0]).number
    input_guard.install()
    app = IncidentApp(store, session, config, number=number)
    if scenario is not None and clock is not None:
        app.call_later(app.run_worker, replay(app, scenario, clock), group="replay")
    with last_words(app.keep_draft):
        app.run()
    return app.return_code or 0
