"""A layout runs in a sandbox and sees text only, which is escaped wherever it is put.

Text is a `Typed` string that says how it is written in Markdown; what a layout makes of it by its
filters is escaped at the end, and what the writer made (the body of a section) is left as it is.
"""

from collections.abc import Mapping
from types import TracebackType
from typing import Any, Final

from jinja2 import StrictUndefined, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from incident_tui.domain.incident import role_title
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.text import one_line
from incident_tui.domain.timeline import published
from incident_tui.exporters import escape
from incident_tui.exporters.composition import HEADINGS, document, every_section
from incident_tui.exporters.document import Section
from incident_tui.exporters.markdown_writer import body
from incident_tui.postmortem.steps import STEPS

_FILE: Final = "<template>"
_HTML: Final = ("safe", "escape", "e", "forceescape", "tojson", "urlize", "xmlattr", "striptags")
"""Filters that write HTML, or let text pass for what it is not."""


_OF_AN_ACTION: Final = (
    *("label", "text", "owner", "due", "priority", "kind"),
    *("status", "factor", "success", "reason"),
)


class Typed(str):
    """Text that somebody typed."""

    __slots__ = ()

    def __html__(self) -> str:
        """As it is written anywhere in Markdown, within the cell of a table too."""
        return _written(self)


def write(record: IncidentRecord, text: str) -> str:
    """The document; ValueError says which line is wrong and what would work."""
    known = _known(record)
    environment = _environment()
    try:
        return environment.from_string(text).render(known).rstrip("\n") + "\n"
    except TemplateSyntaxError as error:
        raise ValueError(f"line {error.lineno}: {error.message}") from error
    except Exception as error:
        names = ", ".join(sorted(known))
        said = f"{one_line(str(error))} ({type(error).__name__})"
        line = _line(error.__traceback__)
        raise ValueError(f"line {line}: {said}; the names are {names}") from error


def _environment() -> ImmutableSandboxedEnvironment:
    found = ImmutableSandboxedEnvironment(
        autoescape=True,
        finalize=_finalized,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    for name in _HTML:
        del found.filters[name]
    found.filters |= {"prose": _prose, "link": _link}
    return found


def _finalized(value: object) -> object:
    """Whatever is put into the document; nothing is written for None."""
    if isinstance(value, StrictUndefined | Markup):
        return value
    return Markup(_written("" if value is None else str(value)))  # noqa: S704  it is escaped


def _written(text: str) -> str:
    return escape.line(text).replace("|", "\\|")


def _prose(text: object) -> Markup:
    """Text of several lines: blank lines part paragraphs."""
    return Markup(escape.prose(str(text)))  # noqa: S704  it is escaped


def _link(url: object, text: object = "") -> Markup:
    return Markup(escape.link(str(url), str(text)))  # noqa: S704  it is escaped


def _line(trace: TracebackType | None) -> int:
    """The last line of the layout that ran."""
    line = 1
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == _FILE:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _known(record: IncidentRecord) -> dict[str, Any]:
    """What a layout may name: strings, and lists and mappings of them."""
    told, state = document(record), record.state
    fields = [field.id for step in STEPS for field in step.fields]
    return {
        "title": Typed(told.title),
        "number": record.number,
        "name": Typed(record.name),
        "severity": Typed(state.severity.name),
        "status": Typed(record.status),
        "head": [_texts(label=d.label, text=d.text) for d in told.details],
        "sections": [{"heading": Typed(s.heading), "body": _body(s)} for s in told.sections],
        "section": _Sections(record),
        "answers": {name: Typed(record.postmortem.answer(name)) for name in fields},
        "lists": {name: [Typed(t) for t in record.postmortem.lines(name)] for name in fields},
        "timeline": [
            _texts(
                date=f"{row.occurred_at:%Y-%m-%d}", time=f"{row.occurred_at:%H:%M}", text=row.text
            )
            for row in published(record.rows)
        ],
        "actions": [
            _texts(**{name: getattr(item, name) for name in _OF_AN_ACTION})
            for item in state.actions
        ],
        "roles": [
            _texts(role=role_title(role), person=held.person) for role, held in state.roles.items()
        ],
        "people": [Typed(person) for person in sorted(state.people)],
    }


def _texts(**values: object) -> Mapping[str, Typed]:
    return {name: Typed("" if value is None else value) for name, value in values.items()}


def _body(section: Section) -> Markup:
    return Markup(body(section).rstrip("\n"))  # noqa: S704  the writer has escaped it


class _Sections:
    """`section("Impact")`: what stands under that heading, or nothing; a wrong name is refused."""

    def __init__(self, record: IncidentRecord) -> None:
        self._known = every_section(record)

    def __call__(self, heading: str) -> Markup:
        if heading not in HEADINGS:
            raise ValueError(f"there is no section {heading!r}; use one of {', '.join(HEADINGS)}")
        found = self._known.get(heading)
        return _body(found) if found else Markup()
