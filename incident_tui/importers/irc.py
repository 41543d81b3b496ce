"""A log of IRC has times of day and seldom days: they come from its own marks, or from its name."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import BinaryIO, Final

from incident_tui.domain.when import MONTHS
from incident_tui.importers.clock_stamps import STAMP, Days, Local, local
from incident_tui.importers.format import (
    Captured,
    CapturedEntry,
    CaptureImporter,
    Found,
    Given,
    ImportRefusedError,
    Skipped,
)
from incident_tui.importers.lines import head_of, numbered
from incident_tui.importers.references import References

_MARK: Final = re.compile(
    r"(?:---|\*{4}) (?:log opened|log closed|day changed|begin logging at|ending logging at) "
    r"\w{3} (?P<month>\w{3}) +(?P<day>\d{1,2}) (?:\d\d:\d\d(?::\d\d)? )?(?P<year>\d{4})",
    re.IGNORECASE,
)
_LINE: Final = re.compile(rf"\[?{STAMP}\]?[ \t](?P<rest>.*)", re.IGNORECASE)
_SAID: Final = re.compile(r"\s*<[ @+%&~!]?(?P<nick>[^>\s]{1,64})>[ \t]?(?P<text>.*)")
_DID: Final = re.compile(r"\s*\*\s(?P<nick>[^\s*]{1,64}) (?P<text>.*)")
_SENT: Final = re.compile(r"\s*-(?P<nick>[^\s!:-][^\s:-]{0,63})(?::#\S+)?- (?P<text>.*)")
_COLUMNS: Final = re.compile(r"(?P<prefix>[^\t]{0,80})\t(?P<text>.*)")
_NOTICE: Final = re.compile(r"(?:===|\*\*\*|---|-!-|-->|<--|--\s|=!=)")
_COLOURS: Final = re.compile(
    r"\x03(?:\d{1,2}(?:,\d{1,2})?)?|\x1b\[[0-9;]*[a-zA-Z]|[\x02\x0f\x11\x16\x1d-\x1f\x19]"
)
_IN_NAME: Final = re.compile(r"(?<!\d)(\d{4})[-_.]?(\d\d)[-_.]?(\d\d)(?!\d)")


def sniff(_: str, head: bytes) -> bool:
    """Whether most of its lines are of a log: a time and a nick, or a notice."""
    lines = [line.rstrip("\r") for line in head_of(head).split("\n")[:60] if line.strip()]
    spoken = sum(bool(_parts(line)) for line in lines)
    marks = sum(bool(_MARK.fullmatch(line) or _is_notice(line)) for line in lines)
    return bool(spoken) and (spoken + marks) * 10 >= len(lines) * 7


def read(file: BinaryIO, given: Given) -> Iterator[Captured]:
    """What was said and done, in its order."""
    days = Days(given)
    if found := _IN_NAME.search(given.name):
        with suppress(ValueError):
            days.on(date(int(found[1]), int(found[2]), int(found[3])))
    references = References("irc")
    empty = True
    for number, raw in numbered(file):
        line = _COLOURS.sub("", raw)
        if not line.strip():
            continue
        if found := _MARK.fullmatch(line.strip()):
            _set_day(days, found)
            continue
        captured = _captured(number, line, days, references)
        empty = empty and not isinstance(captured, CapturedEntry)
        yield captured
    if empty:
        raise ImportRefusedError("there is no line of an IRC log in it (10:02 <mei> text)")
    yield Found("UTC" if days.zoned else None, dated=days.dated)


def _captured(number: int, line: str, days: Days, references: References) -> Captured:
    parts = _parts(line)
    if parts is None:
        why = "joins, leaves and other notices" if _is_notice(line) else "no line of a log"
        return Skipped(number, why)
    stamp, nick, text = parts
    at = days.at(stamp)
    if not text.strip():
        return Skipped(number, "nothing is said in it")
    return CapturedEntry(number, at, text, references.of(str(days.here), nick, text), nick)


def _parts(line: str) -> tuple[Local, str, str] | None:
    """When, who and what; None for what nobody said."""
    found = _LINE.fullmatch(line)
    stamp = local(found, day_first=True) if found else None
    if found is None or stamp is None:
        return None
    rest = found["rest"]
    if said := _SAID.fullmatch(rest) or _SENT.fullmatch(rest):
        return stamp, said["nick"], said["text"]
    if (columns := _COLUMNS.fullmatch(rest)) and "\t" in line:
        prefix = columns["prefix"].strip()
        if prefix == "*":
            nick, _, did = columns["text"].partition(" ")
            return stamp, nick, f"* {did}"
        if prefix and not _NOTICE.match(f"{prefix} ") and " " not in prefix:
            return stamp, prefix.lstrip("@+%&~!"), columns["text"]
        return None
    if did := _DID.fullmatch(rest):
        return stamp, did["nick"], f"* {did['text']}"
    return None


def _is_notice(line: str) -> bool:
    found = _LINE.fullmatch(line)
    return bool(_NOTICE.match(found["rest"].lstrip() if found else line))


def _set_day(days: Days, found: re.Match[str]) -> None:
    with suppress(ValueError):
        month = MONTHS.index(found["month"].lower()) + 1
        days.on(date(int(found["year"]), month, int(found["day"])))


IMPORTER: Final = CaptureImporter("irc", "IRC log", sniff, read, spoken=True)
