"""The way to what was learned, and from each figure back to its incidents."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from incident_tui.services.config import Config
from incident_tui.services.session import Session
from incident_tui.services.store import Store
from incident_tui.tui.crash import CalmApp

if TYPE_CHECKING:
    from incident_tui.domain.metrics.figures import Numbers
    from incident_tui.domain.metrics.insights import Insights
    from incident_tui.domain.metrics.window import Window
    from incident_tui.services.catalogue import IncidentRow
    from incident_tui.tui.screens.insights import InsightsScreen


class LearningApp(CalmApp[None]):
    """The part of the window that leads to the figures, by a key, a line and the palette."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5", "insights", "What was learned", id="app.insights")
    ]
    store: Store
    session: Session
    config: Config

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:  # noqa: ARG002  on all the same
        """What the palette offers on every screen; what Textual adds speaks of widgets."""
        yield SystemCommand("Insights", "What was learned, in figures", self.action_insights)
        yield SystemCommand("Theme", "Other colours, light or dark", self.action_change_theme)
        yield SystemCommand("Leave", "When every line is stored", self.action_quit)

    def action_insights(self) -> None:
        """Go to the figures; Esc comes back."""
        from incident_tui.services.figures import learning  # noqa: PLC0415  not for the first frame
        from incident_tui.tui.screens.insights import InsightsScreen  # noqa: PLC0415  as above

        if any(isinstance(screen, InsightsScreen) for screen in self.screen_stack):
            while not isinstance(self.screen, InsightsScreen):
                self.pop_screen()
            return
        settings = self.config.insights

        def read(window: "Window") -> "Insights":
            return learning.learned(self.store, window, settings)

        def minutes(found: "Insights") -> float | None:
            return learning.minutes_saved(found.whole, settings)

        self.push_screen(InsightsScreen(read, self.session.now, minutes, settings.formula))

    # By name and not by class: the screen is loaded only when it is shown.
    def on_insights_screen_opened(self, event: "InsightsScreen.Opened") -> None:
        """Show the incidents behind a figure."""
        self._show_behind(event.numbers, event.told)

    def _show_behind(self, numbers: "Numbers", told: str) -> None:
        """Show these incidents; Esc comes back."""
        from incident_tui.tui.screens.incidents import IncidentsScreen  # noqa: PLC0415  as above

        wanted = frozenset(numbers)

        def read() -> "list[IncidentRow]":
            return [row for row in self.store.read.incidents() if row.number in wanted]

        self.push_screen(IncidentsScreen(read, self.session.now, told))
