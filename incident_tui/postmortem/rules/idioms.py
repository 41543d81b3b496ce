"""A figure of speech for doing badly is a judgement, whoever of us it is said of."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from incident_tui.postmortem.english.forms import Form, Verb, verbs
from incident_tui.postmortem.english.grammar import LINKS, PREPOSITIONS
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import PERHAPS_OURS, Who
from incident_tui.postmortem.rules.ids import JUDGEMENT
from incident_tui.postmortem.rules.sentence import BE, OWN, Hit, Sentence, Triggers, said_of

_SELVES: Final = words("ourselves myself himself herself themselves yourself")
_GAP: Final = 6
"""Words that may stand where an idiom has a star."""
_PLAIN: Final = """
    learn nothing|get away with|have other priorities|make up the procedure as
    have it coming|stand idly|stand by and|stand by while|look on while
    take matters into OWN|take the law into|go ahead anyway|go ahead regardless|ride roughshod
    go over * head|go over * heads|have better things|look the other way|close OWN eyes
    shut OWN eyes|avert OWN eyes|shrug OWN shoulders|roll OWN eyes|act alone|go it alone
    play the hero|play cowboy|pull a fast|make excuses|hide OWN head|let * go to OWN head
    spend * arguing|spend * bickering|spend * quarrelling|spend * squabbling|drop a clanger
    fall flat on OWN face|get OWN priorities|get OWN wires|phone it in|phone this in
    sleepwalk into|leave * hanging|leave * high and dry|leave * out in the cold|make * up as
    give * run-around|give * runaround|pull the wool|bark up the wrong|put all OWN eggs
    put OWN heads in|keep * cards close|throw * under the bus|throw * over the wall|scoff at
    sneer at|laugh at|shift responsibility|push * responsibility|dodge responsibility
    dodge the question|dodge * questions|fob * off|palm * off|string * along
    let * pile up|let things slide|let standards slip|let * lapse|let * go stale|lower OWN guard
    meddle with|interfere with|muck about
    muck around|mess about|mess around|fool around|fool about|faff about|faff around|dawdle over
    forget OWN manners|forget OWN training|ignore OWN training|abuse OWN|overstep OWN
    exceed OWN authority|exceed OWN remit|overplay OWN|overestimate OWN
    take OWN sweet time|take OWN time to|turn a deaf|turn * deaf ear|turn * blind eye|bury OWN head
    stick OWN head|point fingers|point the finger|pass the buck|cut * corners|sit on OWN hands
    throw caution|play with fire|play fast and loose|roll the dice|take chances|take a chance
    take * gamble|take * liberties|take * shortcuts|take * shortcut|take the easy way|wing it
    wing this|jump the gun|ask for trouble|tempt fate|push OWN luck|make a hash|make a mess
    make * dog|make a meal|make heavy weather|make a muddle|make a fool|lose OWN nerve
    lose OWN temper|lose OWN head|lose OWN cool|lose concentration|lose focus|lose interest
    lose OWN concentration|lose OWN focus|lose the plot|lose the thread|let OWN guard
    go through the motions|pay lip|rest on OWN laurels|bite off more|shoot from the hip|shoot SELF
    fall asleep|skim over|skim past|gloss over|brush * aside|brush * off|plough ahead|plough on
    forge ahead|forge on|barge ahead|barge in|charge ahead|blunder into|blunder ahead|steam ahead
    plow ahead|plow on|blow * past|blow through|sail past|breeze through|breeze past|race through
    rush into|click through|hope for the best|take * for granted|take * on trust|take * on faith
    take * at face value|wash OWN hands|leave * in the lurch|leave * to chance|leave * to luck
    sweep * under|kick the can|miss the point|miss the obvious|get carried away|start * blame game
    play * blame game|put speed before|put speed over|put speed above|put cost before
    put profit before|put convenience before|put convenience over|prioritise * speed over
    prioritize * speed over|prioritise * convenience|prioritize * convenience|favour speed over
    favor speed over|value speed over|choose speed over|choose convenience over|stop to care
    stop caring|stop listening|stop bothering|stop paying attention|stop thinking|stop reading
    give up caring|fly by the seat|fly blind|go rogue|go behind|go over OWN head|drag OWN feet
    drag OWN heels|fall down on|sleep at|doze off|nod off|zone out|switch off OWN brain
    lose OWN way|fall into the trap|fall for|put OWN foot|paint SELF|talk SELF|cry wolf
    cover OWN tracks|save OWN skin|play dumb|play politics|hide behind|cover OWN back
    shift the blame|push the blame|get * mixed up|get * backwards|get * muddled|get * the wrong way
    get * confused|get * wrong.|type * wrong.|enter * wrong.|key * wrong.|spell * wrong.
    read * wrong.|have only OWN SELF|have no business|have no excuse|have no right to
    have no regard|have no respect|have no interest in|have no sense of|show * disregard
    show * lack of|show no|show little|show * contempt|treat * as noise|treat * a joke
    treat * formality|treat * afterthought|treat * box-ticking|treat * tick-box|treat * nuisance
    treat * chore|treat * as optional|treat * checkbox|breach OWN duty|breach OWN obligations
    neglect OWN|fail in OWN duty|fail in OWN duties|think it clever|think it was clever
    think it wise|think it was wise|think it a good idea|think it was a good idea|want to please
    want to impress|want to look good|want to save face|want to save OWN|look elsewhere
    choose to ignore|choose to look away|get the better|care more about|get ahead of SELF
    have * beers|have * drink|have one too many|transpose|give * runaround|give * short shrift
    give * cold shoulder|screw the pooch|blow it|promise more than|rationalise * away
    rationalize * away|explain * away|trip over OWN|step on each|work against each|talk past each
    talk past one|keep * in the dark
