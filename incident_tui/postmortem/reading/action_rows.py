"""A table of action items is read by its heads, and every item takes what its group says."""

import re
from datetime import date
from typing import Final

import msgspec
from msgspec.structs import replace

from incident_tui.domain.incident import ActionKind
from incident_tui.postmortem.reading.context import Context
from incident_tui.postmortem.reading.follow_ups import (
    FollowUp,
    done_of,
    due_of,
    follow_up,
    kind_of,
    ticket_of,
)
from incident_tui.postmortem.reading.inline import plain
from incident_tui.postmortem.reading.lines import Line


class Group(msgspec.Struct, frozen=True):
    """What the heading or label above says of every item below it."""

    owner: str = ""
    kind: ActionKind | None = None
    done: bool | None = None
    due: date | None = None


_HEADS: Final = {
    "text": r"action|item|task|description|what|to[ -]?do|summary|title|follow|measure"
    r"|improvement|remediation|solution|initiative|deliverable|mitigation|prevention|activity|fix|change|step|proposal|recommend|tarea|tarefa|acci|a[çc][ãa]o"
    r"|t[âa]che|aufgabe|ma(?:ß|ss)nahme|aksjon|tiltak|oppgave|opgave|uppgift|åtgärd|taak",
    "owner": r"owner|assign|who|responsib|responsab|respons[áa]vel|dri\b|lead|person|by whom|team"
    r"|verantwortlich|zust[äa]ndig|due[ñn]o|eier|ejer|ansvarlig|ansvarig|eigenaar|[äa]gare",
    "due": r"due|deadline|when|target|date|eta|by when|timeline|fecha|plazo|prazo|[ée]ch[ée]ance"
    r"|frist|f[äa]llig",
    "done": r"status|state|done|progress|complete|estado|statut|stand\b",
    "kind": r"type|kind|category|class",
    "ticket": r"bug|ticket|issue|jira|link|track|pr\b|url|refer[ea]n[csz]",
}
_KNOWN_HEADS: Final = {
    name: re.compile(rf"\b(?:{words})", re.IGNORECASE) for name, words in _HEADS.items()
}
_HEAD_WORDS: Final = 3
_SAYING: Final = tuple(_KNOWN_HEADS[name] for name in ("text", "owner", "due", "ticket"))
"""Heads of action items; a table that only has a status beside its names lists something else."""
_STATE: Final = re.compile(
    r"\W*(?:(?P<done>done|completed?|finished|closed|merged|shipped|deployed|resolved|fixed)"
    r"|to ?do|open|in progress|not (?:yet )?started|not done|pending|wip|ongoing)\W*",
    re.IGNORECASE,
)
NOTHING: Final = re.compile(
    r"\W*(?:none|n/?a|nothing|tbd|todo|tbc|see above|no action items?(?: yet)?|not written yet"
    r"|\{\{\s*\w*\s*\}\}|link to (?:github )?issue|summary|\W)*\W*",
    re.IGNORECASE,
)


_CERTAIN: Final = re.compile(
    r"\W*(?:(?:remediation|corrective|preventi?ve|follow[- ]?up) )?"
    r"(?:action|to[- ]?do|follow[- ]?up)(?:[- ]?items?|s)?\W*",
    re.IGNORECASE,
)


_TIMED: Final = re.compile(
    r"\b(?:time(?:stamp)?|hour|clock|utc|gmt)\b|^\W*(?:date|day|when|at)\W*$", re.IGNORECASE
)


def of_actions(heads: tuple[str, ...]) -> bool:
    """Whether a table is one of action items, wherever it stands; what has times is a log."""
    others = ("owner", "due", "done", "ticket")
    return (
        any(_CERTAIN.fullmatch(head) for head in heads)
        and any(_KNOWN_HEADS[name].search(head) for name in others for head in heads)
        and not any(_TIMED.search(head) for head in heads)
    )


def are_heads(cells: tuple[str, ...]) -> bool:
    """Whether the first row of a table that marks none names its columns."""
    named = [name for name, words in _KNOWN_HEADS.items() if any(map(words.match, cells))]
    short = all(len(cell.split()) <= _HEAD_WORDS for cell in cells)
    known = all(any(words.search(cell) for words in _KNOWN_HEADS.values()) for cell in cells)
    return short and known and "text" in named and len(named) > 1


def row_item(line: Line, heads: tuple[str, ...], group: Group, about: Context) -> FollowUp | None:
    """The item in a row; None where it holds none."""
    if heads and not any(known.search(head) for head in heads for known in _SAYING):
        return None  # a table of something else
    columns = _columns(heads, len(line.cells))
    cells = {name: line.cells[at] for name, at in columns.items() if at < len(line.cells)}
    text = cells.get("text", "")
    if not plain(text) or NOTHING.fullmatch(plain(text)[:200]):
        return None
    found = follow_up(line.number, text, about.near, day_first=about.day_first)
    owner = plain(cells.get("owner", "")).strip("-–— ").removeprefix("@")
    owner = "" if owner.lower() in {"tbd", "none", "n/a", "?", "unassigned"} else owner
    ticket = ticket_of(cells.get("ticket", "")) or found.ticket
    due = due_of(plain(cells.get("due", "")), about.near, day_first=about.day_first)
    status = cells.get("done", "")
    done = done_of(status) if status else None
    if done is None and "ticket" in cells:
        done = _told_beside(plain(cells["ticket"]))
    if done is None and heads:
        done = _noted([cell for cell in line.cells if cell != text])
    return with_group(
        replace(
            found,
            owner=owner or found.owner,
            due=due or found.due,
            done=done if done is not None else found.done,
            kind=kind_of(plain(cells.get("kind", ""))) or found.kind,
            ticket=ticket,
        ),
        group,
    )


def _told_beside(reference: str) -> bool | None:
    """What stands in the column of the reference where one was to be: `Done`, `**TODO** later`."""
    if reference.isalpha() and done_of(reference):
        return True
    closed = re.search(r"\b(DONE|TODO)\b", reference)
    return closed[1] == "DONE" if closed else None


def _noted(cells: list[str]) -> bool | None:
    """What a cell says that is nothing but a state, as notes do."""
    found = (_STATE.fullmatch(plain(cell)) for cell in cells)
    state = next((each for each in found if each), None)
    return bool(state["done"]) if state else None


def _columns(heads: tuple[str, ...], width: int) -> dict[str, int]:
    """Which column holds what; without heads the widest guess: text first, then the owner."""
    if not heads:
        return {"text": 0, "owner": 1} if width > 1 else {"text": 0}
    found: dict[str, int] = {}
    for at, head in enumerate(heads):
        for name, known in _KNOWN_HEADS.items():
            if name not in found and known.search(head):
                found[name] = at
                break
    tracked = [at for at, head in enumerate(heads) if _KNOWN_HEADS["ticket"].search(head)]
    if "text" not in found and len(tracked) > 1:  # an issue in words beside its ticket
        found["text"], found["ticket"] = tracked[0], tracked[1]
    if "text" not in found:
        taken = set(found.values())
        numbered = re.compile(r"\W*(?:#|no\.?|id|priority|prio)?\W*", re.IGNORECASE)
        free = [
            at
            for at in range(width)
            if at not in taken and not (at < len(heads) and numbered.fullmatch(heads[at]))
        ]
        found["text"] = free[0] if free else 0
    return found


def with_group(item: FollowUp, group: Group) -> FollowUp:
    """The item with what the heading above says of all below it."""
    return replace(
        item,
        owner=item.owner or group.owner,
        kind=item.kind or group.kind,
        done=group.done if item.done is None else item.done,
        due=item.due or group.due,
    )
