"""Labels stand in one column and their texts in another; a long text wraps under itself."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from incident_tui.domain.text import visible
from incident_tui.tui.widgets.wrap import clip, wrap

_GAP: Final = 2


class Item(NamedTuple):
    """A label, its text and the text's style; without a label, a text has the whole width."""

    label: str
    text: str
    style: str = ""


class Sheet(Widget):
    """A page of items; as tall as they need."""

    def __init__(self, items: Sequence[Item] = ()) -> None:
        super().__init__()
        self._items = tuple(items)

    def show(self, items: Sequence[Item]) -> None:
        """Replace the page."""
        if tuple(items) != self._items:
            self._items = tuple(items)
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  Textual's signature
        """Lines at that width."""
        return len(_lines(self._items, width))

    def render(self) -> Content:
        """The page at the width of now."""
        return Content("\n").join(_lines(self._items, self.content_size.width))


def _lines(items: Sequence[Item], width: int) -> list[Content]:
    indent = min(_GAP + max((cell_len(item.label) for item in items), default=0), width // 3)
    return [drawn for item in items for drawn in _item(item, indent, width)]


def _item(item: Item, indent: int, width: int) -> list[Content]:
    if not item.label:
        return [
            Content.styled(text, item.style) for text in wrap(visible(item.text), max(1, width))
        ]
    lines = wrap(visible(item.text), max(1, width - indent))
    label = clip(item.label, indent - 1)
    labels = [label + " " * (indent - cell_len(label)), *[" " * indent] * (len(lines) - 1)]
    return [
        Content.assemble((before, "dim"), Content.styled(text, item.style))
        for before, text in zip(labels, lines, strict=True)
    ]
