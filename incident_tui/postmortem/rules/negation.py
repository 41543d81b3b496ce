"""What people did not do is told of them, where it was never a step of anything."""

from typing import Final

from incident_tui.postmortem.english.acts import BOTHERING, CARE, NOTICING, REACTING
from incident_tui.postmortem.english.forms import Form, verbs
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OTHERS, OURS, Noun, Who
from incident_tui.postmortem.rules.ids import JUDGEMENT, OMISSION
from incident_tui.postmortem.rules.omission import prompted, unsaid
from incident_tui.postmortem.rules.sentence import Hit, Sentence, Triggers, said_of

_VAGUE: Final = frozenset({Who.ANYBODY})
_MINDING: Final = verbs(
    "care mind act bother step speak volunteer lead decide dare want feel raise"
)
_KNOWING: Final = words("know understand show turn react")
_HUMAN_ONLY: Final = words(
    "follow triage read tell ask listen think double-check consult escalate communicate look"
    " mention"
)
"""Of a name that is not known, only these tell that it is a person's."""
_DONE_BY: Final = words("was were been")
_DO: Final = words("did had does do")
_HAVE: Final = words("have has had")
_GOT: Final = words("get got gotten")
_OBLIGING: Final = words(
    "listen help give let share accept admit agree cooperate answer commit join escalate tell"
)
"""What people would not do that were asked to."""
_TAKEN: Final = words("responsibility ownership care action")
_ANYONE: Final = words("anyone anybody someone somebody")
_MEANT: Final = words("time trouble initiative lead")
_HEED: Final = {"pay": "attention", "take": "account", "spend": "time", "give": "thought"}
_VIRTUES: Final = words("sense courtesy decency courage guts nerve will")
_SAW: Final = words(
    "noticed saw realised realized recognised recognized spotted reacted responded knows grasped"
)
"""That `nobody on the team noticed` points at the team; that nobody noticed does not."""
_NOT_EVEN: Final = words("not never nobody none neither one hardly")
_MOODS: Final = {
    "want": words("own decide take lead say speak help listen admit be responsibility"),
    "feel": words("responsible"),
}
_TIDYING: Final = verbs(
    """
    turn enable re-enable restore remove renew rotate finish complete clean close answer reply
    respond acknowledge fix implement report hand switch set put come bother
    """
)
"""Steps that somebody owed to others afterwards."""
_OWED: Final = verbs("open try run answer reply respond join claim pick")
"""What is owed where it is said that nobody did it, or that somebody never did."""
_HAD_REASON: Final = words("because since as")
_REASONS: Final = _HAD_REASON | words("when while due although though")
_SOME: Final = words("any anything further other more")
_TRYING: Final = verbs("hand try open understand know realise realize wake warn wait think have")
_WATCHING: Final = verbs("watch monitor help cooperate prioritise prioritize maintain")
_WITHOUT: Final = words(
    """
    review approval permission notice warning authorisation authorization consultation testing
    tests thinking thought care notification consent backup supervision rehearsal precaution
    dry-run plan dry look
    """
)


def _not(sentence: Sentence, at: int) -> Hit | None:
    """`did not check`, `never told us`, `was not tested by the team`."""
    helper, act = sentence.low(at - 1), sentence.onward(at + 1)
    if helper == "by" and sentence.low(act) in CARE and sentence.low(act).endswith("ing"):
        return Hit(OMISSION, at - 1, act) if sentence.leading(at).who in OTHERS else None
    never = sentence.low(at) == "never"
    if helper in _DONE_BY and not sentence.low(act).endswith("ing"):
        by = sentence.low(act + 1) == "by" and sentence.low(act) in CARE
        ours = by and sentence.noun_from(act + 2).who in OURS
        return Hit(OMISSION, at - 1, act + 1) if ours else None
    if helper == "would" and sentence.low(act) in _OBLIGING:
        doer = sentence.subject(at)
        unreal = sentence.has(frozenset({"if"})) or sentence.low(act + 1) == "have"
        return said_of(JUDGEMENT, doer, act) if doer.who in OTHERS and not unreal else None
    if helper == "could" and sentence.low(act) in {"wait", "resist", "agree", "care"}:
        told = sentence.subject(at).who in OTHERS and not sentence.has(words("any longer"))
        return Hit(JUDGEMENT, at - 1, act) if told else None
    if sentence.low(act + 1) in {"around", "round"} and sentence.low(act) in _GOT:
        doer = sentence.subject(at)
        return said_of(OMISSION, doer, act + 1) if doer.who in OTHERS else None
    if never or helper in _DO or (helper in _HAVE and sentence.low(act) in CARE):
        return _left_undone(sentence, at, act, never=never)
    return _standing_by(sentence, at, act)


