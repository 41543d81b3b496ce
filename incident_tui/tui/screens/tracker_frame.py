"""The tracker's picture: what is shown, in which order, and the words around it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Static

from incident_tui.domain.actions import ActionStatus
from incident_tui.domain.errors import CommandError, StoreError, StoreLockedError
from incident_tui.services.action_items import tracker
from incident_tui.services.action_items.following_up import Carried, Deed, Recent
from incident_tui.services.action_items.tracker import ActionRow, Asked
from incident_tui.tui.styles import stylesheets
from incident_tui.tui.text import line
from incident_tui.tui.widgets.action_list import ActionList
from incident_tui.tui.widgets.action_words import chosen_words, empty_words, summary_words
from incident_tui.tui.widgets.ask_line import AskLine
from incident_tui.tui.widgets.headings import Headings
from incident_tui.tui.widgets.key_line import KeyLine

_RETRY_AFTER = 0.1
"""Seconds until a store that was busy is asked again."""
_OPEN = frozenset({ActionStatus.OPEN})
_KEYS = (
    *(("Enter", "open"), ("Space", "mark"), ("d", "done"), ("x", "decline")),
    *(("r", "date"), ("f", "filter"), ("F1", "help")),
)


class Source(Protocol):
    """Where the items come from; what is done to them is a fact on each one's incident."""

    me: str
    now: Callable[[], datetime]

    def read(self, status: ActionStatus | None) -> list[ActionRow]:
        """The items in that state, or all; StoreError."""

    def recent(self) -> Mapping[str, Recent]:
        """What was said of each lately; StoreError."""

    def go_to(self, number: int) -> None:
        """Go to that incident."""

    def hand_on(self, rows: Sequence[ActionRow], how: str) -> None:
        """Take the items to the clipboard (`copy`) or into a document (`export`)."""

    async def carry_out(self, rows: Sequence[ActionRow], deed: Deed) -> Carried:
        """Record the deed for each."""


class TrackerFrame(Screen[None]):
    """The list between its headings and the line that is typed."""

    CSS_PATH = stylesheets("parts", "tracker")
    AUTO_FOCUS = "ActionList"

    def __init__(self, source: Source, filter: str = "") -> None:  # noqa: A002  the person's word
        super().__init__()
        self.source = source
        self.asked = Asked()
        self.shown: list[ActionRow] = []
        self._first = filter
        self._rows: list[ActionRow] = []
        self._all_read = False
        self._recent: Mapping[str, Recent] = {}

    def compose(self) -> ComposeResult:
        """From the sum at the top to the keys at the bottom."""
        yield Static(id="summary")
        yield Headings(lambda: self.list.headings() if self.shown else "")
        yield ActionList(self.today)
        yield Static(id="empty")
        yield Static(id="chosen")
        yield Static(id="said")
        yield AskLine("type to filter: @ana overdue high INC-7 service:checkout sort:owner")
        yield KeyLine(*_KEYS)

    def on_mount(self) -> None:
        """Show what was asked for."""
        self.refresh_rows()
        self.line.set_filter(self._first)

    @property
    def list(self) -> ActionList:
        """The items."""
        return self.query_one(ActionList)

    @property
    def line(self) -> AskLine:
        """The line that is typed."""
        return self.query_one(AskLine)

    def today(self) -> date:
        """By the clock of the session, in UTC."""
        return self.source.now().date()

    def refresh_rows(self) -> None:
        """Read the items again; open ones alone while nobody asks for more."""
        try:
            self._all_read = self.asked.statuses != _OPEN
            self._rows = self.source.read(None if self._all_read else ActionStatus.OPEN)
            self._recent = self.source.recent()
        except StoreLockedError:
            self.set_timer(_RETRY_AFTER, self.refresh_rows)
        except StoreError as error:
            self.say(str(error), wrong=True)
        else:
            self._narrow()

    def filter_by(self, text: str) -> None:
        """Show what the line asks for; where it cannot be read, what would work."""
        try:
            self.asked = tracker.asked(text, self.source.me, self.today())
        except CommandError as error:
            self.say(str(error), wrong=True)
            return
        self.say("")
        if self.asked.statuses != _OPEN and not self._all_read:
            self.refresh_rows()
        else:
            self._narrow()

    def describe(self) -> None:
        """Bring the lines around the list in step with it."""
        found = bool(self.shown)
        today = self.today()
        marked = len(self.list.marked)
        told = summary_words(self._rows, self.shown, self.source.me, today, marked, self.asked)
        self.query_one("#summary", Static).update(told)
        self.list.set_class(not found, "-empty")  # one that is hidden would lose the focus
        self.query_one(Headings).refresh()
        empty = self.query_one("#empty", Static)
        empty.display = not found
        empty.update(empty_words(self.line.filter))
        chosen = self.list.chosen
        recent = self._recent.get(chosen.item.id) if chosen else None
        about = chosen_words(chosen, recent, self.source.now()) if chosen else ""
        self.query_one("#chosen", Static).update(about)

    def say(self, text: str, *, wrong: bool = False) -> None:
        """Say it where the eye is."""
        said = self.query_one("#said", Static)
        said.update(line(text))
        said.set_class(wrong, "-wrong")
        said.display = bool(text)

    def _narrow(self) -> None:
        self.shown = tracker.kept(self._rows, self.asked, self.today(), self._recent)
        self.list.show(self.shown, self.asked.group)
        self.describe()
