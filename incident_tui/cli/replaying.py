"""A transcript is typed by the services a person uses, in the window or without one."""

from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TextIO

import click

from incident_tui.cli.arguments import incident_option
from incident_tui.cli.call import Call, pass_call
from incident_tui.cli.diagnostics import FOUND, tell
from incident_tui.cli.output import say
from incident_tui.services import playing, postmortems
from incident_tui.services.incident_log import IncidentLog
from incident_tui.services.json_shapes import differences, shown
from incident_tui.services.scenario import Scenario, parse

_DEMO_SPEED = 30.0

_speed = click.FloatRange(0, min_open=True)


@click.command("demo")
@click.option("--speed", type=_speed, default=_DEMO_SPEED, metavar="N", help="Times as fast. [30]")
@pass_call
def demo_command(call: Call, speed: float) -> int:
    """Watch an incident being logged, on a store that is thrown away."""
    text = files("incident_tui").joinpath("demo.incident").read_text("utf-8")
    scenario = parse(text).shifted(call.session.now())
    with TemporaryDirectory(prefix="incident-tui-") as folder:
        store = Path(folder) / "demo.db"
        return call.open_screen(
            store, call.config, call.session.author, scenario=scenario, speed=speed
        )


@click.command("replay")
@click.argument("file", type=click.File(encoding="utf-8", errors="replace"))
@click.option("--speed", type=_speed, metavar="N", help="Times as fast. [1]")
@click.option("--instant", is_flag=True, help="Do not wait between the lines.")
@incident_option
@click.option("--headless", is_flag=True, help="Without the window; checks what is expected.")
@pass_call
def replay_command(
    call: Call,
    file: TextIO,
    speed: float | None,
    instant: bool,
    number: int | None,
    headless: bool,
) -> int:
    """Type a .incident transcript, in the window or without one.

    It declares an incident of its own, or is typed into the one of -i. Without the window it
    prints the incident's name, and exits with 1 when it does not end as the transcript expects.
    """
    scenario = parse(file.read())
    if speed and (instant or headless):
        raise click.UsageError("--speed is for the window; without it nothing waits")
    if not (headless or instant):
        return call.open_screen(
            call.path,
            call.config,
            call.session.author,
            number=number,
            scenario=scenario,
            speed=speed or 1.0,
        )
    log, differing = call.finish(_played(call, scenario, number))
    if not headless:
        return call.open_screen(call.path, call.config, call.session.author, number=log.number)
    say(log.name)
    for difference in differing:
        tell(difference)
    return FOUND if differing else 0


async def _played(
    call: Call, scenario: Scenario, number: int | None
) -> tuple[IncidentLog, list[str]]:
    """The incident at the end, and where it differs from what was expected."""
    log = await playing.play(call.store, scenario, number=number)
    record = await postmortems.record(call.store, log)
    return log, differences(scenario.expect, shown(record))
