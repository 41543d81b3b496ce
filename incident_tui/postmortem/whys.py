"""A tree of whys is typed as lines, two spaces further in for each level; no level is skipped."""

from typing import Final

INDENT: Final = 2


def tree(text: str) -> tuple[tuple[int, str], ...]:
    """Each line with its level, 0 at the top; a line too far in hangs below the one above it."""
    found: list[tuple[int, str]] = []
    for line in text.expandtabs(INDENT).split("\n"):
        said = line.strip().removeprefix("- ").strip()
        if said:
            deepest = found[-1][0] + 1 if found else 0
            found.append((min((len(line) - len(line.lstrip())) // INDENT, deepest), said))
    return tuple(found)


def depth(text: str) -> int:
    """How many levels there are below the first."""
    return max((level for level, _ in tree(text)), default=0)