"""
_DENIED: Final = """
    cover SELF|distinguish SELF|shine|do SELF any|bat an eyelid|turn a hair|move a muscle
    give * second thought|give * moment|give it much|spare a thought|see fit to
    look before|stop for a|read past|read beyond
    get off OWN|get OWN facts|get OWN story|do the decent|do the obvious|do the basics
    do the bare minimum|do the least|see beyond|put two and two|connect the dots|join the dots
    mind OWN|care about|care to|deign to|condescend to|lose any sleep|lose sleep
    want to hear|want to believe|get the message|take the hint|take the point
    take no for|take it well|take kindly
    lift a finger|give * damn|give * toss|give * hoot|have * clue|have the faintest
    have the foggiest|have * inkling|do OWN homework|do OWN job|do OWN part|do OWN duty
    do * due diligence|think * through|think ahead|think twice|learn OWN lesson|pull OWN weight
    keep * eye on|have OWN wits|stop to think|stop to ask|stop to consider|hold up OWN end
    keep OWN word|keep OWN promise|want to know|want to listen|want to hear|want to admit
    get OWN act|own up|step up|hear of|have the decency|have the courage|have the sense
    have the courtesy|read the room|use OWN head|use OWN brain|use common sense|see the need
    see the point|take * seriously|take * ownership|take * trouble|take the time|make the effort
    make an effort|make any effort|make * attempt to|show * interest|show * respect|put * effort
    play OWN part|speak to each|talk to each|live up|rise to|hold OWN SELF
"""


class Idiom(NamedTuple):
    """What follows the verb; whether it blames only where it is denied."""

    rest: tuple[str, ...]
    denied: bool


def _idioms(said: str, *, denied: bool) -> list[tuple[str, Idiom]]:
    lines = (one.split() for row in said.strip().splitlines() for one in row.split("|"))
    return [(base, Idiom(tuple(rest), denied)) for base, *rest in lines]


def _by_word() -> Mapping[str, tuple[tuple[Idiom, Verb], ...]]:
    found: dict[str, tuple[tuple[Idiom, Verb], ...]] = {}
    for base, idiom in _idioms(_PLAIN, denied=False) + _idioms(_DENIED, denied=True):
        for word, verb in verbs(base).items():
            found[word] = (*found.get(word, ()), (idiom, verb))
    return found


_OF: Final = _by_word()


def _said(sentence: Sentence, at: int) -> Hit | None:
    """One of the idioms, with people as its subject."""
    for idiom, verb in _OF[sentence.low(at)]:
        last = _end(sentence, at, idiom.rest)
        if last is None or not _holds(sentence, at, last, idiom, verb):
            continue
        place = at - (sentence.low(at - 1) == "busy")
        doer = sentence.subject(place)
        if doer.who is Who.THING:
            doer = sentence.doer(at - 2 if idiom.denied else at)
        if doer.who in PERHAPS_OURS:
            return said_of(JUDGEMENT, doer, last)
    return None


def _holds(sentence: Sentence, at: int, last: int, idiom: Idiom, verb: Verb) -> bool:
    denied = sentence.pair(0) == ("no", "one") or not sentence.behind(at, 3).isdisjoint(
        {"not", "never", "nobody", "neither"}
    )
    nothing = (
        not {"no", "nothing"}.isdisjoint(sentence.lows[at + 1 : last])
        and "no" not in (idiom.rest[:1])
    )
    if sentence.passive(at) and Form.ING not in verb.forms:
        return False
    if verb.forms == {Form.ING}:
        helper = sentence.back(at - 1, {"busy", "not"})
        if sentence.low(helper) not in BE:
            return False
    base = verb.forms == {Form.BASE}
    willed = not sentence.behind(at, 3).isdisjoint({"will", "can", "may", "might", "if"})
    asked = base and sentence.low(at - 1) == "to"
    return denied == idiom.denied and not nothing and not (willed and not denied) and not asked


def _end(sentence: Sentence, at: int, rest: tuple[str, ...]) -> int | None:
    """The place of the last word of the idiom, or None where it is not said."""
    gap = False
    for part in rest:
        if part == "*":
            gap = True
            continue
        reach = range(at + 1, at + 2 + (_GAP if gap else 0))
        found = next((n for n in reach if _is(sentence, n, part)), None)
        if found is None:
            return None
        at, gap = found, False
    return at


def _is(sentence: Sentence, at: int, part: str) -> bool:
    """Whether that word stands there; with a dot, and no noun of its own behind it."""
    low = sentence.low(at)
    if part.endswith("."):
        after = sentence.low(at + 1)
        return low == part[:-1] and (not after[:1].isalpha() or after in PREPOSITIONS | LINKS)
    if part == "OWN":
        return low in OWN or low == "its"
    return low in _SELVES if part == "SELF" else low == part


TRIGGERS: Final[Triggers] = dict.fromkeys(_OF, _said)
