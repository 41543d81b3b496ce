"""Everything that is known of one entry stands on one page, with what may be done about it."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, ClassVar

import msgspec
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from incident_tui.domain import facts
from incident_tui.domain.curation_facts import Hidden, Merged, Retold, Unhidden
from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.timeline import TimelineRow
from incident_tui.domain.when import length
from incident_tui.domain.wording import wording
from incident_tui.tui.clipboard import copy
from incident_tui.tui.styles import stylesheets
from incident_tui.tui.text import line
from incident_tui.tui.widgets.key_line import KeyLine
from incident_tui.tui.widgets.sheet import Item, Sheet


class Chosen(msgspec.Struct, frozen=True):
    """A line for the prompt: carried out at once if `run`, otherwise to be finished by hand."""

    line: str
    run: bool = False


class DetailsScreen(ModalScreen[Chosen | None]):
    """One entry and, oldest first, the entries that corrected it; None when nothing was asked."""

    CSS_PATH = stylesheets("parts", "details")

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "choose('amend')", "Amend", show=False, id="details.amend"),
        Binding("r", "choose('retract')", "Take back", show=False, id="details.retract"),
        Binding("s", "choose('star')", "Star", show=False, id="details.star"),
        Binding("y", "copy", "Copy", show=False, id="details.copy"),
        Binding("escape,enter,q", "dismiss", "Back", show=False),
    ]

    def __init__(self, row: TimelineRow, history: Sequence[TimelineEntry] = ()) -> None:
        super().__init__()
        self._row = row
        self._history = tuple(history)

    def compose(self) -> ComposeResult:
        """A page that scrolls, and the keys below it."""
        row = self._row
        with VerticalScroll(classes="dialog") as dialog:
            dialog.border_title = line(f"#{row.entry.seq} {row.word}")
            yield Sheet(tuple(page(row, self._history)))
            yield Static(id="copied")
            yield KeyLine(
                ("e", "amend"),
                ("r", "restore" if row.overlay.retracted else "take back"),
                ("s", "unstar" if row.starred else "star"),
                ("y", "copy"),
                ("Esc", "back"),
            )

    def on_click(self, event: events.Click) -> None:
        """A click beside the page leaves it."""
        if event.widget is self:
            self.dismiss(None)

    def action_choose(self, what: str) -> None:
        """Leave with the line that does it."""
        self.dismiss(chosen(self._row, what))

    def action_copy(self) -> None:
        """Copy the text as it stands, and say where to."""
        copied = self.query_one("#copied", Static)
        copied.update(line(copy(self.app, self._row.text), "dim"))
        copied.display = True
        copied.scroll_visible(animate=False)


def chosen(row: TimelineRow, what: str) -> Chosen:
    """The command for `amend`, `retract` or `star`; the opposite where that is done already."""
    number = f"#{row.entry.seq}"
    match what:
        case "star":
            return Chosen(f"/{'unstar' if row.starred else 'star'} {number}", run=True)
        case "retract" if row.overlay.retracted:
            return Chosen(f"/restore {number}", run=True)
        case "retract":
            return Chosen(f"/retract {number} ")
        case _ if isinstance(row.entry.fact, facts.Declared):
            return Chosen(f"/title {row.entry.fact.title}")
        case _:
            return Chosen(f"/amend {number} {_text(row)}")


def page(row: TimelineRow, history: Sequence[TimelineEntry]) -> Iterator[Item]:
    """The text first, then its times and origin, then what was said about it."""
    entry, overlay = row.entry, row.overlay
    yield Item("", row.text, "strike" if overlay.retracted else "bold")
    yield Item("", "")
    yield Item("happened", _stamp(row.occurred_at))
    late = f", {length(row.late_by)} after" if row.late_by else ""
    yield Item("recorded", _stamp(entry.recorded_at) + late)
    yield Item("by", f"@{entry.author} · {entry.source}")
    if entry.external_ref:
        yield Item("reference", entry.external_ref)
    if row.starred and not overlay.retracted:
        yield Item("starred", "★ stands in the published timeline")
    for link in row.evidence:
        yield Item("evidence", " ".join(part for part in (link.text, link.url) if part))
    yield from _original(row)
    for correction in history:
        yield Item(_DEEDS.get(type(correction.fact), "then"), _told(correction, overlay.redacted))
    if entry.hash:
        yield Item("hash", entry.hash[:12], "dim")


def _original(row: TimelineRow) -> Iterator[Item]:
    """What an amended entry first said; a redacted one has nothing left to show."""
    entry, overlay = row.entry, row.overlay
    if overlay.redacted:
        return
    if overlay.text is not None:
        yield Item("at first", wording(entry.fact), "dim")
    if overlay.occurred_at is not None:
        yield Item("at first", _stamp(entry.occurred_at), "dim")


def _told(correction: TimelineEntry, redacted: bool) -> str:
    """Who corrected it and when, to what or why; wordings of a redacted entry stay hidden."""
    fact: Any = correction.fact
    said = getattr(fact, "reason", "")
    if not redacted:
        said = said or getattr(fact, "text", None) or ""
    moved = getattr(fact, "occurred_at", None)
    parts = (
        f"@{correction.author}",
        f"{correction.occurred_at:%H:%M:%S}",
        f"to {_stamp(moved)}" if moved else "",
        said,
    )
    return " · ".join(part for part in parts if part)


def _text(row: TimelineRow) -> str:
    """The wording that an amendment would replace."""
    if row.overlay.redacted:
        return ""
    own = row.overlay.text or getattr(row.entry.fact, "text", None)
    return str(own) if own else row.text


def _stamp(moment: datetime) -> str:
    """`Thu 15 Jan 2026 14:02:11 UTC`, with the fraction of the second where there is one."""
    fraction = f".{moment.microsecond // 1000:03}" if moment.microsecond else ""
    shown = moment.replace(microsecond=0)
    return f"{shown:%a} {shown.day} {shown:%b %Y %H:%M:%S}{fraction} UTC"


_DEEDS = {
    facts.Amended: "amended",
    facts.Retracted: "taken back",
    facts.Redacted: "redacted",
    facts.Starred: "starred",
    facts.Unstarred: "unstarred",
    facts.EvidenceAttached: "evidenced",
    Retold: "reworded",
    Merged: "merged",
    Hidden: "hidden",
    Unhidden: "shown again",
}
