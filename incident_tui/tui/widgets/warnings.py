"""What is wrong with a text stands under it, and goes when it is mended."""

from typing import Final

from textual.content import Content
from textual.widgets import Static

from incident_tui.domain.flavours import Flavour
from incident_tui.domain.public_check import public_findings
from incident_tui.domain.state import IncidentState
from incident_tui.tui.text import line

_MOST: Final = 4


class Warnings(Static):
    """A line for each finding; only public texts have any."""

    def __init__(self) -> None:
        super().__init__(id="warnings")
        self._told: tuple[str, ...] | None = None

    def check(self, flavour: Flavour, text: str, state: IncidentState) -> None:
        """Say what customers should not read, or miss."""
        found = public_findings(text, state) if flavour is Flavour.PUBLIC else ()
        told = tuple(finding.reason for finding in found)
        if told == self._told:
            return
        self._told = told
        self.display = flavour is Flavour.PUBLIC
        rows = [line(f"! {reason}", "$text-warning") for reason in told[:_MOST]]
        more = len(told) - _MOST
        if more > 0:
            rows[-1] = line(f"! and {more + 1} more", "$text-warning")
        clean = line("nothing to mend", "dim")
        self.update(Content("\n").join(rows) if rows else clean)
