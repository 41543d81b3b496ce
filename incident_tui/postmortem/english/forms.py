"""Every form of a verb is made from its base, so that a class of verbs is a list of bases."""

import re
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Final, NamedTuple

from incident_tui.postmortem.english.lists import words


class Form(Enum):
    """PAST is the preterite, DONE the past participle; PRESENT ends in -s."""

    BASE = "base"
    PRESENT = "present"
    PAST = "past"
    DONE = "done"
    ING = "ing"


class Verb(NamedTuple):
    """One word as a form of a verb."""

    base: str
    forms: frozenset[Form]


_IRREGULAR: Final = {
    base: (past, done)
    for base, past, done in (
        row.split("/")
        for row in words(
            """
            be/was/been become/became/become begin/began/begun bite/bit/bitten blow/blew/blown
            break/broke/broken bring/brought/brought build/built/built burn/burnt/burnt
            buy/bought/bought catch/caught/caught choose/chose/chosen come/came/come cost/cost/cost
            cut/cut/cut deal/dealt/dealt do/did/done draw/drew/drawn drive/drove/driven
            eat/ate/eaten fall/fell/fallen feel/felt/felt fight/fought/fought find/found/found
            fly/flew/flown forget/forgot/forgotten foresee/foresaw/foreseen freeze/froze/frozen
            get/got/gotten give/gave/given go/went/gone grow/grew/grown hang/hung/hung have/had/had
            hear/heard/heard hide/hid/hidden hit/hit/hit hold/held/held hurt/hurt/hurt
            keep/kept/kept know/knew/known lay/laid/laid lead/led/led leave/left/left let/let/let
            lose/lost/lost make/made/made mean/meant/meant meet/met/met mislead/misled/misled
            misread/misread/misread mishear/misheard/misheard misspell/misspelt/misspelt
            mistake/mistook/mistaken misunderstand/misunderstood/misunderstood
            oversee/oversaw/overseen oversleep/overslept/overslept overwrite/overwrote/overwritten
            panic/panicked/panicked pay/paid/paid put/put/put quit/quit/quit read/read/read
            rebuild/rebuilt/rebuilt redo/redid/redone rerun/reran/rerun ride/rode/ridden
            ring/rang/rung rise/rose/risen run/ran/run say/said/said see/saw/seen seek/sought/sought
            sell/sold/sold send/sent/sent set/set/set shake/shook/shaken show/showed/shown
            shut/shut/shut sit/sat/sat sleep/slept/slept speak/spoke/spoken spend/spent/spent
            split/split/split stand/stood/stood steal/stole/stolen stick/stuck/stuck take/took/taken
            teach/taught/taught tell/told/told think/thought/thought throw/threw/thrown
            understand/understood/understood undo/undid/undone wake/woke/woken wear/wore/worn
            win/won/won write/wrote/written override/overrode/overridden bend/bent/bent
            lend/lent/lent bind/bound/bound dig/dug/dug strike/struck/struck slide/slid/slid
            sweep/swept/swept swear/swore/sworn tear/tore/torn sink/sank/sunk shrink/shrank/shrunk
            cling/clung/clung creep/crept/crept forbid/forbade/forbidden forgive/forgave/forgiven
            learn/learned/learnt overdo/overdid/overdone undergo/underwent/undergone
            withdraw/withdrew/withdrawn withhold/withheld/withheld overlook/overlooked/overlooked
            screw/screwed/screwed shoot/shot/shot fling/flung/flung swing/swung/swung
            tread/trod/trodden spit/spat/spat reset/reset/reset undercut/undercut/undercut
            unset/unset/unset broadcast/broadcast/broadcast shed/shed/shed upset/upset/upset
            """
        )
    )
}
_DOUBLED: Final = words("omit commit permit refer admit forget begin quit")
_SHORT: Final = re.compile(r"[^aeiou]+[aeiou][^aeiouwxy]")
"""One syllable, one vowel, one consonant: the consonant doubles, as in `dragged`."""
_PARTICIPLES: Final = frozenset(done for _, done in _IRREGULAR.values()) | {"got", "slept"}
_PASTS: Final = frozenset(past for past, _ in _IRREGULAR.values())
_NOT_DONE: Final = words(
    """
    need feed seed speed embed shed bed red hundred indeed exceed proceed succeed bleed breed
    weed deed heed led unneeded id
    """
)
_VOWELS: Final = "aeiou"


def verbs(bases: str) -> Mapping[str, Verb]:
    """Every form of the verbs in the text, with what it is a form of."""
    found: dict[str, set[tuple[str, Form]]] = {}
    for base in bases.split():
        for word, form in _forms(base):
            found.setdefault(word, set()).add((base, form))
    return {
        word: Verb(min(base for base, _ in of), frozenset(form for _, form in of))
        for word, of in found.items()
    }


def _forms(base: str) -> Iterable[tuple[str, Form]]:
    past, done = _IRREGULAR.get(base) or (_ended(base, "ed"), _ended(base, "ed"))
    return (
        (base, Form.BASE),
        (_third(base), Form.PRESENT),
        (past, Form.PAST),
        (done, Form.DONE),
        (_ended(base, "ing"), Form.ING),
    )


def _third(base: str) -> str:
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _ended(base: str, ending: str) -> str:
    if base in _DOUBLED or _SHORT.fullmatch(base):
        return base + base[-1] + ending
    if base.endswith("e") and not (ending == "ing" and base.endswith("ee")):
        return base[:-1] + ending
    if ending == "ed" and base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    return base + ending


def is_past(low: str) -> bool:
    """Whether it says what somebody did, alone or with `have`."""
    return low in _PASTS or is_participle(low)


def is_participle(low: str) -> bool:
    """Whether a word after `have` or `been` is what was done, not a thing that is had."""
    if low in _PARTICIPLES:
        return True
    return low.endswith("ed") and len(low) > 3 and low not in _NOT_DONE
