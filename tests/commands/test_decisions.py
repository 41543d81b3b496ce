import pytest

from incident_tui.commands.outcome import Situation
from incident_tui.domain import decision_facts as decided
from incident_tui.domain.errors import CommandError
from incident_tui.domain.fact import Fact
from incident_tui.domain.facts import DecisionMade
from tests.commands.situations import said
from tests.support.entries import id_of, log, situation

D1, D2 = id_of(2), id_of(3)


def _after(*then: Fact) -> Situation:
    """D1 is proposed, then these are said; maria speaks."""
    return situation(log(decided.Proposed("roll back", "ana"), *then))


PROPOSED = _after()
TWO = _after(decided.Proposed("fail over"))
MIXED = _after(decided.Objected(D1, "li", "not now"), decided.Proposed("fail over"))
BOTH = _after(decided.Proposed("fail over"), decided.Carried(D1), decided.Carried(D2))
CARRIED = _after(decided.Carried(D1))
OBJECTED = _after(decided.Objected(D1, "li", "not now"))


@pytest.mark.parametrize(
    ("line", "where", "fact"),
    [
        ("/propose roll back @ana", TWO, decided.Proposed("roll back", "ana")),
        (
            '/p wait risk:"it gets worse" backout:none within:10m',
            TWO,
            decided.Proposed("wait", "", "it gets worse", "none", 10),
        ),
        ("/propose raise the limit to 10m", TWO, decided.Proposed("raise the limit to 10m")),
        ("/object D1 not now", TWO, decided.Objected(D1, "maria", "not now")),
        ("/object d1 @li not now", TWO, decided.Objected(D1, "li", "not now")),
        ("/object not now @li", MIXED, decided.Objected(id_of(4), "li", "not now")),
        ("/object D1", PROPOSED, "why is missing"),
        ("/object D12 is not meant", PROPOSED, "there are: D1"),
        ("/object DB1 is full", PROPOSED, decided.Objected(D1, "maria", "DB1 is full")),
        ("/carried", PROPOSED, decided.Carried(D1)),
        ("/carried", MIXED, decided.Carried(id_of(4))),
        ("/carried", TWO, "say which: D1 roll back, D2 fail over"),
        ("/object no", TWO, "say which: D1 roll back, D2 fail over"),
        ("/carry D1 @li within:1h", TWO, decided.Carried(D1, "li", 60)),
        ("/carried", OBJECTED, "@li objects: not now; carry it all the same with a reason"),
        ('/carried because:"no way"', OBJECTED, decided.Carried(D1, reason="no way")),
        ("/carried there is no way", OBJECTED, decided.Carried(D1, reason="there is no way")),
        ("/withdraw", OBJECTED, decided.Withdrawn(D1)),
        ("/withdraw D1 li is right", TWO, decided.Withdrawn(D1, "li is right")),
        ("/risk D1 carts are lost", TWO, decided.RiskStated(D1, "carts are lost")),
        ("/risk backout:again", PROPOSED, decided.RiskStated(D1, None, "again")),
        ("/risk", PROPOSED, "say what may go wrong: /risk D1"),
        ("/verify", CARRIED, decided.Verified(D1)),
        ("/verify", BOTH, "say which: D1 roll back, D2 fail over"),
        ("/verify D1 all zones", CARRIED, decided.Verified(D1, "all zones")),
        ("/failed D1 schema", CARRIED, decided.Failed(D1, "schema")),
        ("/failed it is worse", CARRIED, decided.Failed(D1, "it is worse")),
        ("/failed", CARRIED, "why is missing"),
        ("/verify D1", PROPOSED, "D1 is only proposed; /carried D1 comes first"),
        ("/carried D1", CARRIED, "D1 is being executed by @ana since 14:03:00"),
        ("/object D1 no", CARRIED, "since 14:03:00; /failed says that it went wrong"),
        ("/withdraw D1", CARRIED, "is being executed"),
        ("/carried", CARRIED, "no proposal is open; /propose makes one, /decision"),
        ("/verify", PROPOSED, "no decision is being executed; /decision or /carried"),
        ("/verify D1", _after(decided.Withdrawn(D1)), "D1 was withdrawn at 14:03:00"),
        ("/failed D1 x", _after(decided.Failed(D1, "x")), "D1 has failed at 14:03:00"),
        ("14:01 /carried D1", PROPOSED, "D1 began at 14:02:00; give a later time"),
        ("14:02:30 /verify D1", CARRIED, "D1 began at 14:03:00; give a later time"),
    ],
)
def test_it_comes_to(line: str, where: Situation, fact: Fact | str) -> None:
    if isinstance(fact, str):
        with pytest.raises(CommandError, match=fact):
            said(line, where)
    else:
        assert said(line, where) == fact


def test_a_decision_made_at_once_may_be_verified_too() -> None:
    at_once = situation(log(DecisionMade("drain", "jo")))
    assert said("/verify", at_once) == decided.Verified(D1)
