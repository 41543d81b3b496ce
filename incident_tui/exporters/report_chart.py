"""A chart is drawn in the colours of its page, and whoever cannot see it is told the same."""

from collections.abc import Iterator
from typing import Final

from incident_tui.exporters.report import Bar, Chart
from incident_tui.exporters.xml import quoted

_WIDTH: Final = 460
_TOP: Final = 26
_GROUND: Final = 150
_HEIGHT: Final = 176
_LEAST: Final = 1.5
"""A bar of nought is still a line, so that it differs from a month without data."""


def drawn(chart: Chart) -> str:
    """The chart as an SVG element."""
    highest = max([bar.height for bar in chart.bars] + [chart.line or 0]) or 1
    step = _WIDTH / max(1, len(chart.bars))
    parts = [f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{quoted(chart.alt)}">']
    for at, bar in enumerate(chart.bars):
        parts += _bar(bar, (at + 0.5) * step, min(34.0, step * 0.62), highest)
    parts.append(f'<line class="axis" x1="0" y1="{_GROUND}" x2="{_WIDTH}" y2="{_GROUND}"/>')
    if chart.line is not None:
        high = _GROUND - chart.line / highest * (_GROUND - _TOP)
        ends = f'x1="0" y1="{high:.1f}" x2="{_WIDTH}" y2="{high:.1f}"'
        parts.append(f'<line class="target" {ends}/>')
    return "\n".join([*parts, "</svg>\n"])


def swatch(tone: str) -> str:
    """A small square in the colour of a tone, for a legend; a target is a line."""
    if tone == "target":
        line = '<line class="target" x1="0" y1="5" x2="10" y2="5"/>'
        return f'<svg viewBox="0 0 10 10" aria-hidden="true">{line}</svg>'
    square = f'<rect class="{tone}" width="10" height="10"/>'
    return f'<svg viewBox="0 0 10 10" aria-hidden="true">{square}</svg>'


def _bar(bar: Bar, middle: float, width: float, highest: float) -> Iterator[str]:
    top = float(_GROUND)
    faint = " faint" if bar.faint else ""
    for tone, value in bar.parts:
        tall = max(value / highest * (_GROUND - _TOP), _LEAST if len(bar.parts) == 1 else 0)
        top -= tall
        yield (
            f'<rect class="{tone}{faint}" x="{middle - width / 2:.1f}" y="{top:.1f}" '
            f'width="{width:.1f}" height="{tall:.1f}"/>'
        )
    tone = "" if bar.parts else ' class="none"'
    yield f'<text{tone} x="{middle:.1f}" y="{top - 5:.1f}">{quoted(bar.said)}</text>'
    yield f'<text class="tick" x="{middle:.1f}" y="{_GROUND + 17}">{quoted(bar.label)}</text>'
