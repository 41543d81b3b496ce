"""The milestones stand in one line, with the time between each and the one before."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Final

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from incident_tui.domain.incident import Milestone
from incident_tui.domain.state import IncidentState
from incident_tui.domain.when import length

_BETWEEN: Final = " ── "


class Strip(Static):
    """Drawn anew only when the state changes; a click asks for the milestone under the mouse."""

    state: reactive[IncidentState] = reactive(IncidentState())

    def __init__(self, ask: Callable[[Milestone], object] = lambda _: None) -> None:
        super().__init__(id="strip")
        self._ask = ask
        self._told: tuple[str, ...] = ()

    def watch_state(self, state: IncidentState) -> None:
        """Show what changed."""
        told = tuple(steps(state))
        if told != self._told:
            self._told = told
            parts = [Content.styled(step, "dim" if step.startswith("○") else "") for step in told]
            self.update(Content.styled(_BETWEEN, "dim").join(parts), layout=False)

    def on_click(self, event: events.Click) -> None:
        """The milestone under the mouse, or the last one before it."""
        inside = event.get_content_offset(self)
        at = 0
        for milestone, step in zip(Milestone, self._told, strict=False):
            at += cell_len(step) + len(_BETWEEN)
            if inside is not None and inside.x < at:
                self._ask(milestone)
                return


def steps(state: IncidentState) -> Iterator[str]:
    """`●detected 14:03 +1 min`; `○mitigated` where it was not reached."""
    before: datetime | None = None
    for milestone in Milestone:
        at = state.milestones.get(milestone)
        if at is None:
            yield f"○{milestone}"
            continue
        after = f" +{length(at - before)}" if before and at > before else ""
        yield f"●{milestone} {at:%H:%M}{after}"
        before = max(at, before) if before else at
