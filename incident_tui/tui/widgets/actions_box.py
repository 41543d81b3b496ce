"""Action items are added and changed by lines, and what a line means is said as it is typed."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from textual import on
from textual.content import Content

from incident_tui.domain.actions import ActionItem, ActionStatus
from incident_tui.domain.fact import Fact
from incident_tui.domain.facts import ActionItemAdded, ActionItemChanged
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.text import one_line
from incident_tui.domain.wording import wording
from incident_tui.postmortem import fields
from incident_tui.tui.text import line
from incident_tui.tui.widgets.line_list import LineList
from incident_tui.tui.widgets.log_box import LogBox
from incident_tui.tui.widgets.row_list import Part, RowList

_BOXES: Final = {ActionStatus.OPEN: "☐", ActionStatus.DONE: "☑", ActionStatus.DECLINED: "☒"}
_NUMBERED: Final = re.compile(r"\bfactor:(\d)(?=\s|$)")


class ActionsBox(LogBox):
    """The action items with what each still needs, and a line that adds or changes one."""

    hint = "what will exist @who due:2w check:…"

    def __init__(self, field: fields.Field, record: IncidentRecord) -> None:
        super().__init__(field, record)
        self.rows: RowList[ActionItem] = RowList(_item)

    def take(self, record: IncidentRecord) -> None:
        """Show these items; the cursor stays."""
        super().take(record)
        self.rows.show(record.state.actions)
        self.rows.display = bool(record.state.actions)
        self.describe()

    def said(self, text: str) -> str:
        """A text without a command is a new item; the number of a factor stands for its words."""
        if not text:
            return ""
        whole = text if text.startswith("/") else f"/action {text}"
        return _NUMBERED.sub(self._factor, whole)

    def told(self, fact: Fact) -> str:
        """What was understood, part by part: a weekday is a date here."""
        match fact:
            case ActionItemAdded():
                return " · ".join(_parts(fact))
            case ActionItemChanged():
                return " · ".join(_parts(fact)) or wording(fact)
            case _:
                return super().told(fact)

    def _factor(self, found: re.Match[str]) -> str:
        factors = self.record.postmortem.lines("factors")
        at = int(found[1]) - 1
        words = one_line(factors[at]).replace('"', "'") if 0 <= at < len(factors) else ""
        return f'factor:"{words}"' if words else found[0]

    @on(LineList.Opened)
    def _change(self, event: LineList.Opened) -> None:
        event.stop()
        if (item := self.rows.chosen) is not None:
            self.begin(f"/change {item.label} ")

    def describe(self) -> None:
        """The item in its own words."""
        item = self.rows.chosen
        if item is None:
            self._chosen.update(line("None yet: type one below, Enter adds it.", "dim"))
            return
        keys = ("\nEnter changes it; /done A1, /decline A1 why", "dim")
        told = " · ".join(str(part) for part in (item.text, item.priority, item.kind) if part)
        lines = [Content.assemble(line(f"{item.label} {told}"), keys)]
        if item.factor or item.success:
            proof = (f"answers “{item.factor}”" if item.factor else "no factor", _worked(item))
            lines.append(line(" · ".join(proof), "dim"))
        self._chosen.update(Content("\n").join(lines))


def _parts(fact: ActionItemAdded | ActionItemChanged) -> Iterator[str]:
    new = isinstance(fact, ActionItemAdded)
    yield from [fact.text] if fact.text else []
    if fact.owner or new:
        yield f"@{fact.owner}" if fact.owner else "no owner"
    if fact.due or new:
        yield f"due {fact.due:%a %Y-%m-%d}" if fact.due else "no date"
    yield from (str(value) for value in (fact.priority, fact.kind) if value)
    yield from [f"answers “{fact.factor}”"] if fact.factor else []
    yield from [f"worked when {fact.success}"] if fact.success else []


def _worked(item: ActionItem) -> str:
    return f"worked when {item.success}" if item.success else "no check"


def _item(item: ActionItem) -> Iterator[Part]:
    yield f"{_BOXES[item.status]} ", "quiet"
    yield f"{item.label:<4}", "strong"
    settled = item.status is not ActionStatus.OPEN
    yield from _needs(item) if not settled else [(f"{item.status}  ", "quiet")]
    yield one_line(item.text), "quiet" if settled else "plain"


def _needs(item: ActionItem) -> Sequence[Part]:
    """Owner and date; what refuses publishing stands out."""
    owner = (f"@{item.owner}", "plain") if item.owner else ("no owner", "late")
    due = (f"{item.due:%d %b}", "plain") if item.due else ("no date", "late")
    gap = ("  ", "plain")
    return [owner, gap, due, gap]
