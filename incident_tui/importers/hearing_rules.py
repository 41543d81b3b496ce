"""How people say what they decided, who does what and how bad it is."""

import re
from typing import Final

from incident_tui.importers.hearing_deeds import ACT, DO, STEMS
from incident_tui.importers.hearing_words import ASSENT

_DO: Final = rf"(?:{DO})\b(?! (?:my|your|his|her)\b)"
_ING: Final = r"(?=\S*ing\b)"
_TELLS_OF: Final = (
    r"(?![^,]*\b(?:takes?|took|did|does|helps?|helped|is|was|were|has|had|usually|fails?|failed|"
    r"works?|worked|seems?|went|came|comes?|finished|completed|would|will|could|can|may|might|must|"
    r"should|makes?|made|means?|meant|gets?|got|needs?|needed|costs?|hurts?|causes?|caused|breaks?|"
    r"broke|sounds?|requires?|looks?|feels?)\b)"
)
"""Behind what is being done, words that tell of it instead of doing it."""
_HABIT: Final = (
    r"(?!.*\b(?:every|always|usually|normally|often|each|daily|nightly|weekly|when|whenever|if)\b)"
)
_AND: Final = r"(?:just |please |go ahead and |go ahead,? |now |then |all |also |only )*"
_WE: Final = r"(?:we|i|team)"
EXPLICIT: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"^(?:the )?(?:final )?(?:decision|final call|plan|consensus)(?: made| taken)?"
        r"(?: (?:from|by|of|on|in) (?:\S+ ){1,3}?\S+)?\s*"
        r"(?:[:–-]|is:?)\s*(?!pending|to\b|that\b)(?P<text>\S.*)",
        r"^decided\s*[:–-]\s*(?P<text>\S.*)",
        r"^(?:the |our |final )*(?:consensus|decision|plan|call) is (?:to|that) (?P<text>\S.*)",
        rf"^{_WE}(?:[’']ve| have)? (?:now |just |all )*(?:decided|agreed|settled)"
        r"(?: (?:on|over|in) (?:the )?(?:phone|bridge|call|zoom|meeting))?"
        r"(?: to| that| for| on)? (?P<text>\S.*)",
        r"^decision (?:taken|is made|made)\s*[:,–-]\s*(?P<text>\S.*)",
        r"^(?:the )?(?:outcome|result)(?: (?:of|from) (?:the )?(?:poll|vote|discussion|call))?"
        r"(?:\s*:| is:?)\s*(?P<text>\S.*)",
        r"^(?:@?[\w.-]+,? )?you(?:[’']ve| have)(?: got)? (?:my|the|our) go[ -]?ahead (?:for|to) "
        r"(?P<text>\S.*)",
        r"^let[’']?s (?P<text>not (?:touch|change)\b(?!.*\byet\b).*)",
    )
)
"""Who says that it is a decision may decide not to do something."""
DECIDED: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"^{_WE}(?:[’']?(?:re|ll|m)| are| am| will)? (?:now )?(?:go(?:ing)?|"
        r"proceed(?:ing)?|stick(?:ing)?|carry(?:ing)? on|mov(?:e|ing) (?:on|ahead)) "
        r"(?:ahead )?with "
        r"(?P<text>(?:the|an?|option|plan|\S+[’']s)\b.*)",
        r"^(?:going|proceeding|sticking|carrying on|moving (?:on|ahead|forward)) (?:ahead )?with "
        r"(?P<text>(?:the|option|plan|\S+[’']s)\b.*)",
        rf"^let(?:[’']?s| us| me) {_AND}(?P<text>{_DO}.*)",
        rf"^{_WE}(?:[’']?ll| will) (?:take|use|choose) (?P<text>the (?:\S+ )?{ACT}\b.*)",
        rf"^{_WE}(?:[’']?(?:re|m|ll)| are| am| will)? {_AND}(?:going to |gonna |about to ){_AND}"
        rf"(?P<text>{_DO}.*)",
        rf"^(?:going to |gonna |about to ){_AND}(?P<text>{_DO}.*)",
        rf"^{_WE}(?:[’']?ll| will| want to| wanna|[’']?d like (?:us |you |them )?to) {_AND}"
        rf"(?P<text>{_DO}.*)",
        rf"^{_WE}(?:[’']?(?:re|m)| are| am) {_AND}{_ING}(?P<text>{_DO}.*)",
        rf"^we {_AND}(?P<text>{_DO}{_HABIT}.*)",
        rf"^i {_AND}(?P<text>{_DO}{_HABIT}.* now)$",
        rf"^i {_AND}(?P<text>(?:start|begin|do|make) (?:the |a )?(?:\S+ )?{ACT})\b{_HABIT}",
        rf"^(?P<text>{_DO} (?:the|all|this|that|it|them)\b{_HABIT}{_TELLS_OF}.*)",
        r"^(?P<text>(?:turn|switch|shut|take|bring|put|roll|pull) (?:it|this|that|them|"
        r"(?:the|all|that|this) .{2,30}) (?:off|down|offline|out|back|up|on)\b.*)",
        rf"^(?P<text>{_DO}(?: \S+){{0,4}}?) now$",
        rf"^(?P<text>{_DO}{_HABIT}.*?),? (?:please|pls|plz)\b",
        rf"^(?:an? |the )?(?P<text>(?:{ACT}|(?:option|plan) \w+) it is)\b",
        rf"^(?:the |an? |\S+ )?(?P<text>{ACT} (?:now |is )?(?:starts|starting|started|begins|begun|"
        r"going out|kicked off|is on|on)\b(?! (?:its|the|our|my|hold)\b).*)",
        rf"^(?:now )?{_ING}(?P<text>{_DO}{_TELLS_OF}.*)",
        rf"^(?:@?[\w.-]+,? )?(?:please|pls|plz),? {_AND}(?P<text>{_DO}.*)",
        rf"^@?[\w.-]+,? go ahead(?: and|,)? (?P<text>{_DO}.*)",
        rf"^@[\w.-]+,? (?:can|could) you {_AND}(?P<text>{_DO}.*)",
        r"^(?:please )?go (?:ahead with|for) (?P<text>(?:the|a|option|plan)\b.*)",
    )
)
ON_ASSENT: Final = re.compile(rf"^{ASSENT}(?:we )?(?P<text>{_DO}{_TELLS_OF}.*)", re.IGNORECASE)
"""`restart` alone may be a noun, and `we restart` a habit; behind `ok` it is what is done now."""
_WHO: Final = r"@?[^\W\d_][\w.-]{0,40}(?: [A-Z][\w.-]{1,30})?"
_NAMED: Final = r"(?:me\b|@[\w.-]{1,40}|(?-i:[A-Z])[\w.-]{1,30}(?: (?-i:[A-Z])[\w.-]{1,30})?)"
_TAKE: Final = r"(?:be|act as|take over as|take over|take|do|handle|run|own|lead)"
_TAKING: Final = (
    r"(?:being|acting as|taking over as|taking over|taking|doing|handling|running|leading)"
)
_SELF: Final = (
    rf"^(?:(?:i(?:(?:[’']?m| am)(?: now)?(?: {_TAKING}| on)?|[’']?ll(?: now)?(?: {_TAKE})?|"
    rf" will(?: {_TAKE})?|[’']ve got| have(?: got)?| {_TAKE}| can(?: {_TAKE})?| got)?|"
    rf"{_TAKING})(?: the| as| your| on| notes as| this as| this one as)* |(?=scribing\b))"
)
_OTHER: Final = (
    rf"^(?P<who>{{who}}),? (?:is(?: now)?|is {_TAKING}|is on|has|takes over as|takes over|takes|"
    rf"does|owns|handles|runs|acts as|will be|is going to be|steps in as|"
    r"(?:has |have )?(?:kindly )?volunteer(?:s|ed) (?:to be|as|for)|"
    rf"(?:please|can you|could you|will|can|to|would you)(?: please)?(?: {_TAKE})?|"
    r"you are|you have|you[’']re)(?: the| our| on| as| now)* "
)
_GIVEN: Final = (
    r"^(?:the |our |new )?{role}(?: lead)?(?:\s*[:=]| is(?: now)?| now is)\s+(?P<who>{who})"
)
_ASSIGNED: Final = (
    r"(?:^|\b(?i:and) )(?:(?i:(?:i(?:[’']?m| am|[’']?ll| will)? )?"
    r"(?:assign|appoint|mak|nam|nominat)(?:e|ing)?) )?"
    r"(?P<who>{who}) (?i:(?:as|to be) (?:the |our )?{role})"
)
_HANDED: Final = (
    r"(?i:(?:hand|pass|giv|transferr?)(?:e|ing)? (?:over )?(?:the )?{role}(?: over)?(?: to)?) "
    r"(?P<who>@?[\w.-]+)"
)
_ENDS: Final = (
    r"(?: (?:role|duty|duties|hat))?"
    r"(?: for (?:this|that|now|the)(?: incident| one| call| bridge| outage| shift)?"
    r"| (?:for )?tonight| now| here"
    r"| today| please| from (?:here|now)(?: on)?| as of now)*"
    r"\s*(?:[.,:!].*|\b(?:from|until|till|while|and)\b.*|$)"
)
_CALL: Final = r"(?:this|the)(?: incident| call| bridge| response| outage)\b"
ROLE_WORD: Final = re.compile(
    r"\b(?:ic|incident comm|comm(?:and|s|unications)|scrib|deputy|op(?:s|erations)|notes)|"
    rf"\b(?:run|runs|running|lead|leads|leading|command) {_CALL}",
    re.IGNORECASE,
)
"""Without one of these no role is spoken of."""


