"""Files are found by the path as it is typed: the list shows what could come next."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from incident_tui.tui.widgets.row_list import Part, RowList

_MOST: Final = 500


class PathList(RowList[Path]):
    """What lies at the typed path; folders first, and before them the whole of an export."""

    def __init__(self) -> None:
        super().__init__(lambda path: _told(path, whole=path == self.whole))
        self.can_focus = False
        self.whole: Path | None = None

    def look(self, typed: str) -> None:
        """Show what the typed path could go on with."""
        self.whole = Path(typed).expanduser() if _is_export(typed) else None
        self.show((*([self.whole] if self.whole else []), *_entries(typed)))
        self.move(-self.count)


def _is_export(typed: str) -> bool:
    """Whether it is the folder of an export, which is read whole."""
    path = Path(typed).expanduser()
    lists = ("users.json", "org_users.json", "channels.json")
    try:
        return typed.endswith("/") and any((path / name).exists() for name in lists)
    except OSError:
        return False


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


def _told(path: Path, *, whole: bool) -> Iterator[Part]:
    try:
        if whole:
            yield f"{path.name}/", "strong"
            yield "  all of this export", "quiet"
        elif path.is_dir():
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
