"""Of a Markdown text only what somebody says in it stays; all else is blank, and nothing moves."""

import re
from typing import Final

_OUTSIDE: Final = re.compile(
    r"\A---[ \t]*\n.*?^---[ \t]*$"
    r"|^(?P<fence>[ \t>]*(?P<mark>`{3,}|~{3,})).*?(?:^[ \t>]*(?P=mark)[`~]*[ \t]*$|\Z)"
    r"|<!--.*?(?:-->|\Z)"
    r"|^[ \t]{0,3}>.*?$"
    r"|^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*(?:\|[ \t:|-]*)?$",
    re.DOTALL | re.MULTILINE,
)
"""Front matter, fenced code, comments, quotations and the rule under the head of a table."""
_INLINE: Final = re.compile(
    r"(?<=\])\((?P<target>[^()\s]*(?:\([^()\s]*\)[^()\s]*)?)(?:[ \t]+\"[^\"\n]*\")?\)"
    r"|</?[A-Za-z][^<>\n]{0,200}>|\*{1,3}|~~|(?<!\w)_{1,3}(?=\w)|(?<=\w)_{1,3}(?!\w)"
    r"|[\[\]]"
)
_CODE: Final = re.compile(r"`[^`\n]+`")


def masked(text: str) -> str:
    """The text with a blank for every sign that is not said, lines and offsets kept."""
    return _outside_code(blocks(text))


def blocks(text: str) -> str:
    """The text with a blank for all that is code, a comment or a quotation of others."""
    return _OUTSIDE.sub(_blank, text)


def _outside_code(text: str) -> str:
    """Blank the signs of links and emphasis, but not in code, where they mean themselves."""
    parts, end = [], 0
    for code in _CODE.finditer(text):
        parts += [_INLINE.sub(_blank, text[end : code.start()]), code[0]]
        end = code.end()
    return "".join([*parts, _INLINE.sub(_blank, text[end:])])


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])
