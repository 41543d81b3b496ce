"""What people did is called by a name that nobody gives to what seemed right at the time."""

from typing import Final

from incident_tui.postmortem.english.character import VIRTUES, adverb
from incident_tui.postmortem.english.esteem import (
    BEST,
    FOOLS,
    SLIGHT,
    STERN,
    STERNLY,
    WHY_SO,
    WISE,
)
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OTHERS, OURS, Who
from incident_tui.postmortem.rules.deed import is_deed, is_it, of_people
from incident_tui.postmortem.rules.ids import JUDGEMENT
from incident_tui.postmortem.rules.sentence import BE, OWN, Hit, Sentence, Triggers

_WAS: Final = words(
    "is was were are be been being seems seemed looks looked felt proved remains 's"
)
_DEGREES: Final = words(
    """
    a an the such so too as very pure sheer plain utter complete total absolute mere nothing less
    than short of rather pretty quite just simply both and downright outright real true bit little
    our my not
    """
)
_GOES_ON: Final = words(
    """
    to of for from on in by at and that when given considering with not or but because since as
    even if after before during
    """
)
_ON_THE_WHOLE: Final = words("way thing idea decision choice move call step moment hour day work")
_CHOSEN: Final = words("call decision choice move thing")
_HUGE: Final = words("massive epic total complete big huge utter colossal major monumental")
_WISELY: Final = frozenset(map(adverb, WISE | VIRTUES)) - words(
    "greatly goodly brightly reliably seriously acceptably honestly helpfully"
)
_DENIED: Final = words("not never hardly scarcely barely neither less anything")
_GOOD: Final = WISE | BEST
_FEELING: Final = words("ashamed embarrassed mortified guilty stupid dumb foolish idiotic silly")
_FEEL: Final = words("feel felt feels feeling am was were are")
_CALLED: Final = words("some that which whichever these those this such like what")
_TROUBLE: Final = words("trouble fire fate disaster")
_INVITED: Final = words("asking playing tempting courting inviting begging")


def _verdict(sentence: Sentence, at: int) -> Hit | None:
    """`shipping it that day was madness`, `it was naive from the staff`, `the reply was lame`."""
    after = sentence.low(at + 1)
    if sentence.low(at) == "wrong" and after in _CHOSEN:
        return _wrong_call(sentence, at)
    beside = after in _ON_THE_WHOLE and sentence.low(at) in STERN
    if after[:1].isalpha() and not (beside or after in _GOES_ON or after.endswith("ly")):
        return None
    first = at - 2 if sentence.low(at - 1) in {"and", "or"} else at
    helper = sentence.back(first - 1, _DEGREES)
    if sentence.low(helper) not in _WAS or _denied(sentence, helper, at):
        return None
    if is_it(sentence, helper):
        return _called(sentence, helper, at)
    if sentence.low(at) in SLIGHT - {"wrong"}:
        return None
    return Hit(JUDGEMENT, helper, at) if is_deed(sentence, helper) else None


def _wrong_call(sentence: Sentence, at: int) -> Hit | None:
    """Of `this was the wrong call`, `deploying then was the wrong thing to do`."""
    helper = sentence.back(at - 1, _DEGREES - {"not"})
    was = sentence.low(helper) in _WAS
    told = was and (is_it(sentence, helper) or is_deed(sentence, helper))
    return Hit(JUDGEMENT, at, at + 1) if told else None


def _called(sentence: Sentence, helper: int, at: int) -> Hit | None:
    """`it was foolish to`, `that was reckless of them`, `which was stupid`."""
    on = next((n for n in (at + 1, at + 2) if sentence.low(n) in {"to", "of", "from", "for"}), None)
    if on is not None and sentence.low(on) != "to":
        theirs = of_people(sentence, on)
        return Hit(JUDGEMENT, helper, at) if theirs else None
    judged = sentence.low(at) not in SLIGHT
    if on is not None and sentence.low(helper) == "was":
        return Hit(JUDGEMENT, helper, at) if judged else None
    led = sentence.low(helper - 1) == "which" and sentence.leading(helper - 1).who in OURS
    return Hit(JUDGEMENT, helper, at) if led and judged else None


