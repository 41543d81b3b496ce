"""The facts an incident is made of: immutable statements in the past tense, kept for ever.

Each fact has a `KIND` (the word in the store) and a `VERSION` (of its payload's shape). A payload
is the JSON of the fields; a kind or version this build does not know is kept as `Unknown`.
"""

from datetime import datetime
from typing import ClassVar, Final

from incident_tui.domain import action_facts
from incident_tui.domain.call_facts import CALL_FACTS
from incident_tui.domain.curation_facts import CURATION_FACTS
from incident_tui.domain.decision_facts import DECISION_FACTS
from incident_tui.domain.fact import Fact
from incident_tui.domain.incident import Milestone, Severity, Status
from incident_tui.domain.learning_facts import LEARNING_FACTS
from incident_tui.domain.privacy_facts import PRIVACY_FACTS
from incident_tui.domain.program_facts import PROGRAM_FACTS
from incident_tui.domain.review_facts import REVIEW_FACTS
from incident_tui.domain.role_facts import ROLE_FACTS


class Declared(Fact, frozen=True):
    """The incident exists; always its first fact."""

    KIND: ClassVar[str] = "declared"
    title: str
    severity: Severity
    service: str = ""
    started_at: datetime | None = None


class Noted(Fact, frozen=True):
    """Somebody said or saw something."""

    KIND: ClassVar[str] = "noted"
    text: str


class SeverityChanged(Fact, frozen=True):
    """Raised without a question, lowered with a reason."""

    KIND: ClassVar[str] = "severity"
    before: Severity
    after: Severity
    reason: str = ""


class StatusChanged(Fact, frozen=True):
    """The incident moved on, or was reopened."""

    KIND: ClassVar[str] = "status"
    before: Status
    after: Status
    reason: str = ""


class RoleAssigned(Fact, frozen=True):
    """A person took a role; `previous` held it before, empty when nobody did."""

    KIND: ClassVar[str] = "role"
    role: str
    person: str
    previous: str = ""


class RoleReleased(Fact, frozen=True):
    """A person left a role and nobody took it."""

    KIND: ClassVar[str] = "role-released"
    role: str
    person: str


class DecisionMade(Fact, frozen=True):
    """What was decided, and who carries it out."""

    KIND: ClassVar[str] = "decision"
    text: str
    executor: str = ""


class LinkAdded(Fact, frozen=True):
    """A page worth finding again."""

    KIND: ClassVar[str] = "link"
    url: str
    text: str = ""


class EvidenceAttached(Fact, frozen=True):
    """A link that proves an earlier entry (`target` is its id)."""

    KIND: ClassVar[str] = "evidence"
    target: str
    url: str
    text: str = ""


class ImpactRecorded(Fact, frozen=True):
    """Measures by name, as they were given (`users` → `1200`, `error_rate` → `5%`)."""

    KIND: ClassVar[str] = "impact"
    measures: dict[str, str]
    text: str = ""


ActionItemAdded = action_facts.ActionItemAdded
ActionItemChanged = action_facts.ActionItemChanged
ActionItemDone = action_facts.ActionItemDone
ActionItemDeclined = action_facts.ActionItemDeclined


class MilestoneMarked(Fact, frozen=True):
    """The milestone was reached at the entry's `occurred_at`.

    `batch` is the id of the `ImportCompleted` that it came in with.
    """

    KIND: ClassVar[str] = "milestone"
    milestone: Milestone
    batch: str = ""


class Starred(Fact, frozen=True):
    """The entry belongs in the published timeline."""

    KIND: ClassVar[str] = "starred"
    target: str


class Unstarred(Fact, frozen=True):
    """The entry no longer belongs in the published timeline."""

    KIND: ClassVar[str] = "unstarred"
    target: str


class TitleChanged(Fact, frozen=True):
    """The incident has a better name."""

    KIND: ClassVar[str] = "title"
    before: str
    after: str


class Amended(Fact, frozen=True):
    """Another wording or another time for an entry; the original stays in the record."""

    KIND: ClassVar[str] = "amended"
    target: str
    text: str | None = None
    occurred_at: datetime | None = None


class Retracted(Fact, frozen=True):
    """The entry no longer counts; retracting a retraction brings it back."""

    KIND: ClassVar[str] = "retracted"
    target: str
    reason: str = ""


class Redacted(Fact, frozen=True):
    """The text of the entry was destroyed; its id and times remain."""

    KIND: ClassVar[str] = "redacted"
    target: str
    reason: str


class PostMortemPublished(Fact, frozen=True):
    """The document with this SHA-256 `digest` went out; `override` is why a policy gave way."""

    KIND: ClassVar[str] = "published"
    digest: str
    owner: str = ""
    override: str = ""


class Imported(Fact, frozen=True):
    """A line said elsewhere; `origin` names the source, `speaker` who said it.

    `batch` is the id of the `ImportCompleted` that it came in with.
    """

    KIND: ClassVar[str] = "imported"
    text: str
    origin: str
    speaker: str = ""
    batch: str = ""


class ImportBegun(Fact, frozen=True):
    """A long import from the source that `text` names stores its lines in portions.

    Until the `ImportCompleted` of that id (`batch`) closes it, none of its lines count.
    """

    KIND: ClassVar[str] = "import-begun"
    origin: str
    text: str
    batch: str


class ImportCompleted(Fact, frozen=True):
    """So many lines came in together from the source that `text` names; they are undone together.

    Without `entries` it is a source that is followed, and its lines come in as they are written.
    `others` are the ids of what came in beside the lines and names no batch: action items, what was
    heard; `filled` are the fields of the post-mortem that it answered.
    """

    KIND: ClassVar[str] = "import"
    origin: str
    text: str = ""
    entries: int = 0
    skipped: int = 0
    others: tuple[str, ...] = ()
    filled: tuple[str, ...] = ()


class Unknown(Fact, frozen=True):
    """A fact of a newer build: shown grey, exported verbatim, ignored by the fold."""

    KIND: ClassVar[str] = "unknown"
    kind: str
    version: int
    raw: str


FACTS: Final[tuple[type[Fact], ...]] = (
    *(Declared, Noted, SeverityChanged, StatusChanged, RoleAssigned, RoleReleased, DecisionMade),
    *(LinkAdded, EvidenceAttached, ImpactRecorded, ActionItemAdded, ActionItemChanged),
    *(ActionItemDone, ActionItemDeclined, MilestoneMarked, Starred, Unstarred, TitleChanged),
    *(Amended, Retracted, Redacted, PostMortemPublished, Imported),
    *(ImportBegun, ImportCompleted, action_facts.SuggestionDismissed),
    *CURATION_FACTS,
    *REVIEW_FACTS,
    *CALL_FACTS,
    *ROLE_FACTS,
    *LEARNING_FACTS,
    *DECISION_FACTS,
    *PROGRAM_FACTS,
    *PRIVACY_FACTS,
)
STATELESS_KINDS: Final = frozenset({Noted.KIND, Imported.KIND})
"""Kinds that never change `IncidentState`, so the fold need not read them."""
