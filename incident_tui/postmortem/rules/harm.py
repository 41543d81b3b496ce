"""Harm with a person as its subject hides the change that did it, and what let that through."""

from typing import Final

from incident_tui.postmortem.english.acts import BREAKING, BUNGLING, DOWN
from incident_tui.postmortem.english.forms import Form, is_past, verbs
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OURS, PERHAPS_OURS, Who
from incident_tui.postmortem.rules.cause import owner_of_subject
from incident_tui.postmortem.rules.ids import CULPRIT
from incident_tui.postmortem.rules.sentence import (
    POINTED,
    Hit,
    Sentence,
    Triggers,
    capital,
    points_at,
    said_of,
)

_ASSETS: Final = words(
    """
    production prod build site service services system systems database cluster api checkout
    staging contract pipeline deployment everything things master main website app platform
    server servers data table tables index network replication disk login environment
    integration config configuration dns cache live backup backups queue deploy release
    """
)
_ASIDE: Final = words("out into off up in open down away free even through from with for at on")
_HARMLESS: Final = words("news ice record deadlock tie silence cycle loop circuit connection apart")
_OWN_DATA: Final = words("kill destroy wipe")
_PLANNED: Final = words("maintenance planned deliberately contain gracefully")
_GONE: Final = {"break": "broke", "crash": "crashed"}
_DROPPING: Final = verbs("drop delete truncate overwrite")
_LIVE: Final = words("production prod live")
_SPARE: Final = words("copy test lock locks old")
_SLIPPED: Final = words(
    """
    accidentally mistakenly inadvertently erroneously unintentionally prematurely unnecessarily
    needlessly improperly inappropriately unilaterally wrongly incorrectly unknowingly
    """
)
_GOOD_LUCK: Final = words("found discovered noticed spotted solved fixed")
_SEEN: Final = frozenset(
    word
    for word, verb in verbs("notice find see discover realise realize fix correct suspect").items()
    if verb.forms & {Form.PAST, Form.PRESENT, Form.DONE}
) | words("reported showed shows")
_CAPITAL_TOOLS: Final = words("sent returned used loaded picked served selected read")
_ONLY_PEOPLE: Final = words("botch bungle fumble mishandle mismanage misjudge")
_ENTERED: Final = words(
    "entered typed gave used copied picked selected chose configured set provided submitted added"
    " left inserted"
)
_SENSES: Final = words("way time impression")
_HARMFUL: Final = words(
    """
    broke caused triggered crashed took brought led resulted wiped corrupted overloaded deleted
    destroyed causing breaking crashing triggering wiping corrupting overloading
    """
)
_NEUTRAL: Final = words("was were had noticed found fixed reported saw discovered reverted")


def _broke(sentence: Sentence, at: int) -> Hit | None:
    """`@kowalski broke prod`."""
    verb = BREAKING[sentence.low(at)]
    if verb.forms <= {Form.BASE} or Form.ING in verb.forms or sentence.passive(at):
        return None
    doer = owner_of_subject(sentence, at)
    following = sentence.ahead(at, 5)
    if doer.who is Who.CUSTOMER and "own" in following:
        return said_of(CULPRIT, doer, at)
    whole = doer.who in POINTED and verb.base == "break" and sentence.low(at + 1)[:1].isalpha()
    if (
        doer.who not in OURS
        or sentence.low(at + 1) in _ASIDE
        or not _HARMLESS.isdisjoint(following)
    ):
        return None
    if following.isdisjoint(_ASSETS) and not whole:
        return None
    if doer.who is Who.SELF and verb.base in _OWN_DATA:
        return None
    what = sentence.rest(at + 1)
    rewrite = f"{capital(what)} {_GONE.get(verb.base, 'was lost')} when …" if what else ""
    return said_of(CULPRIT, doer, at, rewrite)


def _bungled(sentence: Sentence, at: int) -> Hit | None:
    """`mistyped`, `misconfigured`, `messed up`."""
    verb = BUNGLING[sentence.low(at)]
    if verb.base in {"mess", "screw"} and "up" not in sentence.ahead(at, 4):
        return None
    if sentence.passive(at) and verb.base in _ONLY_PEOPLE and not sentence.negated(at):
        return Hit(CULPRIT, at - 1, at)
    if sentence.passive(at) or Form.ING in verb.forms:
        return None
    doer = sentence.subject(at)
    return said_of(CULPRIT, doer, at) if doer.who in PERHAPS_OURS else None


def _down(sentence: Sentence, at: int) -> Hit | None:
    """`took the cluster down`."""
    near = sentence.ahead(at, 6)
    verb = DOWN[sentence.low(at)]
    if "down" not in near or sentence.has(_PLANNED):
        return None
    if verb.forms <= {Form.BASE} or Form.ING in verb.forms or sentence.passive(at):
        return None
    doer = owner_of_subject(sentence, at)
    whole = sentence.subject(at).who is Who.THING or not near.isdisjoint(_ASSETS)
    return said_of(CULPRIT, doer, at) if doer.who in OURS and whole else None


