"""How people say what they decided, who does what and how bad it is."""

import re
from typing import Final

from incident_tui.importers.hearing_words import ASSENT, DO

_ING: Final = r"(?=\S*ing\b)"
_TELLS_OF: Final = (
    r"(?!.*\b(?:takes?|took|did|does|helps?|helped|is|was|were|has|had|usually|fails?|failed|"
    r"works?|worked|seems?|went|came|finished|completed)\b)"
)
"""Behind what is being done, words that tell of it instead of doing it."""
_HABIT: Final = (
    r"(?!.*\b(?:every|always|usually|normally|often|each|daily|nightly|weekly|when|whenever|if)\b)"
)
_AND: Final = r"(?:just |please |go ahead and |now |then )*"
DECIDED: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"^we(?:[’']?(?:re|ll)| are| will)? (?:now )?(?:go(?:ing)?|"
        r"proceed(?:ing)?) (?:ahead )?with "
        r"(?P<text>(?:the|an?|option|plan)\b.*)",
        rf"^let(?:[’']?s| us) {_AND}(?P<text>(?:{DO})\b.*)",
        r"^(?:decision|final call|plan)(?: made)?\s*(?:[:–-]|is:?)\s*(?!pending)(?P<text>\S.*)",
        r"^decided\s*[:–-]\s*(?P<text>\S.*)",
        r"^(?:the )?(?:consensus|decision|plan) is (?:to|that) (?P<text>\S.*)",
        r"^(?:we|team)(?:[’']ve| have)? (?:decided|agreed)(?: to| that| for| on)? (?P<text>\S.*)",
        rf"^(?:we|i)(?:[’']?(?:re|m|ll)| are| am| will)? {_AND}(?:going to |gonna |about to ){_AND}"
        rf"(?P<text>(?:{DO})\b.*)",
        rf"^(?:we|i)(?:[’']?ll| will) {_AND}(?P<text>(?:{DO})\b.*)",
        rf"^(?:we|i)(?:[’']?(?:re|m)| are| am) {_AND}{_ING}(?P<text>(?:{DO})\b.*)",
        rf"^we {_AND}(?P<text>(?:{DO})\b{_HABIT}.*)",
        rf"^i {_AND}(?P<text>(?:{DO})\b{_HABIT}.* now)$",
        rf"^(?P<text>(?:{DO}) (?:the|all|this|that|it|them)\b{_HABIT}{_TELLS_OF}.*)",
        r"^(?:an? |the )?(?P<text>(?:roll-?back|fail-?over|restart|revert|hot-?fix|(?:option|"
        r"plan) \w+)"
        r" it is)\b",
        r"^decision (?:taken|is made|made)\s*[:,–-]\s*(?P<text>\S.*)",
        rf"^(?:now )?{_ING}(?P<text>(?:{DO})\b{_TELLS_OF}.*)",
        rf"^(?:@?[\w.-]+,? )?please {_AND}(?P<text>(?:{DO})\b.*)",
        rf"^@[\w.-]+,? (?:can|could) you {_AND}(?P<text>(?:{DO})\b.*)",
        r"^(?:please )?go (?:ahead with|for) (?P<text>(?:the|a|option|plan)\b.*)",
    )
)
ON_ASSENT: Final = re.compile(rf"^{ASSENT}(?:we )?(?P<text>(?:{DO})\b{_TELLS_OF}.*)", re.IGNORECASE)
"""`restart` alone may be a noun, and `we restart` a habit; behind `ok` it is what is done now."""
_WHO: Final = r"@?[^\W\d_][\w.-]{0,40}(?: [A-Z][\w.-]{1,30})?"
_NAMED: Final = r"(?:me\b|@[\w.-]{1,40}|(?-i:[A-Z])[\w.-]{1,30}(?: (?-i:[A-Z])[\w.-]{1,30})?)"
_SELF: Final = (
    r"^(?:(?:i(?:(?:[’']?m| am)(?: taking| doing| on| now| handling| running)?|[’']?ll(?: be|"
    r" take| do| handle| run| own)?|"
    r" will(?: be| take| do| handle| run| own)?|[’']ve got| have(?: got)?| take| do| own| run|"
    r" handle| can(?: be| take| do)?| got)?|"
    r"taking|doing)(?: the| over as| over| acting as| your| as| on| notes as)* |(?=scribing\b))"
)
_OTHER: Final = (
    r"^(?P<who>{who}),? (?:is(?: now)?|will be|takes over as|is taking over as|is taking|"
    r"is doing|is on|"
    r"has|takes|does|owns|handles|runs|is handling|is running|please|can you(?: please)?|you are|"
    r"you have|you[’']re|will take|will do|will|can)(?: the| our| on|"
    r" now)? "
)
_GIVEN: Final = (
    r"^(?:the |our |new )?{role}(?: lead)?(?:\s*[:=]| is(?: now)?| now is)\s+(?P<who>{who})"
)
_HANDED: Final = (
    r"(?i:(?:handing|passing|giving|transferring) (?:over )?(?:the )?{role}(?: over)?(?: to)?) "
    r"(?P<who>@?[\w.-]+)"
)
_ENDS: Final = (
    r"(?: for (?:this|that|now)(?: incident| one)?| now| here| today| please| from (?:here|"
    r"now)(?: on)?|"
    r" as of now)*\s*(?:[.,:!].*|$)"
)
ROLE_WORD: Final = re.compile(
    r"\b(?:ic|incident comm|comm(?:and|s)|scrib|deputy|ops lead)", re.IGNORECASE
)
"""Without one of these no role is spoken of."""


