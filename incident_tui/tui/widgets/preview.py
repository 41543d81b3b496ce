"""The document as a reader will see it; only the section that something changed in is redrawn."""

import re
from typing import Final

from textual.containers import VerticalScroll
from textual.widgets import Markdown, Static

from incident_tui.domain.text import visible
from incident_tui.tui.text import plain

_LONGEST: Final = 6_000
"""Characters of a section beyond which its source is shown: drawing it would be felt."""
_BEFORE_HEADING: Final = re.compile(r"^(?=### )", re.MULTILINE)


class Preview(VerticalScroll, can_focus=False):
    """A Markdown document in sections."""

    def __init__(self) -> None:
        super().__init__(id="preview")
        self._shown: list[str] = []
        self._revealed = ""

    async def show(self, document: str, heading: str) -> None:
        """Replace what differs; where the heading is another one, bring its section to the top."""
        sections = [part.rstrip() for part in _BEFORE_HEADING.split(visible(document))]
        if [_heading(part) for part in sections] != [_heading(part) for part in self._shown]:
            await self.remove_children()
            await self.mount_all([_section(part) for part in sections])
        else:
            for at, part in enumerate(sections):
                if part != self._shown[at]:
                    await self._replace(at, part)
        self._shown = sections
        if heading != self._revealed:
            self._revealed = heading
            self.call_after_refresh(self._reveal, heading)

    def _reveal(self, heading: str) -> None:
        wanted = f"### {heading}"
        for at, part in enumerate(self._shown):
            if part.startswith(wanted):
                self.scroll_to_widget(self.children[at], top=True, animate=False)
                return
        self.scroll_home(animate=False)

    async def _replace(self, at: int, part: str) -> None:
        section = self.children[at]
        if isinstance(section, Markdown) and len(part) <= _LONGEST:
            await section.update(part)
        else:
            await self.mount(_section(part), after=section)
            await section.remove()


def _heading(part: str) -> str:
    return part.partition("\n")[0]


def _section(part: str) -> Markdown | Static:
    if len(part) > _LONGEST:
        return Static(plain(part), classes="source")
    return Markdown(part, open_links=False)
