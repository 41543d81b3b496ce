"""A review meeting has a clock: the timeline first, the analysis second, the actions last."""

from datetime import datetime
from typing import Final

import msgspec

from incident_tui.domain.review import Review


class Phase(msgspec.Struct, frozen=True):
    """A part of the agenda: its steps, its minutes, and what the facilitator may ask."""

    name: str
    steps: tuple[str, ...]
    minutes: int
    prompts: tuple[str, ...]


AGENDA: Final = (
    Phase(
        "timeline",
        ("owner", "timeline", "summary", "impact"),
        15,
        (
            "What did you see at that moment, and where?",
            "What is missing here that you remember?",
            "What did you expect to happen, and what happened?",
        ),
    ),
    Phase(
        "analysis",
        ("whys", "factors", "well"),
        30,
        (
            "What condition allowed this?",
            "How did it look right at the time?",
            "What else would have had to be different?",
            "Where did we adapt, and what made that possible?",
        ),
    ),
    Phase(
        "actions",
        ("actions", "blameless", "review", "publish"),
        15,
        (
            "What would make this less likely, sooner seen, or smaller?",
            "Who takes it, by when, and how will we know it worked?",
            "Which of these will we not do? Say so, and why.",
        ),
    ),
)


def phase_of(step: str) -> Phase:
    """The part of the agenda that a step belongs to."""
    return next((phase for phase in AGENDA if step in phase.steps), AGENDA[-1])


def agenda_line(review: Review, step: str, now: datetime) -> str:
    """`Meeting 12 min · timeline → [analysis] → actions · What condition allowed this?`.

    The question changes every few minutes; a part whose time is up says so.
    """
    if review.meeting_at is None:
        return ""
    minutes = max(0, int((now - review.meeting_at).total_seconds())) // 60
    phase = phase_of(step)
    until = sum(each.minutes for each in AGENDA[: AGENDA.index(phase) + 1])
    parts = " → ".join(f"[{p.name}]" if p is phase else p.name for p in AGENDA)
    late = f"{phase.name} is {minutes - until} min over" if minutes > until else ""
    asked = phase.prompts[minutes // 3 % len(phase.prompts)]
    return f"Meeting {minutes} min of {until} · {parts} · {late or asked}"
