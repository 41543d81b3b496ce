"""How a team runs its calls is one value for all screens; the record never depends on it.

Cadences after PagerDuty's public incident response guides: the elapsed time is called out every
10 minutes, internal updates come every 30, public ones every 20 and, when it is long, every 60.
"""

from collections.abc import Mapping
from typing import Final

import msgspec

from incident_tui.domain.escalation import Escalation
from incident_tui.domain.incident import COMMANDER, Severity, Status
from incident_tui.domain.policy import POLICIES, Policy
from incident_tui.domain.template import USUAL, Template


class Cadence(msgspec.Struct, frozen=True):
    """Minutes between call-outs of the time, and updates to each audience; None: no clock."""

    callout: int | None = None
    internal: int | None = None
    public: int | None = None
    public_when_long: int | None = None


class Level(msgspec.Struct, frozen=True):
    """What a severity means here, and what it asks of a call; `roles` are those it needs filled."""

    means: str
    cadence: Cadence = Cadence()
    checklist: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


TEXT_PLACES: Final = (
    *("number", "title", "service", "severity", "status", "started", "ended", "elapsed", "ic"),
    *("impact", "cause", "decision", "decided", "actions", "doing", "needs", "last", "next"),
    *("due", "customers", "public_impact", "burning", "idle", "content", *Status),
)
"""What a text of an update may take from the state: `{title}`, or `{?title}` to ask for it only."""
FLAVOURS: Final = ("call", "executive", "public", "can")
"""The kinds of update that have a text."""


class Practice(msgspec.Struct, frozen=True):
    """`instructions` by role, `texts` by flavour of update (an absent one is the built-in).

    `policies` say what a post-mortem needs before it goes on, `templates` how it is told.

    `objections` are the seconds in which a proposal may be objected to, `vacant` the minutes after
    which a role that is needed and nobody holds is pointed out.
    """

    levels: Mapping[Severity, Level]
    instructions: Mapping[str, tuple[str, ...]]
    texts: Mapping[str, str] = {}
    objections: int = 12
    vacant: int = 10
    escalation: Escalation = Escalation()
    policies: Mapping[Severity, Policy] = msgspec.field(default_factory=lambda: POLICIES)
    templates: Mapping[Severity, Template] = msgspec.field(default_factory=lambda: USUAL)

    def template(self, severity: Severity) -> Template:
        """What a post-mortem of that severity must answer, and how it is told."""
        return self.templates[severity]

    def cadence(self, severity: Severity) -> Cadence:
        """The clocks of that severity."""
        return self.levels[severity].cadence


_MAJOR: Final = Cadence(callout=10, internal=30, public=20, public_when_long=60)
_OBVIOUS: Final = "Rule out the obvious: a deploy, a feature flag, a change of infrastructure"
_OPENING: Final = (
    "Say your name and that you are the Incident Commander",
    "Ask whether somebody leads already",
    "Name a deputy and a scribe, and log them",
    "Have the call recorded",
    "Roll call: is every team here that is needed? Page the others",
    _OBVIOUS,
    "Decide on a public post; in doubt, post",
)
_BRIEF: Final = (
    "Say your name and that you lead",
    "Find the owner of each service that is affected",
    _OBVIOUS,
    "Say when the next update comes",
)
_NEEDED: Final = (COMMANDER, "scribe", "comms")

PRACTICE: Final = Practice(
    levels={
        Severity.SEV1: Level(Severity.SEV1.meaning, _MAJOR, _OPENING, _NEEDED),
        Severity.SEV2: Level(Severity.SEV2.meaning, _MAJOR, _OPENING, _NEEDED),
        Severity.SEV3: Level(Severity.SEV3.meaning, Cadence(callout=20, internal=60), _BRIEF),
        Severity.SEV4: Level(Severity.SEV4.meaning),
        Severity.SEV5: Level(Severity.SEV5.meaning),
    },
    instructions={
        COMMANDER: (
            "You lead: decide, delegate, keep the pace; fix nothing yourself",
            "One person, one task, so many minutes, and wait for their answer",
            "Propose, ask for strong objections, proceed",
            "Size up, stabilise, update, verify; then again",
        ),
        "deputy": (
            "You stand behind the Incident Commander and take over when asked",
            "Call out the elapsed time, and the tasks whose time is up",
            "Page whoever is needed and does not answer",
        ),
        "scribe": (
            "Write down what is done, found and decided, with the name of whoever does it",
            "Rather too much than too little; star what matters",
            "Log what should be done later as an action item",
        ),
        "comms": (
            "You speak to customers and executives, in their words",
            "No guesses, and no time by which it will be over",
            "Have public texts approved; each says when the next one comes",
        ),
        "ops": (
            "You alone change the systems, or say who does",
            "Say what you are about to do, and what you see after it",
        ),
    },
)
"""What holds where a team says nothing else."""
