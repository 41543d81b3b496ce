"""Hostile texts, and readers that show an address as the syntax left it."""

from typing import Final

from hypothesis import strategies as st
from markdown_it import MarkdownIt

# Pieces that mean something to Markdown, so that most texts are hostile.
_PIECES: Final = (
    *("*", "**", "_", "__", "~", "~~", "~~~", "`", "```", "[", "]", "](", "![", "[x]: ", "[ ] "),
    *("<b>", "<!--", "<", ">", "</", "<a@b.c>", "&amp;", "&#42;", "&", "\\", "\\|", "|", "|-|"),
    *("# ", "###", " #", "- ", "-", "---", "+ ", "* ", "=", "===", "1. ", "12) ", "1.", ":-:"),
    *("http://", "https://a.b/c_d_(e)", "mailto:a@b.c", "www.a.b", "javascript:alert(1)", "$"),
    *("word", "max_conn", "é", "ß", "三", "\u202e", "\x1b[2J", "\ufeff", " ", "  ", "\t", "\n"),
)
TEXTS: Final = st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=4)), max_size=12).map(
    "".join
)


def _as_written(url: str) -> str:
    """In place of percent-encoding, which would hide what the syntax did to an address."""
    return url


def reader(preset: str) -> MarkdownIt:
    md = MarkdownIt(preset, {"linkify": False}).enable(["table", "strikethrough"])
    vars(md).update(normalizeLink=_as_written, normalizeLinkText=_as_written)
    return md
