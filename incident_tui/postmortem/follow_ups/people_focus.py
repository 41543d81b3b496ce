"""An action item may ask people to change: to remember, to take care, to be spoken to."""

from typing import Final

from incident_tui.postmortem.english.grammar import AUXILIARIES, DETERMINERS
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OTHERS, Who, who
from incident_tui.postmortem.follow_ups.opening import Said
from incident_tui.postmortem.follow_ups.verbs import PERSUADING

MORE: Final = words(
    """
    more better improved additional further clearer clear stronger proper less fewer enhanced
    """
)
SOMEBODY: Final = words("someone somebody anyone")
_CARE: Final = words(
    "careful carefully vigilant attention awareness mindful aware discipline care diligent"
)
_TALK: Final = _CARE | words("communication communicate training")
_SAYING: Final = words("communicate communicating communication")
_MORE_OFTEN: Final = words("more better earlier clearly proactively clearer clear")
_TAKING: Final = words("more be closer take pay better raise")
_ORDERED: Final = words("must should need needs have remember follow check double-check always")
_ASKED: Final = words("ask tell get require encourage force")
_PEOPLE: Final = OTHERS - {Who.NAMED}
_TALKING: Final = words("talk speak chat discuss")


def changes_people(said: Said, at: int) -> bool:
    """Whether it would change people: reminded, trained, told to take care."""
    if said[at].low in PERSUADING or said[0].low == "nobody":
        return True
    if said[at].low in _TALKING and after(said, at) in {"to", "with"} and _to_person(said, at + 2):
        return True
    if said[at].low in MORE and any(word.low in _TALK for word in said[at + 1 : at + 3]):
        return True
    if any(word.low in _CARE and said[n].low in _TAKING for n, word in enumerate(said[1:])):
        return True
    lows = {word.low for word in said}
    if (
        said[0].low in {"always", "never"}
        or "aware" in lows
        or (lows & _SAYING and lows & _MORE_OFTEN)
    ):
        return True
    return any(_told(said, at, n) for n in range(min(len(said), at + 9)))


def _to_person(said: Said, at: int) -> bool:
    """Whether one person is meant to be spoken to, not a company."""
    last = at + (_at(said, at) in DETERMINERS)
    return last < len(said) and who(said, at, last) in {Who.NAMED, Who.STAFF}


def _at(said: Said, at: int) -> str:
    return said[at].low if at < len(said) else ""


def _told(said: Said, at: int, place: int) -> bool:
    """`developers must …`, `make sure that engineers …`, `ask everybody to …`."""
    if said[place].low in {"remember", "double-check"} and place <= at + 1:
        return True
    if who(said, max(place - 1, 0), place) not in _PEOPLE:
        return False
    following = after(said, place + (after(said, place) == "not"))
    if _made_sure(said, at, place) and said[place].low not in SOMEBODY:
        return bool(following) and following not in AUXILIARIES
    return following in _ORDERED or (place > 0 and following == "to" and said[at].low in _ASKED)


def _made_sure(said: Said, at: int, place: int) -> bool:
    """`make sure engineers …`, `ensure that staff …`."""
    sure = said[at].low == "ensure" or (said[at].low, after(said, at)) == ("make", "sure")
    return sure and at < place <= at + 4


def after(said: Said, at: int) -> str:
    """The word after that place, in small letters."""
    return said[at + 1].low if at + 1 < len(said) else ""
