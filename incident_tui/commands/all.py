"""The one registry: every family of commands, in the order that help shows them."""

from typing import Final

from incident_tui.commands import (
    call,
    checklists,
    corrections,
    decisions,
    escalation,
    followups,
    handover,
    lead,
    learning,
    log,
    navigation,
    privacy,
    review,
    updates,
)
from incident_tui.commands.registry import Registry

REGISTRY: Final = Registry().include(
    log.registry,
    lead.registry,
    privacy.registry,
    call.registry,
    updates.registry,
    handover.registry,
    decisions.registry,
    checklists.registry,
    escalation.registry,
    followups.registry,
    learning.registry,
    review.registry,
    corrections.registry,
    navigation.registry,
)
