"""Text that people typed reads the same after Markdown has been rendered, and can build nothing.

Only what CommonMark or GitHub would act on gets a backslash, so that ordinary prose stays ordinary
in the source as well: `14:05`, `max_conn`, `p99 < 2s` and `5 * 3` are left as they are.
"""

import re
from collections.abc import Callable
from typing import Final
from urllib.parse import quote

import msgspec

from incident_tui.domain.text import one_line, visible

# The common case, told by one pass in C: text with no character that could ever matter.
_PLAIN: Final = re.compile(r"(?! )[A-Za-z0-9 ,.;:()'\"/%@!?+=>{}^|·→←—–’‘“”…\u00c0-\u024f-]*(?<! )")
# Each branch begins with one literal character, and looks back past it: so the regex engine skips
# to the next candidate instead of trying every branch at every place (8 times as fast).
_SPECIAL: Final = re.compile(
    r"""
    \\ | `
  | \*(?<![ ]\*) | \*(?![ ])                        # alone between spaces it is a plain star
  | _(?<![^\W_]_) | _(?![^\W_])                     # inside a word it is a plain underscore
  | ~(?<=[^ ]~) | ~(?=~)                            # it can close, or is a double one
  | \$(?<=[^ ]\$) | \$(?=\$)
  | <(?=[A-Za-z/!?] | [^\s<]+@)                     # a tag, a comment, an address
  | &(?=\#\d{1,7}; | \#[xX][0-9A-Fa-f]{1,6}; | [A-Za-z][A-Za-z0-9]{1,31};)
  | ](?=[(\[:])                                     # the middle of a link
  | \#(?<![^ ]\#)(?=\#*$)                           # would close a heading
  | w(?<![A-Za-z0-9]w)ww\.                          # GitHub would link it
  | h(?<![A-Za-z0-9]h)ttps?://ADDRESS
  | m(?<![A-Za-z0-9]m)ailto:ADDRESS
    """.replace("ADDRESS", r"""(?:[^\s<>()\\`|]|\([^\s<>()\\`|]*\))+(?<![.,;:!?'"*_~\[\]])"""),
    re.VERBOSE,
)
_START: Final = re.compile(
    r"[-+](?= |$)|-(?=[- ]*$)|=(?==*$)|>|#(?=#*(?: |$))|\[|\d{1,9}[.)](?= |$)"
)
_IN_LABEL: Final = re.compile(r"[\\`*_~$<>&\[\]!]")
_ENTITY: Final = re.compile(r"&(?=#?[A-Za-z0-9]{1,31};)")
_DELIMITER_ROW: Final = re.compile(r"[-|:][-:| ]*")
_LINKABLE: Final = re.compile(r"(?:https?://|mailto:)[^\s]", re.IGNORECASE)


def angled(address: str) -> str:
    """An address as CommonMark links it."""
    return f"<{address}>"


def bracketed(address: str) -> str:
    """An address as a link under itself, for readers that take angle brackets for HTML."""
    shown = _IN_LABEL.sub(r"\\\g<0>", address)
    return f"[{shown}]({_ENTITY.sub('&amp;', address)})"


class Escape(msgspec.Struct, frozen=True):
    """How a target wants addresses, and the ends of lines inside a paragraph, to be written."""

    address: Callable[[str], str] = angled
    line_end: str = "  \n"

    def inline(self, text: str) -> str:
        """One line of text behind something else on its line; web addresses become links."""
        if (
            _PLAIN.fullmatch(text)
            and "  " not in text
            and "//" not in text
            and "www." not in text
            and "mailto:" not in text
        ):
            return text
        return _SPECIAL.sub(self._escaped, one_line(text))

    def line(self, text: str) -> str:
        """One line of text that begins a paragraph or an item, where `-` or `1.` would count."""
        escaped = self.inline(text)
        block = _START.match(escaped)
        if block is None or (block[0] == "[" and _LINKABLE.match(one_line(text))):
            return escaped
        at = block.end() - 1
        return f"{escaped[:at]}\\{escaped[at:]}"

    def cell(self, text: str) -> str:
        """One line of text that stays within its table cell."""
        return self.inline(text).replace("|", "\\|")

    def prose(self, text: str) -> str:
        """Text of several lines: blank lines part paragraphs, and every other line end is kept."""
        lines = [self._prose_line(typed) for typed in visible(text).split("\n")]
        paragraphs = re.sub(r"\n{3,}", "\n\n", "\n".join(lines).strip("\n"))
        return re.sub(r"(?<=[^\n])\n(?=[^\n])", lambda _: self.line_end, paragraphs)

    def link(self, url: str, text: str = "") -> str:
        """A link under that text; an address a browser could run and not open is shown as text."""
        address = one_line(url)
        if not _LINKABLE.match(address):
            return self.line(f"{text} {address}")
        label = one_line(text)
        if not label:
            return self.line(address)
        shown = _IN_LABEL.sub(r"\\\g<0>", label)
        target = _ENTITY.sub("&amp;", quote(address, safe=":/?#[]@!$&'*+,;=%~"))
        return f"[{shown}]({target})"

    def _prose_line(self, text: str) -> str:
        escaped = self.line(text)
        return f"\\{escaped}" if _DELIMITER_ROW.fullmatch(escaped) else escaped

    def _escaped(self, found: re.Match[str]) -> str:
        if found[0][0] in "hm":
            return self.address(found[0])
        return f"{found[0][:-1]}\\{found[0][-1]}"


MARKDOWN: Final = Escape()
inline: Final = MARKDOWN.inline
line: Final = MARKDOWN.line
cell: Final = MARKDOWN.cell
prose: Final = MARKDOWN.prose
link: Final = MARKDOWN.link
