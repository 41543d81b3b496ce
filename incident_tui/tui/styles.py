"""Stylesheets lie in the package when installed, beside it in a checkout; one file a screen."""

from pathlib import Path, PurePath


def stylesheets(*names: str) -> list[str | PurePath]:
    """The files of those names; a screen's own are read when it is first shown."""
    package = Path(__file__).resolve().parent.parent
    folder = next(f for f in (package / "styles", package.parent / "styles") if f.is_dir())
    return [folder / f"{name}.tcss" for name in names]
