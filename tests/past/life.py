"""One invented incident, told by a seed: what was logged as it burned and in the weeks after."""

import random
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from math import exp
from typing import Final, NamedTuple

from incident_tui.domain import facts
from incident_tui.domain.call_facts import UpdateLogged
from incident_tui.domain.fact import Fact
from incident_tui.domain.incident import (
    ActionKind,
    Audience,
    Milestone,
    Priority,
    Severity,
    Status,
)
from tests.past import company

DAYS_TO_FIX: Final = {1: 15, 2: 30, 3: 60, 4: 60, 5: 90}


class Said(NamedTuple):
    """A fact, when it happened, and who logged it."""

    at: datetime
    fact: Fact
    author: str


class Life(NamedTuple):
    """An incident from beginning to end; the action items are known by their place in `said`.

    `factors` is the answer of its post-mortem, None where it was never written.
    """

    service: company.Service
    severity: int
    declared_at: datetime
    said: list[Said]
    closing: list[tuple[datetime, int, str]]
    factors: str | None
    published_at: datetime | None


def life(chance: random.Random, began: datetime, now: datetime) -> Life:
    """What happened from `began` to `now`; nothing is told of what is still to come."""
    teller = _Teller(chance, began, now)
    teller.call()
    if teller.resolved is not None:
        teller.follow()
    return Life(
        teller.service,
        teller.severity,
        teller.declared,
        [each for each in teller.said if each.at <= now],
        [each for each in teller.closing if each[0] <= now],
        teller.factors,
        teller.published,
    )


