"""How people say what they decided, who does what, how bad it is and what is left to do."""

import re
from typing import Final

from incident_tui.importers.hearing_words import DO

_ING: Final = r"(?=\S*ing\b)"
_TELLS_OF: Final = (
    r"(?!.*\b(?:takes?|took|did|does|helps?|helped|is|was|were|has|had|usually|fails?|failed|"
    r"works?|worked|seems?)\b)"
)
"""Behind what is being done, words that tell of it instead of doing it."""
DECIDED: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"^we(?:[’']?(?:re|ll)| are| will)? (?:now )?(?:go(?:ing)?|"
        r"proceed(?:ing)?) (?:ahead )?with "
        r"(?P<text>(?:the|an?|option|plan)\b.*)",
        rf"^let(?:[’']?s| us) (?:just |please |go ahead and |now )*(?P<text>(?:{DO})\b.*)",
        r"^(?:decision|final call|plan)(?: made)?\s*(?:[:–-]|is:?)\s*(?!pending)(?P<text>\S.*)",
        r"^decided\s*[:–-]\s*(?P<text>\S.*)",
        r"^(?:the )?(?:consensus|decision|plan) is (?:to|that) (?P<text>\S.*)",
        r"^(?:we|team)(?:[’']ve| have)? (?:decided|agreed)(?: to| that| for| on)? (?P<text>\S.*)",
        rf"^(?:we|i)(?:[’']?(?:re|m|ll)| are| am| will)? (?:now |then )?(?:going to |gonna |"
        rf"about to )"
        rf"(?:now )?(?P<text>(?:{DO})\b.*)",
        rf"^(?:we|i)(?:[’']?ll| will) (?:now |then |just )?(?P<text>(?:{DO})\b.*)",
        rf"^(?:we|i)(?:[’']?(?:re|m)| are| am) (?:now )?{_ING}(?P<text>(?:{DO})\b.*)",
        rf"^(?:now )?{_ING}(?P<text>(?:{DO})\b{_TELLS_OF}.*)",
        rf"^(?:@?[\w.-]+,? )?please (?:go ahead and )?(?P<text>(?:{DO})\b.*)",
        rf"^@[\w.-]+,? (?:can|could) you (?:please |go ahead and )*(?P<text>(?:{DO})\b.*)",
        r"^(?:please )?go (?:ahead with|for) (?P<text>(?:the|a|option|plan)\b.*)",
        rf"^do it[,:. ]+(?P<text>(?:{DO})\b.*)",
    )
)
SO_WE: Final = re.compile(
    rf"^(?:ok(?:ay)?|k|right|alright|so|then|fine)[, ]+(?:then )?we (?P<text>(?:{DO})\b.*)",
    re.IGNORECASE,
)
"""`we restart` alone may be a habit; behind `ok` it is what is done now."""
WHO: Final = r"@?[^\W\d_][\w.-]{0,40}(?: [A-Z][\w.-]{1,30})?"
NAMED: Final = r"(?:@[\w.-]{1,40}|(?-i:[A-Z])[\w.-]{1,30}(?: (?-i:[A-Z])[\w.-]{1,30})?)"
ROLES: Final = (
    (r"(?:ic|incident commander|commander|incident command|command)", "/ic"),
    (r"(?:scribe|scribing)", "/scribe"),
    (r"comms(?: lead)?", "/comms"),
    (r"deputy", "/role deputy"),
    (r"ops lead", "/role ops"),
)
SELF: Final = (
    r"^(?:(?:i(?:(?:[’']?m| am)(?: taking| doing| on| now)?|[’']?ll(?: be| take| do)?|"
    r" will(?: be| take| do)?|[’']ve got| have(?: got)?| take| do| can(?: be| take| do)?| got)|"
    r"taking|doing)(?: the| over as| over| acting as| your| as| on)* |(?=scribing\b))"
)
OTHER: Final = (
    r"^(?P<who>{who}),? (?:is(?: now)?|will be|takes over as|is taking over as|is taking|"
    r"is doing|is on|"
    r"has|takes|does|please|can you please|you are|you[’']re|will take|will do)(?: the| our| on|"
    r" now)? "
)
GIVEN: Final = (
    r"^(?:the |our |new )?{role}(?: lead)?(?:\s*[:=]| is(?: now)?| now is)\s+(?P<who>{who})"
)
HANDED: Final = (
    r"(?i:(?:handing|passing|giving|transferring) (?:over )?(?:the )?{role}(?: over)?(?: to)?) "
    r"(?P<who>@?[\w.-]+)"
)
ENDS: Final = (
    r"(?: for (?:this|that|now)(?: incident| one)?| now| here| today| please| from (?:here|"
    r"now)(?: on)?|"
    r" as of now)*\s*(?:[.,:!].*|$)"
)
_LEVEL: Final = r"(?:sev(?:erity)?[ -]?|p)(?P<level>[1-5])\b"
_FILL: Final = (
    r"(?:(?:this|that|it|i|we|is|are|am|a|an|as|to|now|down|up|officially|the|incident|severity|"
    r"can|will|please|let[’']?s|should be|go|over)[’'rem]{0,3}\s+)*"
)
SEVERITY: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"^(?:this|it|that)(?:[’']?s| is)(?: now| officially| a| an)* {_LEVEL}",
        rf"^{_FILL}(?:(?:declar|call|rais|upgrad|downgrad|lower|bump|mak|treat|consider|mov|chang|"
        rf"escalat|drop)(?:e|ing)?|sett?(?:ing)?|going|go)\s+{_FILL}{_LEVEL}",
        r"^severity(?: is| now|:)+ (?:sev[ -]?)?(?P<level>[1-5])\b",
        rf"^{_LEVEL} (?:it is|as of now|from now on|now)\b",
    )
)
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
            r"(?:just )?got paged|(?:the |my |our )?pager (?:just )?went off)\b",
            "detected",
        ),
        (
            r"^(?:i(?:[’']ve| have)? )?(?:acked|ack[’']d|acknowledged|ack)(?:\s*[,.:!–-]|"
            r" the page| it|$)",
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
            r"^(?:i(?:[’']m| am) |we(?:[’']re| are) |we can |i(?:[’']ll| will) )?"
            r"(?:now )?(?:(?:calling|call|marking|mark) (?:it|this)(?: as)? resolved|"
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
    r"add|write|document|automate|alert on|monitor|improve|update|create|remove|test|set up|"
    r"increase|raise|lower|fix|migrate|tune|page on|rate[ -]limit|review the|make|stop .{3,60}ing|"
    r"introduce|build|move|rotate|replace|delete|upgrade|enforce|limit|clean up|re-?enable|split|"
    r"turn .{2,40} (?:on|off)|check why|investigate why|put .{2,40} (?:in|under)|"
    r"have (?:an?|better|more|some) (?:\S+ ){0,2}(?:alerts?|runbooks?|dashboards?|tests?|"
    r"monitoring)"
)
_WANTED: Final = (
    r"(?:alert(?:s|ing)?|runbooks?|dashboards?|tests?|monitoring|canary|canaries|limits?|backups?|"
    r"playbooks?|documentation|docs|validation|metrics?|automation)"
)
_WHEN: Final = (
    r"(?:(?:after|later|longer term|(?:for )?next time|in the long run)[^,]{0,30}?,?\s+|also,? )?"
)
_MUST: Final = r"(?:should|must|need to|ought to|have to|has to|needs to)"
ACTIONS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"^todo\s*(?:\((?P<paren>@?[\w.-]+)\)|(?P<at>@[\w.-]+))?\s*[:–-]?\s*(?P<text>\w.*)",
        r"^(?:action(?: item)?|(?-i:AI)|follow[ -]?up(?: item| action)?|"
        r"(?:note )?for the post[ -]?mortem)\s*[:–-]\s*(?P<text>\S.*)",
        rf"^{_WHEN}(?:we|someone|somebody) {_MUST}(?: really| probably| also| definitely)? "
        rf"(?P<text>(?:{_BUILD})\b.*)",
        rf"^{_WHEN}we (?:really |definitely |also )?need (?P<text>(?:an?|better|more|some) "
        rf"(?:\S+ ){{0,2}}{_WANTED}\b.*)",
        rf"^{_WHEN}need to (?P<text>(?:{_BUILD})\b.*)",
        r"^let[’']?s (?P<text>(?:add|write|document|create|automate|file)\b.*)",
        r"^i(?:[’']?ll| will) (?:open|file|create|write) (?:an? )?(?:ticket|issue|task) "
        r"(?:to|for) (?P<text>\S.*)",
        r"^(?:please )?remember to (?P<text>\S.*)",
    )
)
KEYWORDS: Final = (
    *("let's", "let’s", "lets ", "let us", "decid", "decision", "proceed", "going ", "gonna"),
    *("agreed", " ic", "ic:", "ic ", "scrib", "incident", "comms", "deputy", "ops lead", "sev"),
    *(" p1", " p2", "to normal", " back", "clear", "mitigated", "resolv", "recovered", " over"),
    *("paged", "pager", "ack", "todo", "action", "follow", "should", "need", "ought", "http"),
    *("command", "outage", "issue is", "rolling", "roll ", "revert", "restart", "reboot", "scal"),
    *("disabl", "enabl", "drain", "block", "switch", "deploy", "freez", "flip", "turn", "redirect"),
    *("throttl", "limit", "kill", "promot", "bypass", "bump", "increas", "reduc", "lower", "rais"),
    *("paus", "stop", "shed", "evacuat", "isolat", "replac", "traffic", "purg", "flush", "rotat"),
    *("revok", "restor", "rebuild", "go for", "go with", "go ahead", "plan", "consensus", "final"),
    *("will ", "please", "again", " gone", "closed", "closing", "close ", "post-mortem", "must"),
    *("postmortem", "post mortem", "have to", "file ", "remember", "forget", "ai:", "opening"),
    *(
        "failing",
        "taking",
        "doing",
        "passing",
        "cutting",
        "putting",
        "we take",
        "we do ",
        "severity",
    ),
)
"""One of these stands in everything that is heard; looking for them is quick."""
