"""The steps of a post-mortem without its screen: shown, filled, drafted, reviewed, published."""

from collections.abc import Coroutine
from typing import Any, TextIO

import click

from incident_tui.cli.arguments import incident_argument, json_option
from incident_tui.cli.call import Call, pass_call
from incident_tui.cli.output import say, say_json
from incident_tui.cli.postmortem_shown import document, show
from incident_tui.cli.text import entry_line
from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.text import visible
from incident_tui.domain.timeline import TimelineRow
from incident_tui.postmortem.policies import Return, Transition
from incident_tui.services import postmortems
from incident_tui.services.incident_log import IncidentLog

_ONE = "fill, draft, keep, review, publish, close and reopen one after the other"

Deed = Coroutine[Any, Any, list[TimelineEntry]]
_DEEDS = ("draft", "keep", "history", "to", "reopen", "draft_again")


@click.command("postmortem")
@incident_argument
@click.option("--step", metavar="ID", help="The answer to fill, with --set.")
@click.option("--set", "text", metavar="FILE", type=click.File(errors="replace"), help="Or `-`.")
@click.option("--draft", is_flag=True, help="Write the drafted answers into the empty steps.")
@click.option("--keep", metavar="ID", help="Let a draft stand that nobody has touched.")
@click.option("--history", metavar="ID", help="Every saved version of an answer.")
@click.option("--review", "to", flag_value="review", help="Put it in review.")
@click.option("--publish", "to", flag_value="publish", help="Refused while something is missing.")
@click.option("--close", "to", flag_value="close", help="Close it: nothing is left to follow up.")
@click.option("--reopen", metavar="WHY", help="What was published is in review again.")
@click.option("--return", "draft_again", metavar="WHY", help="Make it a draft again.")
@click.option("--override", metavar="WHY", default="", help="Set the policy aside, on the record.")
@json_option
@pass_call
def postmortem_command(call: Call, /, number: int, **given: Any) -> None:
    """Show, fill, draft, review, publish or close the post-mortem of an incident."""
    step, text, as_json = given["step"], given["text"], given["as_json"]
    if bool(step) != bool(text):
        raise click.UsageError("--step and --set go together: --step summary --set summary.txt")
    if sum(map(bool, (step, *(given[name] for name in _DEEDS)))) > 1:
        raise click.UsageError(_ONE)
    if given["override"] and not given["to"]:
        raise click.UsageError("--override goes with --review, --publish or --close")
    log = call.log(number)
    if step:
        _fill(call, log, step, text)
    elif given["draft"]:
        for field in call.finish(postmortems.draft(call.store, log)):
            say(field)
    elif given["keep"]:
        call.finish(postmortems.keep(call.store, log, given["keep"]))
    elif given["history"]:
        _history(call, log, given["history"], as_json)
    elif (deed := _moved(call, log, **given)) is not None:
        _recorded(call, log, deed)
    else:
        record = call.finish(postmortems.record(call.store, log))
        (say_json(document(record)) if as_json else show(record))


def _fill(call: Call, log: IncidentLog, step: str, text: TextIO) -> None:
    call.finish(postmortems.save(call.store, log, step, text.read().rstrip("\n")))


def _history(call: Call, log: IncidentLog, field: str, as_json: bool) -> None:
    """The versions of an answer, oldest first: when, by whom, and the text below it."""
    found = call.finish(postmortems.history(call.store, log, field))
    if as_json:
        say_json(
            [
                {"saved_at": f"{r.saved_at:%Y-%m-%dT%H:%M:%SZ}", "author": r.author, "text": r.text}
                for r in found
            ]
        )
        return
    for each in found:
        say(f"{each.saved_at:%Y-%m-%d %H:%M:%S} @{each.author}")
        for line in visible(each.text).split("\n"):
            say(f"    {line}")


def _moved(
    call: Call,
    log: IncidentLog,
    *,
    to: str | None,
    override: str,
    reopen: str | None,
    draft_again: str | None,
    **_others: Any,
) -> Deed | None:
    """Where it is to go, on or back."""
    if to:
        return postmortems.advance(call.store, log, Transition(to), override)
    if reopen:
        return postmortems.take_back(call.store, log, Return.REVIEW, reopen)
    if draft_again:
        return postmortems.take_back(call.store, log, Return.DRAFT, draft_again)
    return None


def _recorded(call: Call, log: IncidentLog, deed: Deed) -> None:
    async def row() -> TimelineRow:
        [newest] = log.rows([(await deed)[-1].seq])
        return newest

    say(entry_line(log.name, call.finish(row())))
