"""What can be said of an incident in a few words; a value of which nothing is known is empty."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Final

from msgspec.structs import replace

from incident_tui.domain.clocks import clocks
from incident_tui.domain.decisions import Decision
from incident_tui.domain.incident import Audience, Milestone, Status, role_title
from incident_tui.domain.practice import Practice
from incident_tui.domain.state import IncidentState, Update
from incident_tui.domain.tasks import Task
from incident_tui.domain.text import one_line
from incident_tui.domain.vacancies import vacancies
from incident_tui.domain.when import length

_MOST: Final = 4
"""Items of a list that are named; the others are counted."""
_PUBLIC_MEASURES: Final = {"users": "users", "error_rate": "errors", "regions": "regions"}
"""What customers may be told of the impact, in their words; revenue is nobody else's business."""
_MINUTE: Final = timedelta(minutes=1)


def values(
    state: IncidentState, now: datetime, audience: Audience, practice: Practice
) -> dict[str, str]:
    """Every value by its name, each on one line but for `doing` and `needs`.

    `next` is when that audience hears more; `due` is that of every audience.
    """
    decision = state.decided[-1] if state.decided else None
    due = {who: due_after(state, who, now, practice) for who in Audience}
    tasks, needs = list(map(_doing(now), state.open_tasks)), list(_needs(state, now, practice))
    doing = [_executing(decision, now) for decision in state.running if decision.executing] + tasks
    known = {
        "severity": state.severity.name,
        "status": str(state.status),
        "title": one_line(state.title),
        "elapsed": length(state.duration(now)) if state.began_at else "",
        "service": one_line(state.service),
        "customers": one_line(state.service) or "our service",
        "ic": f"@{one_line(state.commander)}" if state.commander else "",
        "impact": _measures(state, {name: name.replace("_", " ") for name in state.impact}),
        "public_impact": _measures(state, _PUBLIC_MEASURES),
        "cause": one_line(state.cause),
        "decision": decided(decision) if decision else "",
        "decided": clock_time(decision.carried_at, now) if decision else "",
        "actions": "; ".join(_some(tasks)),
        "doing": _bullets(doing),
        "needs": _bullets(needs),
        "last": ", ".join(_told(state, now)),
        "next": clock_time(due[audience], now),
        "due": ", ".join(f"{who} by {clock_time(at, now)}" for who, at in due.items() if at),
        "started": clock_time(state.began_at, now),
        "ended": clock_time(state.milestones.get(Milestone.RESOLVED), now),
    }
    burning = state.status is not Status.RESOLVED
    holds = {"burning": burning, "idle": not doing, "content": not needs}
    holds |= {str(status): status is state.status for status in Status}
    return known | {name: "yes" if true else "" for name, true in holds.items()}


def due_after(
    state: IncidentState, audience: Audience, now: datetime, practice: Practice
) -> datetime | None:
    """When the update after one that is sent now will be due, on the full minute."""
    told = replace(state, updates=(*state.updates, Update(audience, "", "", now)))
    due = next((c.due for c in clocks(told, practice) if c.audience is audience), None)
    return due.replace(second=0, microsecond=0) if due else None


def clock_time(when: datetime | None, now: datetime) -> str:
    """`14:05`, with the day where it is another one than today; empty for no time."""
    if when is None:
        return ""
    return f"{when:%H:%M}" if when.date() == now.date() else f"{when.day} {when:%b %H:%M}"


def decided(decision: Decision) -> str:
    """`roll back to 412 (@ana)`, and what came of it where somebody has said so."""
    who = f" (@{one_line(decision.executor)})" if decision.executor else ""
    came = str(decision.outcome) if decision.outcome else ""
    why = f": {one_line(decision.result)}" if came and decision.result else ""
    return f"{one_line(decision.text)}{who}" + (f", {came}{why}" if came else "")


def task_clock(task: Task, now: datetime) -> str:
    """`back at 14:17`, or `late since 14:15`; empty where no time was said."""
    if task.due is None:
        return ""
    said = clock_time(task.due, now)
    return f"late since {said}" if task.late(now) else f"back at {said}"


def _doing(now: datetime) -> Callable[[Task], str]:
    def tell(task: Task) -> str:
        when = task_clock(task, now)
        return f"@{one_line(task.owner)} {one_line(task.text)}" + (f", {when}" if when else "")

    return tell


def _executing(decision: Decision, now: datetime) -> str:
    """`@ana roll back to 412, back at 14:20`."""
    who = f"@{one_line(decision.executor)} " if decision.executor else ""
    late = "late since" if decision.late(now) else "back at"
    when = f", {late} {clock_time(decision.due, now)}" if decision.due else ""
    return f"{who}{one_line(decision.text)}{when}"


def _needs(state: IncidentState, now: datetime, practice: Practice) -> Iterable[str]:
    """What the record shows to be missing: roles nobody holds, people who have not answered."""
    for vacancy in vacancies(state, practice):
        yield f"somebody as {role_title(vacancy.role)}"
    for task in state.open_tasks:
        who, about = one_line(task.owner), f"{task.label} ({one_line(task.text)})"
        if task.late(now):
            yield f"word from @{who} on {about}, {task_clock(task, now)}"
        elif task.acknowledged_at is None and now - task.since >= _MINUTE:
            yield f"an acknowledgement from @{who} of {about}"


def _told(state: IncidentState, now: datetime) -> Iterable[str]:
    for audience in Audience:
        if (at := state.updated(audience)) is not None:
            yield f"{audience} at {clock_time(at, now)}"


def _measures(state: IncidentState, names: Mapping[str, str]) -> str:
    given = ((shown, state.impact.get(name, "")) for name, shown in names.items())
    return ", ".join(f"{one_line(shown)} {one_line(value)}" for shown, value in given if value)


def _some(items: list[str]) -> list[str]:
    more = len(items) - _MOST
    return [*items[:_MOST], f"and {more} more"] if more > 0 else items


def _bullets(items: list[str]) -> str:
    return "\n".join(f"- {item}" for item in items)
