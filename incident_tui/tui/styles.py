"""Stylesheets lie in the package when installed, and beside it in a checkout."""

from pathlib import Path, PurePath


def stylesheets() -> list[str | PurePath]:
    """Every stylesheet, the base first."""
    package = Path(__file__).resolve().parent.parent
    folder = next(f for f in (package / "styles", package.parent / "styles") if f.is_dir())
    found = sorted(folder.glob("*.tcss"), key=lambda path: (path.stem != "base", path.stem))
    return list(found)
