"""What people outside the call are told; an update without its text is begun from the record."""

from incident_tui.commands.args import Person, Text
from incident_tui.commands.outcome import Situation, WriteUpdate
from incident_tui.commands.registry import Registry
from incident_tui.domain.call_facts import UpdateLogged
from incident_tui.domain.clocks import clocks
from incident_tui.domain.errors import CommandError
from incident_tui.domain.flavours import Flavour
from incident_tui.domain.incident import Audience

registry = Registry("On the call")


@registry.command("update", "up")
def update(
    now: Situation,
    audience: Flavour | None = None,
    text: Text | None = None,
    approver: Person | None = None,
) -> UpdateLogged | WriteUpdate:
    """Log an update that was sent and who approved it; without a text, write one from the record.

    Only an update that is logged restarts its clock.

    /update
    /update executive
    /update internal rolled back on two of three zones, next update in 30 min
    /update public card payments fail for some customers; next update at 14:40 @maria
    """
    if text is None:
        return WriteUpdate(audience or due_first(now))
    return sent(now, audience or Flavour.INTERNAL, text, approver or "")


@registry.command("can")
def can(now: Situation, text: Text | None = None) -> UpdateLogged | WriteUpdate:
    """Report conditions, actions and needs to the call; without a text, from the record.

    /can
    /can flat at 7 %; rolling back; two more hands for the phones
    """
    return WriteUpdate(Flavour.CAN) if text is None else sent(now, Flavour.CAN, text)


def due_first(now: Situation) -> Flavour:
    """The public update where its clock runs out before the others, else the one for the call."""
    first = next(iter(clocks(now.state, now.practice)), None)
    return Flavour.PUBLIC if first and first.audience is Audience.PUBLIC else Flavour.CALL


def sent(
    now: Situation, flavour: Flavour, text: str, approver: str = "", channel: str = ""
) -> UpdateLogged:
    """The update as it went out; what customers read has been approved by somebody."""
    public = flavour is Flavour.PUBLIC
    approver = approver or (now.state.commander if public else "")
    if public and not approver:
        raise CommandError("say who approved it: end the line with @maria")
    worded = "" if flavour.value in tuple(Audience) else flavour.value
    drafter = now.author if public else ""
    return UpdateLogged(flavour.audience, text, approver, worded, drafter, channel)
