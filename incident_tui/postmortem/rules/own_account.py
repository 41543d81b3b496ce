"""How a team speaks of itself in hindsight: too sure, too slow, against its own rules."""

from typing import Final

from incident_tui.postmortem.english.acts import CARE, HUMAN_ACTS, IGNORED
from incident_tui.postmortem.english.forms import Form, is_past, verbs
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.misdeeds import FAILINGS
from incident_tui.postmortem.english.nouns import OTHERS, OURS, Who
from incident_tui.postmortem.english.tokens import Mark
from incident_tui.postmortem.rules.ids import CULPRIT, HINDSIGHT, JUDGEMENT, OMISSION
from incident_tui.postmortem.rules.negation import kept_from
from incident_tui.postmortem.rules.omission import unsaid
from incident_tui.postmortem.rules.sentence import BE, Hit, Sentence, Triggers, said_of

_WEIGHED: Final = words(
    """
    mistake bad wrong better best right foolish naive unwise premature error risky hasty careless
    optimistic aggressive confident ideal regret shouldn
    """
)
_FORESIGHT: Final = verbs("anticipate consider foresee follow obey heed think")
_ON: Final = words("to of about it through ahead twice")
_RULES: Final = words(
    "own process procedure rules rule policy runbook checklist guidelines protocol"
)
_ATTITUDES: Final = words(
    """
    optimistic confident eager hasty ambitious trusting aggressive relaxed lax lenient naive
    complacent comfortable casual greedy proud cocky impatient credulous reckless bold cavalier
    focused
    """
)
_GOOD: Final = words("good great wise best right smart clever sensible better")
_CHOICE: Final = words("idea decision choice move call thing")
_ASSUMED: Final = words(
    "bad incorrect wrong false faulty flawed unfounded dangerous silly naive poor"
)
_MOODS: Final = words("panic anger haste frustration confusion desperation")
_BY_HALF: Final = words(
    "carefully thoroughly properly closely adequately well hastily quickly early late"
)
_WATCHING: Final = words("paying watching looking monitoring listening checking minding")
_BLAME: Final = words("deserve deserves take takes took accept accepts bear bears")
_SLOW: Final = words("slow late delayed tardy sluggish belated wrong poor weak timid hesitant")
_REACTION: Final = words(
    "reaction response reply answer communication decision escalation handling judgement judgment"
)
_DODGED: Final = verbs("bypass circumvent ignore skip forget neglect overlook")
_REVIEWS: Final = words(
    "review reviews approval dry-run checklist procedure rehearsal canary staging"
)


def _looking_back(sentence: Sentence, at: int) -> Hit | None:
    """`in hindsight this was a mistake`."""
    looked = sentence.low(at - 1) in {"in", "with"}
    weighed = next((n for n, low in enumerate(sentence.lows[:60]) if low in _WEIGHED), None)
    denied = weighed is not None and "nothing" in sentence.lows[:weighed]
    return Hit(HINDSIGHT, at - 1, at) if looked and weighed is not None and not denied else None


def _foresaw(sentence: Sentence, at: int) -> Hit | None:
    """`we did not anticipate it`, `we didn't follow our own process`."""
    if not sentence.negated(at) or sentence.low(at - 2) != "did" or kept_from(sentence, at):
        return None
    verb = _FORESIGHT[sentence.low(at)]
    ruled = not _RULES.isdisjoint(sentence.ahead(at, 5))
    if verb.base in {"follow", "obey", "heed"} and not ruled:
        return None
    if verb.base == "think" and sentence.low(at + 1) not in _ON:
        return None
    doer = sentence.subject(at - 1)
    return said_of(OMISSION, doer, at) if doer.who is Who.SELF else None


def _took_us(sentence: Sentence, at: int) -> Hit | None:
    """`it took us far too long`."""
    much = not sentence.ahead(at, 3).isdisjoint({"way", "far", "much"})
    long = much and "too" in sentence.ahead(at, 4) and "long" in sentence.ahead(at, 5)
    us = sentence.low(at + 1) == "us"
    return Hit(JUDGEMENT, at, at + 1) if long and us else None


