"""How long it burned and how much of the error budget that cost, with the sum in plain sight."""

import re
from datetime import timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

import msgspec

from incident_tui.domain.incident import Milestone
from incident_tui.domain.state import IncidentState

SLO_EXAMPLE: Final = "99.9% over 30d"
NO_SLO: Final = "none"

_SLO: Final = re.compile(r"(\d{1,3}(?:\.\d{1,6})?) ?% over (\d{1,3}) ?d")
_RATE: Final = re.compile(r"[~<]? ?(\d{1,3}(?:\.\d{1,6})?) ?%")
_SHARE: Final = re.compile(r"(\d{1,3}(?:\.\d{1,6})?)%")
_SPAN: Final = re.compile(r"(?:(\d{1,3})h)?(?:(\d{1,5}(?:\.\d{1,2})?)m(?:in(?:utes?)?)?)?")
_MINUTE: Final = timedelta(minutes=1)


class Slo(msgspec.Struct, frozen=True):
    """A promise: this percentage of `days` days is good."""

    target: Decimal
    days: int

    @property
    def budget(self) -> Decimal:
        """The bad minutes the window allows."""
        return self.days * 24 * 60 * (100 - self.target) / 100


def parse_slo(raw: str) -> Slo:
    """`99.9% over 30d`; ValueError says how to write it."""
    found = _SLO.fullmatch(" ".join(raw.lower().split()))
    if not found:
        raise ValueError(f"{raw!r} is not an SLO; write `{SLO_EXAMPLE}`, or `{NO_SLO}`")
    slo = Slo(Decimal(found[1]), int(found[2]))
    if not 0 < slo.target < 100:
        raise ValueError(f"{raw!r} leaves no budget to spend; use a target between 0% and 100%")
    if not slo.days:
        raise ValueError(f"{raw!r} has an empty window; use at least 1d")
    return slo


def parse_rate(raw: str) -> Decimal | None:
    """The percentage the text begins with (`5% of checkouts` → 5), or None if it has none."""
    found = _RATE.match(raw.strip())
    rate = Decimal(found[1]) if found else None
    return rate if rate is not None and rate <= 100 else None


def outage(state: IncidentState) -> timedelta | None:
    """From its beginning to the last resolve; None while it burns."""
    if state.began_at is None or Milestone.RESOLVED not in state.milestones:
        return None
    return state.duration(state.milestones[Milestone.RESOLVED])


def human(span: timedelta) -> str:
    """`57 min`, `2 h 05 min`; whole minutes, cut off and not rounded."""
    hours, minutes = divmod(span // _MINUTE, 60)
    if hours:
        return f"{hours} h {minutes:02} min"
    return f"{minutes} min" if minutes else "under 1 min"


def budget_consumed(slo: Slo, span: timedelta, rate: Decimal | None) -> str:
    """The share of the budget and how it was reckoned; without a rate every minute was all bad.

    `132% of the 30-day budget (57.0 bad minutes of 43.2 allowed)`
    """
    minutes = Decimal(span // timedelta(seconds=1)) / 60
    bad = minutes if rate is None else minutes * rate / 100
    reckoned = f"{_rounded(bad, 1)} bad minutes"
    if rate is not None:
        reckoned += f" = {_rounded(minutes, 1)} min × {rate}%,"
    share = 100 * bad / slo.budget
    allowed = _rounded(slo.budget, 1)
    return f"{_share(share)}% of the {slo.days}-day budget ({reckoned} of {allowed} allowed)"


def parse_bad(raw: str) -> tuple[Decimal, str]:
    """`25 min`, `1h10m` as minutes, `0.02%` as a share of the window; ValueError says how."""
    said = "".join(raw.lower().split())
    if found := _SHARE.fullmatch(said):
        return Decimal(found[1]), "%"
    if (found := _SPAN.fullmatch(said)) and (found[1] or found[2]):
        return 60 * Decimal(found[1] or 0) + Decimal(found[2] or 0), "min"
    raise ValueError(f"{raw!r} is no bad time; write `25 min`, or `0.02%` of the whole window")


def formula(slo: Slo, span: timedelta | None, rate: Decimal | None, raw_bad: str) -> list[str]:
    """The sum in steps: what the target allows, what was bad, and what share of it that is.

    Bad time that was measured is taken as it is; else it is the outage, weighted by the error rate.
    """
    target, allowed = 100 - slo.target, slo.budget
    steps = [f"allowed: {slo.days} d × 1440 min × {target}% = {_rounded(allowed, 1)} min"]
    if raw_bad:
        bad, unit = parse_bad(raw_bad)
        share = 100 * bad / (target if unit == "%" else allowed)
        steps.append(f"bad: {bad} {unit}, as measured")
        spent, of = f"{bad}{unit}", f"{target}%" if unit == "%" else f"{_rounded(allowed, 1)} min"
    elif span is not None:
        minutes = Decimal(span // timedelta(seconds=1)) / 60
        bad = minutes if rate is None else minutes * rate / 100
        weight = "every one of them" if rate is None else f"× {rate}% = {_rounded(bad, 1)} min"
        steps.append(f"bad: {_rounded(minutes, 1)} min {weight}")
        share = 100 * bad / allowed
        spent, of = f"{_rounded(bad, 1)} min", f"{_rounded(allowed, 1)} min"
    else:
        return steps
    steps.append(f"consumed: {spent} ÷ {of} = {_share(share)}%")
    return steps


def _share(share: Decimal) -> Decimal:
    return _rounded(share, 0 if share >= 10 else 1)


def _measured(slo: Slo, raw_bad: str) -> str:
    bad, unit = parse_bad(raw_bad)
    target = 100 - slo.target
    share = _share(100 * bad / (target if unit == "%" else slo.budget))
    of = f"{bad}% bad of {target}%" if unit == "%" else f"{bad} bad minutes of"
    allowed = "allowed" if unit == "%" else f"{_rounded(slo.budget, 1)} allowed"
    return f"{share}% of the {slo.days}-day budget ({of} {allowed})"


def _rounded(value: Decimal, places: int) -> Decimal:
    """As people round by hand: 2.85 is 2.9."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def budget_line(raw_slo: str, raw_rate: str, state: IncidentState, raw_bad: str = "") -> str:
    """The SLO line of the document; empty without an answer, ValueError if it cannot be read.

    `raw_bad` is the bad time where it was measured; it counts instead of the outage.
    """
    if not raw_slo:
        return ""
    if raw_slo.strip().lower() == NO_SLO:
        return "no SLO covers this"
    slo, span = parse_slo(raw_slo), outage(state)
    if raw_bad:
        return _measured(slo, raw_bad)
    if span is None:
        return f"known once it is resolved (target {raw_slo})"
    return budget_consumed(slo, span, parse_rate(raw_rate))
