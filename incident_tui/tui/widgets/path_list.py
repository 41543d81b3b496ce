"""Files are found by the path as it is typed: the list shows what could come next."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from incident_tui.tui.widgets.row_list import Part, RowList

_MOST: Final = 500


class PathList(RowList[Path]):
    """What lies at the typed path; folders first."""

    def __init__(self) -> None:
        super().__init__(_told)
        self.can_focus = False

    def look(self, typed: str) -> None:
        """Show what the typed path could go on with."""
        self.show(tuple(_entries(typed)))
        self.move(-self.count)


def _entries(typed: str) -> list[Path]:
    path = Path(typed or "./").expanduser()
    folder, begun = (path, "") if typed.endswith("/") or not typed else (path.parent, path.name)
    try:
        there = [p for p in folder.iterdir() if _fits(p.name, begun)]
        return sorted(there, key=lambda p: (not p.is_dir(), p.name.casefold()))[:_MOST]
    except OSError:
        return []


def _fits(name: str, begun: str) -> bool:
    if not name.casefold().startswith(begun.casefold()):
        return False
    return begun.startswith(".") or not name.startswith(".")


def _told(path: Path) -> Iterator[Part]:
    try:
        if path.is_dir():
            yield f"{path.name}/", "strong"
        else:
            yield path.name, "plain"
            yield f"  {_size(path.stat().st_size)}", "quiet"
    except OSError:
        yield path.name, "quiet"


def _size(count: int) -> str:
    for unit in ("B", "kB", "MB"):
        if count < 1000:
            return f"{count} {unit}"
        count //= 1000
    return f"{count} GB"
