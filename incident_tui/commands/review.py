"""The review: who reads, who agrees, what is said about a step, and who was in the meeting."""

from incident_tui.commands.args import Person, Text
from incident_tui.commands.outcome import Situation
from incident_tui.commands.registry import Registry
from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.errors import CommandError
from incident_tui.domain.postmortem import StepId
from incident_tui.domain.review_facts import (
    Attended,
    Circle,
    Commented,
    CommentSettled,
    MeetingBegun,
    MeetingEnded,
    ReviewerAsked,
    SignedOff,
)

registry = Registry("Review")


@registry.command("reviewer")
def reviewer(_: Situation, person: Person, circle: Circle | None = None) -> ReviewerAsked:
    """Ask somebody to read the post-mortem: the first circle was there, the wider was not.

    /reviewer @ana
    /reviewer @li wider
    """
    return ReviewerAsked(person, circle or Circle.FIRST)


@registry.command("signoff")
def signoff(now: Situation, text: Text | None = None, person: Person | None = None) -> SignedOff:
    """Say that you, or somebody, have read the post-mortem and agree with it.

    /signoff
    /signoff @li read it on the train
    """
    return SignedOff(person or Person(now.author), text or "")


@registry.command("comment")
def comment(_: Situation, step: StepId, text: Text) -> Commented:
    """Say something about a step of the post-mortem, such as its factors.

    /comment factors Is the missing canary not one of them?
    """
    return Commented(step, text)


@registry.command("settle")
def settle(now: Situation, entry: TimelineEntry, because: Text | None = None) -> CommentSettled:
    """Say what became of a comment; it is named by the number of its entry.

    /settle #4 it is now
    """
    found = next((c for c in now.state.review.comments if c.id == entry.id), None)
    if found is None:
        there = " ".join(f"#{c.seq}" for c in now.state.review.open_comments) or "none is open"
        raise CommandError(f"#{entry.seq} is no comment; there are: {there}")
    if found.settled:
        raise CommandError(f"#{entry.seq} is settled already")
    return CommentSettled(entry.id, because or "")


@registry.command("meeting")
def meeting(now: Situation) -> MeetingBegun:
    """Begin the review meeting: its clock runs, timeline first, analysis second, actions last.

    /meeting
    """
    if now.state.review.meeting:
        raise CommandError("the meeting is under way; /adjourn ends it")
    return MeetingBegun()


@registry.command("attend")
def attend(_: Situation, person: Person) -> Attended:
    """Record that somebody is at the review meeting.

    /attend @ana
    """
    return Attended(person)


@registry.command("adjourn")
def adjourn(now: Situation) -> MeetingEnded:
    """End the review meeting.

    /adjourn
    """
    if not now.state.review.meeting:
        raise CommandError("there is no meeting; /meeting begins one")
    return MeetingEnded()
