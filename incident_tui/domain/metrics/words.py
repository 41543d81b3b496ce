"""A figure reads the same on the screen, on the command line and on paper."""

from datetime import timedelta
from typing import Final

from incident_tui.domain.entries import moment
from incident_tui.domain.metrics.figures import Share
from incident_tui.domain.metrics.window import Window
from incident_tui.domain.when import length

NOTHING: Final = "—"
"""What stands where there is no data."""


def percent(value: float | None) -> str:
    """`83 %`, `0.4 %`; what is not whole is never shown as all or as nothing."""
    if value is None:
        return NOTHING
    if 0 < value < 0.01:
        return f"{max(value * 100, 0.1):.1f} %"
    return f"{99 if 0.99 < value < 1 else round(value * 100)} %"


def hours(value: float | None) -> str:
    """`31 h`, `4.5 h`, `40 min`, from a hundred hours on `12 d`."""
    if value is None:
        return NOTHING
    if value < 1:
        return f"{round(value * 60)} min"
    if value < 9.95:
        return f"{value:.1f} h".replace(".0 ", " ")
    return f"{round(value)} h" if value < 100 else f"{round(value / 24)} d"


def span(seconds: float | None) -> str:
    """`40 s`, `57 min`, `2 h 05 min`."""
    return NOTHING if seconds is None else length(timedelta(seconds=round(seconds)))


def part(share: Share, noun: str = "") -> str:
    """`34 of 48`, with what is counted."""
    return f"{share.part:,} of {share.whole:,}{f' {noun}' if noun else ''}"


def many(count: int, noun: str, plural: str = "") -> str:
    """`1 incident`, `2 incidents`, `2 entries`."""
    return f"{count:,} {noun if count == 1 else plural or f'{noun}s'}"


def period(window: Window) -> str:
    """`1 Jan to 31 Mar 2026`; without a beginning `all until 31 Mar 2026`."""
    last = moment(window.last)
    ends = f"{last.day} {last:%b %Y}"
    if window.since is None:
        return f"all until {ends}"
    first = moment(window.since)
    year = "" if first.year == last.year else f" {first:%Y}"
    begins = f"{first.day} {first:%b}{year}"
    return ends if first.date() == last.date() else f"{begins} to {ends}"


def known(window: Window) -> str:
    """`as of 2 Apr 2026 10:00 UTC`."""
    at = moment(window.as_of)
    return f"as of {at.day} {at:%b %Y %H:%M} UTC"


def month_name(month: str) -> str:
    """`2026-01` as `Jan 26`."""
    names = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    return f"{names[int(month[5:]) - 1]} {month[2:4]}"
