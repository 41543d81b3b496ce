"""People are measured by what they call themselves, or by an ideal that nobody meets."""

from typing import Final

from incident_tui.postmortem.english.forms import is_past
from incident_tui.postmortem.english.grammar import DETERMINERS, PREPOSITIONS
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OTHERS, OURS, PERHAPS_OTHERS
from incident_tui.postmortem.english.tokens import Mark
from incident_tui.postmortem.rules.ids import COUNTERFACTUAL, CULPRIT, JUDGEMENT
from incident_tui.postmortem.rules.sentence import BE, OWN, Hit, Sentence, Triggers

_ABLE: Final = words(
    """
    sane competent self-respecting reasonable responsible serious sensible decent proper
    professional experienced careful conscientious half-decent halfway-competent seasoned
    grown-up real diligent prudent thinking trained
    """
)
_LEAVE: Final = words("can may must should could might on in at from is are was joins with and or")
_WORTH: Final = words("name salt title money badge pay certificate")
_WITS: Final = words(
    "sense experience brain brains training knowledge decency understanding clue wits pride"
)
_ANYBODY: Final = words("nobody anybody anyone someone somebody everybody everyone one person")
_EXPERTS: Final = words(
    """
    experts expert specialists specialist professionals professional geniuses genius gurus guru
    wizards engineers engineer architects architect consultants consultant admins admin managers
    seniors masterminds helpers support help expertise experience leadership supervision
    """
)
_SNEERED: Final = _EXPERTS | words(
    """
    fix improvement improvements optimisation optimization optimisations cleanup clean-up solution
    review reviews test tests testing plan planning analysis migration upgrade design documentation
    handover shortcut workaround hotfix enhancement tuning investigation strategy fixes patch
    change tweak experiment process procedure care diligence help advice audit checks check
    """
)
_QUOTES: Final = ('"{}"', "“{}”", "'{}'", "‘{}’")
_VIRTUES: Final = words(
    """
    leadership discipline urgency diligence vigilance professionalism accountability
    courage initiative foresight competence teamwork followership
    """
)
_ABSENT: Final = words("absent lacking missing nonexistent non-existent nowhere poor thin weak")
_NO_NOUN: Final = words("nothing nobody everything we they he she it i and but")
_LOOKS: Final = words("look glance thought reading")


def _ideal(sentence: Sentence, at: int) -> Hit | None:
    """`no sane admin gives root to a report`, `any competent team has a plan`."""
    begin = sentence.back(at - 1, {"a", "an"})
    if sentence.low(begin) not in {"no", "any", "every", "only"}:
        return None
    whom = sentence.noun_from(begin + (sentence.low(begin) == "only"))
    if whom.who not in OTHERS:
        whom = sentence.person_to(at + 1)
    after = sentence.low(sentence.onward(whom.last + 1))
    acts = after == "would" or (after.endswith("s") and after not in BE | _LEAVE and len(after) > 2)
    told = whom.who in OTHERS and acts and after not in PREPOSITIONS
    return Hit(COUNTERFACTUAL, max(begin, 0), whom.last) if told else None


def _worth(sentence: Sentence, at: int) -> Hit | None:
    """`any DBA worth the name would have …`, `no fitter worth his salt`."""
    named = sentence.low(at + 2) in _WORTH and sentence.low(at + 1) in OWN | {"the", "its"}
    whom = sentence.person_to(at - 1)
    return Hit(COUNTERFACTUAL, whom.first, at + 2) if named and whom.who in OTHERS else None


def _with_sense(sentence: Sentence, at: int) -> Hit | None:
    """`nobody with any sense reboots it at noon`, `someone with experience would not have`."""
    with_ = next((n for n in range(at - 1, max(at - 4, 0), -1) if sentence.low(n) == "with"), None)
    if with_ is None or sentence.low(with_ - 1) not in _ANYBODY:
        return None
    after = sentence.low(sentence.onward(at + 1))
    one = sentence.low(with_ - 1) == "one" and sentence.low(with_ - 2) != "no"
    unreal = after == "would" or (after.endswith("s") and after not in BE | _LEAVE)
    return Hit(COUNTERFACTUAL, with_ - 1, at) if unreal and not one else None


def _in_quotes(sentence: Sentence, at: int) -> Hit | None:
    """`the "experts" from the integrator`; not the "operators" group."""
    after = sentence.low(at + 1)
    before = sentence.low(at - 1) in OWN | {"the", "these", "those", "'s"}
    alone = after in PREPOSITIONS or after in {"who", "had", "did", "were", ",", ".", "could"}
    return Hit(JUDGEMENT, at - 1, at) if before and alone else None


def _their_quoted(sentence: Sentence, at: int) -> Hit | None:
    """`thanks to Stefan's "quick fix"`, `their "review"`; not the title of a commit."""
    if at + 1 >= len(sentence.words) or sentence.words[at + 1].mark is not Mark.QUOTE:
        return None
    if sentence.low(at) == "'s" and sentence.person_to(at - 1).who not in PERHAPS_OTHERS:
        return None
    said = sentence.words[at + 1].low[1:-1].split()
    after = sentence.low(at + 2)
    part = after in BE or after in PREPOSITIONS or after in DETERMINERS or after in _NO_NOUN
    noun = after[:1].isalpha() and not (part or is_past(after))
    sneered = 0 < len(said) <= 3 and said[-1] in _SNEERED and not noun
    return Hit(CULPRIT, at, at + 1) if sneered else None


def _lacking(sentence: Sentence, at: int) -> Hit | None:
    """`there was no leadership in the call`, `leadership was absent throughout`."""
    none = sentence.low(at - 1) in {"no", "little", "zero", "any"}
    there = none and sentence.low(at - 2) in BE | {"not"} and "there" in sentence.behind(at, 4)
    was = sentence.low(at + 1) in {"was", "were", "is"} and not sentence.low(at - 1)[:1].isalpha()
    absent = was and sentence.low(sentence.onward(at + 2)) in _ABSENT
    return Hit(JUDGEMENT, at - 1 if there else at, at + 1) if there or absent else None


def _second_look(sentence: Sentence, at: int) -> Hit | None:
    """`copied it without a second look`."""
    bare = sentence.low(at - 1) == "a" and sentence.low(at - 2) == "without"
    told = bare and sentence.low(at + 1) in _LOOKS and sentence.doer(at - 2).who in OURS
    return Hit(JUDGEMENT, at - 2, at + 1) if told else None


TRIGGERS: Final[Triggers] = {
    **dict.fromkeys(_ABLE, _ideal),
    "worth": _worth,
    **dict.fromkeys(_WITS, _with_sense),
    **dict.fromkeys([quote.format(noun) for noun in _EXPERTS for quote in _QUOTES], _in_quotes),
    **dict.fromkeys(_VIRTUES, _lacking),
    "second": _second_look,
}
QUOTED: Final[Triggers] = dict.fromkeys({"'s", *words("his her their")}, _their_quoted)
"""Words that two rules look at."""
