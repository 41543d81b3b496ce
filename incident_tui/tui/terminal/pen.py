"""A terminal's pen is moved and inked anew only where it must be, in the fewest bytes."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from rich.color import ColorSystem
from rich.style import Style


class Ink(NamedTuple):
    """Codes of SGR: what is added to the letters, their colour, and the colour behind them."""

    marks: tuple[str, ...] = ()
    fore: str = ""
    ground: str = ""


PLAIN: Final = Ink()
_LONG: Final = {"5": 3, "2": 5}
"""How many numbers name a colour that begins with 38 or 48, by the second of them."""


class Pen:
    """Where the cursor is and what it writes with; at the beginning plain, and anywhere."""

    def __init__(self) -> None:
        self._ink = PLAIN
        self._at: tuple[int, int] | None = None

    def write(self, x: int, y: int, text: str, ink: Ink) -> Iterator[str]:
        """Write a text of letters one cell wide."""
        if (x, y) != self._at:
            yield self._move(x, y)
        if text.isspace() and not (ink.marks or self._ink.marks):
            ink = self._ink._replace(ground=ink.ground)  # nothing is to be seen of the letters
        yield change(self._ink, ink)
        yield text
        self._ink, self._at = ink, (x + len(text), y)

    def lose(self) -> None:
        """Know no longer where the cursor is: what was written may be wider than it has letters."""
        self._at = None

    def lift(self) -> Iterator[str]:
        """Leave nothing behind for whoever writes next."""
        yield change(self._ink, PLAIN)

    def _move(self, x: int, y: int) -> str:
        if self._at is None or self._at[1] != y or self._at[0] > x:
            return f"\x1b[{y + 1};{x + 1}H"
        by = x - self._at[0]
        return f"\x1b[{by}C" if by > 1 else "\x1b[C"


class Palette:
    """The inks that were used so far, each with a letter that stands for it."""

    def __init__(self) -> None:
        self.inks = [PLAIN]  # what nobody knows has the first sign
        self._signs: dict[tuple[Style | None, bool], str] = {}

    def sign(self, style: Style | None, system: ColorSystem | None, *, blank: bool) -> str:
        """The sign of a style's ink; of a blank only the ground is to be seen."""
        key = (style, blank)
        if key not in self._signs:
            ink = ink_of(style, system)
            ink = Ink(ground=ink.ground) if blank and not ink.marks else ink
            if ink not in self.inks[1:]:
                self.inks.append(ink)
            self._signs[key] = chr(self.inks.index(ink, 1))
        return self._signs[key]


@lru_cache(4096)
def ink_of(style: Style | None, system: ColorSystem | None) -> Ink:
    """The ink of a style in as many colours as the terminal has."""
    sequence = (style or Style()).render("x", color_system=system)
    marks, fore, ground = [], "", ""
    for code in _codes(sequence[2 : sequence.index("m")] if sequence[:1] == "\x1b" else ""):
        kind = int(code.split(";", 1)[0])
        if 30 <= kind <= 39 or 90 <= kind <= 97:
            fore = code
        elif 40 <= kind <= 49 or 100 <= kind <= 107:
            ground = code
        else:
            marks.append(code)
    return Ink(tuple(marks), fore, ground)


def _codes(sequence: str) -> Iterator[str]:
    """Each code of a sequence, a colour of several numbers as one."""
    numbers = sequence.split(";") if sequence else []
    while numbers:
        length = _LONG[numbers[1]] if numbers[0] in {"38", "48"} else 1
        yield ";".join(numbers[:length])
        numbers = numbers[length:]


@lru_cache(4096)
def change(old: Ink, new: Ink) -> str:
    """The sequence that turns one ink into another; empty where they are the same."""
    if old == new:
        return ""
    lost = set(old.marks) - set(new.marks)
    if lost or (old.fore and not new.fore) or (old.ground and not new.ground):
        codes = [*new.marks, new.fore, new.ground]
        return f"\x1b[{';'.join(['0', *filter(None, codes)]) if any(codes) else ''}m"
    codes = [mark for mark in new.marks if mark not in old.marks]
    codes += [new.fore] if new.fore != old.fore else []
    codes += [new.ground] if new.ground != old.ground else []
    return f"\x1b[{';'.join(codes)}m"
