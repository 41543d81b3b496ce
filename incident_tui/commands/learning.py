"""What an incident has to do with an earlier one is said by a person, and may be said anew."""

from incident_tui.commands.args import Text
from incident_tui.commands.outcome import ShowSimilar, Situation
from incident_tui.commands.registry import Registry
from incident_tui.domain.errors import CommandError
from incident_tui.domain.incident import OtherIncident
from incident_tui.domain.learning_facts import RecurrenceConfirmed, RecurrenceRejected
from incident_tui.domain.postmortem import incident_name

registry = Registry("Learn")


@registry.command("similar")
def similar(_: Situation) -> ShowSimilar:
    """Show earlier incidents of the same cause, and what worked then.

    /similar
    """
    return ShowSimilar()


@registry.command("recurs", "recurrence")
def recurs(
    now: Situation, earlier: OtherIncident, factor: Text | None = None
) -> RecurrenceConfirmed:
    """Confirm that it shares a contributing factor with an earlier incident.

    /recurs INC-17 the renewal job was never switched on again
    """
    name = incident_name(earlier.number)
    began = now.state.declared_at
    if began and earlier.declared_at and earlier.declared_at > began:
        raise CommandError(f"{name} came later; say it there")
    said = now.state.recurrences.get(earlier.id)
    if said is not None and said.confirmed and said.text == (factor or ""):
        raise CommandError(f"that is on record already; /notsame {name} takes it back")
    return RecurrenceConfirmed(earlier.id, earlier.number, factor or "")


@registry.command("notsame")
def notsame(
    now: Situation, earlier: OtherIncident, because: Text | None = None
) -> RecurrenceRejected:
    """Say that it only looks like an earlier incident; it is not suggested again.

    /notsame INC-17 that one was a full disk
    """
    said = now.state.recurrences.get(earlier.id)
    if said is not None and not said.confirmed and said.text == (because or ""):
        raise CommandError(f"that is on record already; /recurs {incident_name(earlier.number)}")
    return RecurrenceRejected(earlier.id, earlier.number, because or "")
