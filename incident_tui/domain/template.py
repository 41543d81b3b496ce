"""A template says what a post-mortem must answer, and in which order its document tells it."""

from collections.abc import Mapping
from typing import Final

import msgspec

from incident_tui.domain.incident import Severity


class Layout(msgspec.Struct, frozen=True):
    """The text of a company's own layout; `wrong` says why there is none at that path."""

    path: str
    text: str = ""
    wrong: str = ""


class Template(msgspec.Struct, frozen=True):
    """`required` are ids of fields (None: as the steps declare them).

    `sections` are headings in order; the others follow, or, where these are the `only` ones, just
    those in which somebody wrote. `headings` gives a section another name, and `layout` tells the
    whole document in its own way.
    """

    required: tuple[str, ...] | None = None
    sections: tuple[str, ...] = ()
    only: bool = False
    headings: Mapping[str, str] = {}
    layout: Layout | None = None


DEFAULT: Final = Template()
TEMPLATES: Final[Mapping[str, Template]] = {
    "default": DEFAULT,
    "short": Template(
        required=("owner", "timeline", "summary", "users", "factors", "actions"),
        sections=(
            *("Summary", "Impact", "Timeline (UTC)", "Trigger"),
            *("Contributing factors", "Action items", "How we will know it worked", "Links"),
        ),
        only=True,
    ),
    "sre-book": Template(
        sections=(
            *("Authors", "Summary", "Impact", "Contributing factors", "Trigger", "Resolution"),
            *("Detection", "What was tried", "Action items", "How we will know it worked"),
            *("What went well", "What went poorly", "Where we got lucky", "Timeline (UTC)"),
            "Links",
        ),
        headings={
            "Contributing factors": "Root causes",
            "What went poorly": "What went wrong",
            "Links": "Supporting information",
        },
    ),
}
"""`short` suits what was minor; `sre-book` has the order and words of the SRE book's example."""
USUAL: Final[Mapping[Severity, Template]] = {
    level: DEFAULT if level <= Severity.SEV2 else TEMPLATES["short"] for level in Severity
}
"""The template of each severity where nothing else is configured."""
