"""What an action item begins with tells whether one can see that it was done."""

from typing import Final

from incident_tui.postmortem.english.forms import Form, verbs
from incident_tui.postmortem.english.lists import words

CONCRETE: Final = verbs(
    """
    add alert allow announce apply archive ask assign attach automate back backfill backport ban
    block bring build bump bundle buy cache call cancel cap change check choose close collect
    commit compare configure connect convert copy correct cover create cut deactivate decide
    declare decommission define delete deny deploy deprecate design detach disable display
    distribute document double drain drop duplicate edit email enable encrypt enforce establish
    exclude exercise expand expose extend extract fail file fill finish fix format forward
    generate give grant group halve hire hold hook implement import include inform inject insert
    install instrument introduce isolate issue join label launch let license limit link list
    load lock log lower make map mark measure merge migrate mirror mock modify mount move mute
    name notify offer open order organise organize pack page parallelize parameterise parse
    patch pause pin place plan point post practise prepare prevent print produce profile program
    promote prompt protect provide provision publish pull purge push put quarantine raise
    rate-limit rebase rebuild record recover redirect redo refuse register reject release reload
    relocate remove rename render renew replace replay replicate report reproduce request
    require reroute reserve reset resize resolve restart restore restrict retire retry return
    revert revoke rewrite roll rotate route run sanitise save scale scan schedule script seed
    segregate send separate serve set shard share shift ship show shut sign silence simulate
    skip snapshot sort specify spin split stage start stop store stress-test subscribe surface
    switch tag take teach test throttle tighten time track transfer trim trigger truncate tune
    turn uninstall unify unmount update upgrade upload use validate verify version void wait
    warn whitelist widen wipe withdraw wrap write zip adopt adapt tell acknowledge agree amend
    annotate append arrange audit bake bind boot broadcast centralise centralize certify clarify
    clear clone combine compress confirm consolidate containerize contact contribute cordon
    craft customise cycle debounce decouple dedupe delegate deliver demote describe draft dump
    emit enrol enroll escalate exempt expire fence flag flush freeze front gate grow guard hand
    host index invite invalidate keep lint localise manage max normalise obtain onboard
    override partition persist pick present preserve proxy reconfigure reinstall rehearse
    remap reorder repair re-enable respond reuse review roll-out scope secure seal select
    standardise standardize supply suppress swap template terminate toggle unblock
    unpin vendor walk wire
    """
)
RESEARCH: Final = verbs(
    """
    investigate explore research spike consider evaluate assess analyse analyze determine
    understand examine inspect study discuss think brainstorm revisit rethink reconsider
    diagnose debug ponder weigh ensure review
    """
)
"""Done in a head, or a wish: nothing that one could see afterwards."""
IMPROVING: Final = verbs(
    """
    improve enhance optimise optimize reduce increase strengthen harden streamline refactor
    simplify stabilise stabilize modernise modernize boost minimise minimize maximise maximize
    polish overhaul revamp rework restructure reorganise reorganize clean tidy
    address tackle monitor support help encourage maintain work try
    strive aim focus handle coordinate collaborate engage communicate be become learn avoid deal
    keep sync check continue lower decrease
    """
)
"""Never finished as worded, unless a measure says when."""
PERSUADING: Final = verbs(
    """
    remind educate train teach coach urge motivate lecture instruct sensitise sensitize retrain
    reprimand
    """
)
"""Done to people."""
VAGUE_PAIRS: Final = frozenset(
    tuple(pair.split("-"))
    for pair in words(
        """
    look-into look-at look-for find-out figure-out make-sure see-if see-whether think-about
    check-if check-whether check-that check-how work-with try-to beef-up shore-up step-up ramp-up
    firm-up brush-up sit-down play-with
    follow-up reach-out keep-an keep-up talk-to dig-into do-research take-care get-better
    """
    )
)
"""The same in two words."""
AMBIGUOUS: Final = verbs(
    """
    test report alert log list plan check page release review update document design label limit
    load lock map mark measure name order patch place process record request schedule script
    share stage store track transfer trigger change copy cover cut dump file flag format front
    gate group guard hand host index issue join lint link point post profile program prompt
    purge push queue return scale scan seal seed set shift show spin start switch tag
    time trace use vendor walk wire work monitor support help focus handle research study debug
    spike audit bake bind boot canary benchmark backup deploy rollback move run stress-test
    upgrade restart restore stop import export
    """
)
"""Nouns too."""
_ACTS: Final = {**CONCRETE, **RESEARCH, **IMPROVING, **PERSUADING}


def is_act(low: str) -> bool:
    """Whether an action item can begin with this word: `add`, `added`, `adding`."""
    verb = _ACTS.get(low)
    return verb is not None and verb.forms != {Form.PRESENT}


def is_order(low: str) -> bool:
    """Whether it is the plain form of such a verb."""
    verb = _ACTS.get(low)
    return verb is not None and Form.BASE in verb.forms