class Role:
    """One role: how somebody takes it, and how it is given to somebody, called `who`."""

    def __init__(self, words: str, command: str) -> None:
        self.command = command
        self.own = re.compile(f"{_SELF}{words}{_ENDS}", re.IGNORECASE)
        self.others = (
            re.compile(rf"{_OTHER.format(who=_WHO)}(?i:{words}){_ENDS}"),
            re.compile(rf"(?i:{_GIVEN.format(role=words, who=_NAMED)}{_ENDS})"),
            re.compile(_HANDED.format(role=words)),
        )


ROLES: Final = (
    Role(r"(?:ic|incident commander|commander|incident command|command)", "/ic"),
    Role(r"(?:scribe|scribing)", "/scribe"),
    Role(r"comms(?: lead)?", "/comms"),
    Role(r"deputy", "/role deputy"),
    Role(r"ops lead", "/role ops"),
)
_LEVEL: Final = r"(?:sev(?:erity)?[ -]?|p)(?P<level>[1-5])\b"
_FILL: Final = (
    r"(?:(?:this|that|it|i|we|is|are|am|a|an|as|to|now|down|up|officially|the|incident|severity|"
    r"can|will|i[’']?d|please|let[’']?s|should be|go|over)[’'rem]{0,3}\s+)*"
)
SEVERITY: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"^(?:this|it|that)(?:[’']?s| is)(?: now| officially| a| an)* {_LEVEL}",
        rf"^{_FILL}(?:(?:declar|call|rais|upgrad|downgrad|lower|bump|mak|treat|consider|mov|chang|"
        rf"escalat|dropp?|upp)(?:e|ing)?|sett?(?:ing)?|going|go)\s+{_FILL}{_LEVEL}",
        r"^severity(?: is| now|:)+ (?:sev[ -]?)?(?P<level>[1-5])\b",
        rf"^{_LEVEL}(?: (?:it is|as of now|from now(?: on)?|now|then|declared)\b|$)",
        rf"^(?:up|down|now|back)(?: to)?(?: an?)? {_LEVEL}",
        rf"^(?:we|it|this)(?:[’']?(?:re|s)| are| is) (?:now )?(?:at|in|on) {_LEVEL}",
    )
)
KEYWORDS: Final = (
    *("bounc", "recycl", "cordon", "ban", "swap", "push", "rout", "cap", "doubl", "suspend"),
    *("cancel", "abort", "pull", "undo", "reset", "delet", "remov", "send", "spin", "bring"),
    *("wait", "postpon", "mut", "silenc", "apply", "adding", "leav", "keep", "alert", "retro"),
    *("all good", "green", "stable", "normal", "improvement", "would be", "works", "open"),
    *("create", "has to", "zero", "can ", "handl", "own ", "p1", "p2", "put", "it is"),
    *("ticket", "let's", "let’s", "lets ", "let us", "decid", "decision", "proceed", "going "),
    *("gonna", "agreed", " ic", "ic:", "ic ", "scrib", "incident", "comms", "ops lead", "sev"),
    *("clear", "mitigated", "resolv", "recovered", " over", "paged", "pager", "ack", "todo"),
    *("action", "follow", "should", "need", "ought", "http", "command", "outage", "issue is"),
    *("rolling", "roll ", "revert", "restart", "reboot", "scal", "disabl", "enabl", "drain"),
    *("block", "switch", "deploy", "freez", "flip", "turn", "redirect", "throttl", "limit"),
    *("kill", "promot", "bypass", "bump", "increas", "reduc", "lower", "rais", "paus", "stop"),
    *("shed", "evacuat", "isolat", "replac", "traffic", "purg", "flush", "rotat", "revok"),
    *("restor", "rebuild", "go for", "go with", "go ahead", "plan", "consensus", "final"),
    *("will ", "please", "again", " gone", "closed", "closing", "close ", "post-mortem"),
    *("must", "postmortem", "post mortem", "have to", "file ", "remember", "forget", "ai:"),
    *("failing", "taking", "doing", "passing", "cutting", "we take", "we do "),
)
"""One of these stands in everything that is heard; looking for them is quick."""
