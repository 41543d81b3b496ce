"""What somebody took for something else, and then did, points at the mind and not at the screen."""

from typing import Final

from incident_tui.postmortem.english.acts import BREAKING, CARE, NOTICING
from incident_tui.postmortem.english.esteem import STERN
from incident_tui.postmortem.english.forms import Form, is_past, verbs
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.misdeeds import FAILINGS
from incident_tui.postmortem.english.nouns import OTHERS, OURS, PERHAPS_OURS, Who
from incident_tui.postmortem.rules.ids import COUNTERFACTUAL, CULPRIT, HINDSIGHT, OMISSION
from incident_tui.postmortem.rules.sentence import (
    BE,
    OWN,
    POINTED,
    Hit,
    Sentence,
    Triggers,
    points_at,
    said_of,
)

_BELIEVED: Final = verbs("think believe assume")
_PLACED: Final = words("on in at logged connected working inside looking using")
_DESTROYED: Final = {
    **BREAKING,
    **verbs(
        """
        truncate drop delete remove overwrite reboot restart run push apply erase format shut
        revoke terminate reset clear purge execute deploy start stop kill rename detach
        """
    ),
}
_LOST: Final = {
    **BREAKING,
    **verbs("truncate drop delete remove overwrite erase format purge revoke"),
}
_SLIPS: Final = FAILINGS | words(
    """
    misunderstanding misunderstandings miscommunication confusion mistake error errors failure
    slip mix-up mixup blunder lapse misreading misinterpretation carelessness misjudgement
    misjudgment delay screw-up
    """
)
_WHEN: Final = words("when while although where")
_PRONOUNS: Final = words("i he she they it")
_LOOKING: Final = words("reading checking verifying testing reviewing looking asking")
_PARTS: Final = words("side part end behalf")
_SWAPPED: Final = verbs("transpose mistype misread swap mislabel misfile misplace")
_EARLY: Final = words("early late soon")
_PRESSED: Final = verbs("hit press click push send submit")
_BUTTONS: Final = words("send enter delete submit ok yes confirm save apply publish return")


def _believed(sentence: Sentence, at: int) -> Hit | None:
    """`he thought that he was logged into the test instance and dropped the schema`."""
    verb = _BELIEVED[sentence.low(at)]
    if Form.PAST not in verb.forms or sentence.negated(at):
        return None
    who = at + 1 + (sentence.low(at + 1) == "that")
    was = sentence.low(who) in {"i", "he", "she", "they"} and sentence.low(who + 1) in {
        "was",
        "were",
    }
    placed = was and sentence.low(sentence.onward(who + 2)) in _PLACED
    did = next(
        (n for n in range(who + 3, len(sentence.lows)) if sentence.low(n - 1) in {"and", "so"}),
        None,
    )
    if not placed or did is None:
        return None
    act = _DESTROYED.get(sentence.low(sentence.onward(did)))
    doer = sentence.subject(at)
    mine = points_at(sentence, doer)
    return (
        said_of(CULPRIT, doer, at) if mine and act is not None and Form.PAST in act.forms else None
    )


def _on_the_part(sentence: Sentence, at: int) -> Hit | None:
    """`confusion on the part of the operator`, `a misunderstanding on the vendor's side`."""
    on = next(
        (n for n in range(at - 1, max(at - 6, 0), -1) if sentence.low(n) in {"on", "at"}), None
    )
    if on is None or sentence.low(on - 1) not in _SLIPS | STERN:
        return None
    if not {"no", "not", "never", "without"}.isdisjoint(sentence.behind(on, 4)):
        return None
    if sentence.low(at + 1) == "of" and at + 2 < len(sentence.words):
        whom = sentence.noun_from(at + 2)
        return Hit(CULPRIT, on - 1, whom.last) if whom.who in OURS else None
    theirs = any(owner.who in OTHERS for owner in sentence.owners(on + 1, at - 1))
    own = sentence.low(at - 1) in OWN - {"its"}
    team = at - 1 > on and sentence.noun_to(at - 1).who in OTHERS
    return Hit(CULPRIT, on - 1, at) if theirs or own or team else None


def _meant(sentence: Sentence, at: int) -> Hit | None:
    """`pressed Cancel when she meant to press Confirm`, `open when it was supposed to be shut`."""
    when = next((n for n in range(at - 1, max(at - 4, 0), -1) if sentence.low(n) in _WHEN), None)
    if when is None or sentence.low(when + 1) not in _PRONOUNS:
        return None
    doer = sentence.doer(when)
    mine = points_at(sentence, doer)
    return said_of(CULPRIT, doer, at) if mine and not sentence.passive(when - 1) else None


def _thinking(sentence: Sentence, at: int) -> Hit | None:
    """`deleted the sheet thinking it was a copy`."""
    on = at + 1 + (sentence.low(at + 1) == "that")
    it = sentence.low(on) in _PRONOUNS | {"this", "these"} and sentence.low(on + 1) in {
        "was",
        "were",
        "had",
    }
    doer = sentence.doer(at)
    mine = points_at(sentence, doer)
    lost = any(sentence.low(n) in _LOST for n in range(max(doer.last, 0), at))
    told = it and mine and lost and sentence.low(at - 1) not in BE
    return said_of(CULPRIT, doer, at) if told else None


