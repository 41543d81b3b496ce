"""The window: it opens screens, carries out intents, and never ends before every line is stored."""

import gc
from asyncio import sleep
from collections.abc import Awaitable, Callable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.binding import Binding, BindingType
from textual.filter import LineFilter
from textual.screen import Screen

from incident_tui.services.config import Config, ConfigError
from incident_tui.services.session import Session
from incident_tui.services.store import Store
from incident_tui.tui import messages
from incident_tui.tui.drafting import Keeper
from incident_tui.tui.key_order import binds_at_once, read_by, settled
from incident_tui.tui.learning import LearningApp
from incident_tui.tui.places import Places
from incident_tui.tui.ringing import Ringing
from incident_tui.tui.screens.live import LiveScreen
from incident_tui.tui.styles import stylesheets
from incident_tui.tui.team import TeamWatch
from incident_tui.tui.terminal.output_guard import OutputGuard
from incident_tui.tui.terminal.outside import background
from incident_tui.tui.terminal.spare import SparingApp
from incident_tui.tui.widgets.prompt import Prompt
from incident_tui.tui.widgets.prompt_bar import PromptBar

if TYPE_CHECKING:
    from incident_tui.tui.clock_watch import ClockWatch
    from incident_tui.tui.intents import Answered
    from incident_tui.tui.providers import Lines
    from incident_tui.tui.screens.declare import Typed
    from incident_tui.tui.screens.incidents import IncidentsScreen

_LOOK_EVERY = 0.25
"""Seconds between looks for what other windows and commands have recorded."""
_WATCH_EVERY = 5
"""Seconds between looks at whether somebody set the clock."""
_REST_AFTER = 0.5
"""Seconds before anything is loaded that would compete with the first frame."""
_EXPORT = "/export"
"""The one line whose Enter would wait for the ORM: its document holds the prose."""
_AFTER_THE_FIRST_FRAME = (
    "incident_tui.commands.completion",
    "incident_tui.commands.all",
    "incident_tui.tui.intents",
)
"""What the first keys need and the first frame does not."""


def _lines() -> "type[Lines]":
    from incident_tui.tui.providers import Lines  # noqa: PLC0415  only the palette

    return Lines


def _tint(app: "IncidentApp") -> None:
    """Colour what a browser's page has beside the last cells as the window is."""
    driver = app._driver  # noqa: SLF001  no API writes what is not drawn
    if driver is not None:
        driver.write(background(app.theme_variables["background"]))


