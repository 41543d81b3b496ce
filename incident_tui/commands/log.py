"""What people say and see while it burns: notes, decisions, links, impact, milestones."""

from incident_tui.commands.args import Person, Text, Url, Word
from incident_tui.commands.outcome import EditMilestones, Situation
from incident_tui.commands.registry import Registry
from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.errors import CommandError
from incident_tui.domain.facts import (
    DecisionMade,
    EvidenceAttached,
    ImpactRecorded,
    LinkAdded,
    MilestoneMarked,
    Noted,
)
from incident_tui.domain.incident import Milestone

registry = Registry("On the record")


@registry.command("note", "n")
def note(_: Situation, text: Text) -> Noted:
    """Write something down; a line without a slash is a note too.

    /note error rate is flat at 7 %, not rising
    """
    return Noted(text)


@registry.command("decision", "d", "decide")
def decision(_: Situation, text: Text, executor: Person | None = None) -> DecisionMade:
    """Record what was decided, and who carries it out.

    /decision roll back to build 412 @ana
    """
    return DecisionMade(text, executor or "")


@registry.command("link", "l")
def link(_: Situation, url: Url, text: Text | None = None) -> LinkAdded:
    """Keep a page worth finding again.

    /link https://grafana.example/d/checkout Grafana checkout p99
    """
    return LinkAdded(url, text or "")


@registry.command("evidence", "ev")
def evidence(
    now: Situation, url: Url, text: Text | None = None, *, entry: TimelineEntry | None = None
) -> EvidenceAttached:
    """Attach a link that proves an entry: the selected one, a numbered one, or your newest.

    /evidence #2 https://grafana.example/d/42 p99 before and after
    """
    return EvidenceAttached(pointed_at(now, entry).id, url, text or "")


@registry.command("impact", "i")
def impact(
    _: Situation,
    text: Text | None = None,
    *,
    users: Word | None = None,
    error_rate: Word | None = None,
    requests: Word | None = None,
    revenue: Word | None = None,
    regions: Word | None = None,
) -> ImpactRecorded:
    """Record how many are affected, and how badly; later values replace earlier ones.

    /impact users:1200 error_rate:7% checkout only
    """
    given = {"users": users, "error_rate": error_rate, "requests": requests}
    given |= {"revenue": revenue, "regions": regions}
    measures = {name: str(value) for name, value in given.items() if value}
    if not measures and not text:
        raise CommandError("say what the impact is: /impact users:1200 error_rate:7%")
    return ImpactRecorded(measures, text or "")


@registry.command("mark", "milestone")
def mark(now: Situation, milestone: Milestone | None = None) -> MilestoneMarked | EditMilestones:
    """Mark a milestone as reached now, or at the time the line begins with; alone, see all five.

    /mark
    /mark detected
    /mark mitigated
    """
    if milestone is None:
        missing = [each for each in Milestone if each not in now.state.milestones]
        return EditMilestones((missing or [*Milestone])[0])
    return MilestoneMarked(milestone)


def pointed_at(now: Situation, entry: TimelineEntry | None) -> TimelineEntry:
    """The entry that was named, else the selected one, else the speaker's newest."""
    found = entry or now.selected or now.mine()
    if found is None:
        raise CommandError("select an entry first, or name it by its number: #12")
    return found
