"""An incident over time as an SVG: severity is the band, milestones stand above, events below."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Final

import msgspec

from incident_tui.domain.incident import Severity
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.timeline import TimelineRow, published
from incident_tui.exporters.xml import quoted

_WIDTH: Final = 720
_MARGIN: Final = 16
_CHARACTER: Final = 7.2
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
    labels = _labels(marks, scale)
    height = 6 + _ROW * (1 + max((label.row for label in labels), default=-1))
    parts = [
        *_band(state.severities or ((scale.start, state.severity),), scale, height),
        *_milestones(labels, height),
        *_dots(rows, scale, height + _BAND + _DOTS / 2),
        *_axis(scale, height + _BAND + _DOTS),
    ]
    whole = height + _BAND + _DOTS + _AXIS
    return (
        f'<svg viewBox="0 0 {_WIDTH} {whole}" role="img" aria-label="The incident over time">\n'
        f"{''.join(parts)}</svg>\n"
    )


class _Label(msgspec.Struct, frozen=True):
    """A text around `middle`, in a row counted from the band up, that names the moment at `x`."""

    x: float
    middle: float
    half: float
    text: str
    row: int

    def covers(self, middle: float, half: float) -> bool:
        """Whether a text there would touch it."""
        return abs(self.middle - middle) < self.half + half + 4


def _labels(marks: Iterable[tuple[datetime, str]], scale: _Scale) -> list[_Label]:
    """Each milestone in the lowest row where it covers no other."""
    made: list[_Label] = []
    for at, name in marks:
        text = f"{name} {scale.clock(at)}"
        middle, half = _centred(scale.x(at), text)
        taken = {label.row for label in made if label.covers(middle, half)}
        row = next(n for n in range(len(made) + 1) if n not in taken)
        made.append(_Label(scale.x(at), middle, half, text, row))
    return made


def _centred(x: float, text: str) -> tuple[float, float]:
    """Where the middle of a text for `x` must be so that all of it is seen; and half its width."""
    half = len(text) * _CHARACTER / 2
    return min(max(x, half), _WIDTH - half), half


def _milestones(labels: Sequence[_Label], height: int) -> Iterator[str]:
    """The stems first, so that no stem is drawn over a text."""
    for label in labels:
        top = height - 6 - label.row * _ROW
        yield f'<path class="stem" d="M{label.x} {top}V{height}"/>\n'
    for label in labels:
        place = f'x="{label.middle:.1f}" y="{height - 10 - label.row * _ROW}"'
        yield f'<text class="mark" {place}>{label.text}</text>\n'


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
        middle, _ = _centred(x, text)
        yield f'<path class="axis" d="M{x} {top}v5"/>\n'
        yield f'<text class="tick" x="{middle:.1f}" y="{top + 18}">{text}</text>\n'
