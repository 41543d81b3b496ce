"""Text that people typed stays text in XML and HTML, whatever it holds."""

import re
from collections.abc import Iterable
from html import escape

from incident_tui.domain.text import one_line, visible

_NO_XML = re.compile("[\ufffe\uffff]")
_LINKABLE = re.compile(r"(?:https?://|mailto:)\S", re.IGNORECASE)


def clean(text: str) -> str:
    """The visible text without what no XML document may hold."""
    return _NO_XML.sub("\ufffd", visible(text))


def quoted(text: str) -> str:
    """One line of text, for between tags or inside an attribute."""
    return escape(clean(one_line(text)))


def paragraphs(text: str) -> list[str]:
    """Text of several lines as paragraphs; their other line ends become breaks."""
    parts = (part.strip("\n") for part in re.split(r"\n(?:[^\S\n]*\n)+", clean(text)))
    return [escape(part).replace("\n", "<br/>") for part in parts if part.strip()]


def openable(url: str) -> bool:
    """Whether a click would open a page or a letter, and could run nothing."""
    return bool(_LINKABLE.match(one_line(url)))


def anchor(url: str, text: str = "") -> str:
    """A link under that text; an address that is not openable is shown as text."""
    if not openable(url):
        return quoted(f"{text} {url}")
    return f'<a href="{quoted(url)}">{quoted(text) or quoted(url)}</a>'


def rows(cells: Iterable[Iterable[str]], tag: str = "td") -> str:
    """Table rows; the cells are markup already."""
    lines = ("".join(f"<{tag}>{cell}</{tag}>" for cell in row) for row in cells)
    return "".join([f"<tr>{line}</tr>\n" for line in lines])
