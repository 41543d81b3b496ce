"""What people did not do is told of them, where it was never a step of anything."""

from typing import Final

from incident_tui.postmortem.english.acts import BOTHERING, CARE, NOTICING, REACTING
from incident_tui.postmortem.english.forms import Form, is_participle, verbs
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OTHERS, OURS, PERHAPS_OTHERS, Noun, Who
from incident_tui.postmortem.rules.ids import JUDGEMENT, OMISSION
from incident_tui.postmortem.rules.omission import prompted, unsaid
from incident_tui.postmortem.rules.sentence import Hit, Sentence, Triggers, said_of

_VAGUE: Final = frozenset({Who.ANYBODY})
_KNOWING: Final = words("know understand show turn react")
_HUMAN_ONLY: Final = words(
    "follow triage read tell ask listen think double-check consult escalate communicate look"
    " mention"
)
"""Of a name that is not known, only these tell that it is a person's."""
_DONE_BY: Final = words("was were been")
_BEFALLEN: Final = words(
    """
    affected used owned caused impacted supported made written needed required hit involved reached
    blocked created introduced triggered initiated touched changed meant intended authored
    maintained operated hosted run seen
    """
)
"""What is only said of who it was, or whom it met."""
_NEVER: Final = words("changed touched run maintained")
_ONWARD: Final = words("on up off out over back through down in to us me them")
_DO: Final = words("did had does do")
_HAVE: Final = words("have has had")
_GOT: Final = words("get got gotten")
_OBLIGING: Final = words(
    "listen help give let share accept admit agree cooperate answer commit join escalate tell"
)
"""What people would not do that were asked to."""
_ANYONE: Final = words("anyone anybody someone somebody")
_HEED: Final = {
    "pay": "attention",
    "take": "account",
    "spend": "time",
    "give": "thought",
    "keep": "eye",
}
_WORD: Final = words("notice warning heads-up information explanation")
_NOT_EVEN: Final = words("not never nobody none neither one hardly")
TIDYING: Final = verbs(
    """
    turn enable re-enable restore remove renew rotate finish complete clean close answer reply
    respond acknowledge fix implement report hand switch set put come bother
    """
)
"""Steps that somebody owed to others afterwards."""
OWED: Final = verbs("open try run answer reply respond join claim pick")
"""What is owed where it is said that nobody did it, or that somebody never did."""
_HAD_REASON: Final = words("because since as")
_REASONS: Final = _HAD_REASON | words("when while due")
_SOME: Final = words("any anything further other more")
_TRYING: Final = verbs(
    "talk speak sync notice spot see hand try open understand know realise realize wake warn wait"
    " think have let arrange"
)
_WATCHING: Final = verbs("watch monitor help cooperate prioritise prioritize maintain")
_WITHOUT: Final = words(
    """
    review approval permission notice warning authorisation authorization consultation testing
    tests thinking thought care notification consent backup supervision rehearsal precaution
    dry-run plan dry look where filter safeguard explanation reason
    summary handover
    """
)


def _not(sentence: Sentence, at: int) -> Hit | None:
    """`did not check`, `never told us`, `was not tested by the team`."""
    helper, act = sentence.low(at - 1), sentence.onward(at + 1)
    if helper == "by" and sentence.low(act) in CARE and sentence.low(act).endswith("ing"):
        return Hit(OMISSION, at - 1, act) if sentence.leading(at).who in OTHERS else None
    never = sentence.low(at) == "never"
    done_by = helper in _DONE_BY or (helper in _HAVE and sentence.low(act) == "been")
    if done_by and not sentence.low(act).endswith("ing"):
        return _not_by(sentence, at, act)
    if helper == "would" and sentence.low(act) in _OBLIGING:
        doer = sentence.subject(at)
        unreal = sentence.has(frozenset({"if"})) or sentence.low(act + 1) == "have"
        return said_of(JUDGEMENT, doer, act) if doer.who in OTHERS and not unreal else None
    if helper == "could" and sentence.low(act) in {"wait", "resist", "agree", "care"}:
        told = sentence.subject(at).who in OTHERS and not sentence.has(words("any longer"))
        return Hit(JUDGEMENT, at - 1, act) if told else None
    if sentence.low(act + 1) in {"around", "round"} and sentence.low(act) in _GOT:
        doer = sentence.subject(at)
        told = doer.who in OTHERS or sentence.low(doer.last) == "i"
        return said_of(OMISSION, doer, act + 1) if told else None
    if never or helper in _DO or (helper in _HAVE and sentence.low(act) in CARE):
        return _left_undone(sentence, at, act, never=never)
    return _standing_by(sentence, at, act)


def _not_by(sentence: Sentence, at: int, act: int) -> Hit | None:
    """`was not tested by the team`, `has never been renewed by anybody`."""
    act += sentence.low(act) == "been"
    on = act + 1
    while sentence.low(on) in _ONWARD:
        on += 1
    by = sentence.low(on) == "by"
    plain = _BEFALLEN - (_NEVER if sentence.low(at) == "never" else frozenset())
    done = is_participle(sentence.low(act)) and sentence.low(act) not in plain
    ours = by and done and sentence.noun_from(on + 1).who in OURS
    return Hit(OMISSION, at - 1, on) if ours else None


def _owing(sentence: Sentence, act: int) -> frozenset[Who]:
    """Of whom it is held against them that they did not care, pass it on, or give notice."""
    low, ahead = sentence.low(act), sentence.ahead(act, 7)
    if low in {"give", "gave"} and not _WORD.isdisjoint(ahead):
        return PERHAPS_OTHERS
    if low in {"pass", "passed"} and "on" in ahead:
        return OTHERS - _VAGUE
    return OURS if low == "care" or _HEED.get(low) in ahead else frozenset()


def _left_undone(sentence: Sentence, at: int, act: int, *, never: bool) -> Hit | None:
    low, doer = sentence.low(act), sentence.subject(at)
    whose = _owing(sentence, act)
    if whose:
        return said_of(OMISSION, doer, act) if doer.who in whose else None
    if low in _KNOWING and not never:
        told = low in {"understand", "react"} or sentence.low(act + 1) in {"up", "how"}
        return said_of(OMISSION, doer, act) if told and doer.who in OTHERS - _VAGUE else None
    if low in NOTICING or low in REACTING:
        return _absent(sentence, act, doer)
    verb = CARE.get(low)
    if verb is None:
        step = TIDYING.get(low) or OWED.get(low)
        form = Form.PAST if never else Form.BASE
        owed = step is not None and form in step.forms
        owed = owed and (never or not (low in OWED or kept_from(sentence, act)))
        return said_of(OMISSION, doer, act) if owed and doer.who in OTHERS - _VAGUE else None
    about = sentence.low(act + 1) in {"to", "of", "about"}
    about = about or not {"through", "over"}.isdisjoint(sentence.ahead(act, 2))
    thought = verb.base == "think" and (never or about)
    if thought and unsaid(sentence, act):
        return Hit(OMISSION, max(at - 1, 0), act)
    noted = unsaid(sentence, at - 1) and Form.BASE in verb.forms
    if noted or (
        verb.base != "think" and sentence.low(doer.last) == "i" and not sentence.has(_HAD_REASON)
    ):
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
    **dict.fromkeys(BOTHERING, _bothered),
    **dict.fromkeys(words("without w/o instead rather"), _without),
}