def _denied(sentence: Sentence, helper: int, at: int) -> bool:
    between = frozenset(sentence.lows[helper:at])
    return not between.isdisjoint(_DENIED - {"less"}) or (
        "less" in between and "nothing" not in between
    )


def _not_wise(sentence: Sentence, at: int) -> Hit | None:
    """`was not the smartest move`, `is hardly professional`, `is not a serious way to do it`."""
    helper = sentence.back(at - 1, _DEGREES | _DENIED | {"but", "far", "from"})
    between = frozenset(sentence.lows[helper:at])
    if sentence.low(helper) not in _WAS:
        alone = sentence.low(0) in _DENIED and at < 4 and not OWN.isdisjoint(sentence.lows[1:at])
        return Hit(JUDGEMENT, 0, at) if alone and sentence.low(at) in BEST else None
    if between.isdisjoint(_DENIED):
        return None
    thing = next((n for n in (at + 1, at + 2) if sentence.low(n) in _ON_THE_WHOLE), None)
    if sentence.low(at) in BEST and thing is None:
        return None
    done = is_deed(sentence, helper)
    moved = thing is not None and (is_it(sentence, helper) or sentence.low(at) in BEST)
    to = sentence.low(helper - 1) == "it" and sentence.low(at + 1) in {"to", "of"}
    to = to and sentence.low(at) not in {"good", "great"}
    return Hit(JUDGEMENT, helper, at) if done or moved or to else None


def _ashamed(sentence: Sentence, at: int) -> Hit | None:
    """`we are ashamed of it`, `I feel stupid`."""
    helper = sentence.back(at - 1, _DEGREES - {"not"})
    if sentence.low(helper) not in _FEEL:
        return None
    if sentence.low(at) not in {"ashamed", "embarrassed", "mortified", "guilty"}:
        feel = sentence.low(helper).startswith(("feel", "felt"))
        return Hit(JUDGEMENT, helper, at) if feel and sentence.subject(helper).who in OURS else None
    return Hit(JUDGEMENT, helper, at) if sentence.subject(helper).who is Who.SELF else None


def _fool(sentence: Sentence, at: int) -> Hit | None:
    """`we were fools to trust it`, `like an idiot`, `some genius`."""
    helper = sentence.back(at - 1, _DEGREES - {"not"})
    said = sentence.low(helper) in _WAS and sentence.subject(helper).who in OURS
    aside = sentence.low(helper) in _CALLED
    return Hit(JUDGEMENT, helper, at) if said or aside else None


def _genius(sentence: Sentence, at: int) -> Hit | None:
    """`some genius hard-coded it`, `had the bright idea to`, `Brilliant idea, …`."""
    low = sentence.low(at)
    if low == "amateur":
        return Hit(JUDGEMENT, at, at + 1) if sentence.low(at + 1) == "hour" else None
    if low in {"genius", "geniuses"}:
        return Hit(JUDGEMENT, at - 1, at) if sentence.low(at - 1) in {"some", "which"} else None
    if sentence.low(at + 1) not in {"idea", "move", "plan", "thinking"}:
        return None
    first = at == 0 and sentence.low(2) in {",", "to", ":", "—", "-"}
    had = sentence.low(at - 1) in {"the", "a"} and sentence.low(at - 2) in {"had", "got"}
    had = had and sentence.low(at + 2) in {"to", "of", "that"}
    return Hit(JUDGEMENT, at, at + 1) if first or had else None


def _desired(sentence: Sentence, at: int) -> Hit | None:
    """`their handling of it left a lot to be desired`."""
    left = next((n for n in range(at - 1, max(at - 7, 0), -1) if sentence.low(n) in _LEFT), None)
    if left is None or sentence.low(at - 1) != "be":
        return None
    doer = sentence.subject(left)
    done = is_deed(sentence, left) or doer.who in OTHERS
    return Hit(JUDGEMENT, left, at) if done else None


