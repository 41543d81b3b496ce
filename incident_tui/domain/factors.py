"""A contributing factor is a line that may end with its category: `Nobody was told (process)`."""

import re
from typing import Final

_LINE: Final = re.compile(r"\s*(?:[-*]\s+|\d+[.)]\s+)?(.+?)(?:\s*\(([^()]{1,40})\))?\s*[.;]?\s*")


def split(line: str) -> tuple[str, str]:
    """The factor and its category in lower case, empty where none stands behind it."""
    found = _LINE.fullmatch(line)
    if found is None:
        return line.strip(), ""
    return found[1], " ".join((found[2] or "").casefold().split())


def categories(answer: str) -> tuple[str, ...]:
    """The categories an answer names, each once, in its order."""
    named = (split(line)[1] for line in answer.splitlines() if line.strip())
    return tuple(dict.fromkeys(filter(None, named)))
