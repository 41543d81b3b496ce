"""No line is ever wider than its column, counted in terminal cells and not in characters."""

from typing import Final

from rich.cells import cell_len, get_character_cell_size, set_cell_size

_EMOJI_STYLE: Final = "\ufe0f"
"""The selector that makes the character before it two cells wide."""


def wrap(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` cells; only a word longer than a line is cut."""
    lines: list[str] = []
    for paragraph in text.replace("\t", "    ").split("\n"):
        lines += _fill(paragraph, width)
    return lines


def clip(text: str, width: int) -> str:
    """The text in exactly one line of at most `width` cells, ended by … where some is left out."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + "…" if width > 0 else ""


def _fill(text: str, width: int) -> list[str]:
    lines: list[str] = []
    ascii_only = text.isascii()
    start = 0
    while True:
        end = start + width if ascii_only else _reach(text, start, width)
        if end >= len(text):
            return [*lines, text[start:]]
        cut = text.rfind(" ", start, end + 1)
        if cut < 0 or not text[start:cut].strip():
            lines.append(text[start:end])
            start = end
        else:
            lines.append(text[start:cut].rstrip())
            start = cut + 1


def _reach(text: str, start: int, width: int) -> int:
    """The index after the last character that still fits; at least one character always does."""
    cells = 0
    for at in range(start, len(text)):
        char = text[at]
        cells += 1 if char == _EMOJI_STYLE else get_character_cell_size(char)
        if cells > width and at > start:
            return at
    return len(text)
