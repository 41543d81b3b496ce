"""No control or bidi character of any text reaches the terminal, whichever widget drew it."""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from incident_tui.domain.text import inert


class OutputGuard(LineFilter):
    """The last filter of every drawn line; append one instance in `App.get_line_filters`."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """The same cells with nothing in them that could act."""
        return [segment if segment.control else _inert(segment) for segment in segments]


def _inert(segment: Segment) -> Segment:
    text, style = inert(segment.text), segment.style
    link = style.link if style else None
    if link and style and not link.isprintable():
        # A link is sent to the terminal too, inside an escape sequence it could break out of.
        return Segment(text, style.update_link(inert(link)))
    return segment if text is segment.text else Segment(text, style)
