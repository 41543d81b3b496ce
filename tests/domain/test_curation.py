"""How the log reads in the post-mortem is decided by facts; the log itself stays as it was."""

import pytest

from incident_tui.domain import facts
from incident_tui.domain.curation_facts import Hidden, Merged, Retold, Unhidden
from incident_tui.domain.fact import Fact
from incident_tui.domain.timeline import published
from tests.support.entries import id_of, log
from tests.support.records import record

TWO = (facts.Noted("5xx up"), facts.Noted("carts fail."), facts.Starred(id_of(2)))


def told(*more: Fact) -> list[str]:
    return [row.text for row in published(record(log(*TWO, *more)).rows)]


@pytest.mark.parametrize(
    ("more", "texts"),
    [
        ((), ["5xx up"]),
        ((Retold(id_of(2), "Checkout began to fail"),), ["Checkout began to fail"]),
        ((Retold(id_of(2), "x"), Retold(id_of(2))), ["5xx up"]),
        ((Retold(id_of(2), "x"), facts.Retracted(id_of(5))), ["5xx up"]),
        ((Merged(id_of(3), id_of(2)),), ["5xx up; carts fail"]),
        ((Merged(id_of(3), id_of(2)), Merged(id_of(3))), ["5xx up"]),
        ((facts.Starred(id_of(3)), Merged(id_of(3), id_of(2))), ["5xx up; carts fail"]),
        (
            (facts.Starred(id_of(3)), Merged(id_of(3), id_of(2)), facts.Unstarred(id_of(2))),
            ["carts fail."],
        ),
        ((Merged(id_of(3), "nowhere"),), ["5xx up"]),
        ((Retold(id_of(2), "a secret"), facts.Redacted(id_of(2), "x")), ["[redacted]"]),
        ((facts.Redacted(id_of(2), "x"), Retold(id_of(2), "a secret")), ["[redacted]"]),
    ],
)
def test_readers_see_what_is_meant_for_them(more: tuple[Fact, ...], texts: list[str]) -> None:
    assert told(*more) == texts


def test_the_log_keeps_its_own_words_and_what_is_hidden() -> None:
    made = log(*TWO, Retold(id_of(2), "x"), Hidden(id_of(3)), Merged(id_of(3), id_of(2)))
    rows = record(made).rows
    assert [row.text for row in rows[1:]] == ["5xx up", "carts fail."]
    assert rows[2].overlay.hidden
    assert not record([*made, *log(*TWO, Unhidden(id_of(3)))[-1:]]).rows[1].overlay.hidden


def test_evidence_of_what_is_merged_comes_along() -> None:
    proof = facts.EvidenceAttached(id_of(3), "https://a.example", "graph")
    [row] = published(record(log(*TWO, proof, Merged(id_of(3), id_of(2)))).rows)
    assert [link.text for link in row.evidence] == ["graph"]
