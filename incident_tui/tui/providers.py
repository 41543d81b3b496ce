"""The palette offers every command of the registry, whose line it begins; else the tracker."""

from functools import partial
from typing import Final

from textual.command import DiscoveryHit, Hit, Hits, Provider

from incident_tui.commands.all import REGISTRY
from incident_tui.tui.follow_ups import open_tracker
from incident_tui.tui.screens.live import LiveScreen

_TRACKER: Final = "Action items of all incidents"
_TRACKED: Final = "What is overdue, whose it is, and which incident it came from."


class Lines(Provider):
    """Commands that the live screen can begin."""

    async def discover(self) -> Hits:
        """Every command, before anything is typed."""
        if not isinstance(self.screen, LiveScreen):
            yield DiscoveryHit(_TRACKER, self._track, help=_TRACKED)
        for command in REGISTRY if isinstance(self.screen, LiveScreen) else ():
            yield DiscoveryHit(
                command.usage, partial(self._begin, command.name), help=command.summary
            )

    async def search(self, query: str) -> Hits:
        """Commands by name, usage or what they do."""
        matcher = self.matcher(query)
        score = 0.0 if isinstance(self.screen, LiveScreen) else matcher.match(_TRACKER)
        if score > 0:
            yield Hit(score, matcher.highlight(_TRACKER), self._track, help=_TRACKED)
        for command in REGISTRY if isinstance(self.screen, LiveScreen) else ():
            score = max(
                matcher.match(command.name) * 2, matcher.match(f"{command.usage} {command.summary}")
            )
            if score > 0:
                shown = matcher.highlight(command.usage)
                yield Hit(score, shown, partial(self._begin, command.name), help=command.summary)

    async def _track(self) -> None:
        open_tracker(self.app)

    def _begin(self, name: str) -> None:
        if isinstance(self.screen, LiveScreen):
            self.screen.bar.begin(f"/{name} ")
