"""A team is called from the prompt; what calls it is the user's own program."""

from incident_tui.commands.args import Person, Text
from incident_tui.commands.outcome import Situation
from incident_tui.commands.registry import Registry
from incident_tui.domain.program_facts import Escalated

registry = Registry("Call for help")


@registry.command("escalate", "page")
def escalate(now: Situation, team: Person, reason: Text) -> Escalated:
    """Call a team and say why; the program of the configuration is run, what it said is logged.

    /escalate @database the replicas do not catch up
    """
    by_hand = not now.practice.escalation.program(team)
    return Escalated(team, reason, by_hand)
