"""The palette offers every command of the registry, whose line it begins; else what else there is.

In the post-mortem those are its keys, by what they do.
"""

from collections.abc import Awaitable, Callable, Iterator
from functools import partial
from typing import Final

from textual.binding import Binding
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
        for told, deed in self._keys():
            yield DiscoveryHit(told, deed)
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
        for told, deed in self._keys():
            if (score := matcher.match(told)) > 0:
                yield Hit(score, matcher.highlight(told), deed)
        for command in REGISTRY if isinstance(self.screen, LiveScreen) else ():
            score = max(
                matcher.match(command.name) * 2, matcher.match(f"{command.usage} {command.summary}")
            )
            if score > 0:
                shown = matcher.highlight(command.usage)
                yield Hit(score, shown, partial(self._begin, command.name), help=command.summary)

    def _keys(self) -> Iterator[tuple[str, Callable[[], Awaitable[None]]]]:
        """What the keys of the post-mortem do."""
        for binding in self.screen.BINDINGS if self.screen.id == "postmortem" else ():
            if isinstance(binding, Binding):
                yield binding.description, partial(self.screen.run_action, binding.action)

    async def _track(self) -> None:
        open_tracker(self.app)

    def _begin(self, name: str) -> None:
        if isinstance(self.screen, LiveScreen):
            self.screen.bar.begin(f"/{name} ")
