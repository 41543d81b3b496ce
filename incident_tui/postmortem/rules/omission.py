"""A step that a person left out is named as theirs, where nothing had asked for it."""

from typing import Final

from incident_tui.postmortem.english.acts import (
    CARE,
    FAILING,
    HUMAN_ACTS,
    IGNORED,
    LAPSES,
    SOFTWARE_ACTS,
)
from incident_tui.postmortem.english.forms import Form, is_participle
from incident_tui.postmortem.english.grammar import AUXILIARIES, DETERMINERS, LINKS
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OTHERS, OURS, PERHAPS_OURS, Who
from incident_tui.postmortem.english.tokens import Mark
from incident_tui.postmortem.rules.ids import OMISSION
from incident_tui.postmortem.rules.sentence import (
    BE,
    OWN,
    Hit,
    Sentence,
    Triggers,
    capital,
    said_of,
)

_SIGNS: Final = words(
    """
    page pages alert alerts alarm alarms warning warnings email emails mail message messages
    step steps sign signs signal signals notification notifications call calls bug bugs issue
    mistake error problem fact detail details it this that one clue clues comment regression
    line check checks
    """
)
"""What people are said to miss."""
_SAFEGUARDS: Final = words(
    """
    review reviews test tests testing check checks step steps dry-run run canary runbook
    approval checklist process procedure validation verification backup backups staging
    rehearsal protocol training line lines page pages part item items question plan qa
    instruction instructions rule rules policy
    """
)
"""What people are said to skip."""
_HEARD: Final = words(
    "warning warnings request requests concern concerns advice objection objections question"
)
_COMPLAINTS: Final = _HEARD | words(
    "as complaint complaints report reports suggestion suggestions idea ticket tickets alert alerts"
    " alarm alarms"
)
_NOISE: Final = words("duplicate duplicates false test stale")
SEEING: Final = words("notice see spot catch recognise recognize realise realize")
_WELL: Final = words("adequately fully properly sufficiently appropriately seriously responsibly")
_ALLOWED: Final = words("may can might will must should shall")
_AGAIN: Final = words("keep keeps kept repeatedly continued by")


def _failed(sentence: Sentence, at: int) -> Hit | None:
    """`failed to notice`."""
    to = sentence.onward(at + 1)
    if sentence.low(to) == ",":
        to = sentence.onward(sentence.clause_end(to + 1) + 1)
    act = sentence.onward(to + 1)
    done = sentence.low(act)
    if sentence.low(to) != "to" or done in DETERMINERS or not done or sentence.negated(at):
        return None
    doer = sentence.subject(at)
    if sentence.low(doer.last).startswith("operator") and done in SOFTWARE_ACTS:
        return None
    refused = FAILING[sentence.low(at)].base != "fail"
    if (
        doer.who in (OTHERS if refused else OURS)
        or (doer.who is Who.UNKNOWN and (done in HUMAN_ACTS or _by_half(sentence, to)))
        or (doer.who is Who.CUSTOMER and done in CARE)
        or (unsaid(sentence, at) and done in CARE)
    ):
        asked = refused or sentence.low(at - 1) == "have"
        return said_of(OMISSION, doer, act, "" if asked else prompted(sentence, act))
    return None


def _by_half(sentence: Sentence, to: int) -> bool:
    """Whether it was not done well enough, as one says of people and of firms."""
    return not _WELL.isdisjoint(sentence.ahead(to, 4))


def _lapsed(sentence: Sentence, at: int) -> Hit | None:
    """`forgot to renew it`; `was forgotten by the team`."""
    if _suffered(sentence, at):
        return _by(sentence, at)
    if sentence.negated(at):
        return None
    doer = sentence.subject(at)
    noted = unsaid(sentence, at) and Form.PAST in LAPSES[sentence.low(at)].forms
    human = sentence.low(at + 1) in {"his", "her"}
    if doer.who not in PERHAPS_OURS and not noted and not human:
        return None
    to = sentence.onward(at + 1)
    rewrite = prompted(sentence, to + 1) if sentence.low(to) == "to" else ""
    return said_of(OMISSION, doer, at, rewrite)


def _ignored(sentence: Sentence, at: int) -> Hit | None:
    """`ignored the warning`, `missed the page`, `skipped the review`."""
    if _suffered(sentence, at):
        return _by(sentence, at) or _unheard(sentence, at)
    verb = IGNORED[sentence.low(at)]
    again = sentence.low(at - 1) in _AGAIN
    if sentence.negated(at) or (Form.ING in verb.forms and not again):
        return None
    wanted = {"miss": _SIGNS, "skip": _SAFEGUARDS, "dismiss": _COMPLAINTS}.get(verb.base)
    if verb.base == "dismiss" and not _NOISE.isdisjoint(sentence.ahead(at, 3)):
        return None
    if wanted is not None and wanted.isdisjoint(sentence.ahead(at, 5)):
        return None
    if Form.BASE in verb.forms and sentence.low(at - 1) in _ALLOWED:
        return None
    doer = sentence.subject(at - again)
    if doer.who in OURS or (verb.base == "ignore" and doer.who is Who.CUSTOMER):
        what = sentence.rest(at + 1) if verb.base == "miss" else ""
        return said_of(OMISSION, doer, at, f"{capital(what)} did not stand out: …" if what else "")
    return None


