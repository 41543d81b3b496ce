"""A milestone is taken from a label or from words that say nothing else; it is never guessed."""

import re
from typing import Final

from incident_tui.domain.incident import Milestone

_Forms = tuple[tuple[Milestone, re.Pattern[str]], ...]

_WHAT: Final = (
    r"(?:(?:time|date|moment)\s+of\s+)?(?:(?:the|this|our|an?)\s+)?(?:(?:first|initial|initially|full|fully|service|user"
    r"|customer|major)\s+)?"
    r"(?:(?:incident|outage|issue|problem|impact|degradation|disruption|downtime|alert|page|fault"
    r"|event|service|services|error|errors)\s+)?(?:(?:is|was|were|has been|been|have been"
    r"|gets?|got)\s+)?"
    r"(?:(?:first|initially|fully|completely|officially|formally"
    r"|now)\s+)?(?:declared\s+(?:as\s+)?)?"
)
_ENDS: Final = r"(?:\s*(?:time|at|on|declared|date|complete|completed|by\s+\S+(?:\s\S+)?))?"
_WORDS: Final[tuple[tuple[Milestone, str], ...]] = (
    (Milestone.RESOLVED,
        r"resolved|resolution|closed|over|ends?|ended|finish(?:ed)?|all[ -]clear|restored"
        r"|recovered|stopped"),
    (Milestone.MITIGATED, r"mitigated|mitigation|repaired|contained|stabili[sz]ed"),
    (Milestone.ACKNOWLEDGED,
        r"acknowledged|acknowledgement|acked|ack|declared|triaged|response (?:started|began)"),
    (Milestone.DETECTED, r"detected|detection|noticed|discovered|reported|alerted|identified"),
    (Milestone.STARTED, r"start(?:ed|s)?|beg[aiu]n(?:s|ning)?|begins|onset|introduced|occurred"),
)  # fmt: skip
_LABELS: Final = tuple(
    (milestone, re.compile(rf"{_WHAT}(?:{words}){_ENDS}", re.IGNORECASE))
    for milestone, words in _WORDS
)
_BE: Final = r"(?: is| was| were| has been| have been| had been| gets?| got)?"
_WHOSE: Final = r"(?:customer|user|service|client|external)"
_WHOLE: Final = (
    rf"(?:(?:the|this|our|an?) )?(?:(?:sev|p|s)[- ]?\d |(?:major|critical|security|whole|entire"
    rf"|overall|full|status ?page) ){{0,2}}(?:incident|outage)(?: (?:#\d+|[A-Z]{{2,8}}-\d+))?{_BE}"
)
"""The incident by its own name."""
_MATTER: Final = (
    rf"(?:(?:the|this|our|an?) )?(?:whole |entire |overall )?(?:issues?|problems?"
    rf"|(?:{_WHOSE} )?impact|downtime"
    rf"|disruption|degradation){_BE}"
)
"""What an incident is called in a word that is said of lesser things, too."""
_EITHER: Final = rf"(?:{_WHOLE}|{_MATTER})"
_BY_NOW: Final = r"(?: (?:now|fully|completely|finally|officially|formally|first|initially))*"
_OF_IT: Final = rf"(?:the |this |our )?(?:incident|outage|(?:{_WHOSE} )?impact|downtime|disruption)"
_TAIL: Final = (
    r"(?: (?:and|as|with|by|via|after|following|through|when|once|since|because|due to|thanks to"
    r"|for (?:all|every)|to (?:all|every)) .*| for everyone)?"
)
"""What may follow: how, why and since when, but not where or for whom, which makes it a part."""
_STATES: Final = (
    (Milestone.RESOLVED,
        r"(?:[\w'’ -]{2,30} (?:confirm|report|declare)|(?:[\w'’ -]{2,30} )?(?:confirmed|confirms"
        r"|declared|declares|reported|reports))(?: that| back)?"
        rf" {_EITHER} (?:now |fully |as |to be )*(?:resolved|over|fixed|solved|closed)"
        rf"|{_EITHER}(?: marked| confirmed| declared| considered)?{_BY_NOW}(?: as| to be)?"
        r" (?:resolved|closed|over|ended|ends|fixed|solved)"
        rf"|(?:{_WHOLE}|status page{_BE})(?: status)? (?:updated|changed|set|moved|marked)"
        r" (?:to|as) [\"“']?resolved[\"”']?"
        rf"|(?:the )?ends? of {_OF_IT}|(?:incident |outage |issue |full )?resolution"
        r"|all[ -]clear|fully resolved|resolved"),
    (Milestone.MITIGATED,
        rf"{_EITHER}{_BY_NOW} (?:mitigated|repaired|contained)"
        r"|(?:incident |issue |impact )?mitigation|(?:fully )?mitigated"),
    (Milestone.ACKNOWLEDGED,
        rf"{_WHOLE}{_BY_NOW} (?:declared|acknowledged|raised)(?: (?:in|on|at|to|\() ?.*)?"
        r"|(?:a |an )?(?:sev|p)[- ]?\d(?: is| was)? declared"
        rf"|{_MATTER}{_BY_NOW} acknowledged"
        rf"|(?:(?:the )?(?:first |[a-z]+duty |opsgenie )?(?:page|alert|pager)){_BE} acknowledged"
        r"|acknowledged|acknowledge?ment"
        r"|incident call (?:started|opened)"),
    (Milestone.DETECTED,
        rf"{_EITHER}{_BY_NOW} (?:detected|noticed|discovered)"
        r"|(?:(?:initial|first|incident|outage|issue) )?detection|first detected|detected"
        r"|(?:initial|first) detection of [\w' -]+"),
    (Milestone.STARTED,
        rf"{_WHOLE}(?: has)? (?:starts?|started|begins?|began|begun)"
        rf"|(?:the )?(?:(?:{_WHOSE} )?impact|downtime)(?: has)?"
        r" (?:starts?|started|begins?|began|begun)"
        rf"|(?:the )?(?:start|beginning|onset) of {_OF_IT}"),
)  # fmt: skip
_STATED: Final = tuple((name, re.compile(words, re.IGNORECASE)) for name, words in _STATES)
_LONGER: Final = tuple(
    (name, re.compile(f"(?:{words}){_TAIL}", re.IGNORECASE))
    for name, words in _STATES
    if name is not Milestone.STARTED
)
_OVER: Final = _STATED[:2]
_LATER: Final = re.compile(r",\s|\s[–—-]\s|\band (?=(?:the )?(?:incident|outage))")
_NAMED: Final = re.compile(r"\b(?:incident|outage|issue|problem)\b", re.IGNORECASE)
_OURS: Final = (
    r"(?:\b(?:teams?|engineers?|on-?call|we|status|sres?|ops|operat\w+|developers?|support|staff"
    r"|admins?|lead|commander|responders?|monitor(?:ing|s)?|alert(?:s|ing)?|alarms?|probes?"
    r"|health ?checks?|pagerduty|dashboards?)\b|@\w)"
)
_ITSELF: Final = (
    r"(?:(?:(?:the|this|an) )?(?:incident|outage)|(?:the|this) (?:[\w-]+ ){0,2}?(?:issue|problem"
    r"|downtime|stall|halt|failure|degradation|disruption))\b(?=\W*$|[,;:–—]| (?:and|at|via|by) )"
)
_DEEDS: Final = tuple(
    (name, re.compile(words, re.IGNORECASE))
    for name, words in (
        (Milestone.ACKNOWLEDGED,
            rf"(?:.{{0,120}}?{_OURS}.{{0,60}}? )?acknowledg(?:es?|ed|ing) {_ITSELF}.*"),
        (Milestone.ACKNOWLEDGED,
            rf".{{0,60}}?{_OURS}.{{0,40}}? acknowledge[sd]? (?:the |an? )?(?:first )?(?:page|alert)"
            r"(?=\W*$| (?:and|at|via|from|in|within|of|for) ).*"),
        (Milestone.RESOLVED,
            r"(?:[@\w'’./-]+ ){0,6}(?:close[sd]?|resolve[sd]?|end(?:s|ed)?) (?:the|this|our)"
            r" (?:incident|outage)(?=\W*$| (?:and|at|as|after|by|because) ).*"),
        (Milestone.ACKNOWLEDGED,
            r"(?:[@\w'’./-]+ ){0,6}declare[sd]? (?:an? |the )?(?:(?:sev|p|s)[- ]?\d"
            r"|(?:(?:sev|p|s)[- ]?\d |major |critical |security |public )*(?:incident|outage))"
            r"(?=\W*$| (?:and|at|as|with|due|after|because|in|on|via) ).*"),
        (Milestone.DETECTED, rf".{{0,120}}?{_OURS}.{{0,60}}? detect(?:s|ed)? {_ITSELF}.*"),
    )
)  # fmt: skip
"""Who of us does it, to the incident itself."""
_THEREBY: Final = re.compile(
    rf"\b(?:thus|thereby|fully) (?P<verb>mitigat|resolv)ing {_ITSELF}", re.IGNORECASE
)
_DOUBTED: Final = re.compile(
    r"^(?:the |our )?(?:aws|amazon|google|gcp|azure|microsoft|cloudflare|github|fastly|stripe"
    r"|twilio|heroku|hetzner|ovh|digital ?ocean|vendors?|(?:\w+ )?providers?|hosters?|isp"
    r"|upstream)\b"
    r"|\b(?:not|never|no|whether|if|should|would|could|will|shall|might|until|before|yet|partial\w*"
    r"|to declare|without|previous|earlier|another|unrelated|root cause)\b|n['’]t\b|\?",
    re.IGNORECASE,
)
_TAGGED: Final = re.compile(r"[\[(<]\s*([^\[\]()<>]{3,30}?)\s*[\])>]")
_SHOUTED: Final = re.compile(
    r"\b(?:OUTAGE|INCIDENT|IMPACT)\s+(?:BEGINS|STARTS|MITIGATED|ENDS|RESOLVED|DETECTED)\b"
)
_SHOUTS: Final = {"BEGINS": Milestone.STARTED, "STARTS": Milestone.STARTED,
    "MITIGATED": Milestone.MITIGATED, "ENDS": Milestone.RESOLVED, "RESOLVED": Milestone.RESOLVED,
    "DETECTED": Milestone.DETECTED}  # fmt: skip
