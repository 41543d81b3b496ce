"""The headings of a list are drawn with it: its columns are known once it has a width."""

from collections.abc import Callable

from textual.content import Content
from textual.widgets import Static


class Headings(Static):
    """The line above a list; asked for whenever it is drawn, an empty one where there is none."""

    def __init__(self, asked: Callable[[], str]) -> None:
        super().__init__(id="headings")
        self._asked = asked

    def render(self) -> Content:
        """The headings of the columns that there is room for."""
        return Content(self._asked())
