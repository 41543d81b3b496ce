"""A table is read by its columns: the first line names them, or a person says which is which."""

import csv
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import BinaryIO, Final

from incident_tui.domain.incident import Milestone
from incident_tui.importers.clock_stamps import STAMP, Days, day_first, local
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
from incident_tui.importers.moments import instant
from incident_tui.importers.references import References

_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "time": (
        "time",
        "timestamp",
        "occurred_at",
        "datetime",
        "date_time",
        "when",
        "started_at",
        "start_time",
        "created_at",
        "created",
        "at",
        "ts",
        "event_time",
        "time_utc",
    ),
    "date": ("date", "day"),
    "text": (
        "text",
        "message",
        "description",
        "event",
        "summary",
        "what",
        "body",
        "note",
        "entry",
        "details",
        "title",
        "comment",
        "content",
    ),
    "author": (
        "author",
        "user",
        "who",
        "speaker",
        "name",
        "username",
        "person",
        "by",
        "from",
        "source",
        "actor",
        "agent",
        "owner",
        "reporter",
    ),
    "id": ("id", "uuid", "external_ref", "ref", "event_id", "message_id", "key"),
    "milestone": ("milestone",),
    "starred": ("starred", "pinned", "star", "important"),
}
"""What a column may hold, and the headings by which it is known, the likeliest first."""
_COPY: Final = re.compile(r"COPY \S+ \(([^)]*)\) FROM stdin;")
_STAMP: Final = re.compile(STAMP, re.IGNORECASE)
_TRUE: Final = frozenset(("1", "true", "yes", "y", "x", "t", "★"))


def sniff(_: str, head: bytes) -> bool:
    """Whether its first line names a time and a text."""
    first = head_of(head).split("\n", 1)[0].rstrip("\r")
    copied = _COPY.match(first)
    try:
        cells = next(csv.reader([first], delimiter=_mark(first)))
    except csv.Error:
        return False
    there = {_plain(heading) for heading in (copied[1].split(", ") if copied else cells)}
    return all(there.intersection(_COLUMNS[what]) for what in ("time", "text"))


def read(file: BinaryIO, given: Given) -> Iterator[Captured]:
    """One entry for each row that has a time and a text."""
    file.seek(0)
    reading = _Reading(given, day_first=day_first(head_of(file.read(1 << 18))))
    try:
        yield from reading.rows(file)
    except csv.Error as error:
        raise ImportRefusedError(f"it is not a table: {error}") from error


class _Reading:
    """One table; its zone is that of its times, its days are those of its rows."""

    def __init__(self, given: Given, *, day_first: bool) -> None:
        self._given = given
        self._day_first = day_first
        self._days = Days(given)
        self._zoned = True
        self._references = References("csv")

    def rows(self, file: BinaryIO) -> Iterator[Captured]:
        """What the rows say."""
        table: _Table | None = None
        found_rows = False
        for number, cells in _rows(file):
            if table is None or isinstance(cells, str):
                table = _Table(cells.split(", ") if isinstance(cells, str) else cells, self._given)
                continue
            if table.fits and any(cells):
                found_rows = True
                yield self._row(number, table, cells)
        if not found_rows:
            there = table.named if table else "none"
            raise ImportRefusedError(
                "no rows with a time and a text; say which columns hold them: "
                f"--column time=NAME --column text=NAME; there are: {there}"
            )
        yield Found("UTC" if self._zoned else None, dated=self._days.dated)

    def _row(self, number: int, table: "_Table", cells: list[str]) -> Captured:
        said = f"{table.cell('date', cells)} {table.cell('time', cells)}".strip()
        at = self._moment(said)
        text = table.cell("text", cells)
        if at is None:
            return Skipped(number, f"{said[:40]!r} is not a time" if said else "it has no time")
        if not text:
            return Skipped(number, "it has no text")
        author, id_ = table.cell("author", cells), table.cell("id", cells)
        ref = f"csv:{id_}" if id_ else self._references.of(said, author, text)
        stars = table.cell("starred", cells).lower() in _TRUE
        named = table.cell("milestone", cells).lower()
        milestone = Milestone(named) if named in set(Milestone) else None
        return CapturedEntry(number, at, text, ref, author, milestone, stars)

    def _moment(self, said: str) -> datetime | None:
        if exact := instant(said, self._given.zone):
            self._zoned = self._zoned and exact[1]
            return exact[0]
        found = _STAMP.fullmatch(said)
        stamp = local(found, day_first=self._day_first) if found else None
        if stamp is None:
            return None
        at = self._days.at(stamp)
        self._zoned = self._zoned and stamp.zone is not None
        return at


class _Table:
    """Which column holds what."""

    def __init__(self, headings: list[str], given: Given) -> None:
        self.headings = [heading.strip() for heading in headings]
        plain = [_plain(heading) for heading in self.headings]
        self._at: dict[str, int] = {}
        for what, names in _COLUMNS.items():
            if what in given.columns:
                self._at[what] = self._named(given.columns[what], plain)
            elif chosen := [plain.index(name) for name in names if name in plain]:
                self._at.setdefault(what, chosen[0])
        if unknown := sorted(set(given.columns) - set(_COLUMNS)):
            known = ", ".join(_COLUMNS)
            raise ImportRefusedError(f"a column holds no {unknown[0]!r}; it may hold: {known}")

    def _named(self, name: str, plain: list[str]) -> int:
        if name.isdecimal() and 0 < int(name) <= len(plain):
            return int(name) - 1
        if _plain(name) not in plain:
            raise ImportRefusedError(f"there is no column {name!r}; there are: {self.named}")
        return plain.index(_plain(name))

    @property
    def named(self) -> str:
        """Its first columns, as an error names them."""
        return ", ".join(heading[:30] for heading in self.headings[:12])

    @property
    def fits(self) -> bool:
        """Whether it holds a timeline."""
        return bool({"time", "date"} & set(self._at)) and "text" in self._at

    def cell(self, what: str, cells: list[str]) -> str:
        """What a row holds there; empty where it holds nothing."""
        at = self._at.get(what)
        value = cells[at].strip() if at is not None and at < len(cells) else ""
        return "" if value == "\\N" else value


def _rows(file: BinaryIO) -> Iterator[tuple[int, list[str] | str]]:
    """Rows with the line they begin on; the head of a database dump comes as a text."""
    lines = numbered(file)
    first = next(lines, (1, ""))[1]
    if not _COPY.match(first):
        reader = csv.reader(_ended(first, lines), delimiter=_mark(first), strict=True)
        begins = 1
        for cells in reader:
            yield begins, cells
            begins = reader.line_num + 1
        return
    yield 1, _COPY.match(first)[1]  # type: ignore[index]  # it matched above
    for number, line in lines:
        if copied := _COPY.match(line):
            yield number, copied[1]
        elif line != "\\.":
            yield number, line.split("\t")


def _ended(first: str, lines: Iterator[tuple[int, str]]) -> Iterator[str]:
    yield first + "\n"
    for _, line in lines:
        yield line + "\n"


def _mark(first: str) -> str:
    """What stands between the cells."""
    return max(",;\t|", key=first.count)


def _plain(heading: str) -> str:
    return re.sub(r"\W+", "_", heading.strip().lower()).strip("_")


IMPORTER: Final = CaptureImporter("csv", "A table (CSV)", sniff, read)
