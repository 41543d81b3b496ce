"""Facts, entries and whole logs as Hypothesis makes them: late, corrected, aimed at anything."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from incident_tui.domain import action_facts, facts
from incident_tui.domain import call_facts as call
from incident_tui.domain import curation_facts as curation
from incident_tui.domain import decision_facts as decided
from incident_tui.domain import learning_facts as learning
from incident_tui.domain import program_facts as program
from incident_tui.domain import review_facts as review
from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.fact import Fact
from incident_tui.domain.incident import (
    ROLE_TITLES,
    ActionKind,
    Audience,
    Milestone,
    Priority,
    Severity,
    Status,
    TaskOutcome,
)
from incident_tui.domain.privacy_facts import MadePrivate, PrivacyLifted
from incident_tui.domain.role_facts import CommandTaken
from incident_tui.domain.text import storable
from tests.support.entries import DECLARED, at, entry, id_of

Fields = dict[str, SearchStrategy[Any]]

ANY_TEXT: Final = st.text(st.characters(), max_size=30)
"""Lone surrogates and control characters included, as a paste may bring them."""
TEXTS: Final = st.text(max_size=20).map(storable)
"""What may be stored."""
NAMES: Final = st.sampled_from(("ana", "jo", "li", "maria"))
ROLES: Final = st.sampled_from((*ROLE_TITLES, "db-sme"))
DATES: Final = st.dates(date(2026, 1, 1), date(2027, 12, 31))
MOMENTS: Final = st.integers(-20, 40).map(lambda quarters: at(quarters / 4))
MINUTES: Final = st.integers(1, 90)
_ACTION: Final[Fields] = {
    "due": st.none() | DATES,
    "priority": st.none() | st.sampled_from(Priority),
    "kind": st.none() | st.sampled_from(ActionKind),
    "factor": TEXTS,
    "success": TEXTS,
}
_EARLIER: Final[Fields] = {
    "earlier": st.sampled_from((id_of(0), "elsewhere")),
    "number": st.integers(1, 99),
}
_UNAIMED: Final[dict[type[Fact], Fields]] = {
    facts.Declared: {
        "title": TEXTS,
        "severity": st.sampled_from(Severity),
        "service": TEXTS,
        "started_at": st.none() | MOMENTS,
    },
    facts.Noted: {"text": TEXTS},
    facts.SeverityChanged: {
        "before": st.sampled_from(Severity),
        "after": st.sampled_from(Severity),
        "reason": TEXTS,
    },
    facts.StatusChanged: {
        "before": st.sampled_from(Status),
        "after": st.sampled_from(Status),
        "reason": TEXTS,
    },
    facts.RoleAssigned: {"role": ROLES, "person": NAMES, "previous": st.just("") | NAMES},
    facts.RoleReleased: {"role": ROLES, "person": NAMES},
    facts.DecisionMade: {"text": TEXTS, "executor": st.just("") | NAMES},
    facts.LinkAdded: {"url": st.just("https://a.example/1"), "text": TEXTS},
    facts.ImpactRecorded: {
        "measures": st.dictionaries(st.sampled_from(("users", "error_rate")), TEXTS),
        "text": TEXTS,
    },
    facts.ActionItemAdded: {"text": TEXTS, "owner": st.just("") | NAMES, **_ACTION},
    action_facts.SuggestionDismissed: {
        "suggestion": st.sampled_from(("customer-1", "noise-2")),
        "reason": TEXTS,
    },
    facts.MilestoneMarked: {"milestone": st.sampled_from(Milestone)},
    facts.TitleChanged: {"before": TEXTS, "after": TEXTS},
    facts.PostMortemPublished: {"digest": st.just("ab" * 32), "owner": st.just("") | NAMES},
    facts.Imported: {
        "text": TEXTS,
        "origin": st.just("chat"),
        "speaker": TEXTS,
        "batch": st.just("") | st.integers(1, 6).map(id_of),
    },
    facts.ImportBegun: {
        "origin": st.just("chat"),
        "text": TEXTS,
        "batch": st.integers(1, 6).map(id_of),
    },
    facts.ImportCompleted: {
        "origin": st.just("chat"),
        "entries": st.integers(0, 9),
        "others": st.lists(st.integers(1, 6).map(id_of), max_size=2).map(tuple),
    },
    call.TaskAssigned: {"text": TEXTS, "owner": NAMES, "minutes": st.none() | MINUTES},
    call.UpdateLogged: {
        "audience": st.sampled_from(Audience),
        "text": TEXTS,
        "approver": st.just("") | NAMES,
        "flavour": st.sampled_from(("", "executive", "can")),
        "drafter": st.just("") | NAMES,
        "channel": TEXTS,
    },
    call.ClockSnoozed: {
        "audience": st.sampled_from(Audience),
        "minutes": MINUTES,
        "reason": TEXTS,
    },
    call.CadenceSlowed: {"reason": TEXTS, "commander": st.just("") | NAMES},
    CommandTaken: {"person": NAMES, "previous": NAMES},
    learning.RecurrenceConfirmed: {**_EARLIER, "text": TEXTS},
    learning.RecurrenceRejected: {**_EARLIER, "reason": TEXTS},
    call.ChecklistTicked: {"item": TEXTS, "number": st.integers(1, 9)},
    program.Escalated: {"team": NAMES, "reason": TEXTS, "by_hand": st.booleans()},
    program.ProgramRan: {
        "command": TEXTS,
        "seconds": st.floats(0, 9000),
        "exit_code": st.none() | st.integers(-15, 255),
        "output": TEXTS,
        "team": st.just("") | NAMES,
    },
    decided.Proposed: {
        "text": TEXTS,
        "executor": st.just("") | NAMES,
        "risk": TEXTS,
        "backout": TEXTS,
        "minutes": st.none() | MINUTES,
    },
    review.ReviewRequested: {"override": TEXTS},
    review.ReviewReturned: {"reason": TEXTS},
    review.ReviewReopened: {"reason": TEXTS},
    review.PostMortemClosed: {"override": TEXTS},
    review.ReviewerAsked: {"person": NAMES, "circle": st.sampled_from(review.Circle)},
    review.SignedOff: {"person": NAMES, "text": TEXTS},
    review.Commented: {"step": st.sampled_from(("summary", "factors")), "text": TEXTS},
    review.MeetingBegun: {},
    review.MeetingEnded: {},
    review.Attended: {"person": NAMES},
    MadePrivate: {"people": st.lists(NAMES, min_size=1, max_size=3).map(tuple)},
    PrivacyLifted: {},
    facts.Unknown: {"kind": st.just("weather"), "version": st.just(1), "raw": TEXTS},
}
_AIMED: Final[dict[type[Fact], tuple[str, Fields]]] = {
    facts.EvidenceAttached: ("target", {"url": st.just("https://a.example/2"), "text": TEXTS}),
    facts.Amended: ("target", {"text": st.none() | TEXTS, "occurred_at": st.none() | MOMENTS}),
    facts.Retracted: ("target", {"reason": TEXTS}),
    facts.Redacted: ("target", {"reason": TEXTS}),
    facts.Starred: ("target", {}),
    review.CommentSettled: ("target", {"reason": TEXTS}),
    curation.Retold: ("target", {"text": TEXTS}),
    curation.Merged: ("target", {"into": st.sampled_from(("", id_of(1), id_of(2), "nowhere"))}),
    curation.Hidden: ("target", {}),
    curation.Unhidden: ("target", {}),
    facts.Unstarred: ("target", {}),
    facts.ActionItemDone: ("action", {}),
    facts.ActionItemDeclined: ("action", {"reason": TEXTS}),
    facts.ActionItemChanged: (
        "action",
        {"text": st.none() | TEXTS, "owner": st.none() | NAMES, **_ACTION, "reason": TEXTS},
    ),
    call.TaskAcknowledged: ("task", {}),
    call.TaskHandedOn: ("task", {"owner": NAMES, "previous": NAMES}),
    decided.RiskStated: (
        "decision",
        {"risk": st.none() | TEXTS, "backout": st.none() | TEXTS},
    ),
    decided.Objected: ("decision", {"person": NAMES, "reason": TEXTS}),
    decided.Carried: (
        "decision",
        {"executor": st.just("") | NAMES, "minutes": st.none() | MINUTES, "reason": TEXTS},
    ),
    decided.Withdrawn: ("decision", {"reason": TEXTS}),
    decided.Verified: ("decision", {"result": TEXTS}),
    decided.Failed: ("decision", {"result": TEXTS}),
    call.TaskClosed: ("task", {"outcome": st.sampled_from(TaskOutcome), "reason": TEXTS}),
}
_OFTEN: Final[tuple[type[Fact], ...]] = (
    *(facts.Retracted, facts.Amended, facts.SeverityChanged, facts.StatusChanged),
    *(facts.ActionItemAdded, call.TaskAssigned, decided.Proposed),
)
"""What the order and the corrections of a log matter to most."""
MADE: Final = frozenset((*_UNAIMED, *_AIMED))
"""The kinds of fact that these strategies can make."""


def fact_of(kind: type[Fact], ids: Sequence[str]) -> SearchStrategy[Fact]:
    """Facts of one kind; one that speaks of an entry speaks of one of `ids`."""
    if kind in _UNAIMED:
        return st.builds(kind, **_UNAIMED[kind])
    at_what, fields = _AIMED[kind]
    return st.builds(kind, **{at_what: st.sampled_from(ids), **fields})


@cache  # building the strategies takes longer than drawing from them
def all_facts(ids: tuple[str, ...]) -> SearchStrategy[Fact]:
    """Facts of every kind, those that corrections and lateness bear on most often."""
    return st.one_of([fact_of(kind, ids) for kind in (*_UNAIMED, *_AIMED, *_OFTEN * 4)])


@st.composite
def logs(draw: st.DrawFn, most: int = 12) -> list[TimelineEntry]:
    """Up to `most` entries in `seq` order after a declaration.

    Times fall on few minutes, so that some tie and some run backwards; what speaks of an entry may
    mean an earlier one, a later one, itself, the declaration, or one that is not there.
    """
    count = draw(st.integers(0, most))
    facts_made = all_facts(tuple(id_of(seq) for seq in range(count + 3)))
    entries = [entry(1, DECLARED, minutes=0)]
    for seq in range(2, count + 2):
        minutes, late = draw(st.integers(0, 8)), draw(st.sampled_from((0, 0, 5)))
        entries.append(entry(seq, draw(facts_made), minutes=minutes, late=late))
    return entries
