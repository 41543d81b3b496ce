"""How people say how far it has come and what is left to do."""

import re
from typing import Final

_THING: Final = (
    r"(?:we|it|that|everything|all|all systems|prod(?:uction)?|(?:the |our )?"
    r"(?:web ?site|site|service|services|app|api|page|pages|database|db|cluster|traffic|latency|"
    r"errors?|error rates?|impact|checkout|login|logins|payments|orders|queue|queues|users|"
    r"customers|"
    r"[\w-]+ (?:rates?|latency|traffic|service|api|site)|\w+-[\w-]+))"
)
_IS: Final = r"(?:[’']?s|[’']?re| is| are| looks?| seems?)(?: now| all| just)*"
_HAS: Final = r"(?:(?:[’']?s|[’']?ve| has| have)(?: now| all| fully| just)*)"
MILESTONES: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), milestone)
    for pattern, milestone in (
        (
            r"^(?:(?:we|i)(?:[’']ve| have)? (?:just )?(?:been|got|were|was) paged|"
            r"(?:just )?got paged|(?:the |my |our )?pager (?:just )?went off|"
            r"(?:\S+ )?(?:just )?paged (?:me|us)|(?:the |an |our )?(?:\S+ )?alert (?:just )?"
            r"(?:fired|went off|came in)|(?:i |we )?(?:just )?got (?:an alert|alerted))\b",
            "detected",
        ),
        (
            r"^(?:i(?:[’']ve| have)? )?(?:acked|acking|ack[’']d|acknowledged|ack)(?:\s*[,.:!–-]|"
            r" the (?:page|alert)| it|$)",
            "acknowledged",
        ),
        (r"\b(?:fully recovered)\b(?! yet)", "resolved"),
        (r"^(?:this is |it[’']?s |now |we(?:[’']re| are) )?mitigated\b", "mitigated"),
        (rf"^{_THING}{_IS} mitigated\b", "mitigated"),
        (
            r"\b(?:is|are|looks?|now|all|been|rates?|latency)(?: all)? back to normal\b|"
            r"^back to normal\b|\breturned to normal\b",
            "mitigated",
        ),
        (
            rf"^{_THING}{_IS} back(?: up| online| again| now| in business)?(?:\s*[,.!].*)?$",
            "mitigated",
        ),
        (
            rf"^{_THING}{_IS} (?:flowing|working|up|healthy|green|fine|serving|responding|normal)"
            r"(?: normally)? again\b",
            "mitigated",
        ),
        (
            r"\b(?:works?|working|up|flowing|healthy|green|fine|good|ok|okay|online|available|"
            r"reachable|serving|responding|loading|processing|normal|stable)(?: normally)? again\b",
            "mitigated",
        ),
        (
            r"^(?:everything|all systems|all|(?:all )?(?:dashboards|graphs))(?:[’']?s| is| are|"
            r" looks?)?"
            r" (?:green|good|normal|healthy|stable)\b",
            "mitigated",
        ),
        (rf"^{_THING} (?:fully )?recovered\b", "mitigated"),
        (
            rf"^{_THING}{_HAS}? ?(?:dropped|down|fell|went) (?:back )?to (?:zero|0|normal)\b",
            "mitigated",
        ),
        (rf"^{_THING} mitigated\b", "mitigated"),
        (r"\bcan \w+(?: \w+){0,3} again\b", "mitigated"),
        (r"^resolved(?:[,.! ]*$|[,.!])", "resolved"),
        (rf"^{_THING}{_IS} gone(?: now)?[.!]*$", "mitigated"),
        (rf"^{_THING}{_HAS} (?:recovered|stopped|cleared)[.!]*$", "mitigated"),
        (
            r"^(?:the )?(?:service|services|site|access|traffic)(?: (?:is|are|has been|"
            r"have been))? restored\b",
            "mitigated",
        ),
        (r"^all clear\b", "resolved"),
        (r"^(?:the )?(?:incident|outage) (?:resolved|over|closed)(?:[.!]*$|\s*,)", "resolved"),
        (r"\b(?:incident|outage|issue) is (?:now |fully )?(?:resolved|over|closed)\b", "resolved"),
        (
            r"^(?:this|it)(?:[’']?s| is) (?:now |fully |officially )?(?:resolved|closed)\b",
            "resolved",
        ),
        (
            r"^(?:(?:i|we)(?:[’']?(?:m|re|ll)| am| are| can| will)? )?"
            r"(?:now )?(?:(?:calling|call|marking|mark|consider)(?: it| this|"
            r" the incident)?(?: as)? resolved|"
            r"(?:resolving|closing|resolve|close) (?:out )?(?:the incident|this incident|this|"
            r"it))\b",
            "resolved",
        ),
    )
)
PARTLY: Final = re.compile(
    r"\b(?:almost|partial(?:ly)?|nearly|mostly|some|only|soon|for a)\b", re.IGNORECASE
)
"""Hedges, behind which nothing is over."""
_BUILD: Final = (
    r"add|write|alert|page|document|automate|alert on|monitor|improve|update|create|remove|test|"
    r"set up|"
    r"increase|raise|lower|fix|migrate|tune|page on|rate[ -]limit|review the|make|stop .{3,60}ing|"
    r"introduce|build|move|rotate|replace|delete|upgrade|enforce|limit|clean up|re-?enable|split|"
    r"turn .{2,40} (?:on|off)|check why|investigate why|put .{2,40} (?:in|under)|"
    r"have (?:an?|better|more|some) (?:\S+ ){0,2}(?:alerts?|runbooks?|dashboards?|tests?|"
    r"monitoring)"
)
_WANTED: Final = (
    r"(?:alert(?:s|ing)?|alarms?|guard ?rails?|checks?|tooling|runbooks?|dashboards?|tests?|"
    r"monitoring|canary|canaries|limits?|backups?|"
    r"playbooks?|documentation|docs|validation|metrics?|automation)"
)
_WHEN: Final = (
    r"(?:(?:after|later|longer term|(?:for )?next time|in the long run)[^,]{0,30}?,?\s+|also,? )?"
)
_MUST: Final = r"(?:should|must|need to|ought to|have to|has to|needs to)"
ACTIONS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"^todo\b(?! lists?\b| apps?\b)\s*(?:\((?P<paren>@?[\w.-]+)\)|"
        r"(?P<at>@[\w.-]+))?\s*[:–-]?\s*(?P<text>\w.*)",
        r"^(?:action(?: item)?|improvement|ticket(?: for later)?|(?-i:AI)|follow[ -]?up(?: item|"
        r" action)?|"
        r"(?:(?:note|item|action) )?(?:(?:for|from) )?(?:the )?post[ -]?mortem(?: item| note|"
        r" action)?|"
        r"(?:for the )?retro)\s*[:–-]\s*(?P<text>\S.*)",
        rf"^{_WHEN}(?:we|someone|somebody|i|@[\w.-]+) {_MUST}(?: really| probably| also|"
        rf" definitely)? "
        rf"(?P<text>(?:{_BUILD})\b.*)",
        rf"^{_WHEN}(?:we|they) (?:really |definitely |also )?need (?P<text>(?:an?|better|more|"
        rf"some) "
        rf"(?:\S+ ){{0,2}}{_WANTED}\b.*)",
        rf"^{_WHEN}need to (?P<text>(?:{_BUILD})\b.*)",
        rf"^let[’']?s (?P<text>(?:add|write|document|create|automate|file)\b.*"
        rf"(?:{_WANTED}|ticket|issue|after|later|afterwards)\b.*)",
        rf"^we need (?P<text>(?:{_BUILD})\b.*)",
        r"^(?:please )?(?:open|file|create) (?:an? )?(?:ticket|issue|task) (?:to|"
        r"for) (?P<text>\S.*)",
        r"^i(?:[’']?ll| will) (?:open|file|create|write) (?:an? )?(?:ticket|issue|task) "
        r"(?:to|for) (?P<text>\S.*)",
        r"^(?:please |let[’']?s )?remember to (?P<text>\S.*)",
    )
)
