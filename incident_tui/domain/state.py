"""What is true of an incident now: one immutable value, read off the facts and never stored."""

from collections.abc import Mapping
from datetime import datetime, timedelta

import msgspec

from incident_tui.domain.actions import ActionItem, ActionStatus
from incident_tui.domain.decisions import Decision
from incident_tui.domain.incident import COMMANDER, Audience, Milestone, Severity, Status
from incident_tui.domain.review import Review
from incident_tui.domain.tasks import Task


class RoleAssignment(msgspec.Struct, frozen=True):
    """Who holds a role, and since when."""

    person: str
    since: datetime


class HandOver(msgspec.Struct, frozen=True):
    """Command changed hands; `taken_at` is when the new one said so."""

    person: str
    previous: str
    at: datetime
    taken_at: datetime | None = None


class Link(msgspec.Struct, frozen=True):
    """A page worth finding again."""

    url: str
    text: str
    at: datetime


class Update(msgspec.Struct, frozen=True):
    """What people outside the call were told, and who approved it."""

    audience: Audience
    text: str
    approver: str
    at: datetime
    flavour: str = ""
    drafter: str = ""
    channel: str = ""


class Snooze(msgspec.Struct, frozen=True):
    """An update clock put off, once, for a reason."""

    at: datetime
    until: datetime
    reason: str


class Publication(msgspec.Struct, frozen=True):
    """The first time the post-mortem went out; `digest` is that of the newest publication."""

    at: datetime
    owner: str
    digest: str


class Recurrence(msgspec.Struct, frozen=True):
    """What a person said of it and an earlier incident; `text` is the shared factor, or why not."""

    earlier: str
    number: int
    confirmed: bool
    text: str
    at: datetime


class Overlay(msgspec.Struct, frozen=True):
    """What later facts say about one entry; the entry itself never changes."""

    starred: bool = False
    retracted_by: str = ""
    redacted: bool = False
    reason: str = ""
    text: str | None = None
    occurred_at: datetime | None = None
    evidence: tuple[Link, ...] = ()
    told: str = ""
    """How it reads in the post-mortem, where that is not how it was logged."""
    merged_into: str = ""
    hidden: bool = False
    withdrawn: bool = False
    """Of an import and what came in beside its lines: it was taken back, and its lines with it."""

    @property
    def retracted(self) -> bool:
        """The entry no longer counts."""
        return bool(self.retracted_by)

    @property
    def amended(self) -> bool:
        """The wording or the time was corrected."""
        return self.text is not None or self.occurred_at is not None


PLAIN = Overlay()
"""The overlay of an entry that nothing else speaks of."""


class IncidentState(msgspec.Struct, frozen=True):
    """The fold of an incident's facts; all times aware UTC."""

    title: str = ""
    service: str = ""
    severity: Severity = Severity.SEV3
    status: Status = Status.INVESTIGATING
    declared_at: datetime | None = None
    resolved_at: datetime | None = None
    severities: tuple[tuple[datetime, Severity], ...] = ()
    roles: Mapping[str, RoleAssignment] = {}
    milestones: Mapping[Milestone, datetime] = {}
    decisions: tuple[Decision, ...] = ()
    links: tuple[Link, ...] = ()
    impact: Mapping[str, str] = {}
    actions: tuple[ActionItem, ...] = ()
    dismissed: Mapping[str, str] = {}
    """Suggested follow-ups that nobody wants: the reason, by the key of the suggestion."""
    tasks: tuple[Task, ...] = ()
    updates: tuple[Update, ...] = ()
    snoozes: Mapping[Audience, Snooze] = {}
    called: Mapping[str, datetime] = {}
    ticked: Mapping[str, datetime] = {}
    slowed_at: datetime | None = None
    reopened_at: datetime | None = None
    published: Publication | None = None
    review: Review = Review()
    recurrences: Mapping[str, Recurrence] = {}
    overlays: Mapping[str, Overlay] = {}
    cause: str = ""
    """What was said when it was identified: the cause as far as it is known."""
    vacated: Mapping[str, datetime] = {}
    """When a role that nobody holds was left."""
    handover: HandOver | None = None
    """The last time command changed hands."""
    members: tuple[str, ...] = ()
    """Who alone may see it; empty while everybody may."""

    @property
    def commander(self) -> str:
        """The Incident Commander, or an empty string."""
        held = self.roles.get(COMMANDER)
        return held.person if held else ""

    @property
    def open_actions(self) -> tuple[ActionItem, ...]:
        """Action items neither done nor declined."""
        return tuple(a for a in self.actions if a.status is ActionStatus.OPEN)

    @property
    def open_tasks(self) -> tuple[Task, ...]:
        """Tasks nobody has closed, the one due first in front."""
        still = [task for task in self.tasks if task.open]
        return tuple(sorted(still, key=lambda task: (task.due is None, task.due or task.since)))

    @property
    def decided(self) -> tuple[Decision, ...]:
        """Decisions that were carried; what is only proposed is none yet."""
        return tuple(decision for decision in self.decisions if decision.made)

    @property
    def running(self) -> tuple[Decision, ...]:
        """Decisions that are proposed or being executed, the newest in front."""
        return tuple(d for d in reversed(self.decisions) if d.outcome is None)

    def updated(self, audience: Audience) -> datetime | None:
        """When that audience was last told something."""
        return max((u.at for u in self.updates if u.audience is audience), default=None)

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody the facts name, sorted: the roster that completion offers."""
        named = {held.person for held in self.roles.values()}
        for decision in self.decisions:
            named |= {
                decision.executor,
                decision.proposer,
                *(o.person for o in decision.objections),
            }
        named.update(a.owner for a in self.actions)
        named.update(task.owner for task in self.tasks)
        named.update(self.members)
        return tuple(sorted(named - {""}))

    @property
    def began_at(self) -> datetime | None:
        """Where its clock starts: the `started` milestone, else the declaration."""
        return self.milestones.get(Milestone.STARTED, self.declared_at)

    def duration(self, now: datetime) -> timedelta:
        """From its beginning to the last resolve, or to `now` while it burns; never negative."""
        if self.began_at is None:
            return timedelta(0)
        end = self.milestones.get(Milestone.RESOLVED, now)
        return max(end - self.began_at, timedelta(0))

    def severity_at(self, when: datetime) -> Severity:
        """The severity that held at that moment (the first one, before any)."""
        held = [severity for at, severity in self.severities if at <= when]
        return held[-1] if held else (self.severities[0][1] if self.severities else self.severity)

    @property
    def withdrawn(self) -> frozenset[str]:
        """The imports that were taken back, by id; in a window one row tells of all their lines."""
        return frozenset(id_ for id_, overlay in self.overlays.items() if overlay.withdrawn)

    def overlay(self, entry_id: str) -> Overlay:
        """What later facts say about that entry."""
        return self.overlays.get(entry_id, PLAIN)
