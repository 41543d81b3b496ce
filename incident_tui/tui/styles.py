"""A screen looks as its stylesheet says, which may ask for the size of the window by a class."""

from pathlib import Path, PurePath
from typing import Final

from textual import events
from textual.geometry import Size
from textual.screen import Screen, ScreenResultType

SHAPES: Final = frozenset({"-tiny", "-narrow", "-wide", "-low"})


class StyledOnce(Screen[ScreenResultType]):
    """A screen that was styled as it was composed, and not once more when it is first shown."""

    _shown = False

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Style again what was hidden meanwhile: the theme may be another one."""
        event.refresh_styles = event.refresh_styles and self._shown
        self._shown = True


def stylesheets(*names: str) -> list[str | PurePath]:
    """The files of those names, in the package when installed and beside it in a checkout.

    There is one a screen, which is read when the screen is first shown.
    """
    package = Path(__file__).resolve().parent.parent
    folder = next(f for f in (package / "styles", package.parent / "styles") if f.is_dir())
    return [folder / f"{name}.tcss" for name in names]


def shape(size: Size) -> frozenset[str]:
    """One class for the width, and `-low` where only the essential lines fit."""
    width = "-tiny" if size.width < 60 else "-narrow" if size.width < 100 else "-wide"
    return frozenset({width, "-low"} if size.height < 16 else {width})
