"""An entry looks the same in every list of the post-mortem."""

from collections.abc import Iterator

from incident_tui.domain.text import one_line
from incident_tui.domain.timeline import TimelineRow
from incident_tui.tui.widgets.kinds import sign
from incident_tui.tui.widgets.row_list import Part


def entry_parts(row: TimelineRow) -> Iterator[Part]:
    """Star, time, kind and text; what is not published is quiet, what is hidden struck through."""
    merged, hidden = bool(row.overlay.merged_into), row.overlay.hidden
    yield "└ " if merged else "★ " if row.starred else "  ", "quiet" if merged else "star"
    yield f"{row.occurred_at:%H:%M} ", "quiet"
    yield f" {sign(row.entry.fact).glyph} ", "quiet"
    yield f"{one_line(row.word):<10.10} ", "quiet"
    shown = "plain" if row.starred or merged else "quiet"
    yield one_line(row.told), "struck" if hidden else shown
