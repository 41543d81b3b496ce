"""The last line of a screen names the few keys that matter there."""

from textual.content import Content
from textual.widgets import Static

from incident_tui.tui.text import line


class KeyLine(Static):
    """Pairs of a key and what it does, in one line; what does not fit is left out."""

    def __init__(self, *keys: tuple[str, str]) -> None:
        super().__init__(key_line(*keys))


def key_line(*keys: tuple[str, str]) -> Content:
    """`Enter open   Esc back`, the keys bold."""
    pairs = [Content.assemble(line(key, "bold"), " ", line(what, "dim")) for key, what in keys]
    return Content("   ").join(pairs)
