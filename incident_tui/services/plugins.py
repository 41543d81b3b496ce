"""Plug-ins are found by entry point and loaded singly; a broken one is named, never fatal."""

from importlib.metadata import EntryPoint, entry_points
from typing import Any

from incident_tui.domain.errors import NotFoundError


def names(kind: str) -> list[str]:
    """What is installed, without importing any of it."""
    return sorted(point.name for point in _points(kind))


def load(kind: str, name: str) -> Any:
    """Exactly one; NotFoundError says what there is instead, or what is wrong with it."""
    found = [point for point in _points(kind) if point.name == name]
    if not found:
        there = ", ".join(names(kind)) or "none"
        raise NotFoundError(f"there is no {kind[:-1]} {name!r}; there are: {there}")
    try:
        return found[0].load()
    except Exception as error:
        raise NotFoundError(
            f"the {kind[:-1]} {name!r} cannot be loaded ({type(error).__name__}: {error})"
        ) from error


def _points(kind: str) -> list[EntryPoint]:
    return list(entry_points(group=f"incident_tui.{kind}"))
