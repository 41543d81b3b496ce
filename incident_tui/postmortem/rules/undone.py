"""What nobody of them ever did, or stopped doing, is told of people by any verb that they will."""

from typing import Final

from incident_tui.postmortem.english.acts import CARE, HUMAN_ACTS, REACTING
from incident_tui.postmortem.english.forms import Form, is_past, verbs
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OTHERS, OURS, Who
from incident_tui.postmortem.rules.ids import OMISSION
from incident_tui.postmortem.rules.nobody import within
from incident_tui.postmortem.rules.sentence import BE, POINTED, Hit, Sentence, Triggers, said_of

_EXCUSED: Final = words("because since as due while when unless")
_HAPPENED: Final = words(
    """
    had was were been got received saw noticed knew needed lost met found heard experienced
    reached took made did let gave put complained died happened became felt existed came meant
    wanted used left changed logged
    """
)
"""What befalls people, or what nobody would hold against them."""
_SO_FAR: Final = 40
"""Words in which a sentence has given its reason."""
_BRAVE: Final = words("presence courage guts decency nerve sense idea common")
_NOTES: Final = words(
    """
    documentation notes instructions handover reply answer warning reason explanation comment
    comments message note trace details word support guidance
    """
)
_GIVING: Final = verbs("leave give write provide offer send")
_WATCHED: Final = verbs(
    "watch look listen read check pay take monitor answer respond update document test review ask"
)
_HELD: Final = verbs(
    """
    look pick stop open save mark close sign wear lock write log record speak report call use turn
    secure label clean return learn stay come go attend fetch bring switch watch move want
    """
)
"""Plain deeds that one is told not to have done."""
_HABITS: Final = words("history habit tendency reputation record")
_USE: Final = words("help use assistance value")


def _none(sentence: Sentence, at: int) -> Hit | None:
    """`nobody stopped to ask`, `no engineer had ever opened it`, `neither of them wrote it`."""
    last = _everyone(sentence, at)
    if last is None or last + 1 >= len(sentence.words):
        return None
    act = sentence.onward(last + 1, {"had", "has", "have", "ever"})
    low = sentence.low(act)
    had = sentence.low(act - 1) == "had"
    if had and not _BRAVE.isdisjoint(sentence.lows[act : act + 3]):
        return Hit(OMISSION, at, act)
    now = low in _WATCHED and Form.PRESENT in _WATCHED[low].forms and not within(sentence, at)
    if not (now or is_past(low)) or low in _HAPPENED or low in BE:
        return None
    willed = now or low in HUMAN_ACTS or low in _HELD or sentence.low(act + 1) == "to"
    return Hit(OMISSION, at, act) if willed and not _excused(sentence, act) else None


def _everyone(sentence: Sentence, at: int) -> int | None:
    """Where the people end of whom nobody is meant."""
    low, following = sentence.pair(at)
    if low == "nobody" or (low == "no" and following == "one"):
        end = at + (low == "no")
        placed = sentence.low(end + 1) in {"on", "in", "from", "of", "at", "among"}
        inner = sentence.noun_from(end + 2) if placed and end + 2 < len(sentence.words) else None
        return inner.last if inner is not None else end
    if low in {"no", "neither"} and at + 1 < len(sentence.words):
        whom = sentence.noun_from(at + 1)
        nor = sentence.low(whom.last + 1) == "nor" and whom.last + 2 < len(sentence.words)
        last = sentence.noun_from(whom.last + 2).last if nor else whom.last
        return last if whom.who in POINTED else None
    if low == "one":
        whom = sentence.noun_from(at)
        return whom.last if sentence.low(at - 1) == "not" and whom.who in POINTED else None
    if low in {"none", "neither"} and following == "of":
        whom = sentence.noun_from(at)
        return _placed(sentence, whom.last) if whom.who in OURS else None
    return _scarcely(sentence, at)


def _scarcely(sentence: Sentence, at: int) -> int | None:
    """`hardly anyone on the team`, `few of the operators`, `not a single engineer`."""
    low, following = sentence.pair(at)
    begin = at + (low != "few")
    single = low == "single" and sentence.behind(at, 2) == {"not", "a"}
    hardly = low in {"hardly", "scarcely"} and following in {"anyone", "anybody", "any"}
    if not (single or hardly or (low == "few" and following == "of")):
        return None
    if begin >= len(sentence.words):
        return None
    whom = sentence.noun_from(begin)
    return _placed(sentence, whom.last) if whom.who in OTHERS else None


def _placed(sentence: Sentence, last: int) -> int:
    """The end of where they are, if it is told."""
    placed = sentence.low(last + 1) in {"on", "in", "at"} and last + 2 < len(sentence.words)
    return sentence.noun_from(last + 2).last if placed else last


def _excused(sentence: Sentence, at: int) -> bool:
    """Whether a reason follows."""
    end = min(len(sentence.lows), at + _SO_FAR)
    why = next((n for n in range(at, end) if sentence.low(n) in _EXCUSED), None)
    return why is not None and why + 1 < len(sentence.words)


def _not(sentence: Sentence, at: int) -> Hit | None:
    """`did not pick up the phone`, `never wrote anything down`, `never learned from it`."""
    act = sentence.onward(at + 1)
    low = sentence.low(act)
    never = sentence.low(at) == "never"
    if never:
        done = is_past(low) and low not in _HAPPENED - _KEPT_UP and sentence.low(at - 1) not in BE
        owed = low in HUMAN_ACTS or low in _HELD or low in REACTING or low in _KEPT_UP
        own = low not in _BEFALLEN and sentence.subject(at).who in {Who.NAMED, Who.STAFF}
        willed = done and (owed or own)
    elif _half(sentence, at, act):
        doer = sentence.subject(at)
        return said_of(OMISSION, doer, act) if doer.who in OURS else None
    else:
        verb = _HELD.get(low)
        willed = verb is not None and Form.BASE in verb.forms and sentence.low(at - 1) == "did"
    if not willed or _excused(sentence, act):
        return None
    doer = sentence.subject(at)
    return said_of(OMISSION, doer, act) if doer.who in POINTED else None


