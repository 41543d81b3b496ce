"""Action items are added, changed and closed by the name people give them."""

from datetime import date

import pytest

from incident_tui.domain import facts
from incident_tui.domain.errors import CommandError
from incident_tui.domain.fact import Fact
from incident_tui.domain.incident import ActionKind, Priority
from tests.commands.situations import BURNING, said
from tests.support.entries import entry, id_of, log, situation

A1 = id_of(4)


@pytest.mark.parametrize(
    ("line", "fact"),
    [
        ("/action Alert on lag", facts.ActionItemAdded("Alert on lag")),
        (
            "/todo Alert on lag @ana due:2w priority:p0 kind:prevent",
            facts.ActionItemAdded(
                *("Alert on lag", "ana", date(2026, 1, 29), Priority.HIGH, ActionKind.PREVENTATIVE)
            ),
        ),
        ("/change a1 Alert on errors", facts.ActionItemChanged(A1, "Alert on errors")),
        (
            "/change A1 @li due:fri because:away",
            facts.ActionItemChanged(A1, owner="li", due=date(2026, 1, 16), reason="away"),
        ),
        ("/done A1", facts.ActionItemDone(A1)),
        ("/decline A1 it is retired", facts.ActionItemDeclined(A1, "it is retired")),
    ],
)
def test_it_records(line: str, fact: Fact) -> None:
    assert said(line) == fact


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("/change A1", "/change A1 @who due:fri priority:high"),
        ("/change A1 because:away", "say what changes"),
        ("/decline A1", "because is missing"),
        ("14:03 /done A1", "only added at 14:04:00; give a later time"),
        ("14:03 /decline A1 no", "give a later time"),
        ("14:03 /change A1 @li", "give a later time"),
    ],
)
def test_it_refuses(line: str, says: str) -> None:
    with pytest.raises(CommandError, match=says):
        said(line, BURNING)


def test_what_is_done_is_not_done_again_but_may_be_declined() -> None:
    entries = log(facts.ActionItemAdded("Alert"))
    done = situation([*entries, entry(3, facts.ActionItemDone(id_of(2)))])
    with pytest.raises(CommandError, match="A1 is done already"):
        said("/done A1", done)
    assert said("/decline A1 no", done) == facts.ActionItemDeclined(id_of(2), "no")


def test_without_action_items_it_says_how_to_add_one() -> None:
    with pytest.raises(CommandError, match="none yet; add one with /action"):
        said("/done A1", situation(log()))
