"""A question that wants no answer, or a wish that somebody were otherwise, is a judgement."""

from typing import Final

from incident_tui.postmortem.english.character import VIRTUES
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OTHERS, OURS
from incident_tui.postmortem.rules.ids import COUNTERFACTUAL, CULPRIT, JUDGEMENT, OMISSION
from incident_tui.postmortem.rules.sentence import Hit, Sentence, Triggers

_OPENING: Final = words("why how did does was were is are has have had could couldn can do")
_NOBODY: Final = words("nobody anybody anyone somebody someone")
_WAKING: Final = words(
    """
    think notice check look read ask test see stop say act answer know tell wake awake responsible
    watching looking paying checked looked noticed thought asked stopped
    """
)
_SUPPOSED: Final = words("think expect hope thought expected hoped assume")
_WITS: Final = VIRTUES | words("clever smart bright wise kind fair nice polite fair-minded")
_EXPERT: Final = words(
    "experienced competent careful seasoned skilled trained proper good real better"
)


def _question(sentence: Sentence, at: int) -> Hit | None:
    """`why was nobody awake?`, `did nobody think of testing?`, `couldn't somebody have asked?`."""
    if sentence.lows[-1] != "?" or not sentence.lows or sentence.low(0) not in _OPENING:
        return None
    low = sentence.low(at)
    negated = low == "nobody" or "not" in sentence.behind(at, 3)
    acted = not _WAKING.isdisjoint(sentence.lows[at + 1 : at + 6])
    long = sentence.has(_LONG) and sentence.low(0) == "why"
    told = at < 12 and ((negated and acted) or long)
    return Hit(OMISSION, 0, at) if told else None


_LONG: Final = words("long longer hours forever")


def _who_on_earth(sentence: Sentence, at: int) -> Hit | None:
    """`who on earth approved this?`, `who the hell`."""
    marked = sentence.low(at - 1) in {"on", "the", "in"} and sentence.low(at - 2) in {
        "who",
        "why",
        "how",
        "what",
    }
    return Hit(CULPRIT, at - 2, at) if marked else None


def _how_hard(sentence: Sentence, at: int) -> Hit | None:
    """`how hard can it be to read a runbook?`."""
    would = sentence.low(0) == "would" and sentence.low(at - 1) in {"so", "too", "that"}
    if would and sentence.low(at + 1) == "to" and sentence.lows[-1] == "?":
        return Hit(COUNTERFACTUAL, 0, at)
    asked = sentence.low(at - 1) == "how" and sentence.low(at + 1) in {"can", "is", "could"}
    it = sentence.low(at + 2) == "it"
    return Hit(JUDGEMENT, at - 1, at) if asked and it and sentence.lows[-1] == "?" else None


def _would_think(sentence: Sentence, at: int) -> Hit | None:
    """`you would think that somebody reads these alerts`."""
    wish = sentence.low(at - 1) in {"would", "have"} and "would" in sentence.behind(at, 3)
    you = not sentence.behind(at, 4).isdisjoint({"you", "one"})
    on = at + 1 + (sentence.low(at + 1) == "that")
    if not (wish and you):
        return None
    return Hit(JUDGEMENT, at - 1, at) if sentence.noun_from(on).who in OURS else None


def _happened_to(sentence: Sentence, at: int) -> Hit | None:
    """`would not have happened to an experienced operator`."""
    unreal = sentence.low(at - 1) == "have" and "not" in sentence.behind(at, 4)
    if not unreal or sentence.low(at + 1) not in {"to", "with", "under", "had"}:
        return None
    whom = sentence.noun_from(at + 2)
    able = not _EXPERT.isdisjoint(sentence.lows[at + 2 : whom.last + 1])
    return Hit(COUNTERFACTUAL, at - 1, whom.last) if whom.who in OTHERS and able else None


def _of_them(sentence: Sentence, at: int) -> Hit | None:
    """`not very clever of the release manager`."""
    if sentence.low(at + 1) != "of" or not sentence.negated(at):
        return None
    whom = sentence.noun_from(at + 2)
    return Hit(JUDGEMENT, at, whom.last) if whom.who in OURS else None


TRIGGERS: Final[Triggers] = {
    **dict.fromkeys(_NOBODY, _question),
    **dict.fromkeys(("earth", "hell", "heaven"), _who_on_earth),
    "hard": _how_hard,
    **dict.fromkeys(_SUPPOSED, _would_think),
    "happened": _happened_to,
    **dict.fromkeys(_WITS, _of_them),
}
