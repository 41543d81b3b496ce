"""Each rule of the blameless check has an id that stays, a reason, and a question to ask."""

from typing import Final

import msgspec


class BlameRule(msgspec.Struct, frozen=True):
    """`reason` follows “it”; `question` leads to the condition; an example of each side."""

    id: str
    reason: str
    question: str
    blames: str
    blameless: str


RULES: Final = {
    rule.id: rule
    for rule in (
        BlameRule(
            "human-error",
            "ends the inquiry at a person",
            "What made the mistake easy to make, and hard to notice?",
            "The root cause was operator error.",
            "Both consoles look alike, and the command asks for no confirmation.",
        ),
        BlameRule(
            "omission",
            "names what a person left out",
            "What let one missed step through, and what could have asked for it?",
            "The on-call failed to notice the alert.",
            "The alert did not stand out among forty others.",
        ),
        BlameRule(
            "hindsight",
            "judges with what is known today",
            "What did it look like at the time, and what would have shown it earlier?",
            "We should have rolled back at once.",
            "Nothing at the time pointed to the release; the graphs show it only by service.",
        ),
        BlameRule(
            "counterfactual",
            "tells of what people did not do instead of what happened",
            "What did happen, and which condition led there?",
            "If the reviewer had looked, it would not have shipped.",
            "The diff was shown folded, and no test covers the branch.",
        ),
        BlameRule(
            "judgement",
            "judges people or their decisions",
            "Which facts, pressures and tools made this reasonable at the time?",
            "It was a careless deploy.",
            "The deploy began without a canary, because the canary takes an hour.",
        ),
        BlameRule(
            "culprit",
            "makes a person the cause",
            "Which condition would have caught anybody out?",
            "The outage was caused by Tom running the migration.",
            "The migration takes a lock that stops all writes, and nothing warns of it.",
        ),
        BlameRule(
            "be-careful",
            "asks people to take more care, which nobody can check",
            "What would make the careful way the easy one, or the slip harmless?",
            "Everybody must be more careful with the production shell.",
            "The production shell is red and asks for the name of the host.",
        ),
    )
}
