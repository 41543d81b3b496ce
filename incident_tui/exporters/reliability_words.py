"""What the report says in sentences: of the quarter as a whole, and of how it was counted."""

from collections.abc import Iterator
from typing import Final

import msgspec

from incident_tui.domain.metrics.headlines import Headline, headlines
from incident_tui.domain.metrics.insights import Insights
from incident_tui.domain.metrics.targets import Standing
from incident_tui.domain.metrics.words import many
from incident_tui.domain.postmortem import incident_name


class Quarter(msgspec.Struct, frozen=True):
    """All that the report tells: the quarter, the one before at the same age, and the year.

    Rows of `overdue`: incident, item, owner, due, days late; of `slow`: incident, title, severity,
    how long; of `recurring`: incident, title, the earlier one, the shared factor.
    """

    name: str
    found: Insights
    before: Insights
    year: Insights
    overdue: tuple[tuple[str, ...], ...] = ()
    slow: tuple[tuple[str, ...], ...] = ()
    recurring: tuple[tuple[str, ...], ...] = ()
    minutes_saved: float | None = None
    formula: str = ""


def pairs(quarter: Quarter) -> list[tuple[Headline, Headline]]:
    """Each headline, and what it was a quarter before."""
    return list(zip(headlines(quarter.found), headlines(quarter.before), strict=True))


def summary(quarter: Quarter) -> str:
    """The paragraph for whoever reads no further."""
    whole, before = quarter.found.whole, quarter.before.whole
    count, change = len(whole.incidents), len(whole.incidents) - len(before.incidents)
    if not count:
        return (
            "No incident was resolved in this quarter, so there is nothing to report on: the "
            "figures below say that there is no data, and not that all is well."
        )
    major = sum(len(f.incidents) for name, f in quarter.found.by_severity.items() if name <= "SEV2")
    than = (
        "as many as" if not change else f"{abs(change):,} {'more' if change > 0 else 'fewer'} than"
    )
    told = [
        f"{many(count, 'incident')} {'was' if count == 1 else 'were'} resolved, {major:,} of them "
        f"SEV1 or SEV2; that is {than} in the quarter before."
    ]
    told += _sentences(quarter)
    service, most = max(quarter.found.by_service.items(), key=lambda item: len(item[1].incidents))
    if len(quarter.found.by_service) > 1:
        told.append(f"Most incidents were of {service} ({len(most.incidents):,}).")
    owed = [
        many(whole.actions.overdue, "overdue action item") if whole.actions.overdue else "",
        many(len(whole.completion.hours.open), "open post-mortem")
        if whole.completion.hours.open
        else "",
    ]
    owed = [each for each in owed if each]
    if owed:
        told.append(f"Still owed: {' and '.join(owed)}.")
    return " ".join(told)


_STANDS: Final = {
    Standing.GOOD: ", which meets the target of {}",
    Standing.OFF: ", where the target is {}",
    Standing.FAILING: ", which is failing: the target is {}",
    Standing.ALARMING: ", which is alarming: the target is {}",
}


def _sentences(quarter: Quarter) -> Iterator[str]:
    """One for each of the three figures."""
    actions, again, out = headlines(quarter.found)
    said = {
        "at least 80 %": (actions, f"{actions.said} of the action items are done"),
        "under 5 %": (again, f"{again.said} of the incidents recur"),
        "48 hours": (out, f"Half of the post-mortems were out within {out.said}"),
    }
    for target, (headline, told) in said.items():
        if headline.standing is Standing.NONE:
            yield f"{headline.title}: there is no data."
        elif headline.standing is Standing.OPEN:
            yield "More than half of the post-mortems are not out yet, and still in time."
        elif headline.value is None:
            yield "More than half of the post-mortems are not out, and 48 hours have passed."
        else:
            yield f"{told}{_STANDS[headline.standing].format(target)}."


METHOD: Final = (
    "Counted are the incidents whose last resolve lies in the quarter, in UTC. An incident that "
    "was reopened counts when it was resolved for good; one that burns counts in no quarter yet.",
    "Action items done: done, divided by those added less those declined with a reason, as of the "
    "date above. An item without a due date is never overdue, and not in the share that was on "
    "time; an overdue item that is still open counts as not on time.",
    "Incidents that recur: a person confirmed that the incident shares a contributing factor with "
    "one declared in the twelve months before it. Suggestions share service and factor category, "
    "and are counted apart.",
    "Post-mortem: hours from the last resolve to the first publication. One that is not published "
    "counts for as long as it has waited (the estimate of Kaplan and Meier), so that leaving it "
    "unwritten never improves the figure. Within 48 h is a share of those published and of those "
    "that have waited longer; the others still have time.",
    "Times run from the start to the detection (MTTD), from there to the acknowledgement (MTTA), "
    "and from the start, or else the declaration, to mitigation (MTTM) and the last resolve "
    "(MTTR). "
    "An incident that lacks one of the two milestones is left out of that time.",
    "Updates in time: update clocks that were met, of those that came to be due by the cadence of "
    "the incident's severity; incidents declared over an hour late kept no clock.",
    "The quarter before is shown as it was known when it was as old as this one is now.",
    "A dash means that there is no data, which is neither 0 % nor 100 %.",
)


def counted(quarter: Quarter) -> str:
    """The incidents behind the report, so that each figure can be checked."""
    names = [incident_name(number) for number in quarter.found.whole.incidents]
    if not names:
        return "Incidents counted: none."
    if len(names) > _NAMED:
        return f"Incidents counted: {len(names):,}, from {names[0]} to {names[-1]}."
    return f"Incidents counted: {', '.join(names)}."


_NAMED: Final = 60
