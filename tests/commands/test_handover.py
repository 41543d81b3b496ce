"""Command changes hands once it is handed over, and is taken once."""

import pytest

from incident_tui.commands.outcome import ShowBrief, ShowDuties
from incident_tui.domain.errors import CommandError
from incident_tui.domain.facts import RoleAssigned
from incident_tui.domain.fold import fold
from incident_tui.domain.role_facts import CommandTaken
from incident_tui.domain.roles import burden
from tests.commands.situations import said
from tests.support.entries import at, log, situation

HANDED = (RoleAssigned("ic", "ana"), RoleAssigned("ic", "maria", "ana"))
TAKEN = CommandTaken("maria", "ana")


def test_who_took_over_says_so_once() -> None:
    assert said("/taken", situation(log(*HANDED))) == TAKEN
    with pytest.raises(CommandError, match="@maria took command at 14:04:00"):
        said("/taken", situation(log(*HANDED, TAKEN)))


@pytest.mark.parametrize("before", [(), HANDED[:1]])
def test_without_a_hand_over_there_is_nothing_to_take(before: tuple[RoleAssigned, ...]) -> None:
    with pytest.raises(CommandError, match="/ic @who hands it over"):
        said("/taken", situation(log(*before)))


def test_the_state_knows_who_handed_over_to_whom_and_when_it_was_taken() -> None:
    state = fold(log(*HANDED, TAKEN))
    assert state.handover is not None
    assert (state.handover.previous, state.handover.person) == ("ana", "maria")
    assert (state.handover.at, state.handover.taken_at) == (at(3), at(4))


def test_an_old_word_does_not_take_a_new_hand_over() -> None:
    state = fold(log(*HANDED, RoleAssigned("ic", "li", "maria"), TAKEN))
    assert state.handover is not None
    assert state.handover.taken_at is None


def test_a_brief_and_duties_are_shown() -> None:
    assert said("/handover") == ShowBrief()
    assert said("/duties scribe") == ShowDuties("scribe")
    assert said("/duties") == ShowDuties("ic")  # what is asked of whoever has no role
    assert said("/duties", situation(log(RoleAssigned("scribe", "maria")))) == ShowDuties("scribe")


def test_a_second_role_of_the_commander_is_said_and_one_of_others_is_not() -> None:
    led = RoleAssigned("ic", "maria")
    both = fold(log(led, RoleAssigned("scribe", "maria")))
    assert "@maria leads and is Scribe too" in burden(both, "scribe")
    assert "/scribe @somebody" in burden(both, "ic")
    assert burden(fold(log(led, RoleAssigned("scribe", "li"))), "scribe") == ""
    assert burden(fold(log(RoleAssigned("ops", "li"), RoleAssigned("comms", "li"))), "comms") == ""
    assert burden(fold(log()), "ic") == ""