_KEPT_UP: Final = words(
    "changed patched upgraded replaced migrated configured installed archived paid ordered backed"
)


def _half(sentence: Sentence, at: int, act: int) -> bool:
    """Whether it is said that it was done by half: `did not test it properly`."""
    human = sentence.low(act) in HUMAN_ACTS and sentence.low(at - 1) == "did"
    well = sentence.low(act) in {*CARE, "handle"} and "well" in sentence.lows[act : act + 4]
    return human and (well or not _WHOLE.isdisjoint(sentence.lows[act : act + 8]))


_WHOLE: Final = words(
    "intelligently wisely sensibly properly carefully"
    " thoroughly adequately sufficiently diligently seriously correctly enough"
)


def _role_did_not(sentence: Sentence, at: int) -> Hit | None:
    """`Operator did not drain the node`: a role, and anything that it could have done."""
    act = sentence.onward(at + 1)
    low = sentence.low(act)
    kept = low == "make" and not _COPIES.isdisjoint(sentence.ahead(act, 2))
    if sentence.low(at - 1) != "did" or (low in _BEFALLEN and not kept) or not low[:1].isalpha():
        return None
    doer = sentence.subject(at)
    told = doer.who in {Who.NAMED, Who.STAFF} and not _excused(sentence, act)
    return said_of(OMISSION, doer, act) if told else None


_COPIES: Final = words("copy backup note notes call plan check copies")
_BEFALLEN: Final = verbs(
    """
    have need get receive see find expect know notice mean want use change cause happen affect lose
    involve include require make help work lead reach succeed realise realize recognise recognize
    like agree feel hear experience become exist return cover lie believe do go come give think
    understand show appear seem suffer recall remember intend apply leave
    """
)


def _left_no(sentence: Sentence, at: int) -> Hit | None:
    """`left no documentation`, `gave us no warning`."""
    verb = _GIVING[sentence.low(at)]
    what = next((n for n in range(at + 1, at + 5) if sentence.low(n) in _NOTES), None)
    if what is None or "no" not in sentence.lows[at:what] or verb.forms <= {Form.ING}:
        return None
    doer = sentence.subject(at)
    told = doer.who in OTHERS and not sentence.passive(at)
    return said_of(OMISSION, doer, what) if told else None


def _stopped(sentence: Sentence, at: int) -> Hit | None:
    """`stopped taking notes`, `no longer looked at it`."""
    act = sentence.onward(at + 1)
    verb = _WATCHED.get(sentence.low(act))
    doing = verb is not None and Form.ING in verb.forms
    doer = sentence.subject(at)
    return said_of(OMISSION, doer, act) if doing and doer.who in POINTED else None


def _longer(sentence: Sentence, at: int) -> Hit | None:
    verb = _WATCHED.get(sentence.low(at + 1))
    done = verb is not None and Form.PAST in verb.forms and sentence.low(at - 1) == "no"
    doer = sentence.subject(at - 1)
    return said_of(OMISSION, doer, at + 1) if done and doer.who in POINTED else None


def _history(sentence: Sentence, at: int) -> Hit | None:
    """`has a history of breaking things`."""
    has = sentence.back(at - 1, {"a", "an", "long", "bad", "track", "nasty"})
    of = sentence.low(at + 1) in {"of", "to"} and sentence.low(has) in {"has", "have", "had"}
    doer = sentence.subject(has)
    return said_of(OMISSION, doer, at) if of and doer.who in OTHERS else None


def _no_help(sentence: Sentence, at: int) -> Hit | None:
    """`were of no help`."""
    helper = at - 3
    said = sentence.low(at - 1) in {"no", "little"} and sentence.low(at - 2) == "of"
    people = said and sentence.low(helper) in BE and sentence.subject(helper).who in OTHERS
    return Hit(OMISSION, at - 2, at) if people else None


def _did(sentence: Sentence, at: int) -> Hit | None:
    if sentence.low(at + 1) == "not":
        return _role_did_not(sentence, at + 1)
    return _turned(sentence, at)


def _turned(sentence: Sentence, at: int) -> Hit | None:
    """`at no point did the lead think to ask`, `never did they look`."""
    denied = at < 6 and not _NEGATIVE.isdisjoint(sentence.lows[:at])
    if not denied or at + 1 >= len(sentence.words):
        return None
    doer = sentence.noun_from(at + 1)
    act = sentence.low(sentence.onward(doer.last + 1))
    told = act in HUMAN_ACTS or act in CARE or act in _HELD
    return Hit(OMISSION, 0, doer.last + 1) if told and doer.who in OURS else None


_NEGATIVE: Final = words("no never not neither nor hardly")


TRIGGERS: Final[Triggers] = {
    **dict.fromkeys(words("nobody no none neither one hardly scarcely few single"), _none),
    **dict.fromkeys(("not", "never"), _not),
    "did": _did,
    **dict.fromkeys(_GIVING, _left_no),
    "stopped": _stopped,
    "longer": _longer,
    **dict.fromkeys(_HABITS, _history),
    **dict.fromkeys(_USE, _no_help),
}
