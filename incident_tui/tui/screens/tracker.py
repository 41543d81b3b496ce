"""What was promised after incidents, the late first; a key does what is to be done with it."""

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from incident_tui.domain.errors import CommandError
from incident_tui.services.action_items import deeds, following_up, tracker
from incident_tui.services.action_items.following_up import Deed
from incident_tui.services.action_items.tracker import ActionRow
from incident_tui.tui.screens.tracker_frame import Source as Source  # noqa: PLC0414  for the app
from incident_tui.tui.screens.tracker_frame import TrackerFrame
from incident_tui.tui.widgets.ask_line import AskLine
from incident_tui.tui.widgets.line_list import LineList


class TrackerScreen(TrackerFrame):
    """Action items of all incidents."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "done", "Done", id="actions.done"),
        Binding("x", "ask('decline')", "Decline, with a reason", id="actions.decline"),
        Binding("r", "ask('redate')", "Another date, and why", id="actions.redate"),
        Binding("o", "ask('own')", "Another owner", id="actions.owner"),
        Binding("p", "ask('rank')", "Another priority", id="actions.priority"),
        Binding("f,slash", "filter", "Filter", id="actions.filter"),
        Binding("m", "flip('mine')", "Mine only", id="actions.mine"),
        Binding("l", "flip('overdue')", "Late only", id="actions.late"),
        Binding("w", "flip('changed')", "What changed since last week", id="actions.week"),
        Binding("s", "turn('sort')", "Sort by the next thing", id="actions.sort"),
        Binding("g", "turn('group')", "Group by the next thing", id="actions.group"),
        Binding("c", "want('copy')", "Copy", id="actions.copy"),
        Binding("e", "want('export')", "Export", id="actions.export"),
        Binding("escape", "back", "Unmark, then show all, then leave", show=False),
    ]

    def __init__(self, source: Source, filter: str = "") -> None:  # noqa: A002  the person's word
        super().__init__(source, filter)
        self._question = ""

    @on(AskLine.Filtered)
    def _filtered(self, event: AskLine.Filtered) -> None:
        self.filter_by(event.text)

    @on(AskLine.Left)
    def _left(self) -> None:
        self.list.focus()

    @on(AskLine.Answered)
    def _answered(self, event: AskLine.Answered) -> None:
        question = deeds.question(self._question)
        try:
            deed = question.read(event.text, self.today())
        except CommandError as error:
            self.say(str(error), wrong=True)
        else:
            self.line.action_leave()
            self._do(deed, question.past)

    @on(LineList.Moved)
    def _moved(self, event: LineList.Moved) -> None:
        event.stop()
        self.describe()

    @on(LineList.Opened)
    def _opened(self, event: LineList.Opened) -> None:
        event.stop()
        if self.list.chosen is not None:
            self.source.go_to(self.list.chosen.incident_number)

    def action_done(self) -> None:
        """The marked items, or the one under the cursor, were carried out."""
        self._do(following_up.done(), "done")

    def action_ask(self, what: str) -> None:
        """Ask for what the deed needs."""
        meant = self.list.meant
        if not meant:
            return
        self._question = what
        question = deeds.question(what)
        of = f"{len(meant)} items · " if len(meant) > 1 else ""
        self.line.ask(f"{of}{question.asks}", question.hint)

    def action_filter(self) -> None:
        """Type what is shown."""
        self.line.type_filter()

    def action_flip(self, word: str) -> None:
        """Add a word to the filter, or take it away."""
        words = self.line.filter.split()
        kept = [each for each in words if each != word]
        self.line.set_filter(" ".join(kept if word in words else [*words, word]))

    def action_turn(self, key: str) -> None:
        """Sort or group by the next thing."""
        choices = tracker.SORTS if key == "sort" else tracker.GROUPS
        after = choices[(choices.index(getattr(self.asked, key)) + 1) % len(choices)]
        words = [word for word in self.line.filter.split() if not word.startswith(f"{key}:")]
        named = [] if after == choices[0] else [f"{key}:{after}"]
        self.line.set_filter(" ".join([*words, *named]))

    def action_want(self, how: str) -> None:
        """The marked items, or all that are shown, for elsewhere."""
        rows = list(self.list.marked.values()) or self.shown
        if rows:
            self.source.hand_on(rows, how)

    def action_back(self) -> None:
        """Take the marks away, then the filter, then leave."""
        if self.list.marked:
            self.list.unmark()
            self.describe()
        elif self.line.filter.strip():
            self.line.set_filter("")
        else:
            self.dismiss()

    def _do(self, deed: Deed, past: str) -> None:
        if rows := self.list.meant:
            self.run_worker(self._doing(rows, deed, past), group="deeds")

    async def _doing(self, rows: list[ActionRow], deed: Deed, past: str) -> None:
        carried = await self.source.carry_out(rows, deed)
        self.list.unmark()
        self.refresh_rows()
        self.say(following_up.told(carried, past), wrong=not carried.recorded)
