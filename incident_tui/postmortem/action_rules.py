"""Each rule of the action-item check has an id that stays, a reason, and what to write instead."""

from typing import Final

import msgspec


class ActionRule(msgspec.Struct, frozen=True):
    """`reason` follows “it”; `question` says what would do; an example of each side."""

    id: str
    reason: str
    question: str
    weak: str
    better: str


ACTION_RULES: Final = {
    rule.id: rule
    for rule in (
        ActionRule(
            "no-owner",
            "has no owner",
            "name one person",
            "Add an alert on replica lag, due 2026-02-01",
            "@ana: add an alert on replica lag, due 2026-02-01",
        ),
        ActionRule(
            "owner-not-individual",
            "is owned by a group, and so by nobody",
            "name one person of it",
            "SRE: add an alert on replica lag, due 2026-02-01",
            "@ana (SRE): add an alert on replica lag, due 2026-02-01",
        ),
        ActionRule(
            "no-due",
            "has no due date",
            "set one",
            "@ana: add an alert on replica lag",
            "@ana: add an alert on replica lag, due 2026-02-01",
        ),
        ActionRule(
            "due-not-absolute",
            "has a date that means another day every week",
            "write the day, such as 2026-02-01",
            "@ana: add an alert on replica lag, due next Friday",
            "@ana: add an alert on replica lag, due 2026-02-06",
        ),
        ActionRule(
            "due-ambiguous",
            "has a date that is two days, by where one reads it",
            "write it as 2026-02-01",
            "@ana: add an alert on replica lag, due 02/01/2026",
            "@ana: add an alert on replica lag, due 2026-02-01",
        ),
        ActionRule(
            "vague-verb",
            "can never be done as worded",
            "say what will exist after it",
            "@ana: investigate the replica lag, due 2026-02-01",
            "@ana: write down in the runbook what makes the replica lag, due 2026-02-01",
        ),
        ActionRule(
            "no-end-state",
            "does not say how one would see that it is done",
            "name the thing and its state, or a number",
            "@ana: improve monitoring, due 2026-02-01",
            "@ana: add an alert when replica lag passes 30 s, due 2026-02-01",
        ),
        ActionRule(
            "person-focused",
            "asks people to change, not the system",
            "what would make the slip impossible, or harmless?",
            "@ana: remind everybody to drain nodes first, due 2026-02-01",
            "@ana: make the restart script drain the node first, due 2026-02-01",
        ),
        ActionRule(
            "not-an-action",
            "is an observation or a question, nothing to do",
            "begin with a verb: what is to be done about it?",
            "The dashboard was confusing (@ana, 2026-02-01)",
            "@ana: show retries as a line of its own on the dashboard, due 2026-02-01",
        ),
        ActionRule(
            "compound",
            "is more than one action",
            "make it two items, so that each can be done",
            "@ana: add an alert on lag and rewrite the runbook, due 2026-02-01",
            "@ana: add an alert on lag, due 2026-02-01",
        ),
    )
}