def _suffered(sentence: Sentence, at: int) -> bool:
    """Whether the participle is said of what was forgotten, also after an earlier participle."""
    helper = sentence.back(at - 1)
    if sentence.low(helper) in LINKS:
        be = next((n for n in range(helper) if sentence.low(n) in AUXILIARIES), -1)
        if is_participle(sentence.low(sentence.onward(be + 1, {"not", "been"}))):
            return sentence.low(be) in BE
    return sentence.low(helper) in BE


def _by(sentence: Sentence, at: int) -> Hit | None:
    by = sentence.onward(at + 1, {"about"})
    if sentence.low(by) in {"by", "in", "at"}:
        doer = sentence.noun_from(by + 1)
        if doer.who in (PERHAPS_OURS if sentence.low(by) == "by" else {Who.TEAM}):
            return Hit(OMISSION, at, doer.last)
    return None


def _unheard(sentence: Sentence, at: int) -> Hit | None:
    """`the warnings of the database team were ignored`."""
    if sentence.low(at) != "ignored" or sentence.negated(at):
        return None
    said = sentence.subject(at)
    first, last = max(said.first, 0), said.last
    if _HEARD.isdisjoint(sentence.lows[first : last + 1]):
        return None
    theirs = any(owner.who in OTHERS for owner in sentence.owners(first, last)) or any(
        sentence.low(n) in {"of", "from", "by"} and sentence.noun_from(n + 1).who in OTHERS
        for n in range(first, last)
    )
    return Hit(OMISSION, first, at) if theirs else None


def _failure(sentence: Sentence, at: int) -> Hit | None:
    """`the team's failure to test`, `failure of the operator to check`."""
    following = sentence.low(at + 1)
    if following in {"of", "by"}:
        doer = sentence.noun_from(at + 2)
        to = doer.who in OURS and sentence.low(doer.last + 1) == "to"
        return Hit(OMISSION, at, doer.last + 1) if to else None
    if following != "to":
        return None
    for owner in sentence.owners(at - 1, at - 1):
        if owner.who in PERHAPS_OURS:
            return Hit(OMISSION, owner.first, at + 1)
    unable = sentence.pair(at - 1) == ("their", "inability")
    own = sentence.low(at - 1) in OWN and sentence.low(at + 2) in HUMAN_ACTS and not unable
    begins = sentence.low(at - 1) in {"", ":"} and sentence.low(at + 2) in CARE
    return Hit(OMISSION, at - own, at + 1) if own or begins else None


def _unnoticed(sentence: Sentence, at: int) -> Hit | None:
    """`unnoticed by the team`."""
    by = sentence.low(at + 1) == "by" and sentence.noun_from(at + 2).who in OURS
    put_away = sentence.low(at) == "unread" and sentence.doer(at).who in OTHERS
    return Hit(OMISSION, at, at + by) if by or put_away else None


def unsaid(sentence: Sentence, verb: int) -> bool:
    """Whether the sentence begins with the verb: `Forgot to drain it`, as people take notes."""
    return verb < 4 and all(
        word.mark is not Mark.WORD or sentence.onward(at, {"did", "not", "had", "and"}) > at
        for at, word in enumerate(sentence.words[:verb])
    )


def prompted(sentence: Sentence, act: int) -> str:
    """`Nothing in the process asked anybody to renew the certificate`."""
    verb = CARE.get(sentence.low(act))
    what = sentence.rest(act)
    if not what or (verb is not None and Form.BASE not in verb.forms):
        return ""
    if sentence.low(act) in SEEING:
        thing = sentence.rest(act + 1)
        return f"{capital(thing)} did not stand out: …" if thing else ""
    return f"Nothing in the process asked anybody to {what}: …"


TRIGGERS: Final[Triggers] = {
    **dict.fromkeys(FAILING, _failed),
    **dict.fromkeys(LAPSES, _lapsed),
    **dict.fromkeys(IGNORED, _ignored),
    **dict.fromkeys(
        words("failure inability refusal reluctance unwillingness hesitation"), _failure
    ),
    **dict.fromkeys(words("unnoticed unanswered unread unchecked untested"), _unnoticed),
}
