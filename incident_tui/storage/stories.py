"""What an incident tells of its cause is its title and what its post-mortem says of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from incident_tui.domain.entries import moment
from incident_tui.domain.factors import categories
from incident_tui.domain.likeness.ranking import Story

if TYPE_CHECKING:
    from incident_tui.storage.script import Row

Ask = Callable[..., "list[Row]"]

_WITHIN: Final = "declared_at >= :since AND declared_at <= :until"
_INCIDENTS: Final = f"""
SELECT id, number, title, service, declared_at FROM incident WHERE {_WITHIN} ORDER BY number
"""
ANSWERS: Final = f"""
SELECT incident_id, step, answer.text, max(revision) FROM answer
JOIN incident ON incident.id = answer.incident_id
WHERE step IN ('summary', 'factors') AND {_WITHIN} GROUP BY incident_id, step
"""


def stories(ask: Ask, since: int, until: int) -> list[Story]:
    """Every incident declared between two moments, microseconds UTC; `ask` carries out a query."""
    window = {"since": since, "until": until}
    said: dict[str, dict[str, str]] = {}
    for id_, step, text, _ in ask(ANSWERS, **window):
        said.setdefault(id_, {})[step] = text
    return [
        _story(said.get(id_, {}), id_, number, title, service, declared)
        for id_, number, title, service, declared in ask(_INCIDENTS, **window)
    ]


def _story(
    said: dict[str, str], id_: str, number: int, title: str, service: str, declared: int
) -> Story:
    factors = said.get("factors", "")
    text = "\n".join(filter(None, (title, factors, said.get("summary", ""))))
    return Story(
        id_, number, title, text, service, frozenset(categories(factors)), moment(declared)
    )
