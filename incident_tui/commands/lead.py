"""What the Incident Commander steers: the incident itself, its severity, status and roles."""

from datetime import datetime

from incident_tui.commands.args import People, Person, Role, Text, Word
from incident_tui.commands.outcome import DeclaredPrivate, Situation
from incident_tui.commands.privacy import with_author
from incident_tui.commands.registry import Registry
from incident_tui.domain.errors import CommandError
from incident_tui.domain.facts import (
    Declared,
    RoleAssigned,
    RoleReleased,
    SeverityChanged,
    StatusChanged,
    TitleChanged,
)
from incident_tui.domain.incident import COMMANDER, Severity, Status, role_title

registry = Registry("Lead")


@registry.command("declare")
def declare(
    now: Situation,
    title: Text,
    *,
    sev: Severity = Severity.SEV3,
    service: Word | None = None,
    at: datetime | None = None,
    private: People | None = None,
) -> Declared:
    """Declare a new incident; when in doubt, declare. `at:` says when it started.

    `private:` says who alone may see it, beside you, from its first entry on; see `private`.

    /declare Checkout errors after the 14:02 deploy sev:2 service:checkout at:-5m
    /declare A signing key was stolen sev:1 private:@ana,@ben
    """
    if not private:
        return Declared(title, sev, service or "", at)
    words = title.split()
    if left := next((word for word in (words[0], words[-1]) if word.startswith("@")), None):
        raise CommandError(f"is {left} to see it too? name all of them as one: private:@ana,@ben")
    return DeclaredPrivate(title, sev, service or "", at, with_author(private, now.author))


@registry.command("sev", "severity")
def sev(now: Situation, level: Severity, because: Text | None = None) -> SeverityChanged:
    """Set the severity; raising asks nothing, lowering asks for a reason.

    /sev 1
    /sev 4 because:"EU only"
    """
    before = now.state.severity_at(now.at)
    if level is before:
        raise CommandError(f"it is {before.name} already")
    if level > before and not because:
        raise CommandError(f"say why it is less severe: /sev {level.value} because:…")
    return SeverityChanged(before, level, because or "")


@registry.command("status")
def status(now: Situation, status: Status, because: Text | None = None) -> StatusChanged:
    """Say where it stands: investigating, identified, monitoring or resolved.

    /status identified
    """
    before = now.state.status
    if status is before:
        raise CommandError(f"it is {before} already")
    return StatusChanged(before, status, because or "")


@registry.command("resolve", "resolved")
def resolve(now: Situation, because: Text | None = None) -> StatusChanged:
    """Resolve the incident, then go on to its post-mortem.

    /resolve error rate back to normal for 15 minutes
    """
    if now.state.status is Status.RESOLVED:
        raise CommandError("it is resolved already; /postmortem goes on, /reopen takes it back")
    return StatusChanged(now.state.status, Status.RESOLVED, because or "")


@registry.command("reopen")
def reopen(now: Situation, because: Text | None = None) -> StatusChanged:
    """Take a resolve back: it burns again.

    /reopen error rate is up again
    """
    if now.state.status is not Status.RESOLVED:
        raise CommandError(f"it is not resolved; it is {now.state.status}")
    return StatusChanged(Status.RESOLVED, Status.INVESTIGATING, because or "")


@registry.command("ic", "commander")
def ic(now: Situation, person: Person) -> RoleAssigned:
    """Make somebody Incident Commander; a second one takes over from the first.

    /ic @maria
    """
    return role(now, Role(COMMANDER), person)


@registry.command("scribe")
def scribe(now: Situation, person: Person) -> RoleAssigned:
    """Name the scribe, who keeps this log.

    /scribe @jo
    """
    return role(now, Role("scribe"), person)


@registry.command("comms")
def comms(now: Situation, person: Person) -> RoleAssigned:
    """Name the Comms Lead, who speaks to customers and executives.

    /comms @lee
    """
    return role(now, Role("comms"), person)


@registry.command("role")
def role(now: Situation, role: Role, person: Person) -> RoleAssigned:
    """Give somebody a role, one of your own included.

    /role deputy @ana
    /role db-sme @li
    """
    held = now.state.roles.get(role)
    if held and held.person == person:
        raise CommandError(f"@{person} is {role_title(role)} already")
    return RoleAssigned(role, person, held.person if held else "")


@registry.command("release")
def release(now: Situation, role: Role) -> RoleReleased:
    """Leave a role empty.

    /release scribe
    """
    if (held := now.state.roles.get(role)) is None:
        there = ", ".join(now.state.roles) or "nobody has one yet"
        raise CommandError(f"nobody is {role_title(role)}; roles held: {there}")
    return RoleReleased(role, held.person)


@registry.command("title")
def title(now: Situation, title: Text) -> TitleChanged:
    """Give the incident a better name.

    /title Checkout fails for EU cards
    """
    if title == now.state.title:
        raise CommandError("that is its title already")
    return TitleChanged(now.state.title, title)
