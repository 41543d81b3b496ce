"""A score is told part by part: what was earned, what is missing, and where to write it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from incident_tui.cli.arguments import json_option
from incident_tui.cli.call import Call, pass_call
from incident_tui.cli.output import say, say_json
from incident_tui.cli.subjects import Text, subject
from incident_tui.cli.text import Painted
from incident_tui.domain.template import TEMPLATES
from incident_tui.postmortem import steps
from incident_tui.postmortem.marking.part import Part
from incident_tui.postmortem.rubric import Score
from incident_tui.services import postmortems, scoring


@click.command("score")
@click.argument("source", metavar="[INC|FILE|-]", required=False)
@json_option
@pass_call
def score_command(call: Call, source: str | None, as_json: bool) -> None:
    """Score a post-mortem part by part, and say what would earn the rest.

    Without a name it scores the newest live incident, `-` reads stdin.
    """
    named = subject(source)
    if isinstance(named, Text):
        known = (*call.config.practice.templates.values(), *TEMPLATES.values())
        scored, name = scoring.score_text(named.text, Path(named.name).name, known), named.name
    else:
        log = call.log(named)
        record = call.finish(postmortems.record(call.store, log))
        scored, name = scoring.score_record(record), log.name
    if as_json:
        say_json(told(scored))
        return
    say(Painted(f"{scored.total} of 100", "heading"), f"  {name}")
    for part in scored.parts:
        _say(part, in_file=isinstance(named, Text))
    for sentence in _limits(scored):
        say(sentence)


def told(scored: Score) -> dict[str, Any]:
    """The keys of `score --json`."""
    return {
        "total": scored.total,
        "parts": [
            {
                "id": part.id,
                "points": round(part.points, 1),
                "max": part.max,
                "missing": list(part.missing),
                "line": part.line,
                "step": part.step,
            }
            for part in scored.parts
        ],
        "caps": [{"limit": cap.limit, "reason": cap.reason} for cap in scored.caps],
        "left_over": scored.left_over,
    }


def _say(part: Part, *, in_file: bool) -> None:
    full = part.points >= part.max
    line = f"line {part.line}" if part.line else "not there yet"
    where = line if in_file else f"step {steps.step(part.step).heading}"
    points = f"{part.points:>5.1f} of {part.max:<3}"
    say(f"{points}  {part.id:<10}", Painted("" if full else f"  {where}", "faint"))
    for sentence in part.missing:
        say(f"{'':15}{sentence}")


def _limits(scored: Score) -> Iterator[str]:
    for cap in scored.caps:
        yield f"no more than {cap.limit}: {cap.reason}"
    if scored.left_over:
        yield f"{scored.left_over} off: text of the template is left in it (TBD, {{{{ }}}})"
