"""What each table of the configuration may say; what it leaves out is as it was built in."""

import re
from collections.abc import Mapping
from string import Formatter
from typing import Annotated, Final, Literal

import msgspec
from msgspec.structs import asdict, replace

from incident_tui.domain.escalation import PLACES, Escalation
from incident_tui.domain.incident import Severity
from incident_tui.domain.policy import POLICIES, Policy, read_requirement
from incident_tui.domain.practice import FLAVOURS, PRACTICE, TEXT_PLACES, Cadence, Level, Practice
from incident_tui.domain.template import Template

_PLACE: Final = re.compile(r"\{([a-z_]+)\}")
_DAY: Final = 24 * 60
ClockMinutes = Annotated[int, msgspec.Meta(ge=0, le=_DAY)]
Words = Annotated[str, msgspec.Meta(min_length=1)]
Argv = Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]


class SettingError(ValueError):
    """A value that has the right type and no good meaning; `path` leads to it."""

    def __init__(self, path: tuple[str, ...], message: str) -> None:
        super().__init__(message)
        self.path = path


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of every table: what is written there must be known."""


class SeverityTable(Table, frozen=True):
    """`[severity.sev1]`: its definition, its clocks in minutes (0: none), its checklist."""

    means: Words | None = None
    callout: ClockMinutes | None = None
    internal: ClockMinutes | None = None
    public: ClockMinutes | None = None
    public_when_long: ClockMinutes | None = None
    checklist: tuple[Words, ...] | None = None
    roles: tuple[Words, ...] | None = None


class SeverityTables(Table, frozen=True):
    """`[severity]`: one table a level."""

    sev1: SeverityTable = SeverityTable()
    sev2: SeverityTable = SeverityTable()
    sev3: SeverityTable = SeverityTable()
    sev4: SeverityTable = SeverityTable()
    sev5: SeverityTable = SeverityTable()


class TextTable(Table, frozen=True):
    """`[update]`: the text of each flavour, with places such as `{title}`."""

    call: Words | None = None
    executive: Words | None = None
    public: Words | None = None
    can: Words | None = None


class CallTable(Table, frozen=True):
    """`[call]`: seconds in which a proposal may be objected to, minutes a role may stand empty."""

    objections: Annotated[int, msgspec.Meta(ge=1, le=600)] = PRACTICE.objections
    vacant: Annotated[int, msgspec.Meta(ge=1, le=_DAY)] = PRACTICE.vacant


class EscalationTable(Table, frozen=True):
    """`[escalation]`: the program that calls a team, and those of single teams."""

    command: Argv = ()
    teams: dict[str, Argv] = {}
    timeout: Annotated[int, msgspec.Meta(ge=1, le=600)] = Escalation().timeout

    def practice(self) -> Escalation:
        """As the commands take it; SettingError where a place is unknown."""
        _check_arguments(("escalation", "command"), self.command)
        for team, argv in self.teams.items():
            _check_arguments(("escalation", "teams", team), argv)
        teams = {team.removeprefix("@"): argv for team, argv in self.teams.items()}
        return Escalation(self.command, teams, self.timeout)


def _check_arguments(path: tuple[str, ...], argv: Argv) -> None:
    """Refuse a place that would be left as it stands; other braces are the program's own."""
    for name in (name for part in argv for name in _PLACE.findall(part)):
        if name not in PLACES:
            known = ", ".join(f"{{{place}}}" for place in PLACES)
            raise SettingError(path, f"there is no place {{{name}}}; the places are {known}")


class AlarmTable(Table, frozen=True):
    """`[alarm]`: what is done outside the window when something is late."""

    bell: bool = True
    title: bool = True
    notice: Literal["off", "osc9", "osc777"] = "off"


class PolicyTable(Table, frozen=True):
    """`[policy.sev1]`: what each transition of a post-mortem asks for; `[]` asks for nothing."""

    review: tuple[Words, ...] | None = None
    publish: tuple[Words, ...] | None = None
    close: tuple[Words, ...] | None = None


class PolicyTables(Table, frozen=True):
    """`[policy]`: one table a level."""

    sev1: PolicyTable = PolicyTable()
    sev2: PolicyTable = PolicyTable()
    sev3: PolicyTable = PolicyTable()
    sev4: PolicyTable = PolicyTable()
    sev5: PolicyTable = PolicyTable()


def policies(tables: PolicyTables) -> Mapping[Severity, Policy]:
    """What is written down, on top of the built-in ones; SettingError where it has no meaning."""
    found = {}
    for level in Severity:
        name = level.name.lower()
        told = {k: v for k, v in asdict(getattr(tables, name)).items() if v is not None}
        for key, wanted in told.items():
            for raw in wanted:
                try:
                    read_requirement(raw)
                except ValueError as refusal:
                    raise SettingError(("policy", name, key), str(refusal)) from None
        found[level] = replace(POLICIES[level], **told)
    return found


def practice(
    severity: SeverityTables,
    role: Mapping[str, tuple[str, ...]],
    update: TextTable,
    call: CallTable,
    escalation: EscalationTable,
    policy: PolicyTables,
    template: Mapping[Severity, Template],
) -> Practice:
    """The practice that is written down, on top of the built-in one; SettingError where not."""
    own = asdict(severity)
    levels = {level: _level(level, own[level.name.lower()]) for level in Severity}
    texts = {flavour: text for flavour in FLAVOURS if (text := getattr(update, flavour))}
    for flavour, text in texts.items():
        _check_places(("update", flavour), text)
    return Practice(
        levels,
        {**PRACTICE.instructions, **role},
        texts,
        call.objections,
        call.vacant,
        escalation.practice(),
        policies(policy),
        template,
    )


def _level(level: Severity, table: SeverityTable) -> Level:
    built_in = PRACTICE.levels[level]
    told = {key: value for key, value in asdict(table).items() if value is not None}
    clocks = {key: told.pop(key) or None for key in Cadence.__struct_fields__ if key in told}
    cadence = replace(built_in.cadence, **clocks)
    if cadence.public and (cadence.public_when_long or cadence.public) < cadence.public:
        path = ("severity", level.name.lower(), "public_when_long")
        raise SettingError(
            path if path[-1] in clocks else (*path[:-1], "public"),
            f"a long incident is told less often: public_when_long ({cadence.public_when_long}) "
            f"must be public ({cadence.public}) or more",
        )
    return replace(built_in, cadence=cadence, **told)


def _check_places(path: tuple[str, ...], text: str) -> None:
    """Refuse a place that no state has; `{{` and `}}` are braces."""
    known = f"the places are {', '.join(f'{{{place}}}' for place in TEXT_PLACES)}"
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        raise SettingError(path, f"a brace has no partner; {known}, and {{{{ is a brace") from None
    for _, place, form, conversion in parts:
        if place is None:
            continue
        if place.removeprefix("?") not in TEXT_PLACES or form or conversion:
            raise SettingError(path, f"there is no place {{{place}}}; {known}")
