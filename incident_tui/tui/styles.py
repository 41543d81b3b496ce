"""Stylesheets lie in the package when installed, beside it in a checkout; one file a screen."""

from pathlib import Path, PurePath

from textual import events
from textual.screen import Screen, ScreenResultType


class StyledOnce(Screen[ScreenResultType]):
    """A screen that was styled as it was composed, and not once more when it is first shown."""

    _shown = False

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Style again what was hidden meanwhile: the theme may be another one."""
        event.refresh_styles = event.refresh_styles and self._shown
        self._shown = True


def stylesheets(*names: str) -> list[str | PurePath]:
    """The files of those names; a screen's own are read when it is first shown."""
    package = Path(__file__).resolve().parent.parent
    folder = next(f for f in (package / "styles", package.parent / "styles") if f.is_dir())
    return [folder / f"{name}.tcss" for name in names]
