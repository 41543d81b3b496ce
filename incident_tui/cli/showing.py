"""One incident on a page: how bad, who leads, how long; then what is known, then the timeline."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta

import click

from incident_tui.cli.arguments import incident_argument, json_option
from incident_tui.cli.call import Call, pass_call
from incident_tui.cli.output import say, say_json
from incident_tui.cli.text import Painted, Piece, action_pieces, remarks, severity, task_pieces
from incident_tui.domain.incident import Milestone, role_title
from incident_tui.domain.overlays import out_of_sight
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.state import IncidentState
from incident_tui.domain.text import one_line
from incident_tui.domain.timeline import WAITS, TimelineRow
from incident_tui.domain.when import clock, length, parse_when
from incident_tui.services import postmortems
from incident_tui.services.json_shapes import shown, waits

Line = list[Piece]
Lines = Iterator[Line]


@click.command("show")
@incident_argument
@json_option
@click.option("--raw", is_flag=True, help="Every entry, corrections too, as recorded.")
@click.option("--as-of", "when", default="", metavar="TIME", help="As it stood at that time.")
@pass_call
def show_command(call: Call, number: int, as_json: bool, raw: bool, when: str) -> None:
    """Show an incident: what is true of it, and its timeline."""
    log = call.log(number)
    sent = call.store.read.settled(log.id)
    if as_json:
        say_json(shown(call.finish(postmortems.record(call.store, log, when, raw=raw)), sent))
        return
    record = postmortems.bare_record(call.store, log, when=when, raw=raw)
    now = parse_when(when, call.session.now()) if when else call.session.now()
    for line in page(record, now, sent):
        say(*line)


def page(record: IncidentRecord, now: datetime, sent: int | None = None) -> Lines:
    """The lines of the page; clocks run until `now`, the team's store has the entries to `sent`."""
    state = record.state
    yield from _head(record, now)
    parts: dict[str, Iterable[Line]] = {
        "Milestones": _milestones(state),
        "Roles": _roles(state),
        "Impact": ([f"{name.replace('_', ' ')} {one_line(v)}"] for name, v in state.impact.items()),
        "Open tasks": (task_pieces(task, late=task.late(now)) for task in state.open_tasks),
        "Action items": (action_pieces(a, overdue=a.overdue(now.date())) for a in state.actions),
        "Timeline (UTC)": _timeline(
            [row for row in record.rows if not out_of_sight(row.entry, state.withdrawn)], sent
        ),
    }
    for heading, lines in parts.items():
        found = list(lines)
        if found:
            yield []
            yield [Painted(heading, "heading")]
            for line in found:
                yield ["  ", *line]


def _head(record: IncidentRecord, now: datetime) -> Lines:
    state = record.state
    yield [f"{record.name}  ", severity(state.severity), f"  {one_line(state.title)}"]
    said = [str(state.status), clock(state.duration(now))]
    said += [f"IC @{state.commander}" if state.commander else "no IC"]
    said += [one_line(state.service)] if state.service else []
    if state.published:
        said.append(f"post-mortem {'opened again' if state.review.reopened else 'published'}")
    if state.members:
        said.append("private: " + " ".join(f"@{who}" for who in state.members))
    yield [" · ".join(said)]


def _milestones(state: IncidentState) -> Lines:
    """Each with its distance from the one before."""
    before: datetime | None = None
    for milestone in Milestone:
        at = state.milestones.get(milestone)
        if at is None:
            yield [Painted(f"{milestone:<13} —", "faint")]
            continue
        gap = f"  {_signed(at - before)}" if before else ""
        yield [f"{milestone:<13} {at:%Y-%m-%d %H:%M:%S}{gap}"]
        before = at


def _signed(gap: timedelta) -> str:
    return f"{'-' if gap < timedelta(0) else '+'}{length(gap)}"


def _roles(state: IncidentState) -> Lines:
    for role, held in state.roles.items():
        yield [f"{role_title(role):<19} @{held.person}  since {held.since:%H:%M:%S}"]


def _timeline(rows: Sequence[TimelineRow], sent: int | None) -> Lines:
    """A line each, marked where it waits for the team's store, and a line for each new day."""
    width = max((len(row.word) for row in rows), default=0)
    day = None
    for row in rows:
        if row.occurred_at.date() != day:
            day = row.occurred_at.date()
            yield [Painted(f"{day}", "faint")]
        said = one_line(row.text)
        about = remarks(row)
        mark = f"{WAITS if waits(row, sent) else '':1}{f'#{row.entry.seq}':>4}"
        yield [
            f"{mark}  {row.occurred_at:%H:%M:%S}  {row.word:<{width}}  ",
            Painted(said, "faint") if row.overlay.retracted else said,
            Painted(f"  @{row.entry.author}" + (f"  {about}" if about else ""), "faint"),
        ]