class Role:
    """One role: how somebody takes it, and how it is given to somebody, called `who`.

    `does` is what whoever has it does: I do, others do, doing.
    """

    def __init__(self, words: str, command: str, *does: str) -> None:
        self.command = command
        did = [f"{_SELF}{words}{_ENDS}"]
        others = [
            rf"{_OTHER.format(who=_WHO)}(?i:{words}){_ENDS}",
            rf"(?i:{_GIVEN.format(role=words, who=_NAMED)}{_ENDS})",
            _HANDED.format(role=words),
            f"{_ASSIGNED.format(role=words, who=_NAMED)}{_ENDS}",
        ]
        if does:
            i_do, they_do, doing = does
            did += [
                rf"^i(?:[’']?ll| will| can)? (?:{i_do})(?: \w+)?{_ENDS}",
                rf"^i(?:[’']?m| am) (?:{doing})(?: \w+)?{_ENDS}",
            ]
            others += [
                rf"^(?P<who>{_WHO}) (?i:(?:{they_do})|(?:will|please) (?:{i_do})|"
                rf"is (?:now )?(?:{doing}))(?: \w+)?{_ENDS}"
            ]
        self.own = tuple(re.compile(pattern, re.IGNORECASE) for pattern in did)
        self.others = tuple(re.compile(pattern) for pattern in others)