def _dropped(sentence: Sentence, at: int) -> Hit | None:
    """`@lena dropped the production table`."""
    verb = _DROPPING[sentence.low(at)]
    if verb.forms <= {Form.BASE} or sentence.passive(at) or sentence.has(_SPARE):
        return None
    doer = sentence.subject(at)
    hit = doer.who in POINTED and not _LIVE.isdisjoint(sentence.ahead(at, 4))
    return said_of(CULPRIT, doer, at) if hit else None


def _slipped(sentence: Sentence, at: int) -> Hit | None:
    """`accidentally deleted`, with somebody as its subject; what `was deleted` is a fact."""
    doer = sentence.subject(at)
    if doer.who not in OURS and at + 1 < len(sentence.words):
        doer = sentence.subject(sentence.onward(at + 1))
    if not _GOOD_LUCK.isdisjoint(sentence.ahead(at, 2)):
        return None
    if points_at(sentence, doer):
        return None if sentence.passive(at) else said_of(CULPRIT, doer, at)
    named = any(owner.who is Who.NAMED for owner in sentence.owners(at - 6, at + 6))
    return Hit(CULPRIT, at, at) if named else None


def _by_accident(sentence: Sentence, at: int) -> Hit | None:
    """`dropped it by accident`."""
    if sentence.low(at - 1) != "by":
        return None
    turned = at == 1 and at + 2 < len(sentence.words)
    after = at + 1 + (sentence.low(at + 1) == ",")
    doer = sentence.noun_from(after) if turned else sentence.leading(at)
    agents = "by" in sentence.behind(at - 1, 5) and sentence.person_to(at - 2).who in POINTED
    told = points_at(sentence, doer) or agents
    return Hit(CULPRIT, at - 1, at) if told else None


def _got_wrong(sentence: Sentence, at: int) -> Hit | None:
    """`she got the date format wrong`."""
    wrong = next((n for n in range(at + 2, at + 7) if sentence.low(n) == "wrong"), None)
    if wrong is None or sentence.low(wrong - 1) in {"the", "a"} or sentence.negated(at):
        return None
    doer = sentence.subject(at)
    return said_of(CULPRIT, doer, at) if doer.who in OURS else None


def _wrong(sentence: Sentence, at: int) -> Hit | None:
    """`ran it against the wrong database`; `the wrong file was deleted by a technician`."""
    vague = sentence.low(at - 1) in {"a", "an"}
    if not (vague or sentence.low(at - 1) == "the") or sentence.low(at + 1) in _SENSES:
        return None
    by = next((n for n in range(at + 1, at + 6) if sentence.low(n) == "by"), None)
    set_right = by is not None and sentence.low(by - 1) in _SEEN
    if by is not None and not set_right and (doer := sentence.noun_from(by + 1)).who in POINTED:
        return Hit(CULPRIT, at - 1, doer.last)
    if vague and sentence.low(at - 2) not in _ENTERED:
        return None
    doer = sentence.doer(at)
    named = doer.who in POINTED | {Who.ANYBODY} or sentence.low(doer.last) == "i"
    if doer.who is Who.UNKNOWN:
        named = sentence.low(doer.last + 1) not in _CAPITAL_TOOLS
    return Hit(CULPRIT, at - 1, at + 1) if named and not sentence.has(_SEEN) else None


def _which(sentence: Sentence, at: int) -> Hit | None:
    """`Sven pushed to main, which broke the build`."""
    low = sentence.low(at)
    harm = sentence.low(sentence.onward(at + 1)) if low == "which" else low
    if sentence.low(at - 1) != "," or harm not in _HARMFUL:
        return None
    doer = sentence.leading(at)
    did = sentence.low(sentence.onward(doer.last + 1))
    told = doer.who in POINTED and is_past(did) and did not in _NEUTRAL
    return Hit(CULPRIT, max(doer.first, 0), doer.last + 1) if told else None


TRIGGERS: Final[Triggers] = {
    **dict.fromkeys(BREAKING, _broke),
    **dict.fromkeys(BUNGLING, _bungled),
    **dict.fromkeys(DOWN, _down),
    **dict.fromkeys(_DROPPING, _dropped),
    **dict.fromkeys(_SLIPPED, _slipped),
    **dict.fromkeys(("accident", "mistake"), _by_accident),
    **dict.fromkeys(
        words("wrong incorrect invalid extra stray superfluous bogus outdated obsolete"), _wrong
    ),
    "got": _got_wrong,
    **dict.fromkeys(
        words("which causing breaking crashing triggering wiping corrupting overloading"), _which
    ),
}
