"""Whom a sentence shames, asks in vain or holds to account is blamed, whatever they did."""

from typing import Final

from incident_tui.postmortem.english.forms import is_past, verbs
from incident_tui.postmortem.english.harm import HARM
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OTHERS, OURS, PERHAPS_OTHERS, PERHAPS_OURS
from incident_tui.postmortem.rules.ids import CULPRIT, JUDGEMENT
from incident_tui.postmortem.rules.sentence import BE, OWN, POINTED, Hit, Sentence, Triggers

_TELLING: Final = words("tell told ask asked remind reminded say said explain warn repeat")
_SPEAKERS: Final = words("we i one you somebody")
_LEARNING: Final = words(
    "learn stop start understand realise realize listen grow wake admit take begin accept ever"
)
_ALWAYS: Final = words("always constantly forever insist keep never")
_ASKING: Final = words("must why")
_ROLLING: Final = words("roll")
_ACCOUNT: Final = words("explanation apology explanations apologies answer answers")
_DOORS: Final = words("door doors feet doorstep doorsteps")
_LAID: Final = words("laid lay put placed lies lie belongs left")
_SELVES: Final = words("himself herself themselves ourselves myself yourselves")
_INFLICTED: Final = words("brought bring did do inflicted inflict caused had")
_DOING: Final = words("doing handiwork brainchild")
_DEGREE: Final = words("all entirely largely wholly mostly again purely solely the own")
_GOOD: Final = words(
    """
    found noticed saw fixed reported raised suggested helped restored called rang spotted caught
    answered solved saved wrote owned asked joined led
    """
)
_NAMED: Final = HARM | words("wrong cause culprit bug reason")
_WITNESS: Final = words("was is had has were am will would")
_CLEVER: Final = words("clever bright smart helpful kind wise inspired creative enterprising")
_SOUL: Final = words("soul spark person chap fellow mind head colleague one guy engineer lad")
_FUN: Final = words("genius joker wiseguy hero wizard prodigy mastermind virtuoso")
_STANDING: Final = words("watched shrugged nodded smiled sat stood looked waited laughed yawned")
_MERELY: Final = words("simply just merely idly only calmly happily cheerfully")
_STOOD: Final = words("sat stood looked waited")
_BY: Final = words("there by on idly back around")


def _again_and_again(sentence: Sentence, at: int) -> Hit | None:
    """`how many times do we have to tell them?`, `how often must one ask?`."""
    how = sentence.low(at - 1) == "many" or sentence.low(at) == "often"
    asked = how and "how" in sentence.behind(at, 2) and sentence.lows[-1] in {"?", "!"}
    ahead = sentence.ahead(at, 8)
    weary = not ahead.isdisjoint({"must", "have", "need"}) and not ahead.isdisjoint(_SPEAKERS)
    told = weary and not _TELLING.isdisjoint(ahead)
    return Hit(JUDGEMENT, at - 1, at) if asked and told else None


def _when(sentence: Sentence, at: int) -> Hit | None:
    """`when will the analysts learn to lock it?`, `where was the duty manager?`."""
    if sentence.lows[-1] not in {"?", "!"} or at > 2:
        return None
    whom = sentence.noun_from(at + 2)
    where = sentence.low(at) == "where"
    if whom.who not in (POINTED if where else OTHERS):
        return None
    if where:
        alone = whom.last + 1 >= len(sentence.words) or sentence.low(whom.last + 1) in {
            *("?", "!", ",", "when", "while", "at", "during", "all", "that", "in"),
        }
        return Hit(JUDGEMENT, at, whom.last) if alone and sentence.low(at + 1) in BE else None
    will = sentence.low(at + 1) in {"will", "are", "is"}
    learn = next((n for n in range(whom.last + 1, whom.last + 4) if _learns(sentence, n)), None)
    told = learn is not None and sentence.low(learn + 1) not in {"about", "of", "the", "first"}
    return Hit(JUDGEMENT, at, whom.last) if will and told else None


def _learns(sentence: Sentence, at: int) -> bool:
    return sentence.low(at) in _LEARNING


