"""Where most paragraphs of a section say what is to be done, each of them is an action item."""

import re
from typing import Final

from incident_tui.postmortem.english.sentences import sentences
from incident_tui.postmortem.reading.inline import plain
from incident_tui.postmortem.reading.lines import Kind, Line
from incident_tui.postmortem.reading.wanting import is_wanted

_MOST: Final = 0.6
_FEWEST: Final = 2
_LONGEST: Final = 900
"""Characters; beyond it a paragraph tells a story."""
_OUGHT: Final = re.compile(
    r"\b(?:should|must|ought to|needs? to|ha(?:s|ve) to)\b(?! have\b)|^(?:it would be|ideally\b"
    r"|perhaps we|we (?:could|might)\b)",
    re.IGNORECASE,
)


def item_lines(lines: list[Line]) -> frozenset[int]:
    """The numbers of the lines that begin such paragraphs; none where there are lists."""
    if any(line.kind not in {Kind.TEXT, Kind.BLANK} for line in lines):
        return frozenset()
    told = [each for each in _paragraphs(lines) if not each[1].endswith(":")]
    told = told[1:] if told and not _wants(told[0][1]) else told  # what leads up to them
    wanting = sum(_wants(text) for _, text in told)
    if wanting < max(_FEWEST, _MOST * len(told)):
        return frozenset()
    return frozenset(number for number, text in told if len(text) <= _LONGEST)


def _paragraphs(lines: list[Line]) -> list[tuple[int, str]]:
    """Where each begins, and what it says."""
    found: list[tuple[int, str]] = []
    before = Kind.BLANK
    for line in lines:
        if line.kind is Kind.TEXT and before is Kind.TEXT:
            number, text = found[-1]
            found[-1] = (number, f"{text} {plain(line.text)}")
        elif line.kind is Kind.TEXT:
            found.append((line.number, plain(line.text)))
        before = line.kind
    return found


def _wants(text: str) -> bool:
    told = (text[start:end] for start, end in sentences(text))
    return any(is_wanted(said) or _OUGHT.search(said) for said in told)