def _short(sentence: Sentence, at: int) -> Hit | None:
    """`we fell short`."""
    fell = sentence.low(at - 1) in {"fell", "fall", "falls", "fallen"}
    doer = sentence.subject(at - 1)
    return said_of(JUDGEMENT, doer, at) if fell and doer.who in OURS else None


def _not_good(sentence: Sentence, at: int) -> Hit | None:
    """`it was not a good idea`, `wasn't the best decision`."""
    helper = sentence.back(at - 1, {"a", "an", "the", "such", "very", "exactly"})
    denied = "not" in sentence.behind(at, 4) or sentence.low(helper) == "not"
    choice = sentence.low(at + 1) in _CHOICE and not sentence.behind(at, 5).isdisjoint(BE)
    return Hit(JUDGEMENT, at, at + 1) if denied and choice else None


def _assumption(sentence: Sentence, at: int) -> Hit | None:
    """`we made some bad assumptions`, `made the wrong call`."""
    if sentence.low(at - 1) not in _ASSUMED:
        return None
    made = next((n for n in range(at - 2, max(at - 5, -1), -1) if sentence.low(n) == "made"), None)
    doer = sentence.subject(made) if made is not None else None
    told = doer is not None and doer.who in OURS
    return Hit(JUDGEMENT, at - 1, at) if told else None


def _too(sentence: Sentence, at: int) -> Hit | None:
    """`we were too optimistic`; `was merged too hastily`."""
    following = sentence.low(at + 1)
    if following in _ATTITUDES:
        helper = sentence.back(at - 1, {"far", "way", "a", "bit", "much", "little"})
        people = sentence.low(helper) in BE and sentence.subject(helper).who in OURS
        return Hit(JUDGEMENT, at, at + 1) if people else None
    done = following in _BY_HALF and _by_hand(sentence, at - 1)
    return Hit(JUDGEMENT, at, at + 1) if done else None


def _enough(sentence: Sentence, at: int) -> Hit | None:
    """`was not reviewed carefully enough`."""
    half = sentence.low(at - 1) in _BY_HALF and "not" in sentence.behind(at, 5)
    done = half and _by_hand(sentence, at - 2)
    return Hit(JUDGEMENT, at - 2, at) if done else None


def _by_hand(sentence: Sentence, verb: int) -> bool:
    """Whether something is said to have been done to it that only people do."""
    low = sentence.low(verb)
    helper = sentence.back(verb - 1, {"not"})
    return low in _ONLY_BY_HAND and sentence.low(helper) in BE


_ONLY_BY_HAND: Final = words(
    "reviewed merged approved planned checked considered discussed thought tested read communicated"
    " escalated prepared rehearsed announced designed"
)


def _in_panic(sentence: Sentence, at: int) -> Hit | None:
    """`reacted in panic`, `deleted it in anger`."""
    doer = sentence.doer(at - 1)
    told = sentence.low(at - 1) == "in" and doer.who in OURS
    return said_of(JUDGEMENT, doer, at) if told else None


def _nobody(sentence: Sentence, at: int) -> Hit | None:
    """`nobody was paying attention`."""
    end = at + (sentence.low(at) == "no")
    if sentence.low(at) == "no" and sentence.low(at + 1) != "one":
        return None
    was = sentence.low(end + 1) == "was" and sentence.low(end + 2) in _WATCHING
    return Hit(OMISSION, at, end + 2) if was and not kept_from(sentence, end + 2) else None


def _blame(sentence: Sentence, at: int) -> Hit | None:
    """`I deserve the blame`."""
    verb = at - 1 - (sentence.low(at - 1) in {"the", "all", "full"})
    told = sentence.low(verb) in _BLAME and sentence.subject(verb).who in OURS
    return Hit(CULPRIT, verb, at) if told else None