def _always(sentence: Sentence, at: int) -> Hit | None:
    """`must the network group always change things on a Friday?`."""
    if sentence.lows[-1] not in {"?", "!"} or at > 8 or at < 2:
        return None
    begin = next((n for n in range(at) if sentence.low(n) in _ASKING), None)
    if begin is None or begin > 1:
        return None
    begin += 1 + (sentence.low(begin + 1) in {"do", "does", "must", "did"})
    return Hit(JUDGEMENT, 0, at) if sentence.noun_from(begin).who in OTHERS else None


def _shame(sentence: Sentence, at: int) -> Hit | None:
    """`shame on us`, `shame on the provider for hiding it`."""
    if sentence.low(at + 1) != "on":
        return None
    me = sentence.low(at + 2) in {"us", "me", "you", "them", "him", "her"}
    return Hit(JUDGEMENT, at, at + 2) if me or sentence.noun_from(at + 2).who in OURS else None


def _heads(sentence: Sentence, at: int) -> Hit | None:
    """`heads should roll`, `the buck stops with the lead`."""
    if sentence.low(at) in _ROLLING:
        return Hit(CULPRIT, at - 2, at) if sentence.low(at - 2) == "heads" else None
    stops = sentence.low(at + 1) in {"stops", "stopped"} and sentence.low(at + 2) in {"with", "at"}
    if not stops:
        return None
    return Hit(CULPRIT, at, at + 2) if sentence.noun_from(at + 3).who in OURS else None


def _owes(sentence: Sentence, at: int) -> Hit | None:
    """`the agency owes us an explanation`."""
    told = not _ACCOUNT.isdisjoint(sentence.ahead(at, 6))
    return Hit(JUDGEMENT, at, at + 2) if told and sentence.subject(at).who in OTHERS else None


def _answer_for(sentence: Sentence, at: int) -> Hit | None:
    """`the head of operations has to answer for this`."""
    must = sentence.low(at - 1) in {"to", "must", "should", "will"}
    told = must and sentence.low(at + 1) == "for"
    return Hit(CULPRIT, at, at + 1) if told and sentence.subject(at).who in OURS else None


def _door(sentence: Sentence, at: int) -> Hit | None:
    """`can be laid at the door of the night operator`, `lies at Ana's feet`."""
    near = sentence.behind(at, 8)
    if near.isdisjoint(_LAID) or "at" not in near:
        return None
    if sentence.low(at - 1 - (sentence.low(at - 1) == "own")) in OWN - {"its"}:
        return Hit(CULPRIT, at - 1, at)
    if sentence.low(at - 1) == "'s":
        whose = sentence.person_to(at - 2)
        return Hit(CULPRIT, whose.first, at) if whose.who in PERHAPS_OURS else None
    of = sentence.low(at + 1) == "of"
    whom = sentence.noun_from(at + 2)
    return Hit(CULPRIT, at, whom.last) if of and whom.who in OURS else None


def _upon(sentence: Sentence, at: int) -> Hit | None:
    """`they brought this upon themselves`, `we did this to ourselves`."""
    if sentence.low(at - 1) not in {"upon", "on", "to"}:
        return None
    this = sentence.low(at - 2) in {"this", "it", "that"} or sentence.low(at - 3) == "all"
    told = this and sentence.low(at - 3) in _INFLICTED
    return Hit(CULPRIT, at - 3, at) if told and sentence.subject(at - 3).who in OURS else None


def _whose_doing(sentence: Sentence, at: int) -> Hit | None:
    """`is all the planning office's doing`, `was the doing of the planners`."""
    if sentence.low(at + 1) == "of" and sentence.low(at - 1) in {"the", "sole"}:
        whom = sentence.noun_from(at + 2)
        return Hit(CULPRIT, at, whom.last) if whom.who in OURS else None
    after = sentence.low(at + 1)
    if after[:1].isalpha() and after not in {"and", "from", "alone", "again", "this", "entirely"}:
        return None
    whose = sentence.person_to(at - 2) if sentence.low(at - 1) == "'s" else None
    if whose is None or whose.who not in PERHAPS_OURS:
        return None
    helper = sentence.back(whose.first - 1, _DEGREE)
    return Hit(CULPRIT, whose.first, at) if sentence.low(helper) in BE else None


