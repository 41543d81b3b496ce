"""What only people do, and what people are expected to do with care."""

from typing import Final

from incident_tui.postmortem.english.forms import verbs

CARE: Final = verbs(
    """
    check test review verify validate read follow tell inform communicate consult notify ask
    document mention warn announce coordinate confirm escalate double-check inspect study triage
    rehearse listen heed comply adhere think consider question research plan update brief
    involve cross-check proofread align sanity-check wait look
    """
)
"""Diligence: its absence is what a sentence about people complains of."""

HUMAN_ACTS: Final = verbs(
    """
    check test review verify validate read follow tell inform communicate consult ask document
    mention warn announce coordinate confirm escalate double-check inspect study rehearse listen
    heed comply adhere think consider question research plan brief involve cross-check discuss
    foresee anticipate expect realise realize notice spot catch know understand investigate
    raise flag rush merge approve roll revert wait pause insist push deploy release ship
    schedule prioritise prioritize address fix clarify learn remember look act react respond
    delegate decide choose agree call stop abort speak object speak-up point take do
    handle pay assume trust leave touch audit evaluate assess estimate proofread share sign
    engage challenge correct prepare train reach stay finish pick recognise recognize
    identify see find discover work allow let make use write
    """
)
"""Where a thing `should have been` so treated, somebody is meant who should have done it."""

DONE_TO_THINGS: Final = verbs(
    """
    check test review verify validate communicate document announce coordinate escalate
    double-check inspect rehearse heed consider question research plan discuss foresee
    anticipate notice spot catch investigate raise flag rush merge approve revert prioritise
    prioritize clarify audit evaluate assess tell inform consult ask involve warn brief think
    postpone cancel
    take follow read roll touch realise realize recognise recognize challenge proofread
    """
)
"""Of these, what can be said of a thing and never happens by itself."""

TOLD: Final = verbs("tell inform consult ask involve warn brief")
"""Done to people by people; `paged` and `alerted` are done by systems."""

NOTICING: Final = verbs("notice spot recognise recognize realise realize react")
REACTING: Final = verbs(
    "answer reply respond acknowledge act intervene escalate appear show tidy restore complete"
    " deliver honour honor"
)
"""What people are there for while it burns."""
LAPSES: Final = verbs("forget neglect overlook disregard oversleep omit")
IGNORED: Final = verbs("ignore skip miss dismiss")
FAILING: Final = verbs("fail refuse decline")
BOTHERING: Final = verbs("bother")

SOFTWARE_ACTS: Final = verbs(
    """
    reconcile promote scale evict provision recreate reschedule start boot resolve render parse
    mount bind elect sync converge deprovision restart
    """
)
"""What an operator does only where it is software."""

BREAKING: Final = verbs("break crash destroy wipe ruin corrupt nuke sabotage kill trash brick")
"""With a person as subject, the harm is the person's."""
CAUSING: Final = verbs("cause trigger introduce provoke induce precipitate")
CAUSED_BY: Final = verbs(
    """
    cause trigger introduce create provoke induce precipitate break bring initiate make
    leave take destroy delete drop disable misconfigure mishandle ignore forget overlook neglect
    disregard skip miss omit dismiss botch wreck ruin corrupt wipe mess screw
    """
)
BUNGLING: Final = verbs(
    """
    botch bungle fumble blunder wreck mess screw goof mistype misread misconfigure misjudge
    misunderstand misinterpret mishandle mismanage misspell mislabel miscalculate misdiagnose
    misapply misassign misplace miscount misconstrue misremember misdirect mishear misclick
    mistime misallocate misaddress fat-finger
    """
)
"""Slips and worse, in the verb itself."""
DOWN: Final = verbs("take bring knock")
"""With `down` or `out`: harm."""
