"""Whether something happened before is asked of an incident, of a text, or of pairs of texts."""

import json
from typing import Any

import click

from incident_tui.cli.arguments import incident_number, json_option
from incident_tui.cli.call import Call, pass_call
from incident_tui.cli.diagnostics import tell
from incident_tui.cli.output import say, say_json
from incident_tui.cli.subjects import text
from incident_tui.cli.text import Painted
from incident_tui.domain.errors import CommandError
from incident_tui.domain.likeness.ranking import Likeness, Story
from incident_tui.domain.postmortem import incident_name
from incident_tui.domain.text import one_line, storable
from incident_tui.services import resemblance
from incident_tui.services.intake.importing import MOST
from incident_tui.services.resemblance import Worked

_STDIN = "-"


@click.command("similar")
@click.argument("asked", metavar="INC|TEXT|-")
@click.option("--service", default="", metavar="S", help="The service a text is about.")
@click.option("--limit", type=click.IntRange(1), default=5, metavar="N", help="At most so many.")
@click.option("--pairs", is_flag=True, help='Score pairs instead: `{"a": …, "b": …}` a line.')
@json_option
@pass_call
def similar_command(
    call: Call, asked: str, service: str, limit: int, pairs: bool, as_json: bool
) -> None:
    """Find earlier incidents of the same cause, and why each is shown.

    INC is an incident of the store, TEXT anything else, `-` reads a text from stdin. Looked
    through are the incidents of the twelve months before. Nothing leaves this machine.
    """
    if pairs:
        _score_each(text(asked, MOST))
        return
    found = resemblance.similar(call.store, _story(call, asked, service), call.session.now(), limit)
    if as_json:
        say_json(resemblance.shown(found))
        return
    if not found:
        tell("nothing like it in the twelve months before")
    for each in found:
        say_similar(each, resemblance.worked(call.store, each.story.id))


def say_similar(found: Likeness, then: Worked) -> None:
    """`INC-17  0.82  2025-11-03  Orders fail`, why it is shown, and what worked then."""
    story = found.story
    day = f"{story.declared_at:%Y-%m-%d}" if story.declared_at else ""
    say(f"{incident_name(story.number):<7} {found.score:>5.2f}  {day:<10}  {one_line(story.title)}")
    for reason in found.reasons:
        say(Painted(f"{'':<8}{one_line(reason)}", "faint"))
    for each in then.texts:
        say(f"{'':<8}worked then: {one_line(each)}")


def _story(call: Call, asked: str, service: str) -> Story:
    try:
        number = None if asked == _STDIN else incident_number(asked)
    except click.BadParameter:
        number = None
    if number is None:
        told = storable(text(asked, MOST) if asked == _STDIN else asked)
        if not told.strip():
            raise CommandError(
                "there is nothing to compare; give a sentence on what failed and why"
            )
        return Story("", 0, "", told, service)
    return resemblance.stored(call.store, call.log(number))


def _score_each(lines: str) -> None:
    """A JSON line for every pair; what is no pair is named by its line."""
    for count, line in enumerate(lines.splitlines(), 1):
        if line.strip():
            _print_score(*_pair(count, line))


def _print_score(one: str, other: str) -> None:
    """`{"score": …, "suggested": …, "mechanism": …, "reasons": […]}`, one a line."""
    found = resemblance.score(one, other)
    keys = ("score", "suggested", "mechanism", "reasons")
    [whole] = resemblance.shown([found])
    click.echo(json.dumps({key: whole[key] for key in keys}))


def _pair(count: int, line: str) -> tuple[str, str]:
    try:
        told: Any = json.loads(line)
        one, other = told["a"], told["b"]
    except (ValueError, KeyError, TypeError):
        one = other = None
    if not (isinstance(one, str) and isinstance(other, str)):
        raise CommandError(f'line {count} is no pair; write {{"a": "a text", "b": "a text"}}')
    return one, other
