"""Beside the timeline stands what is true now: roles, milestones, open action items."""

from datetime import date

from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from incident_tui.domain.actions import ActionItem
from incident_tui.domain.state import IncidentState
from incident_tui.tui.text import line, plain
from incident_tui.tui.widgets.head import reached, roles


class Panel(Static):
    """Drawn anew only when the state changes."""

    state: reactive[IncidentState] = reactive(IncidentState())
    today: reactive[date] = reactive(date.min)

    def watch_state(self) -> None:
        """Show what changed."""
        self.update(Content("\n").join(self._lines()))

    def _lines(self) -> list[Content]:
        state = self.state
        wide = 13
        lines = [line("Roles", "bold")]
        lines += [_pair(title, who, wide, dim=who == "—") for title, who in roles(state)]
        lines += [line(""), line("Milestones", "bold")]
        lines += [
            _pair(f"{mark} {name}", at, wide + 2, dim=at == "—")
            for mark, name, at in reached(state)
        ]
        if state.impact:
            lines += [line(""), line("Impact", "bold")]
            lines += [_pair(k.replace("_", " "), v, wide) for k, v in state.impact.items()]
        lines += [line(""), line("Action items", "bold")]
        items = state.open_actions
        lines += [part for item in items for part in self._action(item)]
        return lines if items else [*lines, line("none yet: /action …", "dim")]

    def _action(self, item: ActionItem) -> list[Content]:
        late = item.overdue(self.today)
        due = f"due {item.due:%d %b}" if item.due else "no date"
        owner = f"@{item.owner}" if item.owner else "no owner"
        told = line(f"late: {due}", "$text-error") if late else line(due, "dim")
        about = Content.assemble("   ", line(f"{owner} ·", "dim"), " ", told)
        return [line(f"{item.label} {item.text}").truncate(29, ellipsis=True), about]


def _pair(name: str, value: str, wide: int, *, dim: bool = False) -> Content:
    label = line(name, "dim").pad_right(max(1, wide - len(name)))
    return Content.assemble(label, plain(value, "dim" if dim else ""))
