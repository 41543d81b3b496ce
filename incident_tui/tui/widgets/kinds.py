"""Each kind of fact has one glyph and one colour, and keeps its word, so no sign stands alone."""

from typing import Final, NamedTuple

from incident_tui.domain import action_facts, facts
from incident_tui.domain import call_facts as call
from incident_tui.domain import decision_facts as decided
from incident_tui.domain import learning_facts as learning
from incident_tui.domain import program_facts as program
from incident_tui.domain.action_facts import SuggestionDismissed
from incident_tui.domain.curation_facts import CURATION_FACTS
from incident_tui.domain.fact import Fact
from incident_tui.domain.privacy_facts import PRIVACY_FACTS
from incident_tui.domain.review_facts import REVIEW_FACTS
from incident_tui.domain.role_facts import CommandTaken


class Sign(NamedTuple):
    """A glyph of one cell and the name of its style (`timeline--<style>` in the stylesheet)."""

    glyph: str
    style: str = "kind"


def sign(fact: Fact) -> Sign:
    """How a fact is marked; a kind without a sign of its own gets a plain dot."""
    return SIGNS.get(fact.KIND, _PLAIN)


PRIVATE: Final = "⊘"
"""What marks an incident that only some may see."""
SIGNS: Final[dict[str, Sign]] = {
    facts.Declared.KIND: Sign("◆", "severity"),
    facts.Noted.KIND: Sign(" "),
    facts.SeverityChanged.KIND: Sign("▲", "severity"),
    facts.StatusChanged.KIND: Sign("◐"),
    facts.RoleAssigned.KIND: Sign("☻"),
    facts.RoleReleased.KIND: Sign("☺"),
    CommandTaken.KIND: Sign("☻"),
    facts.DecisionMade.KIND: Sign("✦", "decision"),
    facts.LinkAdded.KIND: Sign("↗"),
    facts.EvidenceAttached.KIND: Sign("↗"),
    facts.ImpactRecorded.KIND: Sign("◎"),
    facts.ActionItemAdded.KIND: Sign("☐"),
    facts.ActionItemChanged.KIND: Sign("☐"),
    facts.ActionItemDone.KIND: Sign("☑"),
    facts.ActionItemDeclined.KIND: Sign("☒"),
    **dict.fromkeys((each.KIND for each in REVIEW_FACTS), Sign("✔", "milestone")),
    SuggestionDismissed.KIND: Sign("☐", "quiet"),
    **dict.fromkeys((each.KIND for each in CURATION_FACTS), Sign("✎", "quiet")),
    **dict.fromkeys((each.KIND for each in PRIVACY_FACTS), Sign(PRIVATE)),
    facts.MilestoneMarked.KIND: Sign("●", "milestone"),
    facts.Starred.KIND: Sign("★"),
    facts.Unstarred.KIND: Sign("☆"),
    facts.TitleChanged.KIND: Sign("✎"),
    facts.Amended.KIND: Sign("✎"),
    facts.Retracted.KIND: Sign("✗"),
    facts.Redacted.KIND: Sign("█"),
    facts.PostMortemPublished.KIND: Sign("✔", "milestone"),
    facts.Imported.KIND: Sign("⇣"),
    facts.ImportBegun.KIND: Sign("⇣"),
    facts.ImportCompleted.KIND: Sign("⇣"),
    call.TaskAssigned.KIND: Sign("▷"),
    call.TaskAcknowledged.KIND: Sign("▷"),
    call.TaskHandedOn.KIND: Sign("▷"),
    call.TaskClosed.KIND: Sign("▶"),
    call.UpdateLogged.KIND: Sign("≡", "milestone"),
    call.ClockSnoozed.KIND: Sign("◷"),
    call.CadenceSlowed.KIND: Sign("◷"),
    learning.RecurrenceConfirmed.KIND: Sign("↺"),
    learning.RecurrenceRejected.KIND: Sign("↺", "quiet"),
    decided.Proposed.KIND: Sign("✧", "decision"),
    decided.RiskStated.KIND: Sign("✧", "decision"),
    decided.Objected.KIND: Sign("≠", "decision"),
    decided.Carried.KIND: Sign("✦", "decision"),
    decided.Withdrawn.KIND: Sign("✧", "decision"),
    decided.Verified.KIND: Sign("✔", "decision"),
    decided.Failed.KIND: Sign("✘", "decision"),
    action_facts.SuggestionDismissed.KIND: Sign("☐", "quiet"),
    call.ChecklistTicked.KIND: Sign("✓"),
    program.Escalated.KIND: Sign("⚑", "severity"),
    program.ProgramRan.KIND: Sign("$"),
    facts.Unknown.KIND: Sign("?", "quiet"),
}
_PLAIN: Final = Sign("·")
