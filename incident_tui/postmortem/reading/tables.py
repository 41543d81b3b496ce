"""A table is read by its heads where it has any, and else by what its cells look like."""

import re
from collections.abc import Iterable
from typing import Final

import msgspec

from incident_tui.postmortem.reading.dates import DAY, Written, written
from incident_tui.postmortem.reading.inline import plain, told
from incident_tui.postmortem.reading.stamps import Stamp, rest, stamp
from incident_tui.postmortem.reading.zones import Zone, zone_in


class Moment(msgspec.Struct, frozen=True):
    """What a row says happened, when and by whom; `day` alone is a row that only names a day."""

    at: Stamp | None
    text: str
    day: Written | None = None
    author: str = ""
    label: str = ""
    zone: Zone | None = None


_ZONE_REMARK: Final = (
    r"(?:[\s*_]*[(\[][^()\[\]\d]{0,40}\b(?:times?|zone|utc|gmt|(?-i:[A-Z]{2,4}T))\b"
    r"[^()\[\]\d]{0,30}[)\]])?"
)
_DAY: Final = re.compile(rf"[\W_]*(?:on |the |date:? )?{DAY}{_ZONE_REMARK}[\W_]*", re.IGNORECASE)
_COMPACT: Final = re.compile(r"([01]\d|2[0-4])([0-5]\d)")
_TIME_HEAD: Final = re.compile(r"time|when|hour|clock|stamp|^at$|date|utc|gmt|\b[A-Z]{2,3}T\b")
_END_HEAD: Final = re.compile(
    r"\b(?:end|until|to|duration|elapsed|delta|finish|offset)\b", re.IGNORECASE
)
_AUTHOR_HEAD: Final = re.compile(
    r"^(?:who|by|author|person|actor|speaker|user|source|owner|from|name|reporter"
    r"|responder)s?$", re.IGNORECASE)  # fmt: skip
_LABEL_HEAD: Final = re.compile(
    r"^(?:type|milestone|phase|stage|status|kind|category|state)$", re.IGNORECASE
)
_COUNT_HEAD: Final = re.compile(r"^(?:#|no\.?|nr\.?|id|step|\s*)$", re.IGNORECASE)
_NOTHING: Final = frozenset({"", "-", "–", "—", "n/a", "none"})


def whole_day(text: str) -> Written | None:
    """The day that is all of a text, or None."""
    found = _DAY.fullmatch(text[:80]) if len(text) <= 80 else None
    return written(found) if found else None


def whole_stamp(text: str) -> Stamp | None:
    """The time that is all of a text, or None."""
    at = stamp(text)
    return at if at is not None and not rest(text, at) else None


def moment(cells: Iterable[str], heads: tuple[str, ...]) -> Moment:
    """What a row says."""
    times: list[tuple[Stamp, str]] = []
    texts: list[str] = []
    day: Written | None = None
    author = label = ""
    for column, cell in enumerate(cells):
        head = heads[column] if column < len(heads) else ""
        words = plain(cell)
        if words.lower() in _NOTHING or (_COUNT_HEAD.match(head) and head and words.isdigit()):
            continue
        if _AUTHOR_HEAD.match(head) and len(words) < 60:
            author = words
        elif (at := _time(words, head)) is not None:
            times.append((at, head))
        elif (said := whole_day(words)) is not None and not (texts and said.weekday is not None):
            day = said if day is None or day.weekday is not None else day
        else:
            label = words if _LABEL_HEAD.match(head) else label
            texts.append(told(cell))
    if not times and texts and (at := stamp(texts[0])) and len(texts) <= 2:
        times, texts[0] = [(at, heads[0] if heads else "")], rest(texts[0], at)
    if not times:
        return Moment(None, " — ".join(texts), day)
    at, head = _chosen(times)
    if at.day is None and day is not None:
        at = msgspec.structs.replace(at, day=day)
    return Moment(at, " — ".join(filter(None, texts)), None, author, label, zone_in(head))


def _time(words: str, head: str) -> Stamp | None:
    if len(words) > 80 or (head and _END_HEAD.search(head) and not _TIME_HEAD.search(head.lower())):
        return None
    at, timed = whole_stamp(words), bool(_TIME_HEAD.search(head.lower()))
    if at is not None and at.loose:
        return msgspec.structs.replace(at, loose=False) if timed else None
    if at is None and timed and (four := _COMPACT.fullmatch(words)):
        return Stamp(int(four[1]) % 24, int(four[2]))
    return at


def _chosen(times: list[tuple[Stamp, str]]) -> tuple[Stamp, str]:
    """Of two columns of times the one in UTC, else the one with a zone, else the first."""

    def rank(each: tuple[Stamp, str]) -> int:
        named = each[0].zone or zone_in(each[1])
        if _END_HEAD.search(each[1]):
            return 3
        return 2 if named is None else int(named.name != "UTC")

    dated = next((at.day for at, _ in times if at.day is not None), None)
    at, head = min(times, key=rank)
    return (msgspec.structs.replace(at, day=at.day or dated), head)
