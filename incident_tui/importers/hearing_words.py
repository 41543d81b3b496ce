"""The words by which a sentence is taken to say something, and those by which it is not."""

import re
from typing import Final

SENTENCE: Final = re.compile(r"(?<=[.!?])\s+|\n+|;\s+|\s+[–—]\s+")
REPLY: Final = re.compile(r'\(in reply to ".*"\)\s*$')
DOUBT: Final = re.compile(
    r"\?\s*$|^\s*(?:who|what|when|why|how|should|shall|could|can|would|is|are|do|does|did|if|"
    r"unless|"
    r"maybe|perhaps|once|until|after it|before|>)\b|\b(?:not|n't|n’t|never|no longer|wasn|isn|"
    r"might|"
    r"if we|what if|last (?:week|month|year|time)|yesterday|would have|should have|could have|"
    r"would be|used to)\b|^>",
    re.IGNORECASE,
)
MEANT: Final = (
    (
        re.compile(r"\b(?:do(?:n[’']?t| not)|let[’']?s not) forget to\b", re.IGNORECASE),
        "remember to",
    ),
    (
        re.compile(
            r"\b(?:it )?(?:would|might) be (?:good|nice|great|helpful|useful|wise) to(?: have)?\b",
            re.IGNORECASE,
        ),
        "we need",
    ),
)
"""What sounds like a denial or a doubt, and is none."""
LEAD: Final = re.compile(
    r"^(?:(?:ok(?:ay)?|k|alright|right|so|then|yes|yep|yup|yeah|agreed|approved|good|great|cool|"
    r"perfect|also|and|well|fine|sure|final(?:ly)?(?! call)|hi|hello|hey|all(?! clear)|team|"
    r"folks|everyone|"
    r"everybody|guys|@here|@channel|now|looks like|i think|actually|fyi|update|thanks|thank you|"
    r"thx|understood|roger|copy(?: that)?|no objections(?: heard)?|hearing none|done|"
    r"[\w.-]+ here)(?:[,.:!]+\s*|\s+))+",
    re.IGNORECASE,
)
"""What people say before they say something."""
ASSENT: Final = (
    r"(?:(?:ok(?:ay)?|k|right|alright|so|then|fine|yes|yep|yup|yeah|agreed|approved|sure|final|"
    r"good|"
    r"do it)[,.:! ]+)+"
)
DO: Final = (
    r"roll(?:ing)?[ -]?(?:it |this |that |them )?(?:back|forward)|revert(?:ing)?|restart(?:ing)?|"
    r"reboot(?:ing)?|bounc(?:e|ing)|recycl(?:e|ing)|fail(?:ing)?(?: it)?[ -]?(?:over|back)|"
    r"scal(?:e|ing)|disabl(?:e|ing)|enabl(?:e|ing)|drain(?:ing)?|cordon(?:ing)?|"
    r"(?:un)?block(?:ing)?|"
    r"ban(?:ning)?|switch(?:ing)?|swap(?:ping)?|deploy(?:ing)?|ship(?:ping)?|push(?:ing)?|"
    r"hold(?:ing)? off|freez(?:e|ing)|flip(?:ping)?|turn(?:ing)? (?:\S+ ){0,4}?(?:off|on)|"
    r"re-?direct(?:ing)?|re-?rout(?:e|ing)|rout(?:e|ing)|re-?point(?:ing)?|throttl(?:e|ing)|"
    r"rate[ -]limit(?:ing)?|cap(?:ping)?|kill(?:ing)?|promot(?:e|ing)|bypass(?:ing)?|"
    r"bump(?:ing)?|increas(?:e|ing)|reduc(?:e|ing)|lower(?:ing)?|rais(?:e|ing)|doubl(?:e|ing)|"
    r"paus(?:e|ing)|suspend(?:ing)?|stop(?:ping)?|cancel(?:l?ing)?|abort(?:ing)?|shed(?:ding)?|"
    r"evacuat(?:e|ing)|isolat(?:e|ing)|replac(?:e|ing)|pull(?:ing)? (?:the|that|this|it|all)|"
    r"back(?:ing)? (?:it |that |this )?out|undo(?:ing)?|reset(?:ting)?|delet(?:e|ing) the|"
    r"tak(?:e|ing) .{2,40} (?:out|down|offline)|remov(?:e|ing) .{2,40} from|"
    r"cut(?:ting)? (?:\S+ )?over|"
    r"fall(?:ing)? back|(?:mov|shift|send)(?:e|ing)? (?:all |the |eu |us )*traffic|"
    r"go(?:ing)? (?:ahead )?(?:with|for) (?:the|an?|option|plan)|purg(?:e|ing)|flush(?:ing)?|"
    r"clear(?:ing)? the|rotat(?:e|ing)|revok(?:e|ing)|restor(?:e|ing)|rebuild(?:ing)?|"
    r"recreat(?:e|ing)|spin(?:ning)? up|bring(?:ing)? (?:\S+ ){0,4}?(?:up|down|back)|pin(?:ning)?|"
    r"open(?:ing)? the (?:circuit )?breaker|put(?:ting)? (?:up|back)|"
    r"(?:keep|leav)(?:e|ing)? (?!an eye|you|me\b|us\b).{2,60}|"
    r"put(?:ting)? .{2,40} (?:in|into) .{0,20}(?:mode|maintenance)|wait(?:ing)? for the|"
    r"postpon(?:e|ing)|mut(?:e|ing)|silenc(?:e|ing)|apply(?:ing)? the|"
    r"add(?:ing)? (?:\S+ ){0,3}(?:capacity|nodes?|workers?|replicas?|instances?|pods?|memory|disk|"
    r"servers?|brokers?|shards?)|do(?:ing)? the (?:\S+ )?(?:rollback|failover|restart|switch|"
    r"restore)"
)
"""What is done about an incident."""
LINK: Final = re.compile(r"https?://[^\s<>\"'|]+")
NO_EVIDENCE: Final = re.compile(r"giphy|tenor\.com|\.gif$|emoji|avatar", re.IGNORECASE)
