"""What comes in is decided by what is stored at that very moment."""

import pytest

from incident_tui.domain import facts
from incident_tui.domain.fact import Fact
from incident_tui.storage.codec import draft
from incident_tui.storage.draft import Draft
from incident_tui.storage.merging import merge_in
from tests.storage.engines import Store, on_both, run
from tests.support.entries import DECLARED, at, id_of

ANSWERS = "SELECT step, revision, text, author FROM answer ORDER BY step"


def drafts(*given: Fact) -> list[Draft]:
    return [
        draft(
            fact,
            id=id_of(seq),
            incident_id=id_of(1),
            occurred_at=at(seq),
            recorded_at=at(seq),
            author="maria",
            source="cli",
        )
        for seq, fact in enumerate((DECLARED, *given), 1)
    ]


@on_both
def test_an_answer_that_was_saved_meanwhile_stays(store: Store) -> None:
    assert run(store, merge_in(drafts(), {"summary": "ours"}, "jo", 1)) == 1
    assert run(store, merge_in(drafts(), {"summary": "theirs", "owner": "li"}, "ana", 2)) == 0
    assert store.execute(ANSWERS).fetchall() == [
        ("owner", 1, "li", "ana"),
        ("summary", 1, "ours", "jo"),
    ]


@on_both
def test_a_redaction_of_something_elsewhere_is_only_a_fact(store: Store) -> None:
    log = drafts(facts.Noted("kept"), facts.Redacted(id_of(99), "elsewhere"))
    assert run(store, merge_in(log, {}, "jo", 1)) == 3
    assert "kept" in store.execute("SELECT payload FROM entry WHERE seq = 2").fetchone()[0]


@on_both
@pytest.mark.parametrize("broken", [None, 3])
def test_all_of_it_or_nothing(store: Store, broken: int | None) -> None:
    log = drafts(facts.Noted("one"), facts.Redacted(id_of(2), "why"), facts.Noted("two"))
    if broken:
        log[broken].incident_id = id_of(77)
        with pytest.raises(Exception, match=r"no such incident|one transaction"):
            run(store, merge_in(log, {"summary": "x"}, "jo", 1))
    else:
        run(store, merge_in(log, {"summary": "x"}, "jo", 1))
    count = store.execute("SELECT count(*) FROM entry").fetchone()[0]
    assert count == (0 if broken else 4)
    assert len(store.execute(ANSWERS).fetchall()) == (0 if broken else 1)
