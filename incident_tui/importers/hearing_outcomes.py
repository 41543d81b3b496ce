"""How people say how far it has come and what is left to do."""

import re
from typing import Final

_THING: Final = (
    r"(?:we|it|that|things?|everything|all|all systems|systems|prod(?:uction)?|(?:the |our |all )?"
    r"(?:web ?site|site|service|services|app|api|page|pages|database|db|cluster|regions?|traffic|"
    r"latency|errors?|error rates?|impact|checkout|log-?ins?|payments|orders|queues?|users|"
    r"customers|[\w-]+ (?:rates?|latency|traffic|service|api|site|page)|\w+-[\w-]+))"
)
_ALSO: Final = r"(?: (?:now|all|just|fully|again|completely|finally|officially|both))*"
_IS: Final = rf"(?:[’']?s|[’']?re| is| are| looks?| seems?)(?: to be)?{_ALSO}"
_HAS: Final = rf"(?:(?:[’']?s|[’']?ve| has| have){_ALSO})"
_WELL: Final = (
    r"(?:works?|working|flowing|healthy|green|fine|good|ok|okay|online|available|reachable|serving|"
    r"responding|loading|processing|normal|stable|(?:going|coming|getting) through)"
)
_CASE: Final = r"(?:the |this )?(?:incident|outage|issue|sev[1-5])"
_ENDED: Final = r"(?:resolved|over|closed|finished|ended|done)"
_DOING: Final = r"(?:(?:i|we)(?:[’']?(?:m|re|ll|d)| are| am| can| will)? )?(?:now )?"
MILESTONES: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), milestone)
    for pattern, milestone in (
        (
            r"^(?:(?:we|i)(?:[’']ve| have)? (?:just )?(?:been|got|were|was) (?:paged|alerted)|"
            r"(?:just )?got (?:paged|alerted)|(?:\S+ )?(?:just )?paged (?:me|us)|"
            r"(?:the |my |our |an? )?(?:\S+ )?(?:pager|monitoring|alerts?|alarms?)(?: bells?)? "
            r"(?:just )?(?:fired|went off|came in|triggered|went red)|"
            r"(?:i |we )?(?:just )?(?:got|had|have) (?:an?|the|my|our|another) (?:\S+ )?"
            r"(?:alert|page|alarm)|"
            r"(?:we |i )?(?:first |only )?(?:noticed|detected|spotted)(?: (?:it|this|the issue))?"
            r"(?: at)? \d+|"
            r"(?:the |this )?(?:incident|outage|issue|problem)(?: was)?(?: first)? detected|"
            r"first (?:page|alert|alarm|report)s?(?: (?:came|was|in|at)| \d))\b",
            "detected",
        ),
        (
            r"^(?:i(?:[’']ve| have| just)? )?(?:acked|acking|ack[’']d|acknowledged|ack)"
            r"(?:\s*[,.:!–-]| (?:the |that |this )?(?:page|alert)| it| by me|$)",
            "acknowledged",
        ),
        (
            r"^(?:the |my )?(?:page|alert|alarm|incident|outage)(?: is| was)? "
            r"(?:acked|acknowledged)\b",
            "acknowledged",
        ),
        (r"\b(?:fully recovered)\b(?! yet)", "resolved"),
        (r"^(?:this is |it[’']?s |now |we(?:[’']re| are) |confirmed )?mitigated\b", "mitigated"),
        (
            rf"^{_DOING}(?:call|mark|declar|consider)(?:e|ing)?(?: it| this| that| {_CASE})?"
            r"(?: as)? mitigated\b",
            "mitigated",
        ),
        (r"^(?:the )?bleeding (?:has |is |was )?(?:stopped|under control)\b", "mitigated"),
        (rf"^{_THING}(?:{_IS})? mitigated\b", "mitigated"),
        (
            r"\b(?:is|are|looks?|now|all|been|rates?|latency)(?: all)? back to "
            r"(?:normal|baseline)\b|"
            r"^back to normal\b|\breturned to (?:normal|baseline)\b",
            "mitigated",
        ),
        (
            rf"^{_THING}{_IS} back(?: up| online| again| now| in business)*(?:\s*[,.!].*)?$",
            "mitigated",
        ),
        (r"^back (?:up|online|in business)(?: again| now)*$", "mitigated"),
        (rf"^{_THING}{_IS} (?:{_WELL}|up|serving)(?: normally)? again\b", "mitigated"),
        (
            rf"\b(?:(?:is|are|back|[’']s|[’']re) (?:now )?up|{_WELL})(?: normally)? again\b",
            "mitigated",
        ),
        (
            r"^(?:everything|all systems|systems|all|all \w+|(?:all )?(?:dashboards|graphs))"
            rf"(?:[’']?s| is| are| looks?| seems?)?{_ALSO}"
            r" (?:green|good|normal|healthy|stable)\b",
            "mitigated",
        ),
        (rf"^{_THING}(?:{_HAS})? (?:fully )?(?:recovered|normali[sz]ed)\b", "mitigated"),
        (
            rf"^{_THING}(?:{_HAS}|{_IS})? ?(?:dropped|down|fell|went|came)(?: back)?(?: down)? "
            r"to (?:zero|0|normal)\b",
            "mitigated",
        ),
        (r"\bcan \w+(?: \w+){0,3} again\b", "mitigated"),
        (r"^resolved(?:[,.! ]*$|[,.!])", "resolved"),
        (
            rf"^(?:(?:customer|user) )?{_THING}{_IS} (?:gone|over)(?: now)?"
            r"(?: (?:as of|since|at) .*)?[.!]*$",
            "mitigated",
        ),
        (rf"^{_THING}{_HAS} (?:stopped|cleared|ended)[.!]*$", "mitigated"),
        (
            r"^(?:the )?(?:service|services|site|access|traffic)(?: (?:is|are|has been|"
            r"have been))?(?: fully)? restored\b",
            "mitigated",
        ),
        (
            rf"^(?:(?:we(?:[’']re| are)|{_DOING}(?:calling|giving)(?: it| the)?) )?all clear\b",
            "resolved",
        ),
        (
            rf"^(?:{_CASE}|this one)(?:(?: is| has| was)(?: now| fully| officially| been)* {_ENDED}"
            rf"\b| {_ENDED}(?:[.!]*$|\s*,| now\b| thank| (?:at|as of) \d))",
            "resolved",
        ),
        (
            r"^(?:this|it)(?:[’']?s| is) (?:now |fully |officially )?(?:resolved|closed)\b",
            "resolved",
        ),
        (
            rf"^{_DOING}(?:(?:call|mark|consider|declar)(?:e|ing)?(?: it| this| the incident)?"
            r"(?: as)? (?:resolved|over|closed|done)|(?:resolving|closing|resolve|close) (?:out )?"
            r"(?:the incident|this incident|this(?: one| out)?|it))\b",
            "resolved",
        ),
    )
)
PARTLY: Final = re.compile(
    r"\b(?:almost|partial(?:ly)?|nearly|mostly|some|only|soon|for a|except|but|yet|at least"
    r"|still(?! (?:unknown|open|watching|monitoring|investigating|need|looking|checking)))\b",
    re.IGNORECASE,
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
    r"(?:(?:after(?: this| that|wards)?|later|long(?:er)?[ -]term|medium[ -]term|"
    r"(?:for |in )?(?:the )?next (?:time|week|month|sprint|quarter|days?)|"
    r"this (?:week|sprint)|tomorrow|eventually|in the long run)"
    r"[^,]{0,30}?,?\s+|also,? )?"
)
_MUST: Final = r"(?:should|must|need to|ought to|have to|has to|needs to)"
NOTED: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"^todo\b(?! lists?\b| apps?\b)\s*(?:\((?P<paren>@?[\w.-]+)\)|"
        r"(?P<at>@[\w.-]+))?\s*[:–-]?\s*(?P<text>\w.*)",
        r"^(?:the |a )?follow[ -]?up (?:is|would be|will be) (?P<text>\S.*)",
        r"^(?:(?P<at>@[\w.-]+)[,:]? )(?:(?:an? )?action(?: item)?|(?-i:AI))(?: for you)?"
        r"\s*[:–-]\s*(?P<text>\S.*)",
        r"^(?:an? )?(?:action(?: item)?|(?-i:AI)) for (?P<at>@?[\w.-]+)\s*[:–-]\s*(?P<text>\S.*)",
        r"^(?:action(?: item)?|to[ -]?do(?: for later)?|improvement|ticket(?: for later)?|(?-i:AI)|"
        r"follow[ -]?up(?: item| after| later|"
        r" action)?|"
        r"(?:(?:note|item|action) )?(?:(?:for|from) )?(?:the )?post[ -]?mortem(?: item| note|"
        r" action)?|"
        r"(?:for the )?retro|(?:for )?later|lesson(?: learned)?)\s*[:–-]\s*(?P<text>\S.*)",
    )
)
"""Marked as such by who says it, whatever it then says."""
ACTIONS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"^{_WHEN}(?:we|someone|somebody|i|@[\w.-]+)(?: really| definitely| probably)? {_MUST}"
        r"(?: really| probably| also| definitely)? "
        rf"(?P<text>(?:{_BUILD})\b(?!.*\bright now\b).*)",
        rf"^{_WHEN}(?:we|they) (?:really |definitely |also )?need (?P<text>(?:(?:an?|better|more|"
        rf"some|proper) (?:\S+ ){{0,2}})?{_WANTED}\b.*)",
        rf"^{_WHEN}need to (?P<text>(?:{_BUILD})\b.*)",
        rf"^let[’']?s (?P<text>(?:add|write|document|create|automate|file)\b.*"
        rf"(?:{_WANTED}|ticket|issue|after|later|afterwards)\b.*)",
        rf"^we need (?P<text>(?:{_BUILD})\b.*)",
        r"^(?:please |let[’']?s |i(?:[’']?ll| will) )?(?:open|file|create|write|make|raise) "
        r"(?:an? )?(?:ticket|issue|task|jira)(?: after (?:the|this) \S+| later)? "
        r"(?:to|for|about|so that) (?P<text>\S.*)",
        r"^let[’']?s (?:put|have|make|note|add) an? (?:action(?: item)?|follow[ -]?up|todo) "
        r"(?:for|to|about|on) (?P<text>\S.*)",
        r"^(?:please |let[’']?s )?remember to (?P<text>\S.*)",
    )
)
