"""How each type of argument is read, shown and completed: one row a type."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final, NewType

import msgspec

from incident_tui.commands import meanings
from incident_tui.commands.names import People as People  # noqa: PLC0414  for the deciders
from incident_tui.commands.names import Person as Person  # noqa: PLC0414  as above
from incident_tui.commands.names import people, person
from incident_tui.commands.outcome import Situation
from incident_tui.domain.actions import ActionItem
from incident_tui.domain.checklists import checklist, unticked
from incident_tui.domain.decisions import Decision
from incident_tui.domain.due import parse_due
from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.flavours import Flavour
from incident_tui.domain.incident import (
    ROLE_TITLES,
    ActionKind,
    Audience,
    Milestone,
    OtherIncident,
    Priority,
    Severity,
    Status,
)
from incident_tui.domain.postmortem import StepId
from incident_tui.domain.review_facts import Circle
from incident_tui.domain.tasks import Task
from incident_tui.domain.text import one_line, storable
from incident_tui.domain.when import SKEW, parse_when

Text = NewType("Text", str)
Word = NewType("Word", str)
Role = NewType("Role", str)
Url = NewType("Url", str)
Minutes = NewType("Minutes", int)
Place = NewType("Place", int)


class ArgType(msgspec.Struct, frozen=True):
    """`read` raises ValueError with what would work; `offer` lists what completion may suggest.

    `means` says of a choice what it stands for, here and now.
    A word with the `sigil` is this argument wherever it stands at an edge, or only first (`leads`);
    a `greedy` one takes the rest of the line, but for a last word of a later `shape`, or a first
    one of a `shape` that `leads`.
    """

    metavar: str
    read: Callable[[str, Situation], Any]
    offer: Callable[[Situation], Iterable[str]] = lambda _: ()
    sigil: str = ""
    leads: bool = False
    greedy: bool = False
    shape: str = ""
    means: Callable[[str, Situation], str] = lambda *_: ""


def _choice(kind: type[StrEnum], also: Mapping[str, Any]) -> Callable[[str, Situation], Any]:
    """Read a member by its name, by an unmistakable beginning of it, or by another word for it."""

    def read(raw: str, _: Situation) -> Any:
        said = raw.lower()
        for member in kind:
            if said == member.value:
                return member
        if said in also:
            return also[said]
        near = [m for m in kind if m.value.startswith(said)]
        if len(near) == 1:
            return near[0]
        raise ValueError(f"{raw!r} is not one of {', '.join(kind)}")

    return read


def _role(raw: str, _: Situation) -> Role:
    said = raw.lower().strip("@")
    titles = {title.lower().replace(" ", "-"): role for role, title in ROLE_TITLES.items()}
    said = titles.get(said, said)
    if not said or not all(c.isalnum() or c in "-_" for c in said):
        raise ValueError(f"{raw!r} is not a role; use {', '.join(ROLE_TITLES)} or one of your own")
    return Role(said)


def _roles(situation: Situation) -> list[str]:
    return sorted({*ROLE_TITLES, *situation.state.roles, *situation.practice.instructions})


def _url(raw: str, _: Situation) -> Url:
    from urllib.parse import urlsplit  # noqa: PLC0415  a line without a link pays nothing

    try:
        parts = urlsplit(raw)
    except ValueError:  # a bracket that is not of an IPv6 address
        parts = urlsplit("")
    if not {"http": parts.netloc, "https": parts.netloc, "mailto": parts.path}.get(parts.scheme):
        raise ValueError(f"{one_line(raw)!r} is not a link; start it with https://")
    return Url(storable(raw))


def _entry(raw: str, situation: Situation) -> TimelineEntry:
    number = raw.removeprefix("#")
    found = situation.entry(int(number)) if re.fullmatch(r"[0-9]{1,9}", number) else None
    if found is None:
        raise ValueError(f"there is no entry #{number}; its number is in its details")
    return found


def _action(raw: str, situation: Situation) -> ActionItem:
    number = raw.upper().removeprefix("A")
    actions = situation.state.actions
    found = [a for a in actions if str(a.number) == number]
    if not found:
        there = ", ".join(a.label for a in actions) or "none yet; add one with /action"
        raise ValueError(f"there is no action item {raw!r}; there are: {there}")
    return found[0]


def _decision(raw: str, situation: Situation) -> Decision:
    decisions = situation.state.decisions
    found = [d for d in decisions if str(d.number) == raw.upper().removeprefix("D")]
    if not found:
        there = ", ".join(d.label for d in decisions) or "none yet; /propose makes one"
        raise ValueError(f"there is no decision {raw!r}; there are: {there}")
    return found[0]


def _running(situation: Situation) -> list[str]:
    return [d.label for d in reversed(situation.state.decisions) if d.outcome is None]


def _moment(raw: str, situation: Situation) -> datetime:
    when = parse_when(raw, situation.now)
    if when > situation.now + SKEW:
        raise ValueError(f"{when:%Y-%m-%d %H:%M} is still to come; give a time that has passed")
    return when


def _task(raw: str, situation: Situation) -> Task:
    found = [t for t in situation.state.tasks if str(t.number) == raw.upper().removeprefix("T")]
    if not found:
        there = ", ".join(t.label for t in situation.state.tasks) or "none yet; add one with /task"
        raise ValueError(f"there is no task {raw!r}; there are: {there}")
    return found[0]


def _item(raw: str, situation: Situation) -> ActionItem | Task:
    return (_task if raw.upper().startswith("T") else _action)(raw, situation)


def _other(raw: str, situation: Situation) -> OtherIncident:
    found = re.fullmatch(r"(?:INC-)?([0-9]{1,9})", raw, re.IGNORECASE)
    if found is None:
        raise ValueError(f"{raw!r} is not an incident; write INC-17")
    if (other := situation.other(int(found[1]))) is None:
        raise ValueError(f"there is no other incident INC-{int(found[1])}; /incidents lists them")
    return other


def _minutes(raw: str, _: Situation) -> Minutes:
    found = re.fullmatch(_MINUTES, raw)
    minutes = (int(found[1] or 0) * 60 + int(found[2] or 0)) if found else 0
    if not 0 < minutes <= 24 * 60:
        raise ValueError(f"{raw!r} is not a time to wait; write 5m or 1h30m")
    return Minutes(minutes)


def _place(raw: str, _: Situation) -> Place:
    if not re.fullmatch(r"[1-9][0-9]?", raw):
        raise ValueError(f"{raw!r} is not a number of an item; write 3")
    return Place(int(raw))


def _text(raw: str, _: Situation) -> Text:
    return Text(storable(raw))


def _word(raw: str, _: Situation) -> Word:
    return Word(storable(raw))


_MINUTES: Final = r"(?:([0-9]{1,2})h)?(?:([0-9]{1,4})m)?"
_PRIORITIES: Final = {
    **dict.fromkeys(("p0", "p1", "urgent"), Priority.HIGH),
    "p2": Priority.MEDIUM,
    **dict.fromkeys(("p3", "p4"), Priority.LOW),
}
_KINDS: Final = {
    **dict.fromkeys(("mitigate", "mitigation"), ActionKind.MITIGATIVE),
    **dict.fromkeys(("prevent", "preventive", "prevention"), ActionKind.PREVENTATIVE),
}
_FLAVOURS: Final = {
    **dict.fromkeys(("customers", "customer"), Flavour.PUBLIC),
    **dict.fromkeys(("executives", "exec", "management"), Flavour.EXECUTIVE),
}

ARG_TYPES: Final[dict[Any, ArgType]] = {
    Severity: ArgType(
        "1-5", lambda raw, _: Severity.read(raw), lambda _: "12345", means=meanings.of_severity
    ),
    Status: ArgType("status", _choice(Status, {}), lambda _: Status),
    Milestone: ArgType(
        "milestone", _choice(Milestone, {}), lambda _: Milestone, means=meanings.of_milestone
    ),
    Priority: ArgType("priority", _choice(Priority, _PRIORITIES), lambda _: Priority),
    ActionKind: ArgType("kind", _choice(ActionKind, _KINDS), lambda _: ActionKind),
    Person: ArgType("@who", lambda raw, _: person(raw), lambda s: s.state.people, sigil="@"),
    People: ArgType(
        "@who…",
        lambda raw, _: people(raw),
        lambda s: ["off", *map("@{}".format, s.state.people)],
        greedy=True,
    ),
    Role: ArgType("role", _role, _roles, means=meanings.of_role),
    Url: ArgType("URL", _url),
    TimelineEntry: ArgType("#entry", _entry, sigil="#", leads=True),
    Task: ArgType("T1", _task, lambda s: [t.label for t in s.state.open_tasks]),
    ActionItem | Task: ArgType(
        "A1|T1",
        _item,
        lambda s: [t.label for t in s.state.open_tasks] + [a.label for a in s.state.open_actions],
    ),
    Flavour: ArgType("audience", _choice(Flavour, _FLAVOURS), lambda _: Flavour),
    Circle: ArgType("circle", _choice(Circle, {}), lambda _: Circle),
    StepId: ArgType("step", _choice(StepId, {}), lambda _: StepId),
    Audience: ArgType("audience", _choice(Audience, {}), lambda _: Audience),
    Minutes: ArgType("minutes", _minutes, lambda _: ("5m", "10m", "30m"), shape=_MINUTES),
    Decision: ArgType("D1", _decision, _running, leads=True, shape="[Dd][0-9]{1,4}"),
    Place: ArgType(
        "N", _place, lambda s: [str(i.number) for i in unticked(checklist(s.state, s.practice))]
    ),
    ActionItem: ArgType("A1", _action, lambda s: [a.label for a in s.state.open_actions]),
    date: ArgType(
        "date",
        lambda raw, s: parse_due(raw, s.now.date()),
        lambda _: ("today", "tomorrow", "fri", "1w", "2w", "eom"),
    ),
    datetime: ArgType("time", _moment),
    OtherIncident: ArgType("INC-1", _other),
    Word: ArgType("word", _word),
    Text: ArgType("text…", _text, greedy=True),
}
"""What a decider's annotation may be, and what grammar and front ends need to know of it."""
