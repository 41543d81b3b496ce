"""The document as a reader will see it; only a section that changed is drawn again."""

import re
from typing import Final

from rich.console import Console, ConsoleOptions, RenderResult
from rich.markdown import Markdown
from rich.text import Text
from rich.theme import Theme
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from incident_tui.domain.text import visible
from incident_tui.exporters.cells import EMPTY_CELL
from incident_tui.tui.text import plain

_LONGEST: Final = 20_000
"""Characters of a section beyond which its source is shown: drawing it would be felt."""
_SECTIONS: Final = 16
"""More than a document has, and made once: a section that is not needed is hidden."""
_TABLE_WIDTH: Final = 72
_HEAD_ROWS: Final = 2
_SAYS_NOTHING: Final = ("", EMPTY_CELL)
_CELL_EDGE: Final = re.compile(r"(?<!\\)\|")
_ADDRESS: Final = re.compile(r"<(https?://[^\s<>]+)>")
_MARKS: Final = re.compile(r"[\\`*_\[\]~]")
_BEFORE_HEADING: Final = re.compile(r"^(?=### )", re.MULTILINE)
_CALM: Final = Theme(
    {
        "markdown.item.bullet": "dim",
        "markdown.item.number": "dim",
        "markdown.hr": "dim",
        "markdown.table.border": "dim",
        "markdown.table.header": "bold",
        "markdown.link": "default",
        "markdown.link_url": "dim",
    }
)


class _Drawn:
    """A section in neutral tones; its links are text and lead nowhere."""

    def __init__(self, part: str) -> None:
        heading, _, body = part.partition("\n")
        self._heading = heading.lstrip("# ").replace("\\", "")
        self._body = body.removesuffix("---")

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The heading, then the body; a table that would be cramped is told as a list."""
        cramped = options.max_width < _TABLE_WIDTH
        body = addresses_as_text(tables_as_lists(self._body) if cramped else self._body)
        with console.use_theme(_CALM):
            yield Text(self._heading, "bold")
            yield from console.render(Markdown(body, hyperlinks=False), options)


def addresses_as_text(body: str) -> str:
    """An address that is its own label is shown once; Rich would say it again behind itself."""
    return _ADDRESS.sub(lambda found: _MARKS.sub(r"\\\g<0>", found[1]), body)


def tables_as_lists(body: str) -> str:
    """Each row of a Markdown table as an item, its full cells in a line; all else as it is."""
    lines, rows = [], 0
    for line in body.split("\n"):
        rows = rows + 1 if line.startswith("| ") else 0
        if rows > _HEAD_ROWS:
            cells = (cell.strip() for cell in _CELL_EDGE.split(line)[1:-1])
            lines.append(f"- {' · '.join(cell for cell in cells if cell not in _SAYS_NOTHING)}")
        elif not rows:
            lines.append(line)
    return "\n".join(lines)


class Preview(VerticalScroll, can_focus=False):
    """A Markdown document in sections."""

    def __init__(self) -> None:
        super().__init__(id="preview")
        self._sections = [Static(classes="section") for _ in range(_SECTIONS)]
        self._shown = [""] * _SECTIONS
        self._revealed = ""

    def compose(self) -> ComposeResult:
        """The sections, empty."""
        yield from self._sections

    def show(self, document: str, heading: str) -> None:
        """Replace what differs; where the heading is another one, bring its section to the top."""
        parts = _BEFORE_HEADING.split(visible(document), _SECTIONS - 1)
        parts += [""] * (_SECTIONS - len(parts))
        for at, part in enumerate(parts):
            if part != self._shown[at]:
                drawn = plain(part) if len(part) > _LONGEST else _Drawn(part.rstrip())
                self._sections[at].update(drawn)
            self._sections[at].display = bool(part)
        self._shown = parts
        if heading != self._revealed:
            self._revealed = heading
            self.call_after_refresh(self._reveal, f"### {heading}")

    def _reveal(self, wanted: str) -> None:
        for section, part in zip(self._sections, self._shown, strict=True):
            if part.startswith(wanted):
                self.scroll_to_widget(section, top=True, animate=False)
                return
        self.scroll_home(animate=False)