ROLES: Final = (
    Role(
        r"(?:ic|incident commander|commander|incident command|command)",
        "/ic",
        f"(?:run|lead|command) {_CALL}",
        f"(?:runs|leads|commands) {_CALL}",
        f"(?:running|leading|commanding) {_CALL}",
    ),
    Role(
        r"(?:scribe|scribing)",
        "/scribe",
        r"scribe|(?:take|keep|write)(?: the)? notes(?: as scribe)?",
        r"scribes|(?:takes|keeps|writes)(?: the)? notes(?: as scribe)?",
        r"scribing|(?:taking|keeping|writing)(?: the)? notes(?: as scribe)?",
    ),
    Role(r"(?:comms|communications)(?: lead)?", "/comms"),
    Role(r"deputy", "/role deputy"),
    Role(r"(?:ops|operations)(?: lead)?", "/role ops"),
)
_NUMBERS: Final = ("one", "two", "three", "four", "five")
_LEVEL: Final = (
    rf"(?:sev(?:erity)?[ -]?(?=[1-5]\b|[otf]\w\w)|p(?=\d))(?P<level>[1-5]|{'|'.join(_NUMBERS)})\b"
)


def level(said: str) -> int:
    """The number of a severity, in a figure or as a word."""
    return int(said) if said.isdigit() else _NUMBERS.index(said.lower()) + 1


