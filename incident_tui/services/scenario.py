"""A `.incident` transcript is what people typed and when: demo, test and sample data in one.

    start: 2026-01-15 14:02          the day, and the zone of the times below (`+01:00`; else UTC)
    author: jo                       who types, unless a line says `<ana>`

    14:03:40  /declare Checkout errors sev:2     a clock time; past midnight it is the next day
    2026-01-16 09:10  still quiet                or one on another day
    +2m       /ic @maria                         or the time since the line before
    +90s <ana> rolled back on two of three zones

    == summary ==                    an answer of the post-mortem, by field
    == expect ==                     what must hold at the end, by key of `show --json`

Lines that begin with `#` are comments.
"""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Final

import msgspec

from incident_tui.domain.errors import IncidentTuiError, TimeError
from incident_tui.domain.when import parse_when

EXPECT: Final = "expect"
_STEP: Final = re.compile(
    r"(?:\+(?P<after>(?:\d+[smhd])+)"
    r"|(?:(?P<day>\d{4}-\d\d-\d\d)\s+)?(?P<clock>\d{1,2}:\d\d(?::\d\d)?))"
    r"\s+(?:<(?P<author>[\w.-]+)>\s+)?(?P<line>\S.*)"
)
_SECTION: Final = re.compile(r"==\s*([a-z_]+)\s*==")
_HEADER: Final = re.compile(r"([a-z]+):\s*(.+)")
_ZONE: Final = re.compile(r"[+-]\d\d:\d\d$")


class ScenarioError(IncidentTuiError):
    """The transcript cannot be read; the message names the line."""


class Step(msgspec.Struct, frozen=True):
    """One typed line: `at` is when its first key was typed, aware UTC."""

    at: datetime
    author: str
    line: str


class Scenario(msgspec.Struct, frozen=True):
    """A whole transcript; the first step declares the incident."""

    steps: tuple[Step, ...]
    answers: Mapping[str, str]
    expect: Mapping[str, str]

    def shifted(self, end: datetime) -> "Scenario":
        """The same, moved in time so that its last line is typed at `end`."""
        by = end - self.steps[-1].at
        steps = tuple(msgspec.structs.replace(step, at=step.at + by) for step in self.steps)
        return msgspec.structs.replace(self, steps=steps)


def parse(text: str) -> Scenario:
    """Read a transcript; ScenarioError names the line that cannot be read."""
    head, *sections = re.split(r"(?m)^(?===)", text)
    answers: dict[str, str] = {}
    line_number = head.count("\n") + 1
    for section in sections:
        title, _, body = section.partition("\n")
        found = _SECTION.fullmatch(title.strip())
        if found is None:
            raise ScenarioError(f"line {line_number}: write a section as == summary ==")
        answers[found[1]] = body.strip("\n").rstrip()
        line_number += section.count("\n")
    expect = answers.pop(EXPECT, "")
    return Scenario(_steps(head), answers, _pairs(expect))


def _steps(head: str) -> tuple[Step, ...]:
    header: dict[str, str] = {}
    steps: list[Step] = []
    clock: _Clock | None = None
    for number, raw in enumerate(head.split("\n"), 1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        if not steps and (found := _HEADER.fullmatch(line)):
            if found[1] not in {"start", "author"}:
                raise ScenarioError(f"line {number}: {found[1]}: is not start: or author:")
            header[found[1]] = found[2].strip()
            continue
        try:
            clock = clock or _Clock(header.get("start", ""))
            step = _STEP.fullmatch(line)
            if step is None:
                raise ScenarioError("begin with a time: 14:05 text, or +2m /ic @maria")
            author = step["author"] or header.get("author", "scribe")
            steps.append(Step(clock.at(step), author.removeprefix("@"), step["line"]))
        except (TimeError, ScenarioError) as error:
            raise ScenarioError(f"line {number}: {error}") from error
    if not steps or "/declare" not in steps[0].line:
        raise ScenarioError("the first line of a transcript declares: 14:03 /declare TITLE sev:2")
    return tuple(steps)


class _Clock:
    """The time a transcript has come to; it never runs backwards."""

    def __init__(self, start: str) -> None:
        if not start:
            raise ScenarioError("say first when it starts: start: 2026-01-15 14:02")
        found = _ZONE.search(start)
        self._zone = found[0] if found else "Z"
        self._now = parse_when(start, datetime.max.replace(tzinfo=UTC) - timedelta(days=1))
        self._offset = _offset(self._zone)

    def at(self, step: re.Match[str]) -> datetime:
        """The time of a step: a clock time before the last one is the next day's."""
        if step["after"]:
            then = self._now + (self._now - parse_when(f"-{step['after']}", self._now))
        else:
            day = step["day"] or f"{self._now + self._offset:%Y-%m-%d}"
            then = parse_when(f"{day} {step['clock']}{self._zone}", self._now)
            if then < self._now and not step["day"]:
                then += timedelta(days=1)
        if then < self._now:
            raise ScenarioError(f"{step['day']} {step['clock']} is before the line above")
        self._now = then
        return then


def _offset(zone: str) -> timedelta:
    if zone == "Z":
        return timedelta(0)
    span = timedelta(hours=int(zone[1:3]), minutes=int(zone[4:6]))
    return -span if zone[0] == "-" else span


def _pairs(text: str) -> dict[str, str]:
    pairs = (line.partition(":") for line in text.split("\n") if line.strip())
    return {key.strip(): value.strip() for key, _, value in pairs}