def _left_undone(sentence: Sentence, at: int, act: int, *, never: bool) -> Hit | None:
    low, doer = sentence.low(act), sentence.subject(at)
    if low == "care" or _HEED.get(low) in sentence.ahead(act, 6):
        return said_of(OMISSION, doer, act) if doer.who in OURS else None
    if low in _KNOWING and not never:
        told = low in {"understand", "react"} or sentence.low(act + 1) in {"up", "how"}
        return said_of(OMISSION, doer, act) if told and doer.who in OTHERS - _VAGUE else None
    if low in NOTICING or low in REACTING:
        return _absent(sentence, act, doer)
    verb = CARE.get(low)
    if verb is None:
        step = _TIDYING.get(low) or _OWED.get(low)
        form = Form.PAST if never else Form.BASE
        owed = step is not None and form in step.forms
        owed = owed and (never or not (low in _OWED or kept_from(sentence, act)))
        return said_of(OMISSION, doer, act) if owed and doer.who in OTHERS - _VAGUE else None
    about = sentence.low(act + 1) in {"to", "of", "about", "it"}
    thought = verb.base == "think" and (never or about)
    if thought and unsaid(sentence, act):
        return Hit(OMISSION, max(at - 1, 0), act)
    noted = unsaid(sentence, at - 1) and Form.BASE in verb.forms
    if noted or (sentence.low(doer.last) == "i" and not sentence.has(_HAD_REASON)):
        return said_of(OMISSION, doer, act)
    unknown = doer.who is Who.UNKNOWN and verb.base in _HUMAN_ONLY
    if doer.who in OTHERS or unknown or (thought and doer.who in OURS | {Who.CUSTOMER}):
        rewrite = prompted(sentence, act) if Form.BASE in verb.forms else ""
        return said_of(OMISSION, doer, act, rewrite)
    return None


def _absent(sentence: Sentence, act: int, doer: Noun) -> Hit | None:
    """`the on-call did not notice the page`; where a thing kept it from them, that is the cause."""
    if sentence.low(act + 1) in _SOME or kept_from(sentence, act):
        return None
    return said_of(OMISSION, doer, act) if doer.who in OTHERS - _VAGUE else None


def kept_from(sentence: Sentence, act: int) -> bool:
    """Whether a reason is given, and it is not what somebody did."""
    why = next((n for n in range(act, len(sentence.lows)) if sentence.low(n) in _REASONS), None)
    if why is None or why + 1 >= len(sentence.lows):
        return False
    return sentence.noun_from(why + 1).who not in OTHERS


def _standing_by(sentence: Sentence, at: int, act: int) -> Hit | None:
    """`was not watching the queue`, `the on-call still not responding`."""
    verb = (
        CARE.get(sentence.low(act))
        or REACTING.get(sentence.low(act))
        or _WATCHING.get(sentence.low(act))
    )
    doer = sentence.subject(at)
    told = verb is not None and Form.ING in verb.forms and doer.who in OTHERS - _VAGUE
    return said_of(OMISSION, doer, act) if told and not kept_from(sentence, act) else None


def _nobody(sentence: Sentence, at: int) -> Hit | None:
    """`nobody checked`, `no one thought to ask`, `none of the team had read it`."""
    if sentence.low(at) == "neither" and sentence.low(at + 1) in CARE:
        doer = sentence.subject(at)
        return said_of(OMISSION, doer, at + 1) if doer.who in OTHERS else None
    last = _whole(sentence, at)
    if last is None:
        return None
    act = sentence.onward(last + 1, {"had", "has", "have", "ever"})
    low = sentence.low(act)
    if sentence.pair(act - 1) == ("had", "the") and sentence.low(act + 1) in _VIRTUES:
        return Hit(OMISSION, at, act + 1)
    the = sentence.low(act + 1) == "the"
    if low == "took" and sentence.low(act + 1 + the) in (_MEANT if the else _TAKEN):
        return Hit(OMISSION, at, act + 1 + the)
    if low in _SAW and last > at:
        others = sentence.low(at) == "nobody" or sentence.noun_from(at + 2).who in OTHERS
        return Hit(OMISSION, at, act) if others or sentence.low(at) == "neither" else None
    verb = CARE.get(low) or _MINDING.get(low) or _OWED.get(low)
    told = {Form.PAST, Form.DONE, Form.PRESENT}
    if verb is None or verb.base == "ask" or verb.forms.isdisjoint(told):
        return None
    if verb.base in _MOODS and sentence.ahead(act, 2).isdisjoint(_MOODS[verb.base]):
        return None
    return Hit(OMISSION, at, act)


