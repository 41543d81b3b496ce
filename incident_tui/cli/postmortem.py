"""The steps of a post-mortem without its screen: shown, filled from a file, drafted, published."""

from typing import Any, TextIO

import click
import msgspec

from incident_tui.cli.arguments import incident_argument, json_option
from incident_tui.cli.call import Call, pass_call
from incident_tui.cli.diagnostics import tell
from incident_tui.cli.output import say, say_json
from incident_tui.cli.text import Painted, entry_line
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.text import visible
from incident_tui.domain.timeline import TimelineRow
from incident_tui.postmortem import progress
from incident_tui.postmortem.fields import Field
from incident_tui.postmortem.progress import StepProgress, StepState
from incident_tui.postmortem.suggestions import suggestions
from incident_tui.services import postmortems
from incident_tui.services.incident_log import IncidentLog
from incident_tui.services.shown import stamp

_GLYPHS = {StepState.DONE: "✔", StepState.PARTIAL: "◐", StepState.EMPTY: "○"}


@click.command("postmortem")
@incident_argument
@click.option("--step", metavar="ID", help="The answer to fill, with --set.")
@click.option("--set", "text", metavar="FILE", type=click.File(errors="replace"), help="Or `-`.")
@click.option("--draft", is_flag=True, help="Write the drafted answers into the empty steps.")
@click.option("--keep", metavar="ID", help="Let a draft stand that nobody has touched.")
@click.option("--publish", is_flag=True, help="Publish it; refused while something is missing.")
@json_option
@pass_call
def postmortem_command(
    call: Call,
    number: int,
    step: str | None,
    text: TextIO | None,
    draft: bool,
    keep: str | None,
    publish: bool,
    as_json: bool,
) -> None:
    """Show, fill, draft or publish the post-mortem of an incident."""
    if bool(step) != bool(text):
        raise click.UsageError("--step and --set go together: --step summary --set summary.txt")
    if sum(map(bool, (step, draft, keep, publish))) > 1:
        raise click.UsageError("fill, draft and publish one after the other")
    log = call.log(number)
    if step and text:
        call.finish(postmortems.save(call.store, log, step, text.read().rstrip("\n")))
    elif draft:
        for field in call.finish(postmortems.draft(call.store, log)):
            say(field)
    elif keep:
        call.finish(postmortems.keep(call.store, log, keep))
    elif publish:
        say(entry_line(log.name, call.finish(_published(call, log))))
    else:
        record = call.finish(postmortems.record(call.store, log))
        if as_json:
            say_json(document(record))
        else:
            _show(record)


async def _published(call: Call, log: IncidentLog) -> TimelineRow:
    entries = await postmortems.publish(call.store, log)
    [row] = log.rows([entries[-1].seq])
    return row


def document(record: IncidentRecord) -> dict[str, Any]:
    """The keys of `postmortem --json`."""
    published = record.state.published
    return {
        "number": record.number,
        "title": record.state.title,
        "status": str(record.status),
        "resolved_at": stamp(record.state.resolved_at),
        "published_at": stamp(published.at) if published else None,
        "resume": progress.resume(record).id,
        "missing": list(progress.missing(record)),
        "steps": [_step(each, record) for each in progress.progress(record)],
        "suggestions": [msgspec.to_builtins(each) for each in suggestions(record)],
    }


def _step(at: StepProgress, record: IncidentRecord) -> dict[str, Any]:
    return {
        "id": at.step.id,
        "heading": at.step.heading,
        "question": at.step.question,
        "required": at.step.required,
        "state": str(at.state),
        "note": at.note,
        "missing": list(at.missing),
        "fields": [_field(field, record) for field in at.step.fields],
    }


def _field(field: Field, record: IncidentRecord) -> dict[str, Any]:
    answer = record.postmortem.answer(field.id)
    return {
        "id": field.id,
        "label": field.label,
        "kind": str(field.kind),
        "hint": field.hint,
        "required": field.required,
        "answer": answer or None,
        "draft": field.prefill(record) or None,
        "cites": [msgspec.to_builtins(said) for said in field.draft(record).sentences],
        "untouched": field.id in record.postmortem.drafted,
        "nudges": list(field.nudges(answer, record)) if answer else [],
    }


def _aside(at: StepProgress) -> str:
    return f"  {at.note}" if at.note else ""


def _show(record: IncidentRecord) -> None:
    """A line a step with its mark, and under it what was answered."""
    say(Painted(f"{record.name}  {record.status}  {record.state.title}", "heading"))
    for at in progress.progress(record):
        say(f"{_GLYPHS[at.state]} {at.step.heading}", Painted(_aside(at), "faint"))
        for field in at.step.fields:
            if text := field.text(record):
                label = f"{field.label}: " if len(at.step.fields) > 1 else ""
                for line in f"{label}{visible(text)}".split("\n"):
                    say(f"    {line}")
                if (cites := record.postmortem.drafted.get(field.id)) is not None:
                    say(
                        Painted(
                            f"    (draft, from {' '.join(f'#{seq}' for seq in cites)})", "faint"
                        )
                    )
    for each in suggestions(record):
        seqs = " ".join(f"#{seq}" for seq in each.entries)
        tell(f"suggested: {each.text} ({seqs}; origin:{each.key}, or /dismiss {each.key})")
    missing = progress.missing(record)
    for sentence in missing:
        tell(f"missing: {sentence}")
