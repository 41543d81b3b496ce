"""The day of a timeline may be told above it, by a sentence or by the label of its incident.

`On March 5 at 10:00 UTC it began` counts where a time at the beginning of the timeline is that one.
"""

from datetime import date, timedelta
from typing import Final

from incident_tui.postmortem.reading.context import DATE_LABEL, Context
from incident_tui.postmortem.reading.dates import days_in
from incident_tui.postmortem.reading.marks import Mark
from incident_tui.postmortem.reading.sections import Section
from incident_tui.postmortem.reading.stamps import Stamp
from incident_tui.postmortem.reading.starts import introduced

Clocks = dict[tuple[int, int], date]

_FIRST: Final = 3
_NEAR: Final = timedelta(days=14)


def clocks(sections: list[Section], about: Context) -> Clocks:
    """The day of each clock that the introduction names with its day; the first counts."""
    found: Clocks = {}
    for at in introduced(sections):
        day = at.day.on(about.near, day_first=about.day_first) if at.day else None
        if day is not None:
            found.setdefault(_clock(at), day)
    return found


def day_of(timed: list[Mark], known: Clocks, day: date | None) -> date | None:
    """The day that the first of the times have there; `day` where there is none, or far away."""
    if any(mark.at.day for mark in timed):
        return day
    for mark in timed[:_FIRST]:
        told = known.get(_clock(mark.at))
        if told is not None and (day is None or abs(told - day) <= _NEAR):
            return told
    return day


def labelled_days(about: Context) -> list[tuple[int, date]]:
    """The line and day of each label of a date that is repeated, as in a log of incidents."""
    found: dict[str, list[tuple[int, date]]] = {}
    for line, label, said in about.details:
        if DATE_LABEL.fullmatch(label):
            days = (each.on(about.near, day_first=about.day_first) for each in days_in(said[:300]))
            if day := next((each for each in days if each), None):
                found.setdefault(label.lower(), []).append((line, day))
    return sorted(each for days in found.values() if len(days) > 1 for each in days)


def _clock(at: Stamp) -> tuple[int, int]:
    hour = at.hour % 12 + 12 * (at.half == "pm") if at.half else at.hour
    return hour, at.minute
