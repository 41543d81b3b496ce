"""A decision is proposed, opposed or not, carried, and proven; whoever leads keeps its thread."""

from incident_tui.commands.args import Minutes, Person, Text
from incident_tui.commands.outcome import Situation
from incident_tui.commands.registry import Registry
from incident_tui.domain.decision_facts import (
    Carried,
    Failed,
    Objected,
    Proposed,
    RiskStated,
    Verified,
    Withdrawn,
)
from incident_tui.domain.decisions import Decision, DecisionOutcome
from incident_tui.domain.errors import CommandError
from incident_tui.domain.text import one_line

registry = Registry("Decide")


@registry.command("propose", "p")
def propose(
    _: Situation,
    text: Text,
    executor: Person | None = None,
    *,
    risk: Text | None = None,
    backout: Text | None = None,
    within: Minutes | None = None,
) -> Proposed:
    """Propose what to do, and ask for strong objections while the window counts down.

    /propose roll back to build 412 @ana risk:"open carts are lost" backout:"deploy 413 again"
    /propose fail over to the replica within:10m
    """
    return Proposed(text, executor or "", risk or "", backout or "", within)


@registry.command("risk")
def risk(
    now: Situation,
    risk: Text | None = None,
    *,
    decision: Decision | None = None,
    backout: Text | None = None,
) -> RiskStated:
    """Say what may go wrong with a proposal, and how to go back; of the open one, if none is named.

    /risk D1 open carts are lost backout:"deploy 413 again"
    """
    about = decision or _meant(now)
    if risk is None and backout is None:
        raise CommandError(f'say what may go wrong: /risk {about.label} … backout:"…"')
    _known_then(now, about)
    return RiskStated(about.id, risk, backout)


@registry.command("object")
def object_(
    now: Situation, why: Text, person: Person | None = None, *, decision: Decision | None = None
) -> Objected:
    """Object to a proposal, and say why; to the open one, if none is named.

    /object D1 the schema has changed since @li
    /object not during the settlement run
    """
    about = decision or _meant(now)
    if not about.open:
        raise CommandError(f"{about.label} {_stands(about)}; /failed says that it went wrong")
    _known_then(now, about)
    return Objected(about.id, person or now.author, why)


@registry.command("carried", "carry")
def carried(
    now: Situation,
    because: Text | None = None,
    executor: Person | None = None,
    *,
    decision: Decision | None = None,
    within: Minutes | None = None,
) -> Carried:
    """Carry a proposal: it is done now; against an objection only with a reason.

    /carried D1 @ana within:10m
    /carried
    """
    about = decision or _meant(now)
    if not about.open:
        raise CommandError(f"{about.label} {_stands(about)}")
    _known_then(now, about)
    if about.objections and not because:
        last = about.objections[-1]
        raise CommandError(
            f"@{last.person} objects: {last.reason}; carry it all the same with a reason: "
            f"/carried {about.label} because…, or /withdraw {about.label}"
        )
    return Carried(about.id, executor or "", within, because or "")


@registry.command("withdraw")
def withdraw(
    now: Situation, because: Text | None = None, *, decision: Decision | None = None
) -> Withdrawn:
    """Give up a proposal that was not carried.

    /withdraw D1 the replica is further behind
    """
    about = decision or _meant(now)
    if not about.open:
        raise CommandError(f"{about.label} {_stands(about)}")
    _known_then(now, about)
    return Withdrawn(about.id, because or "")


@registry.command("verify")
def verify(
    now: Situation, result: Text | None = None, *, decision: Decision | None = None
) -> Verified:
    """Say that a decision was carried out and did what it should.

    /verify D1 the error rate is below 0.1 % in all zones
    """
    return Verified(_executed(now, decision).id, result or "")


@registry.command("failed")
def failed(now: Situation, why: Text, *, decision: Decision | None = None) -> Failed:
    """Say that a decision did not do what it should, and why.

    /failed D1 the old build does not start on the new schema
    """
    return Failed(_executed(now, decision).id, why)


def _meant(now: Situation) -> Decision:
    """The one proposal that a line without a number can mean; an opposed one comes last."""
    proposed = [decision for decision in now.state.decisions if decision.open]
    if not proposed:
        raise CommandError("no proposal is open; /propose makes one, /decision records one at once")
    return _one([decision for decision in proposed if not decision.objections] or proposed)


def _one(decisions: list[Decision]) -> Decision:
    if len(decisions) > 1:
        there = ", ".join(f"{decision.label} {one_line(decision.text)}" for decision in decisions)
        raise CommandError(f"say which: {there}")
    return decisions[0]


def _executed(now: Situation, named: Decision | None) -> Decision:
    executing = [decision for decision in now.state.decisions if decision.executing]
    if named is None and not executing:
        raise CommandError("no decision is being executed; /decision or /carried begins one")
    about = named or _one(executing)
    if about.open:
        raise CommandError(f"{about.label} is only proposed; /carried {about.label} comes first")
    if about.outcome is not None:
        raise CommandError(f"{about.label} {_stands(about)}")
    _known_then(now, about)
    return about


def _stands(decision: Decision) -> str:
    """`is being executed by @ana since 14:09:30`, `was withdrawn at 14:10:00`."""
    if decision.outcome is None and decision.carried_at is not None:
        by = f" by @{decision.executor}" if decision.executor else ""
        return f"is being executed{by} since {decision.carried_at:%H:%M:%S}"
    verb = "has" if decision.outcome is DecisionOutcome.FAILED else "was"
    return f"{verb} {decision.outcome} at {decision.closed_at:%H:%M:%S}"


def _known_then(now: Situation, decision: Decision) -> None:
    began = decision.carried_at or decision.at
    if now.at < began:
        raise CommandError(f"{decision.label} began at {began:%H:%M:%S}; give a later time")