class IncidentApp(SparingApp[None], LearningApp):
    """One window on one store."""

    TITLE = "incident-tui"
    CSS_PATH = stylesheets("base", "timeline")
    DEFAULT_MODE = "main"
    COMMANDS: ClassVar = LearningApp.COMMANDS | {_lines}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "help", "Help", id="app.help"),
        Binding("ctrl+l", "redraw", "Draw the screen anew", id="app.redraw", priority=True),
        Binding("ctrl+q", "quit", "Leave; all is stored first", id="app.quit", priority=True),
    ]

    def __init__(
        self,
        store: Store,
        session: Session,
        config: Config,
        *,
        number: int | None = None,
        aside: Callable[[], Awaitable[str]] | None = None,
        watch: "ClockWatch | None" = None,
    ) -> None:
        super().__init__(store.path.with_name(f"{store.path.name}.crashes"))
        if config.theme not in self.available_themes:
            themes = ", ".join(sorted(self.available_themes))
            raise ConfigError(f"there is no theme {config.theme!r}; the themes are {themes}")
        self._guard = OutputGuard()  # one for ever: a drawn line remembers what a filter made of it
        self.store = store
        self.session = session
        self.config = config
        self._aside = aside
        self._watch = watch
        self.keeper = Keeper(self, session.new_id(session.now()))
        self.places = Places(self, number)
        self.ringing = Ringing(self, config.alarm)
        self.team = TeamWatch(self)
        self.begun_declaration: Typed | None = None
        self.set_keymap(config.keys)
        self.theme = config.theme

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """What Textual's themes in the terminal's own colours leave undefined."""
        return {"surface-active": "ansi_bright_black"}

    def get_line_filters(self) -> list[LineFilter]:
        """No text acts on the terminal, whoever wrote it."""
        return [*super().get_line_filters(), self._guard]

    def get_default_screen(self) -> Screen[None]:
        """Where the person is first; for the screen of a mode Textual would parse all CSS twice."""
        return self.places.first()

    async def on_event(self, event: events.Event) -> None:
        """Run the binding of a key before a later key is read."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            focused = self.focused
            if focused is not None and binds_at_once(focused, event):
                await read_by(focused)
                for first in (True, False):
                    if await self._check_bindings(event.key, priority=first):
                        return
        await super().on_event(event)

    def on_mount(self) -> None:
        """Set what the first frame need not wait for."""
        self.add_mode(self.DEFAULT_MODE, self.places.first)  # only a mode that is known can be left
        self.set_interval(_LOOK_EVERY, self.places.look)
        if self.is_web:
            self.theme_changed_signal.subscribe(self, lambda _: _tint(self))
            _tint(self)
        if self._watch is not None:
            self.set_interval(_WATCH_EVERY, partial(self._watch_clock, self._watch))
        self.call_after_refresh(self._given_back)
        self.team.begin()
        self.set_timer(_REST_AFTER, self._at_rest)

    def _given_back(self) -> None:
        for name in _AFTER_THE_FIRST_FRAME:
            import_module(name)
        if isinstance(self.screen, LiveScreen):
            self.keeper.give_back(self.screen)

    def _watch_clock(self, watch: "ClockWatch") -> None:
        """Put on the record that the clock of this computer was set, if it was."""
        moved = watch.look()
        if moved and isinstance(self.screen, LiveScreen):
            self.screen.outbox.send(f"/note {moved}", self.session.now())

    @work(group="rest")
    async def _at_rest(self) -> None:
        """Load what the first Enter needs while the person reads; then what the day has to say."""
        self.store.writer()
        gc.freeze()
        gc.enable()
        if self._aside is not None and (said := await self._aside()):
            self.say(said)

    @work(group="foreseen")
    async def foresee_postmortem(self, after: float = _REST_AFTER) -> None:
        """Load the ORM, in so many seconds, which a live incident does without: prose is near."""
        await sleep(after)
        await self.store.documents()

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
        from incident_tui.tui import intents  # noqa: PLC0415  not for the first frame

        intents.show_help(self)

    @on(messages.Asked)
    @on(messages.DeclareAsked)
    @on(messages.EntryOpened)
    @on(messages.Recorded)
    @on(Prompt.Pasted)
    async def _answer(self, event: "Answered") -> None:
        from incident_tui.tui import intents  # noqa: PLC0415  as above

        await intents.answer(self, event)

    @on(messages.DeclaredAnother)
    def _declared(self, event: messages.DeclaredAnother) -> None:
        self.places.open(incident_id=event.incident_id)

    # By name and not by class: the list is loaded only when it is shown.
    def on_incidents_screen_opened(self, event: "IncidentsScreen.Opened") -> None:
        """Go to the incident chosen in the list."""
        self.places.open(event.number)

    @on(messages.Unsaved)
    def _unsaved(self) -> None:
        self.keeper.keep_soon()

    @on(PromptBar.Typing)
    def _typing(self, event: PromptBar.Typing) -> None:
        if event.line.rstrip() == _EXPORT:
            self.foresee_postmortem(0)

    def keep_draft(self) -> None:
        """Save what is typed, now: something is about to end the program."""
        self.keeper.keep()

    async def action_quit(self) -> None:
        """Leave when every key has been read and every line is stored."""
        await settled(self)
        for screen in self.screen_stack:
            if isinstance(screen, LiveScreen):
                await screen.outbox.drained()
            elif save := getattr(screen, "save", None):
                await save()
        await self.team.leave()
        await self.store.finish()
        self.keeper.close()
        self.exit()
