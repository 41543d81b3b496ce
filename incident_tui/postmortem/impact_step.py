"""Impact is asked for in figures: who, how much, for how long, and what it cost the budget."""

from typing import Final

from incident_tui.domain.postmortem import StepId
from incident_tui.postmortem import checks, prefill
from incident_tui.postmortem.fields import Field, FieldKind, Step
from incident_tui.postmortem.impact import NO_SLO, SLO_EXAMPLE

IMPACT: Final = Step(
    StepId.IMPACT,
    "Impact",
    "Who was affected, how badly, and what did it cost?",
    (
        Field(
            "users",
            "Users affected",
            FieldKind.LINE,
            "a number, even a rough one: about 1,200 of 40,000",
            draft=prefill.users,
            nudges=checks.users_nudges,
            shows=checks.duration_shows,
            required=True,
            stated=True,
        ),
        Field(
            "error_rate",
            "Error rate",
            FieldKind.LINE,
            "a percentage, and of what: 5% of checkouts",
            draft=prefill.error_rate,
            nudges=checks.rate_nudges,
            stated=True,
        ),
        Field(
            "slo",
            "SLO",
            FieldKind.LINE,
            f"target and window, {SLO_EXAMPLE}, or {NO_SLO}; the budget is computed",
            draft=prefill.slo,
            lacks=checks.slo_lacks,
            shows=checks.slo_shows,
            required=True,
            stated=True,
        ),
        Field(
            "bad",
            "Bad time",
            FieldKind.LINE,
            "if it was measured: 25 min, or 0.02% of the window; else the outage counts",
            draft=prefill.bad,
            lacks=checks.bad_lacks,
            stated=True,
        ),
        Field(
            "business",
            "Business impact",
            FieldKind.LINE,
            "revenue, contracts, trust: about 300 orders lost; or none",
            draft=prefill.business,
            required=True,
            stated=True,
        ),
    ),
)
