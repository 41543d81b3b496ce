"""What was learned is told in lines that fit a terminal, or as data that opens each figure."""

from collections.abc import Mapping
from typing import Final

import click

from incident_tui.cli.arguments import json_option
from incident_tui.cli.call import Call, pass_call
from incident_tui.cli.diagnostics import tell
from incident_tui.cli.output import say, say_json
from incident_tui.cli.text import Painted, Piece
from incident_tui.domain.metrics.figures import Spread
from incident_tui.domain.metrics.headlines import (
    Headline,
    completed,
    headlines,
    incidents,
    recurred,
    took,
)
from incident_tui.domain.metrics.insights import Figures, Insights
from incident_tui.domain.metrics.targets import SIGNS, Standing
from incident_tui.domain.metrics.window import window
from incident_tui.domain.metrics.words import (
    NOTHING,
    hours,
    known,
    many,
    part,
    percent,
    period,
    span,
)
from incident_tui.domain.text import one_line
from incident_tui.services.figures import figure_table, learning
from incident_tui.services.insights_table import InsightsTable

_NAME_MOST: Final = 18


@click.command("insights")
@click.option("--since", metavar="D", default="", help="Resolved on that day or later.")
@click.option("--until", metavar="D", default="", help="Resolved on that day or earlier.")
@click.option("--as-of", metavar="T", default="", help="As it was known then; by default now.")
@click.option("--csv", "as_csv", is_flag=True, help="A line a figure, with its incidents.")
@json_option
@pass_call
def insights_command(
    call: Call, since: str, until: str, as_of: str, as_csv: bool, as_json: bool
) -> None:
    """Say what was learned: follow-ups, recurrences, post-mortems, times.

    Counted are the incidents whose last resolve lies in the window; days are UTC, and meant whole.
    """
    if as_csv and as_json:
        raise click.UsageError("choose one of --json and --csv")
    asked = window(call.session.now(), since, until, as_of)
    settings = call.config.insights
    found = learning.learned(call.store, asked, settings)
    if as_json:
        say_json(learning.shown(found, settings))
    elif as_csv:
        click.echo(figure_table.table_of(found), nl=False)
    else:
        _tell(found, settings)


def _tell(found: Insights, settings: InsightsTable) -> None:
    count = len(found.whole.incidents)
    title = Painted(f"{incidents(count)}, {period(found.window)}", "heading")
    say(title, f"  ({known(found.window)})")
    for headline in headlines(found):
        say()
        _tell_headline(headline)
    if not count:
        tell("no incident was resolved in this window; --since and --until choose another")
        return
    say()
    _tell_table(_times(found.whole))
    say()
    for label, text in _more(found.whole, settings):
        say(f"{label:<22}{text}")
    for heading, groups in (
        ("By severity", found.by_severity),
        ("By service", found.by_service),
        ("By month", found.by_month),
    ):
        if groups:
            say()
            _tell_table(_grouped(heading, groups))


def _tell_headline(headline: Headline) -> None:
    standing = headline.standing
    word: Piece = f"{SIGNS[standing]} {standing}"
    if standing in (Standing.FAILING, Standing.ALARMING):
        word = Painted(f"{SIGNS[standing]} {standing}", "late")
    say(
        Painted(f"{headline.title:<22}", "heading"),
        f"{headline.said:<9}",
        word,
        Painted(f"  target {headline.target.said}", "faint"),
    )
    for line in headline.told:
        say(f"{'':<22}{line}")


def _tell_table(rows: list[tuple[str, ...]]) -> None:
    """The numbers stand on the right of their columns."""
    widths = [max(map(len, cells)) for cells in zip(*rows, strict=True)]
    head, *rest = (
        "  ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])]) for row in rows
    )
    say(Painted(head, "faint"))
    for line in rest:
        say(line)


def _times(figures: Figures) -> list[tuple[str, ...]]:
    times = figures.milestones
    named = {
        "detect": times.detect,
        "acknowledge": times.acknowledge,
        "mitigate": times.mitigate,
        "resolve": times.resolve,
    }
    head = ("Time to", "mean", "median", "nine in ten", "incidents")
    return [head, *(_time(name, spread) for name, spread in named.items())]


def _time(name: str, spread: Spread) -> tuple[str, ...]:
    values = (spread.mean, spread.median, spread.p90)
    return (name, *map(span, values), f"{len(spread.counted):,}")


def _more(figures: Figures, settings: InsightsTable) -> list[tuple[str, str]]:
    clocks, off = figures.clocks, figures.off_hours
    minutes = learning.minutes_saved(figures, settings)
    saved = NOTHING if minutes is None else f"{minutes / 60:,.0f} h"
    return [
        ("Updates in time", f"{percent(clocks.value)}  ({part(clocks, 'that were due')})"),
        ("Nights and weekends", f"{percent(off.value)}  of {many(off.whole, 'incident minute')}"),
        ("Time saved", f"{saved}  = {settings.formula} minutes"),
    ]


def _grouped(heading: str, groups: Mapping[str, Figures]) -> list[tuple[str, ...]]:
    head = (heading, "incidents", "actions done", "recur", "post-mortem", "time to resolve")
    return [
        head,
        *(
            (
                _short(name),
                f"{len(figures.incidents):,}",
                percent(completed(figures)),
                percent(recurred(figures)),
                hours(took(figures)),
                span(figures.milestones.resolve.median),
            )
            for name, figures in groups.items()
        ),
    ]


def _short(name: str) -> str:
    """A name of one line that leaves room for the figures."""
    said = one_line(name)
    return said if len(said) <= _NAME_MOST else f"{said[: _NAME_MOST - 1]}…"
