"""The words by which a sentence is taken to say something, and those by which it is not."""

import re
from typing import Final

SENTENCE: Final = re.compile(r"(?<=[.!?])\s+|\n+|;\s+|\s+[–—]\s+")
REPLY: Final = re.compile(r'\(in reply to ".*"\)\s*$')
KEYWORDS: Final = (
    *(
        "let's",
        "let’s",
        "lets ",
        "decid",
        "decision",
        "proceeding",
        "going ",
        "agreed",
        " ic",
        "scribe",
    ),
    *(
        "incident",
        "comms",
        "deputy",
        "ops lead",
        "sev",
        " p1",
        " p2",
        "to normal",
        "e back",
        "clear",
    ),
    *(
        "mitigated",
        "resolv",
        "recovered",
        " over",
        "paged",
        "acked",
        "todo",
        "action item",
        "follow",
    ),
    *("we should", "we need", "we ought", "http", "command", "outage", "issue is"),
)
"""One of these stands in everything that is heard; looking for them is quick."""
DOUBT: Final = re.compile(
    r"\?\s*$|^\s*(?:who|what|when|why|how|should|shall|could|can|would|is|are|do|does|did|if|unless|"
    r"maybe|perhaps|once|until|after|before|>)\b|\b(?:not|n't|n’t|never|no longer|wasn|isn|might|"
    r"if we|what if|last (?:week|month|year|time)|yesterday|would have|should have|could have|"
    r"would be|used to)\b|^>",
    re.IGNORECASE,
)
_DO: Final = (
    r"roll(?:ing)?[ -]?back|revert|restart|reboot|fail(?: it)?[ -]?over|scale|disable|enable|drain|"
    r"block|switch|deploy|ship|hold(?: off)?|freeze|flip|turn (?:it )?(?:off|on)|redirect|throttle|"
    r"rate[ -]limit|kill|promote|page|bypass|bump|increase|reduce|lower|pause|stop|shed|evacuate|"
    r"isolate|take .{2,30} out|cut over|fall back|move (?:all )?traffic|shift traffic|go with|"
    r"purge|flush|clear the|rotate|revoke|restore|rebuild|pin|open the (?:circuit )?breaker"
)
_BUILD: Final = (
    r"add|write|document|automate|alert on|monitor|improve|update|create|remove|test|set up|"
    r"increase|raise|lower|fix|have an alert|have a runbook|migrate|tune|page on|rate[ -]limit|"
    r"review the|make the|make sure .{3,60} (?:is|are)|stop .{3,60}ing|introduce|build|move"
)
DECIDED: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"^(?:ok(?:ay)?|alright|right|so|then|yes|agreed|good)?[,:. ]*(?:then )?let[’']?s "
        rf"(?:just |go ahead and |now )?(?P<text>(?:{_DO})\b.*)",
        r"^decision(?: made)?\s*[:–-]\s*(?P<text>\S.*)",
        r"^(?:so )?(?:we|team)(?:[’']ve| have)? (?:decided|agreed)(?: to| that)? (?P<text>\S.*)",
        r"^(?:hearing none,? )?we[’']?(?:re| are) "
        r"(?:proceeding with|going (?:ahead )?with|going to) "
        rf"(?P<text>(?:the |a )?(?:{_DO})\b.*)",
    )
)
WHO: Final = r"@?[^\W\d_][\w.-]{0,40}(?: [A-Z][\w.-]{1,30})?"
ROLES: Final = (
    (r"(?:ic|incident commander|commander)", "/ic"),
    (r"scribe", "/scribe"),
    (r"comms(?: lead)?", "/comms"),
    (r"deputy", "/role deputy"),
    (r"ops lead", "/role ops"),
)
SELF: Final = (
    r"^(?:ok(?:ay)?|hi|hello|hey|all|team|@here|@channel|[, .!])*\s*"
    r"i(?:[’']?m| am|[’']?ll be| will be|[’']?ll take| will take|[’']ve got| have| am taking|"
    r"[’']m taking|[’']ll| will)(?: the| over as| over| acting as| your| as)* "
)
OTHER: Final = (
    r"(?P<who>{who}) (?:is|will be|takes over as|is taking over as|is now)(?: the| our| on)? "
)
SEVERITY: Final = re.compile(
    r"^(?:(?:this|it|that)(?:[’']s| is)|(?:i(?:[’']m| am)|we(?:[’']re| are))? ?"
    r"(?:declaring|calling|raising|upgrading|downgrading|lowering|bumping|making|treating)"
    r"(?: (?:this|it|that))?|"
    r"(?:let[’']s |please )?(?:declare|raise|upgrade|downgrade|lower|bump|make|treat|call)"
    r"(?: (?:this|it|that))?|severity(?: is| now)*:?)"
    r"(?: (?:a|an|as|as a|to|to a|now|now a|officially))* "
    r"(?:a )?(?:sev(?:erity)?[ -]?|p)(?P<level>[1-5])\b",
    re.IGNORECASE,
)
MILESTONES: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), milestone)
    for pattern, milestone in (
        (
            r"^(?:we(?:[’']ve| have)? (?:just )?(?:been|got|were) paged|(?:just )?got paged)\b",
            "detected",
        ),
        (r"^(?:i(?:[’']ve| have)? )?acked\b", "acknowledged"),
        (r"^(?:this is |it[’']?s |now |we(?:[’']re| are) )?mitigated\b", "mitigated"),
        (
            r"\b(?:is|are|looks?|now|all|been)(?: all)? back to normal\b|^back to normal\b",
            "mitigated",
        ),
        (r"^(?:and |ok,? |looks like )?we(?:[’']re| are) back(?: up| online)?[.!]*$", "mitigated"),
        (r"^all clear\b", "resolved"),
        (r"^(?:the )?(?:incident|outage) (?:resolved|over|closed)[.!]*$", "resolved"),
        (r"\b(?:incident|outage|issue) is (?:now |fully )?(?:resolved|over|closed)\b", "resolved"),
        (
            r"^(?:i(?:[’']m| am) |we(?:[’']re| are) )?(?:calling it|marking (?:this|it)(?: as)?) "
            r"resolved\b|^resolving (?:the incident|this|it)\b",
            "resolved",
        ),
        (r"\b(?:have|has|is|are) (?:now )?fully recovered\b|^fully recovered\b", "resolved"),
    )
)
ACTIONS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"^todo\s*(?:\((?P<paren>@?[\w.-]+)\)|(?P<at>@[\w.-]+))?\s*[:–-]?\s*(?P<text>\w.*)",
        r"^(?:action item|follow[ -]?up(?: item| action)?)\s*[:–-]\s*(?P<text>\S.*)",
        rf"^(?:(?:after|later|longer term|next time)[^,]{{0,30}},\s*|also,? |i think )?"
        rf"we (?:should|need to|ought to)(?: really| probably| also| definitely)? "
        rf"(?P<text>(?:{_BUILD})\b.*)",
    )
)
LINK: Final = re.compile(r"https?://[^\s<>\"'|]+")
NO_EVIDENCE: Final = re.compile(r"giphy|tenor\.com|\.gif$|emoji|avatar", re.IGNORECASE)
