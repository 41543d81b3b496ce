"""The words by which a sentence is taken to say something, and those by which it is not."""

import re
from typing import Final

SENTENCE: Final = re.compile(r"(?<=[.!?])\s+|\n+|;\s+|\s+[–—]\s+")
REPLY: Final = re.compile(r'\(in reply to ".*"\)\s*$')
DOUBT: Final = re.compile(
    r"\?\s*$|^\s*(?:who|what|when|why|how|should|shall|could|can|would|is|are|do|does|did|if|"
    r"unless|"
    r"maybe|perhaps|once|until|after|before|>)\b|\b(?:not|n't|n’t|never|no longer|wasn|isn|might|"
    r"if we|what if|last (?:week|month|year|time)|yesterday|would have|should have|could have|"
    r"would be|used to)\b|^>",
    re.IGNORECASE,
)
NOT_FORGOTTEN: Final = re.compile(r"\b(?:don[’']?t|do not) forget to\b", re.IGNORECASE)
LEAD: Final = re.compile(
    r"^(?:(?:ok(?:ay)?|k|alright|right|so|then|yes|yep|yeah|agreed|approved|good|great|also|and|"
    r"well|"
    r"fine|sure|hi|hello|hey|all(?! clear)|team|folks|everyone|@here|@channel|now|looks like|"
    r"i think|"
    r"no objections(?: heard)?|hearing none|[\w.-]+ here)(?:[,.:!]+\s*|\s+))+",
    re.IGNORECASE,
)
"""What people say before they say something."""
DO: Final = (
    r"roll(?:ing)?[ -]?(?:it |this |that |them )?(?:back|forward)|revert(?:ing)?|restart(?:ing)?|"
    r"reboot(?:ing)?|fail(?:ing)?(?: it)?[ -]?over|scal(?:e|ing)|disabl(?:e|ing)|enabl(?:e|ing)|"
    r"drain(?:ing)?|block(?:ing)?|switch(?:ing)?|deploy(?:ing)?|ship(?:ping)?|hold(?:ing)? off|"
    r"freez(?:e|ing)|flip(?:ping)?|turn(?:ing)? (?:\S+ ){0,4}?(?:off|on)|redirect(?:ing)?|"
    r"throttl(?:e|ing)|rate[ -]limit(?:ing)?|kill(?:ing)?|promot(?:e|ing)|bypass(?:ing)?|"
    r"bump(?:ing)?|increas(?:e|ing)|reduc(?:e|ing)|lower(?:ing)?|rais(?:e|ing)|paus(?:e|ing)|"
    r"stop(?:ping)?|shed(?:ding)?|evacuat(?:e|ing)|isolat(?:e|ing)|replac(?:e|ing)|"
    r"tak(?:e|ing) .{2,40} (?:out|down|offline)|cut(?:ting)? over|fall(?:ing)? back|"
    r"(?:mov|shift)(?:e|ing)? (?:all )?(?:the )?traffic|go(?:ing)? (?:ahead )?(?:with|"
    r"for) (?:the|an?|option|plan)|"
    r"purg(?:e|ing)|flush(?:ing)?|clear(?:ing)? the|rotat(?:e|ing)|revok(?:e|ing)|"
    r"restor(?:e|ing)|rebuild(?:ing)?|pin(?:ning)?|open(?:ing)? the (?:circuit )?breaker|"
    r"put(?:ting)? (?:up|back)|keep(?:ing)? .{2,40} (?:off|on|down|up)\b|"
    r"do(?:ing)? the (?:\S+ )?(?:rollback|failover|restart|switch|restore)"
)
"""What is done about an incident."""
LINK: Final = re.compile(r"https?://[^\s<>\"'|]+")
NO_EVIDENCE: Final = re.compile(r"giphy|tenor\.com|\.gif$|emoji|avatar", re.IGNORECASE)
