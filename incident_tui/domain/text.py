"""Text from anywhere is made storable at the door and visible at each sink, and only here."""

import re

# C0 but tab and newline, DEL, C1, line separators, bidi controls, lone surrogates,
# interlinear marks, BOM and tag characters: all that can drive a terminal or reorder text.
# None of them is printable, and most texts are: so the first frame compiles neither pattern.
_UNSAFE = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufff9-\ufffb\ufeff\U000e0000-\U000e007f]"
)
_UNSTORABLE = "[\x00\ud800-\udfff]"


def storable(text: str) -> str:
    """The text as it may be kept: no NUL, no lone surrogate, LF as the only line end."""
    if text.isprintable():
        return text
    return re.sub(_UNSTORABLE, "\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def visible(text: str) -> str:
    """The text as it may be shown: whatever could act becomes a picture of itself (␛, ⟨U+202E⟩)."""
    return text if text.isprintable() else re.sub(_UNSAFE, _picture, text)


def inert(text: str) -> str:
    """The text as wide as before and unable to act, not even to break the line: for drawn cells."""
    if text.isprintable():
        return text
    return re.sub(_UNSAFE, _blank, text).replace("\t", "").replace("\n", "")


def one_line(text: str) -> str:
    """The visible text with every run of white space, newlines included, as one space."""
    return " ".join(visible(text).split())


def _blank(found: re.Match[str]) -> str:
    # A lone surrogate takes one cell on the screen, everything else that acts takes none.
    return "\ufffd" if "\ud800" <= found[0] <= "\udfff" else ""


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else f"⟨U+{code:04X}⟩"
