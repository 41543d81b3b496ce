"""An action item may be a heading, with what is known of it below: whose it is, by when, why.

### Alert on the pool

**Owner:** jo
"""

import re
from typing import Final

from msgspec.structs import replace

from incident_tui.postmortem.reading.context import Context
from incident_tui.postmortem.reading.follow_ups import FollowUp, done_of, due_of, follow_up
from incident_tui.postmortem.reading.inline import plain
from incident_tui.postmortem.reading.lines import Kind, Line
from incident_tui.postmortem.reading.sections import label_of
from incident_tui.postmortem.reading.wanting import is_ordered

_FIELDS: Final = {
    "owner": re.compile(r"owners?|assignees?|assigned to|responsible|dri|lead", re.IGNORECASE),
    "due": re.compile(r"due(?: date)?|deadline|eta|target(?: date)?|by when", re.IGNORECASE),
    "done": re.compile(r"status|state", re.IGNORECASE),
}
_FEWEST_WORDS: Final = 3
_NUMBERED: Final = re.compile(
    r"\W*(?:(?:action(?: item)?|ai|item)?\s*#?\d{1,3}[.):]\s*)", re.IGNORECASE
)


def headed_items(lines: list[Line], about: Context) -> tuple[list[FollowUp], list[Line]]:
    """The items that are headings, and the lines that are of none."""
    found: list[FollowUp] = []
    kept: list[Line] = []
    blocks = _blocks(lines)
    counted = any(
        head and _NUMBERED.match(head.text) and _is_prose(below) for head, below in blocks
    )
    said = [head for head, _ in blocks if head is not None and _is_long(head)]
    orders = sum(is_ordered(plain(head.text)) for head in said)
    ordered = not _listed(lines) and 1 < len(said) <= orders * 2
    for head, below in blocks:
        item = None
        if head is not None:
            known = counted if _NUMBERED.match(head.text) else ordered and _is_long(head)
            item = _headed(head, below, about, known=known)
        if item is None:
            kept += [head, *below] if head is not None else below
        else:
            found.append(item)
    return found, kept


def _blocks(lines: list[Line]) -> list[tuple[Line | None, list[Line]]]:
    """Each heading with the lines below it."""
    blocks: list[tuple[Line | None, list[Line]]] = [(None, [])]
    for line in lines:
        if line.kind is Kind.HEADING:
            blocks.append((line, []))
        else:
            blocks[-1][1].append(line)
    return blocks


def _headed(head: Line, below: list[Line], about: Context, *, known: bool) -> FollowUp | None:
    """The item of a heading: it is `known` for one, a field stands below it, or it names somebody.

    Numbered headings are known where below one of them is prose alone, so that they name no groups;
    others where most are orders, and the section has no lists.
    """
    fields = _fields(below)
    somebody = head.text.startswith("@") and not _listed(below)
    if not (fields or somebody or known):
        return None
    words = _NUMBERED.sub("", head.text, count=1)
    item = follow_up(head.number, words, about.near, day_first=about.day_first)
    owner = fields.get("owner", "").removeprefix("@")
    due = due_of(fields.get("due", ""), about.near, day_first=about.day_first)
    done = done_of(fields.get("done", "")) if "done" in fields else item.done
    return replace(item, owner=owner or item.owner, due=due or item.due, done=done)


def _is_long(head: Line) -> bool:
    """Whether a heading says more than what kind of items stands below it."""
    return len(head.text.split()) >= _FEWEST_WORDS


def _listed(below: list[Line]) -> bool:
    return any(line.kind in {Kind.ITEM, Kind.ROW} for line in below)


def _is_prose(below: list[Line]) -> bool:
    return all(line.kind in {Kind.TEXT, Kind.QUOTE, Kind.BLANK} for line in below)


def _fields(below: list[Line]) -> dict[str, str]:
    """What stands behind the labels of fields, on lines of their own."""
    found: dict[str, str] = {}
    for line in below:
        if line.kind not in {Kind.TEXT, Kind.ITEM}:
            continue
        label, said = label_of(line.text)
        for name, known in _FIELDS.items():
            if label and known.fullmatch(label) and plain(said):
                found.setdefault(name, plain(said).strip())
    return found
