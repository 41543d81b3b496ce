"""The eleven steps, declared once: screen, progress, headless filling and exports all read them."""

from collections.abc import Mapping
from typing import Final, TypeVar

from incident_tui.domain.errors import NotFoundError
from incident_tui.domain.postmortem import StepId
from incident_tui.postmortem import checks, prefill
from incident_tui.postmortem.fields import Field, FieldKind, Step
from incident_tui.postmortem.impact_step import IMPACT

_Found = TypeVar("_Found")

STEPS: Final = (
    Step(
        StepId.OWNER,
        "Owner",
        "Who sees this post-mortem through?",
        (
            Field(
                "owner",
                "Owner",
                FieldKind.PERSON,
                "one named person, ideally the Incident Commander",
                draft=prefill.owner,
                nudges=checks.owner_nudges,
                required=True,
            ),
        ),
    ),
    Step(
        StepId.TIMELINE,
        "Timeline",
        "Which entries tell the story?",
        (
            Field(
                "timeline",
                "Timeline",
                FieldKind.TIMELINE,
                "star what a reader needs, correct the times, mark the milestones",
                nudges=checks.timeline_nudges,
                lacks=checks.timeline_lacks,
            ),
        ),
    ),
    Step(
        StepId.SUMMARY,
        "Summary",
        "What happened, in two to three sentences?",
        (
            Field(
                "summary",
                "Summary",
                FieldKind.PROSE,
                "what broke, for how long, what it did to whom, what ended it",
                draft=prefill.summary,
                nudges=checks.summary_nudges,
                required=True,
            ),
        ),
    ),
    IMPACT,
    Step(
        StepId.WHYS,
        "5 Whys",
        "Why did it happen, and why was that possible?",
        (
            Field(
                "whys",
                "5 Whys",
                FieldKind.WHYS,
                "an answer a line, a level in for each why; a why may branch; #14 is evidence",
                draft=prefill.whys,
                nudges=checks.whys_nudges,
            ),
        ),
    ),
    Step(
        StepId.FACTORS,
        "Contributing factors",
        "Which conditions made this possible, and what set it off?",
        (
            Field(
                "factors",
                "Contributing factors",
                FieldKind.FACTORS,
                "two to five, one a line: schema and code deploy in one step (process)",
                draft=prefill.factors,
                nudges=checks.factors_nudges,
                lacks=checks.factors_lack,
                required=True,
            ),
            Field(
                "trigger",
                "Trigger",
                FieldKind.LINE,
                "what set it off, which is not why it was possible: deploy 412",
                draft=prefill.trigger,
            ),
            Field(
                "before",
                "Seen before?",
                FieldKind.BEFORE,
                "earlier incidents of the same cause; you say whether it is",
            ),
        ),
    ),
    Step(
        StepId.WELL,
        "What went well",
        "What should we keep, what should we change, where were we lucky?",
        (
            Field(
                "well",
                "What went well",
                FieldKind.ITEMS,
                "one a line: the alert named the failing deploy",
                draft=prefill.well,
                required=True,
            ),
            Field(
                "poorly",
                "What went poorly",
                FieldKind.ITEMS,
                "one a line: the runbook described the old cluster",
                draft=prefill.poorly,
            ),
            Field(
                "lucky",
                "Where we got lucky",
                FieldKind.ITEMS,
                "one a line: it happened in working hours",
            ),
        ),
    ),
    Step(
        StepId.ACTIONS,
        "Action items",
        "What makes this less likely, sooner noticed, or smaller?",
        (
            Field(
                "actions",
                "Action items",
                FieldKind.ACTIONS,
                "specific, with one owner and a due date: alert when replica lag passes 30 s",
                nudges=checks.actions_nudges,
                lacks=checks.actions_lack,
            ),
            Field(
                "suggestions",
                "Suggested by the record",
                FieldKind.SUGGESTIONS,
                "each with the entries it comes from",
            ),
        ),
    ),
    Step(
        StepId.BLAMELESS,
        "Blameless check",
        "Does any sentence blame a person?",
        (
            Field(
                "blameless",
                "Reason to keep the findings",
                FieldKind.FINDINGS,
                "reword each finding, or write why its words stay",
                lacks=checks.findings_lack,
            ),
        ),
    ),
    Step(
        StepId.REVIEW,
        "Review",
        "Who reads it, who agrees, and what is still open?",
        (
            Field(
                "readers",
                "Readers",
                FieldKind.READERS,
                "first those who were there, then a wider circle; comments are settled one by one",
            ),
            Field(
                "review",
                "Notes of the review",
                FieldKind.REVIEW,
                "what the meeting came to; or names and date, one a line: ana, li 2026-01-20",
            ),
        ),
    ),
    Step(
        StepId.PUBLISH,
        "Publish",
        "Is it ready to go out?",
        (
            Field(
                "publish",
                "Publish",
                FieldKind.PUBLISH,
                "nothing to write: publishing records the time and the document's hash",
            ),
        ),
    ),
)


def step(name: str) -> Step:
    """The step with that id; NotFoundError names the choices."""
    return _lookup("step", name, {step.id: step for step in STEPS})


def field(name: str) -> Field:
    """The field with that id, whichever step it is on; NotFoundError names the choices."""
    return _lookup("field", name, {field.id: field for step in STEPS for field in step.fields})


def _lookup(what: str, name: str, among: Mapping[str, _Found]) -> _Found:
    if name not in among:
        raise NotFoundError(f"no {what} {name!r} in a post-mortem; use one of {', '.join(among)}")
    return among[name]
