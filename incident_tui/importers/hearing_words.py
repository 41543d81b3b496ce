"""The words by which a sentence is taken to say something, and those by which it is not."""

import re
from typing import Final

SENTENCE: Final = re.compile(r"(?<=[.!?])\s+|\n+|;\s+|\s+[–—]\s+")
REPLY: Final = re.compile(r'\(in reply to ".*"\)\s*$')
MEANT: Final = (
    (re.compile(r",\s*ok(?:ay)?\s*\?\s*$", re.IGNORECASE), ""),
    (re.compile(r"\b(?:um+|uh+|erm)\b,?\s*", re.IGNORECASE), ""),
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
    (
        re.compile(
            r"^once (?:the dust (?:has )?settle[sd]?|(?:this|it|all this)(?:[’']s| is) over|"
            r"we(?:[’']re| are) (?:done|through|out of this))\b,?\s*",
            re.IGNORECASE,
        ),
        "later, ",
    ),
    (
        re.compile(
            r"\bi[’']?d like us to (?=(?:add|write|document|have|build|improve|create)\b)",
            re.IGNORECASE,
        ),
        "we need to ",
    ),
    (
        re.compile(
            r"\bwhat we(?:[’']re| are) (?:gonna|going to) do is,? "
            r"(?:(?:we(?:[’']re| are)|is) (?:gonna|going to) )?",
            re.IGNORECASE,
        ),
        "we're going to ",
    ),
    (
        re.compile(
            r"^(?:can|could|would|will) (?:you|we|someone|somebody|anyone|anybody|@?[\w.-]+),? "
            r"(?:please )?((?:open|file|create|make|write|raise) (?:an? )?"
            r"(?:ticket|issue|task|jira)\b"
            r".*?)[?\s]*$",
            re.IGNORECASE,
        ),
        r"\1",
    ),
)
"""What sounds like a denial or a doubt, and is none."""
LEAD: Final = re.compile(
    r"^(?:(?:ok(?:ay)?|k|alright|right|so|then|yes|yep|yup|yeah|agreed|approved|good|great|cool|"
    r"perfect|also|and|well|fine|sure|final(?:ly)?(?! call)|hi|hello|hey|all(?! clear)|team|"
    r"folks|everyone|"
    r"everybody|guys|people|uh+|um+|erm?|hm+|anyway|basically|plus|ah|oh|this is [\w.-]+(?=,? i\b)|"
    r"@here|@channel|now|(?:it )?(?:looks|seems) like|it seems|i think|i[’']?d say|actually|"
    r"fyi|for the record|"
    r"update|thanks|thank you|"
    r"thx|understood|roger|copy(?: that)?|no objections(?: heard)?|hearing none|done|"
    r"[\w.-]+ here)(?:[,.:!]+\s*|\s+))+",
    re.IGNORECASE,
)
"""What people say before they say something."""
TAIL: Final = re.compile(
    r"(?:[,\s]+(?:ok(?:ay)?|please|pls|thx|thanks|folks|people|everyone|everybody|guys|all right|"
    r"lol|haha|right))+\W*$",
    re.IGNORECASE,
)
"""And behind it."""
ASSENT: Final = (
    r"(?:(?:ok(?:ay)?|k|right|alright|so|then|fine|yes|yep|yup|yeah|agreed|approved|sure|final|"
    r"good|"
    r"do it)[,.:! ]+)+"
)
_SIGN: Final = r"(?:[\U0001F000-\U0001FAFF\u2600-\u27BF\uFE0F\u200D]|:[a-z][a-z0-9_+-]+:)"
SIGNS: Final = re.compile(rf"\s*{_SIGN}(?:\s*{_SIGN})*\s*")
"""What is drawn, in signs or by their names: a pause in the middle, and nothing at the ends."""
LINK: Final = re.compile(
    r"(?:https?://|(?<![\w/.@-])(?=git(?:hub|lab)\.com/))[^\s<>\"'|]+", re.IGNORECASE
)
NO_EVIDENCE: Final = re.compile(r"giphy|tenor\.com|\.gif$|emoji|avatar", re.IGNORECASE)
