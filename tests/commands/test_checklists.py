import pytest
from msgspec.structs import replace

from incident_tui.commands.outcome import ShowChecklist, Situation
from incident_tui.domain.call_facts import ChecklistTicked
from incident_tui.domain.checklists import checklist, unticked
from incident_tui.domain.errors import CommandError
from incident_tui.domain.facts import SeverityChanged
from incident_tui.domain.fold import fold
from incident_tui.domain.incident import Severity
from incident_tui.domain.practice import PRACTICE, Level
from tests.commands.situations import BURNING, said
from tests.support.entries import log, situation

LEVELS = {
    **PRACTICE.levels,
    Severity.SEV3: Level("ours", checklist=("open the bridge", "page the team")),
    Severity.SEV1: Level("ours", checklist=("open the bridge", "tell the board", "page the team")),
    Severity.SEV4: Level("ours"),
}
OURS = replace(PRACTICE, levels=LEVELS)
FRESH = replace(BURNING, practice=OURS)
BRIDGE = ChecklistTicked("open the bridge", 1)
TICKED = replace(situation(log(BRIDGE)), practice=OURS)
DONE = replace(situation(log(BRIDGE, ChecklistTicked("page the team", 2))), practice=OURS)
MILD = replace(situation(log(SeverityChanged(Severity.SEV3, Severity.SEV4))), practice=OURS)


def test_the_next_item_or_a_numbered_one_is_ticked() -> None:
    assert said("/check", FRESH) == BRIDGE
    assert said("/check 2", FRESH) == ChecklistTicked("page the team", 2)
    assert said("/check", TICKED) == ChecklistTicked("page the team", 2)
    assert said("/checklist", TICKED) == ShowChecklist()


@pytest.mark.parametrize(
    ("line", "where", "says"),
    [
        ("/check 1", TICKED, "1 was ticked at 14:02: open the bridge"),
        ("/check", DONE, "all 2 are ticked; /checklist shows them"),
        ("/check 3", TICKED, "there is no item 3; the checklist has 2"),
        ("/check 0", TICKED, "not a number of an item; write 3"),
        ("/check all", TICKED, "not a number of an item"),
        ("/check", MILD, r"SEV4 has no checklist; .*\[severity.sev4\] checklist"),
        ("/checklist", MILD, "SEV4 has no checklist"),
    ],
)
def test_it_refuses(line: str, where: Situation, says: str) -> None:
    with pytest.raises(CommandError, match=says):
        said(line, where)


def test_what_was_ticked_stays_so_in_the_list_of_another_severity() -> None:
    state = fold(log(BRIDGE, SeverityChanged(Severity.SEV3, Severity.SEV1)))
    items = checklist(state, OURS)
    assert [item.at is None for item in items] == [False, True, True]
    assert [(item.number, item.text) for item in unticked(items)] == [
        (2, "tell the board"),
        (3, "page the team"),
    ]
