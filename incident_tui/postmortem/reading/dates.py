"""A day is read as it was written; what it leaves out is told by the days around it."""

import re
from datetime import date, timedelta
from typing import Final

import msgspec

_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS: Final = (
    r"jan(?:uar[iy]?|vier|eiro)?|enero|gennaio",
    r"feb(?:ruar[iy]?|rero|braio)?|f[ée]vrier|fevereiro",
    r"mar(?:ch|s|zo|ço)?|märz|maart",
    r"apr(?:il|ile)?|avril|abril",
    r"may|mai|mayo|maio|maggio|mei",
    r"june?|juin|juni|junio|junho|giugno",
    r"july?|juillet|juli|julio|julho|luglio",
    r"aug(?:ust(?:us)?)?|ao[ûu]t|agosto",
    r"sept?(?:ember|embre)?|septiembre|setembro|settembre",
    r"oct(?:ober|obre)?|okt(?:ober)?|outubro|ottobre",
    r"nov(?:ember|embre|iembre|embro)?",
    r"dec(?:ember)?|dez(?:ember|embro)?|d[ée]cembre|diciembre|dicembre",
)
"""The months, as they are called where people write post-mortems in other languages too."""
_MONTH: Final = rf"(?:{'|'.join(_MONTHS)})\b\.?"
_YEAR: Final = (
    r"(?:,?\s+(?:de\s+)?|,|[-/])(?P<{0}>(?:19|20)\d\d|['’]\d\d|(?<=[a-z]-)\d\d)"
    r"(?!\d|\.\d|:\d\d(?!:\d\d))"
)
_ORDINAL: Final = r"(?:st|nd|rd|th|er|\.(?=\s))?"
_LAST: Final = r"(?:\s?(?:[-–/]|and|to)\s?\d{1,2}(?:st|nd|rd|th|\.)?(?![\d:./-]))?"
"""The last of several days, of which the first is taken: `24–25 April`."""
_WEEKDAY: Final = r"(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
DAY: Final = (
    rf"(?:(?:{_WEEKDAY}\s*[,|]?\s*(?:the\s+)?)?(?:"
    r"(?P<iso>\d{4,5}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)|\d{4}年\d{1,2}月\d{1,2}日"
    r"|20\d\d[01]\d[0-3]\d(?=[T_,:\s-]{1,3}\d{1,2}:?\d\d)"
    r"|\d{1,2}(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:19|20)\d\d(?!\d)"
    rf"|(?:19|20)\d\d(?P<between>[-/\s])(?P<named>{_MONTH})(?P=between)\d{{1,2}}(?![\d:]))"
    r"|(?P<numbers>\d{1,2}[-/]\d{1,2}[-/](?:\d{4}|\d{2})|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d(?=,?\s+(?:\w{2}\s)?\d{1,2}[:.h]\d\d)))(?!\d)"
    r"|(?P<pair>\d{1,2}/\d{1,2}(?![\d/])|\d\d-\d\d(?=\s{1,2}[~≈]?\s?\d\d:\d\d))"
    r"|(?P<dotted>\d{1,2}\.\d{1,2}\.(?=,?\s\d{1,2}[:.h]\d\d)|\d{1,2}月\d{1,2}日)"
    rf"|(?P<month>{_MONTH})[\s-]*(?P<nth>\d{{1,2}}){_ORDINAL}(?![\d:]){_LAST}"
    rf"(?:{_YEAR.format('year')})?"
    rf"|(?P<nth2>\d{{1,2}}){_ORDINAL}{_LAST}(?:\s+(?:(?:of|de)\s+)?"
    rf"|[-/])(?P<month2>{_MONTH})(?:{_YEAR.format('year2')})?"
    rf")|{_WEEKDAY.replace('weekday', 'only')}(?!\w))"
)
_DAY: Final = re.compile(DAY, re.IGNORECASE)
_ABOUT: Final = re.compile(
    rf"(?<!\w)(?:(?P<month>{_MONTH})[\s,]+)?(?P<year>20\d\d)(?!\d|[.:]\d)", re.IGNORECASE
)
_COMPACT: Final = re.compile(r"(?<!\d)(20\d\d)([01]\d)([0-3]\d)(?!\d)")
_NAMES: Final = tuple(re.compile(names) for names in _MONTHS)
_YEARS: Final = range(1970, 2100)


class Written(msgspec.Struct, frozen=True):
    """A day as it stands in a text; `numbers` are kept as they are until their order is known.

    `slipped` are the years that it may be where one figure was typed twice.
    """

    year: int | None = None
    month: int = 0
    day: int = 0
    numbers: tuple[int, int] | None = None
    weekday: int | None = None
    slipped: tuple[int, ...] = ()

    def on(self, near: date | None, *, day_first: bool) -> date | None:
        """The day, the one nearest to `near` where the year is left out; None if there is none."""
        month, day = self.month, self.day
        if self.numbers is not None:
            month, day = self.numbers
            if month > 12 or (day_first and day <= 12):
                month, day = day, month
        if not month:
            return self._by_weekday(near)
        if self.year is not None:
            year = self.year
            if near is not None and self.slipped:
                year = min(self.slipped, key=lambda year: abs(year - near.year))
            return _date(year, month, day)
        if near is None:
            return None
        years = (near.year, near.year + 1, near.year - 1)
        known = [found for year in years if (found := _date(year, month, day))]
        return min(known, key=lambda found: abs((found - near).days), default=None)

    def _by_weekday(self, near: date | None) -> date | None:
        """The next such day, that very day included."""
        if near is None or self.weekday is None:
            return None
        return near + timedelta(days=(self.weekday - near.weekday()) % 7)


