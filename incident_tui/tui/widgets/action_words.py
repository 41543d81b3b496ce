"""The words around the tracker's list: the sum above it, the chosen item below it, and no items."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Final

from textual.content import Content

from incident_tui.domain.postmortem import incident_name
from incident_tui.domain.when import length
from incident_tui.services.action_items.following_up import Recent
from incident_tui.services.action_items.tracker import ActionRow, Asked, counted
from incident_tui.tui.text import line

_EMPTY: Final = Content("\n").join(
    (
        line("No action item is open.", "bold"),
        line(""),
        line("On an incident, /action adds a follow-up: what is to be done, who, until when."),
        line("Here those of all incidents are found again, the late ones first."),
        line(""),
        Content.assemble(
            ("f", "bold"), line(" and then "), ("all", "bold"), line(" shows the rest.")
        ),
    )
)


def summary_words(
    rows: Sequence[ActionRow],
    shown: Sequence[ActionRow],
    me: str,
    today: date,
    marked: int,
    asked: Asked,
) -> Content:
    """`Action items   12 open · 3 overdue · 2 due soon · 4 mine   5 shown`."""
    parts = []
    for what, count in counted(rows, me, today).items():
        style = "$text-error" if what == "overdue" and count else "" if count else "dim"
        parts.append(line(f"{count} {what}", style))
    told = [f"{len(shown)} shown"] if len(shown) != len(rows) else []
    told += [f"by {asked.sort}"] if asked.sort != "due" else []
    told += [f"{marked} marked"] if marked else []
    counts = Content.styled(" · ", "dim").join(parts)
    head = (line("Action items", "bold"), "   ", counts, "   ", line(" · ".join(told)))
    return Content.assemble(*head)


def chosen_words(row: ActionRow, recent: Recent | None, now: datetime) -> Content:
    """The whole text; under it, whose it is, what it answers and what was said of it last."""
    item = row.item
    head = line(f"{incident_name(row.incident_number)} {item.label} {item.text}", "bold")
    return Content("\n").join((head, line(" · ".join(_about(row, recent, now)), "dim")))


def empty_words(words: str) -> Content:
    """Why there is nothing, and what to type instead."""
    if not words.strip():
        return _EMPTY
    missing = line(f"No action item meets “{words}”.")
    return Content("\n").join((missing, line("Esc shows all that are open again.", "dim")))


def _about(row: ActionRow, recent: Recent | None, now: datetime) -> Iterator[str]:
    item = row.item
    yield f"{row.severity.name} {row.incident_title}"
    if row.service:
        yield row.service
    if item.reason:
        yield f"declined: {item.reason}"
    if item.factor:
        yield f"answers: {item.factor}"
    if item.success:
        yield f"worked when: {item.success}"
    if recent:
        yield f"{recent.text} by @{recent.author} {length(now - recent.at)} ago"
