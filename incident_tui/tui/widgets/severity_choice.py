"""A severity is chosen among all five, and what each means is said while choosing."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from incident_tui.domain.incident import Severity
from incident_tui.domain.practice import Practice
from incident_tui.tui.text import line


class SeverityChoice(Static, can_focus=True):
    """Five levels in a row; digits, arrows and clicks choose one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "shift(-1)", "Worse", show=False),
        Binding("right", "shift(1)", "Milder", show=False),
        *(Binding(str(int(s)), f"choose({int(s)})", s.name, show=False) for s in Severity),
    ]
    value: reactive[Severity] = reactive(Severity.SEV3, layout=False)

    def __init__(self, value: Severity, practice: Practice) -> None:
        super().__init__()
        self._practice = practice
        self.set_reactive(SeverityChoice.value, value)

    def render(self) -> Content:
        """The levels, the chosen one on another ground, and its meaning below."""
        levels = [
            Content.styled(f" {int(level)} ", "reverse bold" if level is self.value else "dim")
            for level in Severity
        ]
        means = line(self._practice.levels[self.value].means)
        return Content("\n").join((Content("").join(levels), Content.assemble(" ", means)))

    def on_click(self, event: events.Click) -> None:
        """The level under the mouse."""
        if event.y == 0 and event.x // 3 < len(Severity):
            self.value = Severity(event.x // 3 + 1)

    def action_shift(self, by: int) -> None:
        """The level beside this one."""
        self.value = Severity(max(1, min(self.value + by, len(Severity))))

    def action_choose(self, level: int) -> None:
        """The level that was named."""
        self.value = Severity(level)