_STATE: Final = re.compile(
    r"resol|acknowledg|detect|declar|mitigat|repair|\b(?:incident|outage|impact|downtime|issue"
    r"|problem|degradation|disruption)",
    re.IGNORECASE,
)
"""What every sentence that states a milestone has; most entries have none of it."""
_SHORT: Final = 60
_CLAUSE: Final = re.compile(r"\s*(?:[:–—.;!](?:\s|$)|\s-\s)")
_SENTENCE: Final = re.compile(r"[.!;]\s+|\n")
_AROUND: Final = " :*_-–—.!\\"
_INCIDENT: Final = re.compile(r"\b(?:incident|outage)\b", re.IGNORECASE)


def labelled(label: str) -> Milestone | None:
    """The milestone that a label names: `First detected`, `Incident start`, `Repaired`."""
    words = label.strip(_AROUND).lower()
    if not words or len(words) > _SHORT:
        return None
    return next((milestone for milestone, known in _LABELS if known.fullmatch(words)), None)


def stated(text: str) -> Milestone | None:
    """The milestone that an entry states: as all of its words, before a colon, or in brackets.

    The first clause states one too where it says so of the incident and only adds how, and any
    sentence whose first clause is nothing else.
    """
    if shout := _SHOUTED.search(text[:400]):
        return _SHOUTS[shout[0].split()[-1]]
    head = _CLAUSE.split(text[: 2 * _SHORT], maxsplit=1)[0]
    for words in (text, head, head.rpartition("→")[2], head.partition("/")[0]):
        if found := _named(words, _STATED):
            return found
    for tag in _TAGGED.finditer(text[:1000]):
        if found := _named(tag[1], _STATED):
            return found
    if not _STATE.search(text, 0, 600):
        return None
    sentences = _SENTENCE.split(text[:600])
    if found := _added(sentences[0]):
        return found
    clauses = (re.split(r"[,:]", said, maxsplit=1)[0] for said in sentences)
    told = (_named(said, _STATED) for said in clauses if _INCIDENT.search(said))
    found = next((found for found in told if found), None)
    return found or next((over for said in sentences if (over := _ended(said))), None)


def _added(sentence: str) -> Milestone | None:
    """What a sentence states that goes on: in its first clause, or as a deed of somebody."""
    first = re.split(r"[,:]\s", sentence, maxsplit=1)[0]
    clause = first.strip(_AROUND)
    if not _DOUBTED.search(sentence[: len(first) + 1]):
        for name, known in (*_LONGER, *_DEEDS):
            if known.fullmatch(clause):
                return name
    return None


def _ended(sentence: str) -> Milestone | None:
    """What a later clause says is over: `Pool grown, issue resolved`, `thus mitigating it`."""
    if _DOUBTED.search(sentence):
        return None
    if thereby := _THEREBY.search(sentence):
        return Milestone.MITIGATED if thereby["verb"] == "mitigat" else Milestone.RESOLVED
    told = (_named(said, _OVER) for said in _LATER.split(sentence)[1:] if _NAMED.search(said))
    return next((found for found in told if found), None)


def _named(words: str, forms: _Forms) -> Milestone | None:
    said = " ".join(words.strip(_AROUND).split())
    if not said or len(said) > _SHORT:
        return None
    return next((milestone for milestone, known in forms if known.fullmatch(said)), None)
