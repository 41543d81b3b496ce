"""Text that came from a person is shown as it is; nothing of it is ever read as markup."""

from textual.content import Content

from incident_tui.domain.text import one_line, visible


def plain(text: str, style: str = "") -> Content:
    """The text, literally; line breaks are kept."""
    return Content.styled(visible(text), style) if style else Content(visible(text))


def line(text: str, style: str = "") -> Content:
    """The text on one line, literally."""
    return Content.styled(one_line(text), style) if style else Content(one_line(text))
