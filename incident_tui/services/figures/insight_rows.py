"""A view of figures is rows, the incidents behind each, and a chart that is told in words too."""

from collections.abc import Callable, Mapping, Sequence

import msgspec

from incident_tui.domain.metrics.figures import Numbers
from incident_tui.domain.metrics.insights import Figures

Value = Callable[[Figures], float | None]
Said = Callable[[float | None], str]


class Bars(msgspec.Struct, frozen=True):
    """A chart: labels, values (None: no data) and how each is said; `alt` says it in words."""

    title: str
    labels: tuple[str, ...]
    values: tuple[float | None, ...]
    said: tuple[str, ...]
    alt: str
    target: float | None = None
    target_said: str = ""
    chosen: int | None = None


class Row(msgspec.Struct, frozen=True):
    """A line: its label, its cells, and the incidents behind it; `told` names these."""

    label: str
    cells: tuple[str, ...]
    numbers: Numbers
    told: str


class View(msgspec.Struct, frozen=True):
    """Rows under headings; `chart` draws what belongs to a row and a measure."""

    name: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    chart: Callable[[int, int], Bars]
    measured: bool = False


def count(value: float | None) -> str:
    """`1,234`."""
    return f"{value or 0:,.0f}"


def bars_of(
    title: str,
    found: Mapping[str, float | None],
    said: Said,
    target: float | None = None,
    chosen: int | None = None,
) -> Bars:
    """A chart of what was found; `said` writes a value."""
    values = tuple(found.values())
    words = f"target {said(target)}" if target is not None else ""
    return Bars(
        title,
        tuple(found),
        values,
        tuple(map(said, values)),
        _alt(title, found, said, words),
        target,
        "" if target is None else said(target),
        chosen,
    )


def _alt(title: str, found: Mapping[str, float | None], said: Said, target: str) -> str:
    """The first and the last value, the lowest and the highest, and the target."""
    known = {name: value for name, value in found.items() if value is not None}
    if not known:
        return f"{title}. No data."
    names: Sequence[str] = list(known)
    told = [f"{name}: {said(known[name])}" for name in dict.fromkeys((names[0], names[-1]))]
    parts = [", ".join(told)]
    if len(known) > 2:
        low, high = min(known, key=known.__getitem__), max(known, key=known.__getitem__)
        parts.append(f"lowest {said(known[low])} ({low}), highest {said(known[high])} ({high})")
    return f"{title}. {'; '.join([*parts, *([target] if target else [])])}."