_FILL: Final = (
    r"(?:(?:we[’']?re|i[’']?m|it[’']?s|that[’']?s|this|that|it|i|we|is|are|am|a|an|as|at|to|now|down|up|officially|the|incident|severity|"
    r"can|will|going|i[’']?d|please|let[’']?s|should be|go|over|for|us|have|has|been)\s+)*"
)
_BE: Final = (
    r"(?:[’']?s| is| are| should be| (?:needs?|has|have|ought) to be| must be| will be| becomes?|"
    r" now| only| just| officially| clearly| definitely| really| a| an| at least| at)*"
)
SEVERITY: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"^(?:this|it|that|incident)(?:[’']?s| is|(?= should| need| has| must| will| becomes))"
        rf"{_BE} {_LEVEL}",
        rf"^{_FILL}(?:(?:declar|call|rais|upgrad|downgrad|lower|bump|mak|treat|consider|mov|chang|"
        rf"escalat|dropp?|upp|classif|rat|switch)(?:e[ds]?|ing|y|ied)?|sett?(?:ing)?|putt?(?:ing)?|"
        rf"going|go|made)\s+{_FILL}{_LEVEL}",
        r"^severity(?: is| now|:| level)+ (?:sev[ -]?)?(?P<level>[1-5])\b",
        rf"^(?:sev[ -]?\d|p\d)\s*(?:->|=>|→)\s*{_LEVEL}",
        rf"^{_LEVEL}(?:,|$| (?:it is|as of now|for now|from now(?: on)?|now|then|declared"
        r"|confirmed)\b)",
        rf"^{_FILL}(?:lower|downgrad|upgrad|rais|bump|mov|chang|go|drop)\w* (?:it |this )?from "
        rf"(?:an? )?(?:sev|p)(?:erity)?[ -]?\d to (?:an? )?{_LEVEL}",
        rf"^(?:(?:i|we)(?:[’']?m|[’']?re| am| are) )?(?:opening|starting|logging|filing) "
        rf"(?:this|it|the incident) (?:as|at|with) (?:an? )?{_LEVEL}",
        rf"^(?:up|down|now|back)(?: to)?(?: an?)? {_LEVEL}",
        rf"^(?:we|it|this)(?:[’']?(?:re|s)| are| is) (?:now )?(?:at|in|on) (?:an? )?{_LEVEL}",
    )
)
KEYWORDS: Final = (
    *(
        "http",
        "hub.com/",
        "lab.com/",
        "sev",
        "p1",
        "p2",
        "p3",
        "p4",
        "p5",
        " ic",
        "ic ",
        "ic:",
        "incident",
        "command",
    ),
    *("scrib", "comms", "communicat", "deputy", "ops lead", "notes", "this call", "the call"),
    *("the bridge", "the response", "this response", "outage"),
    *("decid", "decision", "agreed", "settled", "consensus", "final call", "plan", "let", "will "),
    *("going ", "gonna", "go ", "proceed", "please", "pls", "plz", "want to", "like to"),
    *("roll", "failover", "fail-over", "fail over", "hotfix", "hot-fix", "hot fix", " now"),
    *("page", "alert", "alarm", "monitoring", "ack", "again", "back", "green", "good", "normal"),
    *("stable", "healthy", "recovered", "gone", "clear", "mitigated", "resolv", " over", " to 0"),
    *("zero", "restored", " done", "clos", "finished", "ended", "stopped"),
    *("todo", "action", "follow", "should", "need", "ought", "must", "has to", "have to", "ticket"),
    *("issue", "task", "post-mortem", "postmortem", "post mortem", "retro", "later", "lesson"),
    *("go-ahead", "outcome", "stick", "carry", "noticed", "detected"),
    *("bleeding", "volunteer", "ai for", "to do", "once "),
    *("ai:", "remember", "forget", "improvement", "would be", "might be"),
    *STEMS,
)
"""One of these stands in everything that is heard; looking for them is quick."""
