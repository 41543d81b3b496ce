"""The agenda follows the steps, and its clock says when a part is over."""

import pytest

from incident_tui.domain.review import Review
from incident_tui.postmortem.meeting import AGENDA, agenda_line, phase_of
from incident_tui.postmortem.steps import STEPS
from tests.support.entries import at

HELD = Review(meeting_at=at(0))


def test_every_step_has_its_place_on_the_agenda_in_order() -> None:
    places = [AGENDA.index(phase_of(step.id)) for step in STEPS]
    assert places == sorted(places)
    assert {step for phase in AGENDA for step in phase.steps} == {step.id for step in STEPS}


@pytest.mark.parametrize(
    ("step", "minutes", "told"),
    [
        ("timeline", 2, "Meeting 2 min of 15 · [timeline] → analysis → actions · What did you see"),
        ("factors", 20, "Meeting 20 min of 45 · timeline → [analysis] → actions · What else would"),
        ("timeline", 20, "[timeline] → analysis → actions · timeline is 5 min over"),
        ("whys", 24, "What condition allowed this?"),
    ],
)
def test_the_line_says_how_long_where_and_what_to_ask(step: str, minutes: int, told: str) -> None:
    assert told in agenda_line(HELD, step, at(minutes))


def test_without_a_meeting_there_is_no_line() -> None:
    assert agenda_line(Review(), "timeline", at(1)) == ""
