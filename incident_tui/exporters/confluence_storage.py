"""The post-mortem in the storage format of Confluence: well-formed, with known macros only.

Every text is escaped, a text in a code block cannot end it, and the ids of tasks are unique.
"""

from collections.abc import Iterable
from datetime import date
from typing import Final, assert_never

from incident_tui.domain.actions import ActionItem, ActionStatus
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.state import Link
from incident_tui.exporters.cells import action_status, action_text, log_line, tabled
from incident_tui.exporters.composition import document
from incident_tui.exporters.document import (
    Absent,
    Actions,
    Block,
    Decisions,
    Detail,
    Details,
    Event,
    Events,
    Items,
    Links,
    Nested,
    Prose,
    Tries,
)
from incident_tui.exporters.format import Exporter, ExportKind
from incident_tui.exporters.nesting import nested
from incident_tui.exporters.xml import anchor, clean, paragraphs, quoted, rows


def render(record: IncidentRecord) -> str:
    """The body of a page; its title is the page's own."""
    page = document(record)
    sections = [f"<h2>{s.heading}</h2>\n{_block(s.block)}" for s in page.sections]
    return "".join([_head(page.title, page.details), *sections, _log(record)])


def _head(title: str, details: Iterable[Detail]) -> str:
    """A table of page properties, which a report over many pages can collect."""
    cells = [("Incident", quoted(title)), *((quoted(d.label), _text(d)) for d in details)]
    table = "".join([f"<tr><th>{label}</th><td>{text}</td></tr>\n" for label, text in cells])
    return macro("details", rich=f"<table><tbody>\n{table}</tbody></table>") + "\n"


def macro(name: str, *, plain: str | None = None, rich: str = "", **parameters: str) -> str:
    """A macro with its parameters, around text kept as it is (`plain`) or around markup."""
    given = "".join(
        f'<ac:parameter ac:name="{key}">{quoted(value)}</ac:parameter>'
        for key, value in parameters.items()
    )
    body = ""
    if plain is not None:
        body = f"<ac:plain-text-body>{cdata(plain)}</ac:plain-text-body>"
    elif rich:
        body = f"<ac:rich-text-body>{rich}</ac:rich-text-body>"
    return f'<ac:structured-macro ac:name="{name}">{given}{body}</ac:structured-macro>'


def cdata(text: str) -> str:
    """A CDATA section that no text in it can end."""
    return f"<![CDATA[{clean(text).replace(']]>', ']]]]><![CDATA[>')}]]>"


def _block(block: Block) -> str:
    match block:
        case Absent(sentence):
            return macro("note", rich=f"<p>{sentence}</p>") + "\n"
        case Prose(text):
            told = "".join([f"<p>{part}</p>" for part in paragraphs(text)])
            return macro("info", rich=told) + "\n"
        case Details(details):
            return _list(f"<strong>{quoted(d.label)}:</strong> {_text(d)}" for d in details)
        case Items(texts, numbered):
            return _list(map(quoted, texts), "ol" if numbered else "ul")
        case Nested(items):
            return nested((level, quoted(text)) for level, text in items)
        case Events() | Tries() | Decisions():
            return _table(block)
        case Actions(items):
            return _actions(items)
        case Links(links):
            return _list(anchor(page.url, page.text) for page in links)
        case _:
            assert_never(block)


def _text(detail: Detail) -> str:
    if detail.absent:
        return f"<em>{detail.text}</em>"
    if detail.tone:
        return macro("status", colour=detail.tone.capitalize(), title=detail.text)
    return quoted(detail.text)


def _list(items: Iterable[str], tag: str = "ul") -> str:
    lines = "".join([f"<li>{item}</li>\n" for item in items])
    return f"<{tag}>\n{lines}</{tag}>\n"


def _table(block: Events | Tries | Decisions) -> str:
    heads, cells = _events(block.events) if isinstance(block, Events) else _cells(block)
    return f"<table><tbody>\n{rows([heads], 'th')}{rows(cells)}</tbody></table>\n"


def _events(events: Iterable[Event]) -> tuple[tuple[str, ...], Iterable[Iterable[str]]]:
    told = ((f"{e.at:%Y-%m-%d %H:%M}", quoted(e.text) + _evidence(e.evidence)) for e in events)
    return ("Time (UTC)", "Event"), told


def _cells(block: Tries | Decisions) -> tuple[tuple[str, ...], Iterable[Iterable[str]]]:
    heads, texts = tabled(block)
    return heads, (map(quoted, row) for row in texts)


def _evidence(links: Iterable[Link]) -> str:
    proofs = ", ".join(anchor(proof.url, proof.text) for proof in links)
    return f" ({proofs})" if proofs else ""


def _actions(items: Iterable[ActionItem]) -> str:
    """Tasks for what is open or done; what was declined is no task, and says why."""
    tasks = [item for item in items if item.status is not ActionStatus.DECLINED]
    declined = [item for item in items if item.status is ActionStatus.DECLINED]
    made = "".join([_task(item) for item in tasks])
    listed = f"<ac:task-list>\n{made}</ac:task-list>\n" if made else ""
    told = (f"{quoted(action_text(i))} — {quoted(action_status(i))}" for i in declined)
    return listed + (_list(told) if declined else "")


def _task(item: ActionItem) -> str:
    status = "complete" if item.status is ActionStatus.DONE else "incomplete"
    parts = [quoted(action_text(item)), quoted(item.owner), item.priority or "", _due(item.due)]
    body = " · ".join(part for part in parts if part)
    return (
        f"<ac:task><ac:task-id>{item.number}</ac:task-id><ac:task-status>{status}</ac:task-status>"
        f"<ac:task-body>{body}</ac:task-body></ac:task>\n"
    )


def _due(due: date | None) -> str:
    return f'<time datetime="{due}"/>' if due else ""


def _log(record: IncidentRecord) -> str:
    """The whole log, folded away; as text, since a table of thousands of rows is slow to edit."""
    lines = "\n".join(log_line(row) for row in record.rows)
    if not lines:
        return ""
    title = f"Full log ({len(record.rows)} entries)"
    return macro("expand", rich=macro("code", plain=lines, language="text"), title=title) + "\n"


EXPORTER: Final = Exporter(
    "confluence-storage",
    "Post-mortem for Confluence (storage format)",
    "xml",
    ExportKind.DOCUMENT,
    render,
)
