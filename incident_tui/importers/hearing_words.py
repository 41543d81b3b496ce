"""The words by which a sentence is taken to say something, and those by which it is not."""

import re
from typing import Final

SENTENCE: Final = re.compile(r"(?<=[.!?])\s+|\n+|;\s+|\s+[–—]\s+")
REPLY: Final = re.compile(r'\(in reply to ".*"\)\s*$')
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
    (
        re.compile(
            r"^(?:can|could|would|will) (?:you|we|someone|somebody|anyone|anybody|@?[\w.-]+),? "
            r"(?:please )?((?:open|file|create|make|write|raise) (?:an? )?(?:ticket|issue|task)\b"
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
    r"everybody|guys|people|uh+|um+|erm?|hm+|anyway|basically|plus|ah|oh|this is [\w.-]+(?= i\b)|"
    r"@here|@channel|now|looks like|i think|i[’']?d say|actually|fyi|update|thanks|thank you|"
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
LINK: Final = re.compile(r"https?://[^\s<>\"'|]+")
NO_EVIDENCE: Final = re.compile(r"giphy|tenor\.com|\.gif$|emoji|avatar", re.IGNORECASE)