_LEFT: Final = words("left leaves leave")


def _invited(sentence: Sentence, at: int) -> Hit | None:
    """`shipping it then was asking for trouble`, `they were playing with fire`."""
    verb = at - 2 if sentence.low(at - 1) in {"for", "with"} else at - 1
    helper = sentence.back(verb - 1, _DEGREES - {"not"})
    if sentence.low(verb) not in _INVITED or sentence.low(helper) not in BE:
        return None
    told = is_deed(sentence, helper) or sentence.subject(helper).who in OURS
    return Hit(JUDGEMENT, verb, at) if told else None


def _how_badly(sentence: Sentence, at: int) -> Hit | None:
    """`how clumsily we handled it`, `how slow the vendor was`."""
    if sentence.low(at - 1) != "how":
        return None
    if sentence.low(at) in STERNLY and any(map(sentence.passive, range(at + 2, at + 7))):
        return Hit(JUDGEMENT, at - 1, at)
    whom = sentence.noun_from(at + 1)
    return Hit(JUDGEMENT, at - 1, at) if whom.who in OURS and sentence.lows[-1] != "?" else None


def _wisely(sentence: Sentence, at: int) -> Hit | None:
    """`I did not use it very intelligently`, `was not exactly handled wisely`."""
    denied = not {"not", "never", "hardly"}.isdisjoint(sentence.behind(at, 9))
    able = not {"can", "could"}.isdisjoint(sentence.behind(at, 9))
    if not denied or able or sentence.low(at + 1)[:1].isalpha():
        return None
    doer = sentence.doer(at)
    told = doer.who in OURS or is_deed(sentence, at)
    return Hit(JUDGEMENT, at, at) if told else None


def _fail(sentence: Sentence, at: int) -> Hit | None:
    """`a massive fail`, `an epic failure on our part`."""
    huge = sentence.low(at - 1) in _HUGE and sentence.low(at - 2) in {
        "a",
        "an",
        "such",
        "our",
        "my",
    }
    fail = sentence.low(at) == "fail" and (huge or sentence.low(at - 1) in {"a", "an"})
    return Hit(JUDGEMENT, at - 1, at) if fail else None


def _of_me(sentence: Sentence, at: int) -> Hit | None:
    """`Stupid of me, I know`, `how thoughtless of the organiser`."""
    begins = at == 0 or sentence.low(at - 1) in {"how", "very", "so", ",", "really", "quite"}
    of = begins and sentence.low(at + 1) == "of" and of_people(sentence, at + 1)
    return Hit(JUDGEMENT, at, at + 2) if of else None


def _stamp(sentence: Sentence, at: int) -> Hit | None:
    """`a mere rubber stamp`, `it rubber-stamped the diff`: only people do, and none should."""
    alone = sentence.low(at) == "stamp" and sentence.low(at - 1) != "rubber"
    return None if alone or sentence.negated(at) else Hit(JUDGEMENT, at, at)


TRIGGERS: Final[Triggers] = {
    **dict.fromkeys(
        words("rubber-stamped rubber-stamps rubber-stamping rubber-stamp stamp"), _stamp
    ),
    **dict.fromkeys((STERN - {"amateur"}) | WHY_SO | {"wrong"}, _verdict),
    **dict.fromkeys(_GOOD - {"bright", "brilliant"}, _not_wise),
    **dict.fromkeys(words("genius geniuses bright brilliant amateur"), _genius),
    **dict.fromkeys(FOOLS, _fool),
    **dict.fromkeys(_WISELY, _wisely),
    "fail": _fail,
    "desired": _desired,
    **dict.fromkeys(_TROUBLE, _invited),
}
SAID_OF: Final[Triggers] = dict.fromkeys(STERN, _of_me)
FEELINGS: Final[Triggers] = dict.fromkeys(_FEELING, _ashamed)
HOW: Final[Triggers] = dict.fromkeys(
    STERN | STERNLY | words("badly slowly late slow poorly"), _how_badly
)
"""Words that two rules look at."""
