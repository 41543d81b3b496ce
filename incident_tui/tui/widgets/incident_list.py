"""An incident is one line: how bad, where it stands, what, whose, how long, and what is owed."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import ClassVar, Final

from rich.segment import Segment

from incident_tui.domain.incident import Severity
from incident_tui.domain.postmortem import incident_name
from incident_tui.domain.when import length
from incident_tui.services.catalogue import IncidentRow, due, haystack, lasted, live, matching
from incident_tui.tui.widgets.incident_columns import Column, cell, columns, headings
from incident_tui.tui.widgets.kinds import PRIVATE
from incident_tui.tui.widgets.line_list import LineList

SIGNS: Final = {
    Severity.SEV1: "▲",
    Severity.SEV2: "△",
    Severity.SEV3: "◆",
    Severity.SEV4: "◇",
    Severity.SEV5: "·",
}
_STYLES: Final = ("live", "past", "quiet", "late", *(s.name.lower() for s in Severity))


class IncidentList(LineList):
    """The incidents that hold the words of the filter; `rows` are all of them."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"incidents--{name}" for name in _STYLES}

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.rows: Sequence[IncidentRow] = ()
        self._now = now
        self._words = ""
        self._haystacks: list[str] = []
        self._found: Sequence[int] = ()
        self._widest = 0

    @property
    def count(self) -> int:
        """How many the filter lets through."""
        return len(self._found)

    @property
    def chosen(self) -> IncidentRow | None:
        """The incident under the cursor."""
        return self.rows[self._found[self.cursor]] if self._found else None

    def show(self, rows: Sequence[IncidentRow]) -> None:
        """Replace all rows; the cursor stays on its incident."""
        chosen = self.chosen
        self.rows = rows
        self._haystacks.clear()
        self._widest = max((len(incident_name(row.number)) for row in rows), default=0)
        self._find(chosen)

    def filter(self, words: str) -> None:
        """Show those that hold every word; the best of them is under the cursor."""
        self._words = words
        self._find(None)

    def headings(self) -> str:
        """The line above the list."""
        return " " + headings(self._columns(self.scrollable_content_region.width - 1))

    def draw(self, row: int, width: int) -> list[Segment]:
        """One incident."""
        cells = _cells(self.rows[self._found[row]], self._now())
        kept = self._columns(width)
        if cells["due"][0] and all(column.name != "due" for column in kept):
            cells["status"] = cells["due"]
        gap = Segment("  ", self.ink("incidents--past"))
        segments = [Segment(" ", gap.style)]
        for column in kept:
            text, style = cells[column.name]
            segments += [Segment(cell(text, column), self.ink(f"incidents--{style}")), gap]
        return segments[:-1]

    def _columns(self, width: int) -> tuple[Column, ...]:
        return columns(width - 1, self._widest)

    def _find(self, chosen: IncidentRow | None) -> None:
        if self._words.strip():
            self._haystacks = self._haystacks or [haystack(row) for row in self.rows]
            self._found = matching(self._haystacks, self._words)
        else:
            self._found = range(len(self.rows))
        wanted = chosen.number if chosen else None
        at = (i for i, found in enumerate(self._found) if self.rows[found].number == wanted)
        self.changed(next(at, 0))


def _cells(row: IncidentRow, now: datetime) -> dict[str, tuple[str, str]]:
    """The text and the style of each column; what burns is bold, and only that has its colour."""
    burning = live(row)
    plain = "live" if burning else "past"
    owed = due(row, now)
    severity = row.severity.name
    return {
        "number": (incident_name(row.number), plain),
        "severity": (f"{SIGNS[row.severity]} {severity}", severity.lower() if burning else plain),
        "status": (str(row.status), plain if burning else "quiet"),
        "title": (f"{PRIVATE} {row.title}" if row.members else row.title, plain),
        "service": (row.service or "—", "past" if row.service else "quiet"),
        "commander": (f"@{row.commander}", "past") if row.commander else ("—", "quiet"),
        "lasted": (_span(lasted(row, now)), plain),
        "due": (owed.text, "late" if owed.late else "quiet"),
        "actions": (str(row.open_actions or ""), "past"),
    }


def _span(time: timedelta) -> str:
    """`57 min`, `2 h 05`, `3 d 04 h`: what fits a narrow column."""
    said = length(time)
    return said.removesuffix(" min") if " h " in said else said
