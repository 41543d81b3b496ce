"""A contributing factor is a line that may end with its category: `Nobody was told (process)`."""

from typing import Final

_LONGEST: Final = 40


def split(line: str) -> tuple[str, str]:
    """The factor and its category in lower case, empty where none stands behind it."""
    said = line.strip().rstrip(" .;")
    begins = said.rfind("(")
    inside = said[begins + 1 : -1]
    if begins < 1 or not said.endswith(")") or ")" in inside or len(inside) > _LONGEST:
        return line.strip(), ""
    return said[:begins].rstrip(), " ".join(inside.casefold().split())


def categories(answer: str) -> tuple[str, ...]:
    """The categories an answer names, each once, in its order."""
    named = [split(line)[1] for line in answer.splitlines() if ")" in line]
    return tuple(dict.fromkeys(filter(None, named)))
