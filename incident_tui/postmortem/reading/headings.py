"""A section is known by its heading, whatever a team calls it."""

import re
from enum import StrEnum
from typing import Final

from incident_tui.postmortem.reading.inline import plain


class Family(StrEnum):
    """What a section is about."""

    OTHER = "other"
    SUMMARY = "summary"
    IMPACT = "impact"
    TIMELINE = "timeline"
    DETECTION = "detection"
    TRIGGER = "trigger"
    CAUSES = "causes"
    RESOLUTION = "resolution"
    WELL = "well"
    POORLY = "poorly"
    LUCKY = "lucky"
    LESSONS = "lessons"
    WHYS = "whys"
    ACTIONS = "actions"
    PEOPLE = "people"
    FIGURES = "figures"
    TELLING = "telling"
    ASIDE = "aside"


_FAMILIES: Final[tuple[tuple[Family, str], ...]] = (
    (Family.LUCKY, r"luck(?:y|ily)?\b"),
    (Family.POORLY,
        r"(?:n['’]?t|\bnot) (?:really |quite |so |as )?(?:go|gone|work|do|done)\b|less well"),
    (Family.WELL,
        r"(?:went|go|gone|going|worked|working|did|done) (?:really |very )?(?:well|right)(?! "
        r"as)|what worked\b|positives|the good\b|successes|strengths"),
    (Family.FIGURES, r"^(?:mean )?time to\b|^(?:total )?duration|^mtt"),
    (Family.WHYS, r"(?:5|five)[ -]?whys?\b|^whys?\b"),
    (Family.TIMELINE,
        r"time[ -]?line|chronolog|sequence of events|order of events|course of events|key "
        r"(?:events|moments|dates|times)|(?:event|incident) (?:log|history)|^events?$|^log$"
        r"|play[- ]by[- ]play|what happened,? when|milestones"
        r"|l[ií]nea (?:de tiempo|temporal)|linha do tempo|cronolog|chronologie|d[ée]roul[ée]"
        r"|zeit(?:leiste|achse|verlauf|linie|strahl|licher)|^ablauf|tijdlijn|時系列|タイムライン|経緯"
        r"|时间线|時間線"),
    (Family.POORLY,
        r"n[o'’]t (?:go|work|do) (?:so |as |quite |very )?well|not go(?:ne)? well|went "
        r"(?:wrong|poorly|badly|less)|gone? (?:wrong|better)|(?:be|been|do|done) (?:better"
        r"|improved)|didn['’]?t (?:go|work)|did not (?:go|work)|negatives|the bad\b|weakness"
        r"|areas? (?:for|of|to) improve|pain points|struggled|what to improve|went not"),
    (Family.ASIDE,
        r"(?:full|raw|chat|complete) (?:log|transcript)|status ?page|communications?\b"
        r"|^updates?$|announcement|external (?:message|mail)|internal (?:message|e?-?mail)"
        r"|^links?\b|references|resources|appendi|glossary|further reading|related|^supporting"
        r"|^decisions$|what was tried|table of contents|^contents$|template|screenshots"),
    (Family.RESOLUTION,
        r"(?:actions?|steps|measures) (?:that were |we |were )?(?:already )?(?:taken"
        r"|performed|done|took)|how (?:did|was|were|have) .*(?:fix|resolv|mitigat|recover"
        r"|restor)"),
    (Family.ACTIONS,
        r"(?<!after[- ])\baction|actionables?\b|follow[ -]?ups?|next steps?|to[ -]?do['’]?s?\b"
        r"|remedia|corrective|prevent|improvements?\b|recommend|countermeasure|tasks?\b|tickets\b"
        r"|future (?:work|plans?|steps)|what(?:['’]s| is) next|looking (?:ahead|forward)"
        r"|^(?:the |our |action |improvement |remediation |mitigation )?plans?$"
        r"|^(?:path|way) forward|^(?:the )?changes (?:we\b|to be made|made)|safeguards"
        r"|avoid|outstanding|deliverables|^(?:open|remaining) (?:items|issues|work)|roadmap"
        r"|proposals?\b|proposed (?:fix(?:es)?|solutions?|changes)|^measures$|what will change"
        r"|(?:process|engineering|technical|system|product|policy) changes|mak(?:e|ing) sure"
        r"|^(?:short|medium|mid|long|near)[- ]?term\b|things to (?:do|fix|change)"
        r"|tracking (?:issues|tickets)|(?:issues|tickets) (?:filed|created|opened|raised)"
        r"|(?:future|planned|further|(?:long|short)[- ]term|additional) (?:mitigations?|changes"
        r"|steps|measures)|(?:what|how) (?:are|will|can|do|should|could"
        r"|we)\b.*(?:do|doing|change|changing|prevent|improve|avoid|going)\b|commitments"
        r"|planned (?:work|changes)|going forward|moving forward|hardening|work items"
        r"|\bacci(?:ón|on|ones)\b|a[çc](?:ão|ões|oes)\b|pr[óo]ximos pass?os|tareas|tarefas"
        r"|ma(?:ß|ss)nahmen|n[äa]chste schritte|aufgaben|prochaines [ée]tapes|mesures"
        r"|^done$|pr[ée]vention|prevenci[óo]n|preven[çc][ãa]o|mejoras|melhorias|actiepunten"
        r"|再発防止|対策|アクション|改善|今後の対応|后续|改进措施"),
    (Family.IMPACT,
        r"impact|auswirkung|^affected|(?:who|what|users?|customers?|services?|systems?) (?:was "
        r"|were )?affected|blast radius|consequences|damage|scope of"),
    (Family.TRIGGER, r"trigger"),
    (Family.DETECTION,
        r"detect|^identified|identification|how (?:did|was|were) .*(?:notic|found|find"
        r"|discover|know|alert)|discover(?:y|ed)|monitoring"),
    (Family.CAUSES,
        r"causes?\b|contribut|why did\b|why it happened|analysis|what broke|the (?:bug"
        r"|problem)\b|underlying|factors|\borigins?\b|\bcausas?\b|ursache"),
    (Family.RESOLUTION,
        r"resol|recover|mitigat|repair|the fix|^fix|restor|response|stabili[sz]|solution"
        r"|workaround"),
    (Family.TELLING,
        r"what happened|details|description|narrative|^context$|background|the (?:incident"
        r"|outage|story)$|investigation|how it happened|walk[- ]?through|events of|^incident$"),
    (Family.SUMMARY,
        r"summar|overview|tl;?\s?dr|abstract|synopsis|^introduction|in short|at a glance"
        r"|^issue$|\br[ée]sum(?:é|en|o)\b|zusammenfassung|sintesi"),
    (Family.LESSONS,
        r"lessons|learn|takeaway|conclusion|retrospective|reflection|discussion|lecciones"
        r"|li[çc][õo]es|le[çc]ons|lehren"),
    (Family.PEOPLE,
        r"roles?\b|attend|participants|people|responders|involved|authors?\b|owners?\b|team\b"),
    (Family.FIGURES,
        r"stat(?:s|istics)|metadata|metrics|figures|time to|duration|severity|status"
        r"|information|^info"),
)  # fmt: skip
_NORTHERN: Final[tuple[tuple[Family, str], ...]] = (
    (Family.LUCKY, r"\bflaks\b"),
    (Family.POORLY,
        r"(?:gikk|gick|gik|gingen?|lief)\b.*(?:d[åa]rlig|d[åa]ligt|skidt|galt|fel|mis|schlecht"
        r"|schief)"),
    (Family.WELL, r"(?:gikk|gick|gik|ging(?:en)?|lief)\b.*(?:bra|godt|goed|gut)\b"),
    (Family.TIMELINE,
        r"\btidslinj|hendelsesforløp|händelseförlopp|hændelsesforløb|\bforløp"),
    (Family.ACTIONS,
        r"aksjon|handlingspunkt|\btiltak|oppfølging|åtgärd|uppföljning|opfølgning|handlinger"
        r"|\bacties?\b|verbeter|vervolg|neste steg|nästa steg|næste skridt|forbedring"),
    (Family.IMPACT, r"påvirkning|innvirkning|konsekven[ts]|påverkan|omfang|gevolg"),
    (Family.DETECTION, r"påvisning|oppdag|upptäck|opdag"),
    (Family.CAUSES, r"årsak|rodårsag|orsak|oorzaa?k"),
    (Family.TRIGGER, r"utløsende|utlösande|udløsende|aanleiding"),
    (Family.RESOLUTION, r"\bløsning|\blösning|herstel|oplossing|behebung|l[öo]sung\b"),
    (Family.SUMMARY, r"sammendrag|oppsummering|sammanfattning|samenvatting"),
    (Family.LESSONS, r"lærte vi|lærdom|lärde vi|lärdom|geleerd"),
)  # fmt: skip
_KNOWN: Final = tuple(
    (family, re.compile(pattern, re.IGNORECASE)) for family, pattern in (*_FAMILIES, *_NORTHERN)
)
_NUMBER: Final = re.compile(r"^\W*(?:(?:[0-9]{1,2}|[A-Z]|[IVX]{1,4})[.):]\s*)*\W*")
_BARE: Final = re.compile(
    r"(?:(?:incident|event|detailed|full|outage|high[- ]level) )?time ?line(?: of (?:the )?"
    r"(?:events?|incident|outage))?(?: \(.{2,40}\))?|chronology|sequence of events"
    r"|(?:(?:follow[- ]?up|corrective|preventi?ve|preventative|remediation|proposed|next|open|post"
    r"[- ]?incident) )?action(?:s|[- ]items?|ables)|follow[- ]?ups?|next steps|to[- ]?dos?"
    r"|recommendations|improvements|(?:corrective|preventi?ve|preventative) measures"
    r"|(?:executive )?summary|overview|(?:customer |user |business )?impact|detection|resolution"
    r"|root causes?(?: analysis)?|contributing factors|lessons(?: learn(?:ed|t))?|conclusion"
    r"|what (?:happened|went (?:well|wrong|poorly|badly))|where we got lucky",
    re.IGNORECASE,
)
"""Headings that are known where nothing marks them as such."""
_HYPHENS: Final = str.maketrans("\u2010\u2011", "--")
_LONGEST: Final = 90


def family_of(heading: str) -> Family:
    """What a section of that heading is about."""
    said = plain(heading)[: _LONGEST + 1].translate(_HYPHENS)
    words = _NUMBER.sub("", said).strip(" :*_-–—{}[]")
    if not words or len(words) > _LONGEST:
        return Family.OTHER
    return next((family for family, known in _KNOWN if known.search(words)), Family.OTHER)


def is_bare_heading(text: str) -> bool:
    """Whether a line of plain text is the name of a section and nothing else."""
    return text[:1].isupper() and bool(_BARE.fullmatch(text))
