"""How a fact reads in one line of the timeline: one wording for screen, search and every export."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, Final

from incident_tui.domain import action_facts, facts
from incident_tui.domain import call_facts as call
from incident_tui.domain import curation_facts as curation
from incident_tui.domain import decision_facts as decided
from incident_tui.domain import learning_facts as learning
from incident_tui.domain import program_facts as program
from incident_tui.domain import review_facts as review
from incident_tui.domain.fact import Fact
from incident_tui.domain.incident import role_title
from incident_tui.domain.privacy_facts import MadePrivate, PrivacyLifted
from incident_tui.domain.role_facts import CommandTaken
from incident_tui.domain.when import length


def wording(fact: Fact) -> str:
    """The text of an entry, without its kind; may hold newlines where the person typed them."""
    write = _WORDINGS.get(type(fact))
    return write(fact) if write else ""


def word(fact: Fact) -> str:
    """The kind as people read it: `note`, `severity`, `action`."""
    return word_of(fact.kind if isinstance(fact, facts.Unknown) else fact.KIND)


def word_of(kind: str) -> str:
    """The word for a kind of the store: `noted` is a note."""
    return _WORDS.get(kind, kind)


def _because(text: str, reason: str) -> str:
    return f"{text}: {reason}" if reason else text


def _declared(fact: facts.Declared) -> str:
    service = f" ({fact.service})" if fact.service else ""
    return f"{fact.severity.name} {fact.title}{service}"


def _role(fact: facts.RoleAssigned) -> str:
    taken = f", taking over from @{fact.previous}" if fact.previous else ""
    return f"@{fact.person} is {role_title(fact.role)}{taken}"


def _decision(fact: facts.DecisionMade) -> str:
    return f"{fact.text} · @{fact.executor}" if fact.executor else fact.text


def _measures(fact: facts.ImpactRecorded) -> str:
    named = ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in fact.measures.items())
    return " · ".join(part for part in (named, fact.text) if part)


def _action(fact: facts.ActionItemAdded) -> str:
    parts = [fact.text, f"@{fact.owner}" if fact.owner else "no owner"]
    parts += [f"due {fact.due}"] if fact.due else []
    return " · ".join(parts + [str(v) for v in (fact.priority, fact.kind) if v])


def _action_changed(fact: facts.ActionItemChanged) -> str:
    parts = [fact.text or "", f"@{fact.owner}" if fact.owner else ""]
    parts += [f"due {fact.due}" if fact.due else ""]
    parts += [str(v) for v in (fact.priority, fact.kind) if v]
    parts += [f"for “{fact.factor}”" if fact.factor else ""]
    parts += [f"worked when {fact.success}" if fact.success else ""]
    return _because("changed: " + " · ".join(part for part in parts if part), fact.reason)


def _overridden(text: str, why: str) -> str:
    return f"{text}, a policy set aside: {why}" if why else text


def _amended(fact: facts.Amended) -> str:
    when = f"{fact.occurred_at:%H:%M:%S}" if fact.occurred_at else ""
    return "corrected: " + " ".join(part for part in (when, fact.text or "") if part)


def _task(fact: call.TaskAssigned) -> str:
    clock = f" · {fact.minutes} min" if fact.minutes else ""
    return f"@{fact.owner} {fact.text}{clock}"


def _update(fact: call.UpdateLogged) -> str:
    named = {"drafted by": fact.drafter, "approved by": fact.approver}
    parts = [f"{what} @{who}" for what, who in named.items() if who]
    parts += [f"on {fact.channel}"] if fact.channel else []
    return " · ".join((f"{fact.flavour or fact.audience}: {fact.text}", *parts))


def _proposal(fact: decided.Proposed) -> str:
    parts = [fact.text, f"@{fact.executor}" if fact.executor else ""]
    parts += [f"within {fact.minutes} min" if fact.minutes else "", *_weighed(fact)]
    return " · ".join(part for part in parts if part)


def _weighed(fact: decided.Proposed | decided.RiskStated) -> tuple[str, str]:
    return (
        f"risk: {fact.risk}" if fact.risk else "",
        f"back-out: {fact.backout}" if fact.backout else "",
    )


def _carried(fact: decided.Carried) -> str:
    by = f"carried · @{fact.executor}" if fact.executor else "carried"
    clock = f" · {fact.minutes} min" if fact.minutes else ""
    return _because(f"{by}{clock}", fact.reason)


def _slowed(fact: call.CadenceSlowed) -> str:
    by = f", confirmed by @{fact.commander}" if fact.commander else ""
    return _because(f"public updates come less often from here{by}", fact.reason)


def _escalated(fact: program.Escalated) -> str:
    by_hand = " (to be called by hand)" if fact.by_hand else ""
    return f"@{fact.team}: {fact.reason}{by_hand}"


def _ran(fact: program.ProgramRan) -> str:
    called = f"called @{fact.team}: " if fact.team else ""
    ended = "stopped" if fact.exit_code is None else f"exit {fact.exit_code}"
    output = f"\n{fact.output}" if fact.output else ""
    return f"{called}{fact.command} · {ended} after {_took(fact.seconds)}{output}"


def _took(seconds: float) -> str:
    return f"{seconds:.1f} s" if seconds < 60 else length(timedelta(seconds=seconds))


def _imported(fact: facts.Imported) -> str:
    return f"{fact.speaker}: {fact.text}" if fact.speaker else fact.text


def _import_begun(fact: facts.ImportBegun) -> str:
    return f"brings in {fact.text or 'what was said elsewhere'} ({fact.origin})"


def _import(fact: facts.ImportCompleted) -> str:
    if not (fact.entries or fact.others or fact.filled):
        named = fact.text != fact.origin
        return f"follows {fact.text} ({fact.origin})" if named else f"listens to {fact.origin}"
    lines = "1 entry" if fact.entries == 1 else f"{fact.entries} entries"
    return f"{lines} from {fact.origin}{f' ({fact.text})' if fact.text else ''}"


_WORDS: Final = {
    "noted": "note",
    "import-begun": "import",
    "role-released": "role",
    "command-taken": "role",
    "action-changed": "action",
    "action-done": "action",
    "action-declined": "action",
    "suggestion-dismissed": "action",
    **dict.fromkeys(("retold", "merged", "hidden", "unhidden"), "curated"),
    "unstarred": "star",
    "task-acknowledged": "task",
    "task-handed-on": "task",
    "task-closed": "task",
    "clock-snoozed": "clock",
    "cadence-slowed": "clock",
    "starred": "star",
    **dict.fromkeys((each.KIND for each in review.REVIEW_FACTS), "review"),
    "escalation": "escalate",
    "recurrence-rejected": "recurrence",
    PrivacyLifted.KIND: MadePrivate.KIND,
    **dict.fromkeys(("decision-risk", "objection"), "proposal"),
    **dict.fromkeys((f"decision-{end}" for end in ("carried", "withdrawn")), "decision"),
    **dict.fromkeys((f"decision-{end}" for end in ("verified", "failed")), "decision"),
}
_WORDINGS: Final[dict[type[Fact], Callable[[Any], str]]] = {
    facts.Declared: _declared,
    facts.Noted: lambda f: str(f.text),
    facts.SeverityChanged: lambda f: _because(f"{f.before.name} → {f.after.name}", f.reason),
    facts.StatusChanged: lambda f: _because(f"{f.before} → {f.after}", f.reason),
    facts.RoleAssigned: _role,
    CommandTaken: lambda f: f"@{f.person} has taken command from @{f.previous}",
    facts.RoleReleased: lambda f: f"@{f.person} is no longer {role_title(f.role)}",
    facts.DecisionMade: _decision,
    facts.LinkAdded: lambda f: f"{f.text} {f.url}" if f.text else str(f.url),
    facts.EvidenceAttached: lambda f: f"{f.text} {f.url}" if f.text else str(f.url),
    facts.ImpactRecorded: _measures,
    facts.ActionItemAdded: _action,
    facts.ActionItemChanged: _action_changed,
    facts.ActionItemDone: lambda f: "done",
    facts.ActionItemDeclined: lambda f: _because("declined", f.reason),
    action_facts.SuggestionDismissed: lambda f: _because(
        f"does not take up the suggestion {f.suggestion}", f.reason
    ),
    curation.Retold: lambda f: (
        f"for readers: {f.text}" if f.text else "for readers as it was logged"
    ),
    curation.Merged: lambda f: (
        "told as part of another entry" if f.into else "told on its own again"
    ),
    curation.Hidden: lambda f: "hidden as noise",
    curation.Unhidden: lambda f: "shown again",
    facts.MilestoneMarked: lambda f: f"marked {f.milestone}",
    facts.Starred: lambda f: "published an entry",
    facts.Unstarred: lambda f: "withdrew an entry",
    facts.TitleChanged: lambda f: f"{f.before} → {f.after}",
    facts.Amended: _amended,
    facts.Retracted: lambda f: _because("took back an entry", f.reason),
    facts.Redacted: lambda f: _because("removed the text of an entry", f.reason),
    facts.PostMortemPublished: lambda f: _overridden("post-mortem published", f.override),
    review.ReviewRequested: lambda f: _overridden("post-mortem in review", f.override),
    review.ReviewReturned: lambda f: _because("post-mortem is a draft again", f.reason),
    review.ReviewReopened: lambda f: _because("post-mortem in review again", f.reason),
    review.PostMortemClosed: lambda f: _overridden("post-mortem closed", f.override),
    review.ReviewerAsked: lambda f: f"asks @{f.person} to read it ({f.circle})",
    review.SignedOff: lambda f: _because(f"@{f.person} signed off", f.text),
    review.Commented: lambda f: f"on {f.step}: {f.text}",
    review.CommentSettled: lambda f: _because("settled a comment", f.reason),
    review.MeetingBegun: lambda f: "the review meeting begins",
    review.MeetingEnded: lambda f: "the review meeting ends",
    review.Attended: lambda f: f"@{f.person} is at the review meeting",
    facts.Imported: _imported,
    facts.ImportBegun: _import_begun,
    facts.ImportCompleted: _import,
    call.TaskAssigned: _task,
    call.TaskAcknowledged: lambda f: "understood",
    call.TaskHandedOn: lambda f: f"@{f.previous} hands it on to @{f.owner}",
    call.TaskClosed: lambda f: _because(str(f.outcome), f.reason),
    call.UpdateLogged: _update,
    call.ClockSnoozed: lambda f: f"{f.audience} update put off {f.minutes} min: {f.reason}",
    call.CadenceSlowed: _slowed,
    call.ChecklistTicked: lambda f: f"{f.number} {f.item}",
    learning.RecurrenceConfirmed: lambda f: _because(
        f"shares a factor with INC-{f.number}", f.text
    ),
    learning.RecurrenceRejected: lambda f: _because(f"is not INC-{f.number} again", f.reason),
    decided.Proposed: _proposal,
    decided.RiskStated: lambda f: " · ".join(filter(None, _weighed(f))),
    decided.Objected: lambda f: f"@{f.person} objects: {f.reason}",
    decided.Carried: _carried,
    decided.Withdrawn: lambda f: _because("withdrawn", f.reason),
    decided.Verified: lambda f: _because("verified", f.result),
    decided.Failed: lambda f: _because("failed", f.result),
    MadePrivate: lambda f: f"only {' '.join(f'@{who}' for who in f.people)} may see it",
    PrivacyLifted: lambda f: "everybody may see it again",
    program.Escalated: _escalated,
    program.ProgramRan: _ran,
    facts.Unknown: lambda f: str(f.raw),
}