def _cleft(sentence: Sentence, at: int) -> Hit | None:
    """`it was Noelia, not the firmware, who bricked the meters`."""
    begin = next((n for n in range(min(at, 12)) if sentence.pair(n) == ("it", "was")), None)
    aside = begin is not None and sentence.low(at - 1) == "," and "not" in sentence.lows[:at]
    if begin is None or not aside:
        return None
    did = sentence.low(sentence.onward(at + 1, {"had"}))
    whom = sentence.noun_from(begin + 2)
    told = whom.who in PERHAPS_OTHERS and is_past(did) and did not in _GOOD
    return Hit(CULPRIT, begin, whom.last) if told else None


def _has_a_name(sentence: Sentence, at: int) -> Hit | None:
    """`what went wrong has a name`, `the bug has an owner, and his name is Mikkel`."""
    if sentence.low(at - 1) != "a" or sentence.low(at - 2) not in {"has", "had"}:
        own = sentence.low(at - 1) in {"his", "her", "their"} and sentence.low(at + 1) in BE
        return Hit(CULPRIT, at - 1, at + 1) if own and sentence.has(_NAMED) else None
    wrong = not _NAMED.isdisjoint(sentence.lows[: at - 2])
    return Hit(CULPRIT, at - 2, at) if wrong and not sentence.low(at + 1)[:1].isalpha() else None


def _guess(sentence: Sentence, at: int) -> Hit | None:
    """`guess who forgot it`, `three guesses who merged it`, `no prizes for guessing which team`."""
    who = sentence.low(at + 1) in {"who", "whose"} or (
        sentence.low(at + 1) == "which" and sentence.noun_from(at + 2).who in OTHERS
    )
    return Hit(CULPRIT, at, at + 1) if who and at < 5 else None


def _truly(sentence: Sentence, at: int) -> Hit | None:
    """`yours truly pressed the button`, `muggins here deleted it`."""
    if sentence.low(at) == "truly" and sentence.low(at - 1) != "yours":
        return None
    act = sentence.low(sentence.onward(at + 1, {"here"}))
    return Hit(CULPRIT, at, at + 1) if is_past(act) and act not in _WITNESS | _GOOD else None


def _some_genius(sentence: Sentence, at: int) -> Hit | None:
    """`some genius put both on one breaker`, `some clever soul had taped it over`."""
    if sentence.low(at) in _CLEVER:
        told = sentence.low(at - 1) == "some" and sentence.low(at + 1) in _SOUL
        return Hit(JUDGEMENT, at - 1, at + 1) if told else None
    told = sentence.low(at - 1) in {"some", "our", "the", "a"}
    acts = is_past(sentence.low(sentence.onward(at + 1, {"had", "who", "in", "on", "from"})))
    return Hit(JUDGEMENT, at - 1, at) if told and acts else None


def _stood_by(sentence: Sentence, at: int) -> Hit | None:
    """`saw the needle climb and simply watched`, `just stood there`."""
    low = sentence.low(at)
    idle = not _MERELY.isdisjoint(sentence.behind(at, 2))
    by = low not in _STOOD or sentence.low(at + 1) in _BY
    alone = low != "watched" or not sentence.low(at + 1)[:1].isalpha()
    told = idle and by and alone and sentence.subject(at).who in OTHERS
    return Hit(JUDGEMENT, at - 1, at) if told else None


TRIGGERS: Final[Triggers] = {
    **dict.fromkeys(words("times often"), _again_and_again),
    **dict.fromkeys(words("when where"), _when),
    **dict.fromkeys(_ALWAYS, _always),
    "shame": _shame,
    **dict.fromkeys(_ROLLING | {"buck"}, _heads),
    **dict.fromkeys(verbs("owe"), _owes),
    "answer": _answer_for,
    **dict.fromkeys(_DOORS, _door),
    **dict.fromkeys(_SELVES, _upon),
    **dict.fromkeys(_DOING, _whose_doing),
    "who": _cleft,
    "name": _has_a_name,
    **dict.fromkeys(words("guess guesses guessing"), _guess),
    **dict.fromkeys(("truly", "muggins"), _truly),
    **dict.fromkeys(_CLEVER | _FUN, _some_genius),
    **dict.fromkeys(_STANDING, _stood_by),
}
