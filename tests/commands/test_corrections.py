"""A correction aims at the entry that was meant, and never at one that is gone already."""

import pytest
from msgspec.structs import replace

from incident_tui.commands.outcome import Situation
from incident_tui.domain import facts
from incident_tui.domain.errors import CommandError
from incident_tui.domain.fact import Fact
from tests.commands.situations import BURNING, ENDED, said
from tests.support.entries import at, entry, id_of, log, situation

REDACTED = situation(log(facts.Noted("key"), facts.Redacted(id_of(2), "a token")))
NOTHING_OF_MINE = situation([entry(1, facts.Noted("x"), author="jo")])


@pytest.mark.parametrize(
    ("line", "fact"),
    [
        ("/undo", facts.Retracted(id_of(5))),
        ("/amend #2 error rate 17 %", facts.Amended(id_of(2), "error rate 17 %")),
        ("/amend it rises", facts.Amended(id_of(5), "it rises")),
        ("/amend #2 at:14:01", facts.Amended(id_of(2), occurred_at=at(1))),
        ("/amend #1 at:14:00", facts.Amended(id_of(1), occurred_at=at(0))),
        ("/retract #2 wrong call", facts.Retracted(id_of(2), "wrong call")),
        ("/retract", facts.Retracted(id_of(5))),
        ("/star #2", facts.Starred(id_of(2))),
        ("/s", facts.Starred(id_of(5))),
        ("/redact #2 a token", facts.Redacted(id_of(2), "a token")),
        ("/redact a token in #2", facts.Redacted(id_of(2), "a token in")),
    ],
)
def test_it_records(line: str, fact: Fact) -> None:
    assert said(line) == fact


def test_the_selected_entry_is_meant() -> None:
    where = replace(BURNING, selected=BURNING.entry(2))
    assert said("/star", where) == facts.Starred(id_of(2))
    assert said("/star #3", where) == facts.Starred(id_of(3))


def test_what_was_taken_back_is_brought_back_by_taking_that_back() -> None:
    assert said("/restore #2", ENDED) == facts.Retracted(id_of(4), "#2 stands again")
    assert said("/unstar #2", ENDED) == facts.Unstarred(id_of(2))


@pytest.mark.parametrize(
    ("line", "where", "says"),
    [
        ("/undo", NOTHING_OF_MINE, "nothing to undo"),
        ("/star", NOTHING_OF_MINE, "name it by its number: #12"),
        ("/amend #2", BURNING, "/amend #12 new text, or /amend #12 at:14:02"),
        ("/amend #1 a better title", BURNING, "its own command: /title"),
        ("/amend #2 x", ENDED, "/restore #2 returns it"),
        ("/retract #1", BURNING, "/resolve ends the incident"),
        ("/retract #2", ENDED, "/restore #2 returns it"),
        ("/star #2", ENDED, "/restore #2 returns it"),
        ("/restore #2", BURNING, "#2 still stands"),
        ("/unstar #2", BURNING, "#2 is not starred"),
        ("/redact #2", BURNING, "because is missing"),
        ("/redact a token", BURNING, "#entry is missing"),
        ("/redact #2 a token", REDACTED, "redacted already"),
    ],
)
def test_it_refuses(line: str, where: Situation, says: str) -> None:
    with pytest.raises(CommandError, match=says):
        said(line, where)


def test_a_star_is_given_once() -> None:
    starred = situation(log(facts.Noted("a"), facts.Starred(id_of(2))))
    with pytest.raises(CommandError, match="/unstar takes it out"):
        said("/star #2", starred)


def test_undoing_again_and_again_ends_with_the_declaration() -> None:
    entries = log(facts.Noted("a"), facts.Noted("b"))
    taken = []
    for _ in range(2):
        undone = said("/undo", situation(entries))
        assert isinstance(undone, Fact)
        taken.append(undone)
        entries.append(entry(len(entries) + 1, undone, author="jo"))
    assert taken == [facts.Retracted(id_of(3)), facts.Retracted(id_of(2))]
    with pytest.raises(CommandError, match="a declaration stays"):
        said("/undo", situation(entries))