def written(found: re.Match[str]) -> Written | None:
    """What a match of `DAY` says."""
    if iso := found["iso"]:
        return _year_first(iso, found["named"])
    if numbers := found["numbers"]:
        first, second, last = re.split("[-/.]", numbers)
        year = last if len(last) == 4 else f"20{last}"
        if "." in numbers:  # only where the day comes first are dots written
            return Written(int(year), int(second), int(first))
        return Written(int(year), numbers=(int(first), int(second)))
    if pair := found["pair"]:
        first, second = re.split("[-/]", pair)
        return Written(numbers=(int(first), int(second)))
    if dotted := found["dotted"]:
        first, second = re.findall(r"\d+", dotted)
        return Written(
            None, *((int(first), int(second)) if "月" in dotted else (int(second), int(first)))
        )
    name, nth = found["month"] or found["month2"], found["nth"] or found["nth2"]
    if name:
        said = found["year"] or found["year2"]
        year_said = None if not said else int(said if len(said) == 4 else f"20{said[-2:]}")
        return Written(year_said, _month(name), int(nth))
    return Written(weekday=_WEEKDAYS.index(found["only"][:3].lower()))


def _year_first(said: str, named: str | None) -> Written:
    if named:
        return Written(int(said[:4]), _month(named), int(said[-2:].lstrip("-/ ")))
    if said.isdigit():
        return Written(int(said[:4]), int(said[4:6]), int(said[6:]))
    if re.fullmatch(r"\d{1,2}[A-Za-z]{3}\d{4}", said):
        return Written(int(said[-4:]), _month(said[-7:-4]), int(said[:-7]))
    year, month, day = re.split("[-/.年月]", said.rstrip("日"))
    slipped = _slipped(year)
    return Written(slipped[0] if slipped else int(year), int(month), int(day), slipped=slipped)


def _month(name: str) -> int:
    said = name.lower().rstrip(".")
    return next(n for n, known in enumerate(_NAMES, 1) if known.fullmatch(said))


def days_in(text: str) -> list[Written]:
    """The days that a text names with a month, in its order."""
    found = [said for match in _DAY.finditer(text) if (said := written(match))]
    return [said for said in found if said.weekday is None and (said.year or not said.numbers)]


def day_in_name(name: str) -> date | None:
    """The day that the name of a file bears."""
    if compact := _COMPACT.search(name):
        return _date(*(int(part) for part in compact.groups()))
    spelled = days_in(name.replace("_", "-"))
    return next((day for said in spelled if (day := said.on(None, day_first=False))), None)


def about(text: str) -> date | None:
    """The middle of the month, or else of the year, that a text names without a day."""
    found = _ABOUT.search(text)
    if found is None:
        return None
    return date(int(found["year"]), *((_month(found["month"]), 15) if found["month"] else (7, 1)))


_PAIRS: Final = re.compile(
    r"(?<![\d/.-])(\d{1,2})([-/])(\d{1,2})(?:\2(\d{4}|\d\d)(?!\d)|(?=,?\s+\d{1,2}:\d\d))"
)
_MOST_READ: Final = 200_000
_CLEARLY: Final = 3
"""How many times nearer one reading brings the days to each other, to be taken for that."""


def day_first(text: str) -> bool | None:
    """Whether 05/06/2026 is the fifth of June in this text; None where it does not tell.

    It tells by a day that no month has, else by a day that it also writes otherwise, else by how
    near to each other the days are.
    """
    found = list(_PAIRS.finditer(text[:_MOST_READ]))
    for pair in found:
        first, second = int(pair[1]), int(pair[3])
        if 12 < first <= 31 or 12 < second <= 31:
            return first > second
    whole = [pair for pair in found if pair[4] and pair[1] != pair[3]]
    if not whole:
        return None
    others = {
        day
        for said in days_in(text[:_MOST_READ])
        if not said.numbers and (day := said.on(None, day_first=False))
    }
    return _nearer(_read(whole, day_first=True), _read(whole, day_first=False), others)


def _read(pairs: list[re.Match[str]], *, day_first: bool) -> set[date]:
    days = set()
    for pair in pairs:
        month, nth = (int(pair[3]), int(pair[1])) if day_first else (int(pair[1]), int(pair[3]))
        days.add(_date(int(pair[4]) % 100 + 2000, month, nth))
    return {day for day in days if day}


def _nearer(one: set[date], other: set[date], known: set[date]) -> bool | None:
    """Whether `one` reading fits better, by a day that is known or by nearness."""
    if bool(one & known) is not bool(other & known):
        return bool(one & known)
    if not one or not other:
        return None
    if len(one) > 1:
        spans = [(max(days) - min(days)).days for days in (one, other)]
    elif known:
        spans = [min(abs((day - next(iter(days))).days) for day in known) for days in (one, other)]
    else:
        return None
    if spans[0] * _CLEARLY <= spans[1]:
        return True
    return False if spans[1] * _CLEARLY <= spans[0] else None


def _slipped(digits: str) -> tuple[int, ...]:
    """The years that five figures may be, of which one was typed twice."""
    if len(digits) != 5:
        return ()
    shorter = [int(digits[:n] + digits[n + 1 :]) for n in (4, 3, 2, 1, 0)]
    return tuple(year for year in shorter if year in _YEARS)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None
