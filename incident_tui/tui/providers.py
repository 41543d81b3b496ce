"""The palette offers every command of the registry; choosing one begins its line in the prompt."""

from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from incident_tui.commands.all import REGISTRY
from incident_tui.tui.screens.live import LiveScreen


class Lines(Provider):
    """Commands that the live screen can begin."""

    async def discover(self) -> Hits:
        """Every command, before anything is typed."""
        for command in REGISTRY if isinstance(self.screen, LiveScreen) else ():
            yield DiscoveryHit(
                command.usage, partial(self._begin, command.name), help=command.summary
            )

    async def search(self, query: str) -> Hits:
        """Commands by name, usage or what they do."""
        matcher = self.matcher(query)
        for command in REGISTRY if isinstance(self.screen, LiveScreen) else ():
            score = max(
                matcher.match(command.name) * 2, matcher.match(f"{command.usage} {command.summary}")
            )
            if score > 0:
                shown = matcher.highlight(command.usage)
                yield Hit(score, shown, partial(self._begin, command.name), help=command.summary)

    def _begin(self, name: str) -> None:
        if isinstance(self.screen, LiveScreen):
            self.screen.bar.begin(f"/{name} ")
