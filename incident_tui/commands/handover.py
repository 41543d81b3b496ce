"""Command changes hands in three steps: a brief, a name, and the word of whoever leads now."""

from incident_tui.commands.args import Role
from incident_tui.commands.outcome import ShowBrief, ShowDuties, Situation
from incident_tui.commands.registry import Registry
from incident_tui.domain.errors import CommandError
from incident_tui.domain.incident import COMMANDER
from incident_tui.domain.role_facts import CommandTaken
from incident_tui.domain.roles import held_by

registry = Registry("On the call")


@registry.command("handover", "brief")
def handover(_: Situation) -> ShowBrief:
    """Show what somebody who takes over must know, on one screen.

    /handover
    """
    return ShowBrief()


@registry.command("taken")
def taken(now: Situation) -> CommandTaken:
    """Say that the new Incident Commander has read the brief and leads now.

    /taken
    """
    change = now.state.handover
    if change is None or not now.state.commander:
        raise CommandError("command has not changed hands; /ic @who hands it over")
    if change.taken_at is not None:
        raise CommandError(f"@{change.person} took command at {change.taken_at:%H:%M:%S}")
    return CommandTaken(change.person, change.previous)


@registry.command("duties")
def duties(now: Situation, role: Role | None = None) -> ShowDuties:
    """Say what a role asks of whoever holds it; alone, yours.

    /duties
    /duties scribe
    """
    own = held_by(now.state, now.author)
    return ShowDuties(role or (own[0] if own else COMMANDER))
