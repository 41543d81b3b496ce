"""The one registry: every family of commands, in the order that help shows them."""

from typing import Final

from incident_tui.commands import call, corrections, followups, lead, log, navigation
from incident_tui.commands.registry import Registry

REGISTRY: Final = Registry().include(
    log.registry,
    lead.registry,
    call.registry,
    followups.registry,
    corrections.registry,
    navigation.registry,
)
