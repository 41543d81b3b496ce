"""What the stylesheet may ask of a window's size, known before the first frame is laid out."""

from typing import Final

from textual.geometry import Size

SHAPES: Final = frozenset({"-tiny", "-narrow", "-wide", "-low"})


def shape(size: Size) -> frozenset[str]:
    """One class for the width, and `-low` where only the essential lines fit."""
    width = "-tiny" if size.width < 60 else "-narrow" if size.width < 100 else "-wide"
    return frozenset({width, "-low"} if size.height < 16 else {width})
