"""An incident is declared here by the very declaration of the prompt, and its name is printed."""

from typing import Any

from incident_tui.cli import generated
from incident_tui.cli.arguments import json_option
from incident_tui.cli.call import Call, pass_call
from incident_tui.cli.diagnostics import tell
from incident_tui.cli.output import say, say_json
from incident_tui.commands.all import REGISTRY
from incident_tui.services.incident_log import IncidentLog
from incident_tui.services.json_shapes import shown
from incident_tui.services.postmortems import bare_record
from incident_tui.services.typist import Typist

_DECLARE = REGISTRY.get("declare")


def _declare(call: Call, /, as_json: bool, **given: Any) -> None:
    typist = Typist(call.store, call.session)
    situation = typist.situation(f"/{_DECLARE.name}")
    typist.record(generated.fact(_DECLARE, given, situation))
    if as_json:
        sent = call.store.read.settled(typist.log.id)
        say_json(shown(bare_record(call.store, typist.log), sent))
    else:
        say(typist.log.name)
    _recall(call, typist.log)


def _recall(call: Call, log: IncidentLog) -> None:
    """Say what the new incident is like, and what worked then."""
    if log.number == 1:
        return
    from incident_tui.services import resemblance  # noqa: PLC0415  the first has nothing before it

    asked = resemblance.story(log.id, log.number, log.state)
    for found in resemblance.similar(call.store, asked, call.session.now(), most=2):
        then = resemblance.worked(call.store, found.story.id).texts
        tell(resemblance.told(resemblance.Before(found, worked=then)))


declare_command = generated.build(_DECLARE, json_option(pass_call(_declare)))
