"""What is typed after a key of the tracker: a reason, a date and why, an owner or a priority."""

from collections.abc import Callable
from datetime import date
from typing import Final, NamedTuple

from incident_tui.commands.names import person
from incident_tui.domain.due import HOW, parse_due
from incident_tui.domain.errors import CommandError, TimeError
from incident_tui.domain.incident import Priority
from incident_tui.services.action_items import following_up
from incident_tui.services.action_items.following_up import Deed

_LONGEST_DATE: Final = 4
"""Words of a date: `19 dec 2026`, `in 2 weeks`, `next fri`."""


class Question(NamedTuple):
    """What is asked before the deed, how the answer is read, and the word for what was done."""

    asks: str
    hint: str
    read: Callable[[str, date], Deed]
    past: str


def question(name: str) -> Question:
    """The question of `decline`, `redate`, `own` or `rank`."""
    return _QUESTIONS[name]


def _declining(text: str, _: date) -> Deed:
    if not text.strip():
        raise CommandError("say why; a declined item stays on the record with its reason")
    return following_up.declined(text)


def _redating(text: str, today: date) -> Deed:
    words = text.split()
    for count in range(min(len(words), _LONGEST_DATE), 0, -1):
        try:
            due = parse_due(" ".join(words[:count]), today)
        except TimeError:
            continue
        reason = " ".join(words[count:]).removeprefix("because").lstrip(" :,")
        if not reason:
            raise CommandError("say why, behind the date: 2w waiting for the vendor")
        return following_up.changed(due=due, reason=reason)
    raise CommandError(f"begin with the new date: {HOW}")


def _owning(text: str, _: date) -> Deed:
    try:
        return following_up.changed(owner=person(text))
    except ValueError as error:
        raise CommandError(str(error)) from None


def _ranking(text: str, _: date) -> Deed:
    said = text.strip().casefold()
    found = next((p for p in Priority if said and p.startswith(said)), None)
    if found is None:
        raise CommandError(f"{text!r} is not one of {', '.join(Priority)}")
    return following_up.changed(priority=found)


_QUESTIONS: Final = {
    "decline": Question("decline, because", "the service is retired", _declining, "declined"),
    "redate": Question(
        "new date, and why", "2w waiting for the vendor", _redating, "given another date"
    ),
    "own": Question("new owner", "@ana", _owning, "given another owner"),
    "rank": Question("priority", "high, medium or low", _ranking, "given another priority"),
}
