"""A paragraph whose lines begin with times is a list of them, and no prose that was wrapped."""

from incident_tui.postmortem.reading.inline import plain
from incident_tui.postmortem.reading.lines import Kind, Line
from incident_tui.postmortem.reading.stamps import stamp


def timed_apart(lines: list[Line]) -> set[int]:
    """The lines of a paragraph that each begin with a time, but for its first: a list, no prose.

    One behind a line that was broken off by hand stands apart in any case.
    """
    found: set[int] = set()
    timed: list[int] = []
    first = Line(-1, Kind.BLANK)
    before = first
    for line in (*lines, Line(-1, Kind.BLANK)):
        if line.kind is not Kind.TEXT or before.kind is not Kind.TEXT:
            if (before.number - first.number) * 3 <= len(timed) * 4 and len(timed) > 1:
                found.update(timed)
            timed, first = [], line
        if line.kind is Kind.TEXT and (at := stamp(plain(line.text[:200]))) and not at.loose:
            timed.append(line.number)
            if before.broken and before.number < line.number:
                found.add(line.number)
        before = line
    return found
