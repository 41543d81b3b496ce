"""Once it is on the record that a team is called, its program runs aside and nothing waits."""

import asyncio
from collections.abc import Iterable
from typing import TYPE_CHECKING

from incident_tui.domain.errors import CommandError, IncidentTuiError
from incident_tui.domain.fact import Fact
from incident_tui.domain.program_facts import Escalated
from incident_tui.services.incident_log import IncidentLog

if TYPE_CHECKING:
    from incident_tui.tui.app import IncidentApp


def after(app: "IncidentApp", log: IncidentLog, facts: Iterable[Fact]) -> None:
    """Call each team that these facts call."""
    for fact in facts:
        if isinstance(fact, Escalated):
            app.run_worker(_call(app, log, fact), group="escalation")


async def _call(app: "IncidentApp", log: IncidentLog, fact: Escalated) -> None:
    from incident_tui.services import programs  # noqa: PLC0415  not for the first frame
    from incident_tui.tui.call import recorded  # noqa: PLC0415  which imports what calls this

    ran = await asyncio.to_thread(programs.call, log, fact)
    if ran is None:
        app.say(programs.HOW)
        return
    try:
        await recorded(app, log, ran, log.session.now())
    except IncidentTuiError as error:
        app.refuse(error)
        return
    if ran.exit_code == 0:
        app.say(f"@{fact.team} was called")
    else:
        app.refuse(CommandError(f"calling @{fact.team} failed; call by hand. {ran.output}"))