def _whole(sentence: Sentence, at: int) -> int | None:
    """Where `nobody on the team`, which begins at this place, ends."""
    low, following = sentence.pair(at)
    if low == "neither" and following != "of":
        doer = sentence.noun_from(at + 1) if following else sentence.noun_from(at)
        return doer.last if doer.who in OTHERS else None
    if low == "one":
        doer = sentence.noun_from(at)
        ours = sentence.low(at - 1) == "not" and doer.who in OURS
        return doer.last if following == "of" and ours else None
    if low in {"none", "neither"}:
        doer = sentence.noun_from(at)
        return doer.last if following == "of" and doer.who in OURS else None
    if low == "no":
        if following != "one":
            return None
        at += 1
    if sentence.low(at + 1) in {"on", "in", "from", "of"}:
        return sentence.noun_from(at + 2).last if at + 2 < len(sentence.words) else None
    return at


def _bothered(sentence: Sentence, at: int) -> Hit | None:
    """`did not bother`, `nobody could be bothered`."""
    for back in range(at - 1, max(at - 6, -1), -1):
        if sentence.low(back) in _NOT_EVEN:
            return Hit(OMISSION, max(back - (sentence.low(back) == "not"), 0), at)
    wished = sentence.low(at - 1) == "had" and sentence.has(frozenset({"if"}))
    return Hit(OMISSION, at - 1, at) if wished else None


def _without(sentence: Sentence, at: int) -> Hit | None:
    """`without telling anybody`, `without review`, `instead of asking`."""
    low, act = sentence.low(at), sentence.onward(at + 1)
    if low not in {"without", "w/o"}:
        if sentence.low(at + 1) not in {"of", "than"}:
            return None
        act = at + 2
    if act >= len(sentence.words):
        return None
    if low == "without" and sentence.low(act) in _ANYONE:
        done = CARE.get(sentence.low(act + 1))
        return Hit(OMISSION, at, act + 1) if done and Form.ING in done.forms else None
    verb = CARE.get(sentence.low(act)) or _TRYING.get(sentence.low(act))
    doing = verb is not None and Form.ING in verb.forms
    lacking = low in {"without", "w/o"} and not _WITHOUT.isdisjoint(sentence.ahead(at, 3))
    ever = low == "without" and sentence.low(at + 1) in {"ever", "even"}
    plain = ever or (at == 0 and low == "instead")
    doing = doing or (plain and sentence.low(act).endswith("ing"))
    turned = at == 0 and low == "rather" and verb is not None and Form.BASE in verb.forms
    if turned or (at == 0 and doing):
        clause = sentence.clause_end(act)
        doer = sentence.noun_from(min(sentence.onward(clause + 1), len(sentence.words) - 1))
        told = doer.who in OTHERS or sentence.low(doer.last) == "i"
        return Hit(JUDGEMENT, at, act) if told else None
    doer = sentence.doer(at)
    did = doer.who in OTHERS or sentence.low(doer.last) == "i"
    did = did or (doer.who is Who.SELF and not sentence.has(_REASONS))
    by = range(act, sentence.clause_end(act, 8) - 1) if lacking else ()
    did = did or any(
        sentence.low(n) == "by" and sentence.noun_from(n + 1).who in OTHERS for n in by
    )
    if (doing or lacking) and (did or sentence.leading(at).who in OTHERS):
        return Hit(OMISSION if low == "without" else JUDGEMENT, at, act)
    return None


TRIGGERS: Final[Triggers] = {
    **dict.fromkeys(("not", "never"), _not),
    **dict.fromkeys(words("nobody no none neither noone one"), _nobody),
    **dict.fromkeys(BOTHERING, _bothered),
    **dict.fromkeys(words("without w/o instead rather"), _without),
}