class _Teller:
    def __init__(self, chance: random.Random, began: datetime, now: datetime) -> None:
        self.chance = chance
        self.now = now
        weights = [service.weight for service in company.SERVICES]
        self.service = chance.choices(company.SERVICES, weights)[0]
        self.severity = chance.choices(list(company.SEVERITIES), list(company.SEVERITIES.values()))[
            0
        ]
        self.started = began
        self.declared = began + self.minutes(3 + 2 * self.severity)
        self.ic, self.scribe = chance.sample(company.PEOPLE, 2)
        self.said: list[Said] = []
        self.closing: list[tuple[datetime, int, str]] = []
        self.resolved: datetime | None = None
        self.factors: str | None = None
        self.published: datetime | None = None

    def minutes(self, typical: float, spread: float = 0.8) -> timedelta:
        """A span that is mostly about so long and now and then much longer."""
        return timedelta(seconds=round(60 * typical * exp(self.chance.gauss(0, spread))) + 1)

    def say(self, at: datetime, fact: Fact, author: str = "") -> None:
        """Log it, if it has happened by now."""
        if at <= self.now:
            self.said.append(Said(at, fact, author or self.scribe))

    def call(self) -> None:
        """From the declaration to the last resolve."""
        chance, level = self.chance, Severity(self.severity)
        name = self.service.name or "a batch job"
        symptom, trigger = chance.choice(company.SYMPTOMS), chance.choice(company.TRIGGERS)
        title = f"{name.capitalize()} {symptom} {trigger}"
        known = self.started if chance.random() < 0.8 else None
        self.say(self.declared, facts.Declared(title, level, self.service.name, known))
        at = self.declared + self.minutes(2 + level)
        self.say(at, facts.RoleAssigned("ic", self.ic))
        lasts = self.minutes((70, 60, 90, 200, 900)[level - 1], 0.9)
        end = self.declared + max(lasts, timedelta(minutes=4))
        self._updates(level, end)
        for _ in range(chance.randint(1, 4)):
            note = facts.Noted(chance.choice(company.NOTES))
            self.say(self._between(at, end), note)
        if chance.random() < 0.8:
            decided = facts.DecisionMade(chance.choice(company.DECISIONS), self.ic)
            self.say(self._between(at, end), decided)
        if chance.random() < 0.7:
            calm = facts.StatusChanged(Status.INVESTIGATING, Status.MONITORING)
            self.say(self.declared + (end - self.declared) * 0.7, calm)
        elif chance.random() < 0.5:
            marked = facts.MilestoneMarked(Milestone.MITIGATED)
            self.say(self.declared + (end - self.declared) * 0.8, marked)
        self._resolve(end)

    def _resolve(self, end: datetime) -> None:
        """One in fifteen is reopened, and burns once more."""
        over = facts.StatusChanged(Status.MONITORING, Status.RESOLVED)
        self.say(end, over)
        if self.chance.random() < 0.065:
            again = end + self.minutes(300)
            self.say(
                again, facts.StatusChanged(Status.RESOLVED, Status.INVESTIGATING, "it is back")
            )
            end = again + self.minutes(60)
            self.say(end, over)
        self.resolved = end if end <= self.now else None

    def _updates(self, level: Severity, end: datetime) -> None:
        cadences = {Audience.INTERNAL: (30, 30, 60, 0, 0), Audience.PUBLIC: (20, 20, 0, 0, 0)}
        for audience, minutes in cadences.items():
            every, at = minutes[level - 1], self.declared
            while every and self.chance.random() < 0.97:
                at += timedelta(minutes=every * self.chance.choice((0.6, 0.8, 0.9, 0.95, 1.3)))
                if at >= end:
                    break
                self.say(at, UpdateLogged(audience, "we are working on it", self.ic))

    def _between(self, begin: datetime, end: datetime) -> datetime:
        return begin + (max(end, begin) - begin) * self.chance.random()

    def follow(self) -> None:
        """The post-mortem and the action items; teams learn to do both in time, slowly."""
        assert self.resolved is not None
        wanted = (1.0, 0.97, 0.75, 0.3, 0.1)[self.severity - 1]
        if self.chance.random() > wanted:
            return
        kinds = self.service.factors
        chosen = self.chance.sample(kinds, min(len(kinds), self.chance.choice((1, 2, 2))))
        lines = [f"{self.chance.choice(company.FACTORS[kind])} ({kind})" for kind in chosen]
        took = timedelta(
            hours=(26, 34, 52, 90, 120)[self.severity - 1] * exp(self.chance.gauss(0, 0.9))
        )
        out = self.resolved + took
        if out <= self.now and self.chance.random() < 0.93:
            self.factors, self.published = "\n".join(lines), out
        for _ in range(self.chance.choice((1, 2, 2, 3, 3, 4, 5))):
            self._action(self.resolved + self.minutes(600))

    def _action(self, at: datetime) -> None:
        chance = self.chance
        text = chance.choice(company.WORK).format(
            what=chance.choice(company.WHATS), service=self.service.name or "the job"
        )
        due: date | None = (at + timedelta(days=DAYS_TO_FIX[self.severity])).date()
        if chance.random() < 0.1:
            due = None
        owner = chance.choice(company.PEOPLE) if chance.random() < 0.95 else ""
        priority = chance.choice(
            (Priority.HIGH, Priority.MEDIUM, Priority.MEDIUM, Priority.LOW, None)
        )
        kind = chance.choice(tuple(ActionKind))
        place = len(self.said)
        self.say(at, facts.ActionItemAdded(text, owner, due, priority, kind), self.ic)
        fate = chance.random()
        ready = at + timedelta(days=DAYS_TO_FIX[self.severity] * 0.6 * exp(chance.gauss(0, 0.7)))
        if len(self.said) > place and fate < 0.87:
            self.closing.append((ready, place, "done" if fate < 0.79 else "declined"))


def beginnings(
    chance: random.Random, count: int, first: datetime, last: datetime
) -> Iterator[datetime]:
    """When incidents begin: more by day than by night, fewer at weekends, slowly fewer a year."""
    span = (last - first).total_seconds()
    found: list[datetime] = []
    while len(found) < count:
        at = first + timedelta(seconds=round(span * chance.random() ** 1.1))
        likely = 1.0 if 8 <= at.hour < 19 else 0.4
        likely *= 0.45 if at.weekday() >= 5 else 1.0
        if chance.random() < likely:
            found.append(at)
    yield from sorted(found)
