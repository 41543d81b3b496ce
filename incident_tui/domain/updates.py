"""An update says what the record says; a line about which the record is silent is left out.

In a text `{name}` stands for a value, and a line with a value that is not known is not written;
`{?name}` writes nothing itself but leaves its line out in the same way.
"""

from collections.abc import Mapping
from datetime import datetime
from string import Formatter
from typing import Final

from incident_tui.domain.flavours import Flavour
from incident_tui.domain.practice import PRACTICE, Practice
from incident_tui.domain.spoken import values
from incident_tui.domain.state import IncidentState

TEXTS: Final[Mapping[Flavour, tuple[str, ...]]] = {
    Flavour.CALL: (
        "{severity}, {elapsed} in: {title}. Status: {status}.",
        "Affected: {impact}.",
        "The cause, as far as we know: {cause}.",
        "Decided at {decided}: {decision}.",
        "On the way: {actions}.",
        "Told so far: {last}.",
        "Next update: {due}.",
        "{?burning}Anything to add? Any other proposal?",
    ),
    Flavour.EXECUTIVE: (
        "{?burning}{severity}: {title}. {elapsed} so far, status {status}.",
        "{?resolved}{severity}: {title}. Resolved at {ended} UTC after {elapsed}.",
        "Customer impact: {impact}.",
        "The cause, as far as we know: {cause}.",
        "Decided at {decided} UTC: {decision}.",
        "On the way: {actions}.",
        "In command: {ic}.",
        "Next summary by {next} UTC.",
    ),
    Flavour.PUBLIC: (
        "{?investigating}We are looking into a problem with {customers}.",
        "{?identified}We know where the problem with {customers} lies and work on it.",
        "{?monitoring}We made a change against the problem with {customers} and are watching"
        " its effect.",
        "{?resolved}The problem with {customers} is over.",
        "Affected: {public_impact}.",
        "{?burning}It began at {started} UTC.",
        "It lasted from {started} to {ended} UTC.",
        "Next update by {next} UTC.",
    ),
    Flavour.CAN: (
        "Conditions:",
        "- {severity}, {status}, {elapsed} in: {title}",
        "- affected: {impact}",
        "- the cause, as far as we know: {cause}",
        "Actions:",
        "{doing}",
        "{?idle}- none on the record",
        "Needs:",
        "{needs}",
        "{?content}- none on the record",
    ),
}
"""What is said where the configuration says nothing else."""


def update_text(
    flavour: Flavour,
    state: IncidentState,
    now: datetime,
    *,
    practice: Practice = PRACTICE,
    number: str = "",
) -> str:
    """The text as the record would have it at that moment; an unworded flavour is the call's."""
    own = practice.texts.get(flavour)
    lines = own.split("\n") if own else TEXTS.get(flavour, TEXTS[Flavour.CALL])
    known = {"number": number, **values(state, now, flavour.audience, practice)}
    return "\n".join(filter(None, (_filled(line, known) for line in lines)))


def _filled(line: str, known: Mapping[str, str]) -> str:
    parts = [(said, place or "") for said, place, _, _ in Formatter().parse(line)]
    if not all(known.get(place.removeprefix("?")) for _, place in parts if place):
        return ""
    return "".join(said + known.get(place, "") for said, place in parts)