def _slow(sentence: Sentence, at: int) -> Hit | None:
    """`slow reaction of the on-call`."""
    slow = sentence.back(at - 1, _SLOW)
    owners = list(sentence.owners(slow, slow)) if slow < at - 1 else []
    if any(owner.who in OTHERS for owner in owners):
        return Hit(JUDGEMENT, owners[0].first, at)
    of = sentence.low(at + 1) in {"of", "by", "from"}
    if not of or sentence.low(at - 1) not in _SLOW:
        return None
    whom = sentence.noun_from(at + 2)
    return Hit(JUDGEMENT, at - 1, whom.last) if whom.who in OURS else None


def _heading(sentence: Sentence, at: int) -> Hit | None:
    """`Overconfidence`, as the whole of an item."""
    alone = sum(word.mark is Mark.WORD for word in sentence.words) < 3
    return Hit(JUDGEMENT, at, at) if alone else None


def _people_doing(sentence: Sentence, at: int) -> Hit | None:
    """`People ignoring the alerts`, `Team not following the process`."""
    denied = sentence.low(at - 1) == "not"
    verb = CARE.get(sentence.low(at)) if denied else _DODGED.get(sentence.low(at))
    if verb is None or Form.ING not in verb.forms or at < 1 + denied:
        return None
    whom = sentence.noun_to(at - 1 - denied)
    begins = all(sentence.words[n].mark is Mark.POINT for n in range(max(whom.first, 0)))
    told = whom.who in OTHERS and begins and whom.first >= 0
    return said_of(OMISSION, whom, at) if told else None


def _noted(sentence: Sentence, at: int) -> Hit | None:
    """`Skipped code review`, `Ignored the warnings`, as people make lists of what they did."""
    verb = _NOTED.get(sentence.low(at))
    if verb is None or Form.PAST not in verb.forms or not unsaid(sentence, at):
        return None
    ahead = sentence.ahead(at, 4)
    told = not _REVIEWS.isdisjoint(ahead) if verb.base == "skip" else not _SIGNS.isdisjoint(ahead)
    return Hit(OMISSION, at, at + 1) if told or verb.base == "rush" else None


_SIGNS: Final = words("warning warnings alert alerts alarm page runbook advice signs")
_NOTED: Final = {**IGNORED, **verbs("rush")}


def _did_not_run(sentence: Sentence, at: int) -> Hit | None:
    """`Did not run the tests`."""
    noted = sentence.negated(at) and unsaid(sentence, at - 1) and not is_past(sentence.low(at))
    human = sentence.low(at) in HUMAN_ACTS or sentence.low(at) == "run"
    return Hit(OMISSION, at - 1, at) if noted and human and sentence.low(at + 1) in _OUR else None


_OUR: Final = words("the our my any all a enough tests")

TRIGGERS: Final[Triggers] = {
    **dict.fromkeys(("hindsight", "retrospect"), _looking_back),
    **dict.fromkeys(_FORESIGHT, _foresaw),
    "took": _took_us,
    "short": _short,
    **dict.fromkeys(_GOOD, _not_good),
    **dict.fromkeys(words("assumption assumptions call"), _assumption),
    "too": _too,
    "enough": _enough,
    **dict.fromkeys(_MOODS, _in_panic),
    **dict.fromkeys(("nobody", "no"), _nobody),
    "blame": _blame,
    **dict.fromkeys(_REACTION, _slow),
}
LISTED: Final[Triggers] = {
    **dict.fromkeys(FAILINGS | words("overconfidence naivety"), _heading),
}
DOING: Final[Triggers] = {
    **dict.fromkeys(_NOTED, _noted),
    **dict.fromkeys(
        [word for word, verb in {**CARE, **_DODGED}.items() if Form.ING in verb.forms],
        _people_doing,
    ),
    **dict.fromkeys(words("run use follow open"), _did_not_run),
}
"""Words that two rules look at."""
