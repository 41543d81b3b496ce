"""An incident over time as an SVG: severity is the band, milestones stand above, events below."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Final

from incident_tui.domain.incident import Severity
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.timeline import TimelineRow, published
from incident_tui.exporters.xml import quoted

_WIDTH: Final = 720
_MARGIN: Final = 16
_CHARACTER: Final = 6.6
"""About the width of one at the size of a label."""
_ROW, _BAND, _DOTS, _AXIS = 18, 26, 22, 26
_MOST_TICKS: Final = 7
_STEPS: Final = [
    *(timedelta(minutes=n) for n in (1, 2, 5, 10, 15, 30)),
    *(timedelta(hours=n) for n in (1, 2, 3, 6, 12)),
    *(timedelta(days=n) for n in (1, 2, 7, 14, 28, 91, 364)),
]
_EPOCH: Final = datetime(2001, 1, 1, tzinfo=UTC)
"""A Monday, so that steps of weeks fall on Mondays."""


class _Scale:
    """Where a moment stands between the first and the last of them."""

    def __init__(self, start: datetime, end: datetime) -> None:
        self.start, self.end = start, end

    def x(self, at: datetime) -> float:
        share = (min(max(at, self.start), self.end) - self.start) / (self.end - self.start)
        return round(_MARGIN + share * (_WIDTH - 2 * _MARGIN), 1)

    def clock(self, at: datetime) -> str:
        return f"{at:%H:%M}" if self.start.date() == self.end.date() else f"{at:%m-%d %H:%M}"

    def ticks(self) -> Iterator[datetime]:
        """Round times, few enough to be read."""
        span = self.end - self.start
        step = next((s for s in _STEPS if span / s <= _MOST_TICKS), span / _MOST_TICKS)
        at = self.start + (_EPOCH - self.start) % step
        while at <= self.end:
            yield at
            at += step


def drawing(record: IncidentRecord) -> str:
    """The SVG; empty where there is no span of time to draw."""
    state, rows = record.state, published(record.rows)
    marks = sorted((at, str(milestone)) for milestone, at in state.milestones.items())
    moments = [at for at, _ in marks] + [row.occurred_at for row in rows]
    moments += [state.began_at] if state.began_at else []
    if not moments or min(moments) == max(moments):
        return ""
    scale = _Scale(min(moments), max(moments))
    labels, height = _labels(marks, scale)
    parts = [
        *labels,
        *_band(state.severities or ((scale.start, state.severity),), scale, height),
        *_dots(rows, scale, height + _BAND + _DOTS / 2),
        *_axis(scale, height + _BAND + _DOTS),
    ]
    whole = height + _BAND + _DOTS + _AXIS
    return (
        f'<svg viewBox="0 0 {_WIDTH} {whole}" role="img" aria-label="The incident over time">\n'
        f"{''.join(parts)}</svg>\n"
    )


def _labels(marks: Sequence[tuple[datetime, str]], scale: _Scale) -> tuple[list[str], int]:
    """The milestones, each in the lowest row where it covers no other; and the height of all."""
    placed: list[tuple[float, str, int]] = []
    ends: list[list[tuple[float, float]]] = []
    for at, name in marks:
        text, x = f"{name} {scale.clock(at)}", scale.x(at)
        half = len(text) * _CHARACTER / 2
        middle = min(max(x, half), _WIDTH - half)
        row = next((n for n, taken in enumerate(ends) if _free(taken, middle, half)), len(ends))
        ends += [[]] if row == len(ends) else []
        ends[row].append((middle - half, middle + half))
        placed.append((x, f'x="{middle:.1f}" y="{{y}}">{text}', row))
    height = len(ends) * _ROW + 6
    drawn = []
    for x, text, row in placed:
        y = height - 10 - row * _ROW
        drawn.append(f'<path class="stem" d="M{x} {y + 4}V{height + _BAND}"/>\n')
        drawn.append(f'<text class="mark" {text.format(y=y)}</text>\n')
    return drawn, height


def _free(taken: Iterable[tuple[float, float]], middle: float, half: float) -> bool:
    return all(middle + half < left - 4 or middle - half > right + 4 for left, right in taken)


def _band(
    severities: Sequence[tuple[datetime, Severity]], scale: _Scale, top: int
) -> Iterator[str]:
    """One box for as long as a severity held; the first one held from the beginning."""
    changes = [scale.start, *(at for at, _ in severities[1:]), scale.end]
    for (start, end), (_, severity) in zip(pairwise(changes), severities, strict=True):
        left, right = scale.x(start), scale.x(end)
        if right <= left:
            continue
        box = f'x="{left}" y="{top}" width="{right - left:.1f}" height="{_BAND}"'
        yield f'<rect class="sev{severity.value}" {box}/>\n'
        if right - left > len(severity.name) * _CHARACTER + 8:
            middle = f'x="{(left + right) / 2:.1f}" y="{top + 17}"'
            yield f'<text class="level" {middle}>{severity.name}</text>\n'


def _dots(rows: Iterable[TimelineRow], scale: _Scale, y: float) -> Iterator[str]:
    for row in rows:
        said = f"{scale.clock(row.occurred_at)} {quoted(row.text)}"
        yield f'<circle cx="{scale.x(row.occurred_at)}" cy="{y}" r="4"><title>{said}</title>'
        yield "</circle>\n"


def _axis(scale: _Scale, top: int) -> Iterator[str]:
    yield f'<path class="axis" d="M{_MARGIN} {top}H{_WIDTH - _MARGIN}"/>\n'
    for at in scale.ticks():
        x, text = scale.x(at), scale.clock(at)
        half = len(text) * _CHARACTER / 2
        middle = min(max(x, half), _WIDTH - half)
        yield f'<path class="axis" d="M{x} {top}v5"/>\n'
        yield f'<text class="tick" x="{middle:.1f}" y="{top + 18}">{text}</text>\n'