def _before(sentence: Sentence, at: int) -> Hit | None:
    """`hit return before reading what was on the screen`."""
    looked = sentence.low(at + 1) in _LOOKING
    doer = sentence.doer(at)
    mine = points_at(sentence, doer)
    return Hit(OMISSION, at, at + 1) if looked and mine and at > 1 else None


def _at_the_door(sentence: Sentence, at: int) -> Hit | None:
    """`laid at the door of the operator`, `was the doing of the department`."""
    if sentence.low(at) == "doing":
        the = sentence.low(at - 1) == "the" and sentence.low(at - 2) in BE
    else:
        near = sentence.behind(at, 8)
        the = not {"laid", "lay", "lies", "placed", "put"}.isdisjoint(near) and "at" in near
    of = the and sentence.low(at + 1) == "of"
    if of and sentence.noun_from(at + 2).who in PERHAPS_OURS:
        return Hit(CULPRIT, at - 1, at + 2)
    theirs = the and any(owner.who in OURS for owner in sentence.owners(at - 1, at - 1))
    return Hit(CULPRIT, at - 1, at) if theirs else None


def _unseen(sentence: Sentence, at: int) -> Hit | None:
    """`went by without Tobias noticing`, `somehow we never noticed`."""
    if sentence.low(at) == "noticed":
        never = sentence.low(at - 1) == "never" and sentence.subject(at).who is Who.SELF
        return Hit(OMISSION, at - 1, at) if never else None
    whom = sentence.noun_from(at + 1)
    verb = NOTICING.get(sentence.low(whom.last + 1)) or CARE.get(sentence.low(whom.last + 1))
    seeing = verb is not None and Form.ING in verb.forms
    return Hit(OMISSION, at, whom.last + 1) if seeing and whom.who in POINTED else None


def _by_doing(sentence: Sentence, at: int) -> Hit | None:
    """`the pharmacist caused the mismatch by picking the wrong line`."""
    by = next((n for n in range(at + 2, at + 9) if sentence.low(n) == "by"), None)
    doer = sentence.subject(at)
    told = by is not None and sentence.low(by + 1).endswith("ing") and not sentence.passive(at)
    mine = doer.who in OTHERS or sentence.low(doer.last) == "i"
    return said_of(CULPRIT, doer, at) if told and mine else None


def _worth(sentence: Sentence, at: int) -> Hit | None:
    """`any DBA worth the name would have taken a snapshot`."""
    worth = sentence.low(at - 2) == "worth" and sentence.low(at + 1) in {"would", "knows", "will"}
    return Hit(COUNTERFACTUAL, 0, at + 1) if worth else None


def _and_we_should(sentence: Sentence, at: int) -> Hit | None:
    """`could we have caught it? Yes, and we should have.`."""
    ends = not sentence.low(at + 1)[:1].isalpha() and sentence.low(at - 1) == "should"
    doer = sentence.subject(at - 1)
    return said_of(HINDSIGHT, doer, at) if ends and doer.who in OURS else None


def _swapped(sentence: Sentence, at: int) -> Hit | None:
    """`two digits were transposed by the operator`."""
    by = sentence.low(at + 1) == "by" and sentence.passive(at)
    if by and is_past(sentence.low(at)):
        whom = sentence.noun_from(at + 2)
        return Hit(CULPRIT, at, whom.last) if whom.who in OURS else None
    return None


def _too_early(sentence: Sentence, at: int) -> Hit | None:
    """`the dispatcher hit send too early`."""
    verb = _PRESSED[sentence.low(at)]
    button = sentence.low(at + 1) in _BUTTONS
    early = "too" in sentence.ahead(at, 4) and not _EARLY.isdisjoint(sentence.ahead(at, 5))
    if not (button and early) or verb.forms <= {Form.BASE, Form.ING}:
        return None
    doer = sentence.subject(at)
    return Hit(CULPRIT, at, at + 1) if doer.who in PERHAPS_OURS else None


TRIGGERS: Final[Triggers] = {
    **dict.fromkeys(_BELIEVED, _believed),
    **dict.fromkeys(("meant", "supposed", "intended"), _meant),
    **dict.fromkeys(("thinking", "believing", "assuming"), _thinking),
    "before": _before,
    **dict.fromkeys(("door", "feet", "doing"), _at_the_door),
    **dict.fromkeys(("without", "noticed"), _unseen),
    "caused": _by_doing,
    **dict.fromkeys(("name", "salt"), _worth),
    "have": _and_we_should,
    **dict.fromkeys(_PARTS, _on_the_part),
    **dict.fromkeys(_SWAPPED, _swapped),
    **dict.fromkeys(_PRESSED, _too_early),
}
