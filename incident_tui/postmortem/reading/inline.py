"""Inline Markdown is read as the words a reader sees; an address is kept where it says more."""

import re
from collections.abc import Callable
from html import unescape
from typing import Final

_ADDRESS: Final = r"<[^<>\n]*+>|(?:[^()\s<]|\([^()\s]*+\))*+"
_INLINE: Final = re.compile(
    rf"""
    (?<!`)(?P<code>`++)(?P<coded>[^`]++)(?P=code)(?!`)
  | \\(?P<escaped>[!-/:-@\[-`{{-~])
  | !?\[(?P<label>(?:[^\[\]\\]|\\.)*+)\]
    (?:\((?P<url>{_ADDRESS})(?:\s+["'][^"'\n]*["'])?\)|\[[^\[\]]*\])
  | <(?P<auto>(?:https?://|mailto:)[^<>\s]*)>
  | (?P<tag></?[A-Za-z][^<>]*+>)
  | (?P<entity>&(?:\#\d{{1,7}}|\#[xX][0-9A-Fa-f]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,31}});)
  | (?P<mark>\*\*|~~|(?<!\w)__|__(?!\w)|(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])
      |(?<!\w)_(?=[^\s_])|(?<=[^\s_])_(?!\w)|`)
    """,
    re.VERBOSE,
)
_LONGEST: Final = 20_000
_SHORT: Final = 400
"""Characters of a label, beyond which nothing in it is read."""


def plain(text: str) -> str:
    """The words, links by their labels alone."""
    return _said(text, _word)


def told(text: str) -> str:
    """The words, and the address of a link behind its label."""
    return _said(text, _linked)


def _said(text: str, word: Callable[[re.Match[str]], str]) -> str:
    """What is longer than any paragraph is taken as it stands, so that no text takes long."""
    if len(text) > _LONGEST or not any(mark in text for mark in "*_`~[<\\&"):
        return " ".join(text.split())
    return " ".join(_INLINE.sub(word, text).split())


def _word(found: re.Match[str]) -> str:
    return _read(found, linked=False)


def _linked(found: re.Match[str]) -> str:
    return _read(found, linked=True)


def _read(found: re.Match[str], *, linked: bool) -> str:
    match found.lastgroup:
        case "coded" | "code":
            return found["coded"]
        case "escaped":
            return found["escaped"]
        case "auto":
            return found["auto"].removeprefix("mailto:")
        case "entity":
            return unescape(found["entity"])
        case "mark" | "tag":
            return " " if found[0].lower().startswith("<br") else ""
        case _:
            return _link(found["label"], found["url"] or "", linked=linked)


def _link(label: str, url: str, *, linked: bool) -> str:
    words = plain(label) if len(label) < _SHORT else label
    address = unescape(url.strip("<>"))
    if not linked or not address.startswith(("http", "mailto:")) or address in {words, f"{words}/"}:
        return words
    return f"{words} ({address})" if words else address
