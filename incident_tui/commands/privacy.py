"""Who may see an incident is said whole each time, so that nobody is left in by what was before."""

from collections.abc import Iterable

from incident_tui.commands.args import People
from incident_tui.commands.outcome import Situation
from incident_tui.commands.registry import Registry
from incident_tui.domain.errors import CommandError
from incident_tui.domain.privacy_facts import MadePrivate, PrivacyLifted
from incident_tui.domain.text import storable

registry = Registry("Lead")


@registry.command("private")
def private(now: Situation, people: People) -> MadePrivate | PrivacyLifted:
    """Say who alone may see the incident, beside you; `off` lets everybody see it again.

    Name all of them each time. On a team's store a name is that of the person's role on the
    server, which keeps the incident from all others and takes it out of their copies. In a file it
    is only a record: who may read the file may read the incident.

    /private @ana @ben
    """
    before = now.state.members
    if not people:
        if not before:
            raise CommandError("it is not private; /private @ana @ben makes it so")
        return PrivacyLifted()
    members = with_author(people, now.author)
    if members == before:
        raise CommandError(f"only {' '.join(f'@{who}' for who in members)} may see it already")
    return MadePrivate(members)


def with_author(people: Iterable[str], author: str) -> tuple[str, ...]:
    """Those who may see the incident: the people named, and whoever names them."""
    return tuple(sorted({*people, storable(author)}))
