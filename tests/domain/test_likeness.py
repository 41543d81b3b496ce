"""The same cause is told from another by what failed and how, and every answer says why."""

import pytest
from hypothesis import given, settings

from incident_tui.domain.likeness.causes import Told, same_cause
from incident_tui.domain.likeness.mechanisms import KIN, MECHANISMS
from incident_tui.domain.likeness.ranking import SUGGESTED, Story, likeness, rank
from incident_tui.domain.likeness.words import SYMPTOM, clauses, stems
from tests.measure import recurrence
from tests.support.strategies import ANY_TEXT


def story(number: int, text: str, service: str = "", *categories: str) -> Story:
    return Story(f"i{number}", number, text, text, service, frozenset(categories))


FULL = story(9, "Uploads are refused because the volume ran out of space", "files")
BEFORE = [
    story(1, "Uploads are refused because the certificate had expired", "files"),
    story(2, "Orders are read only: no space left on the disk of the database", "orders"),
    story(3, "The disk of the file server is full", "files", "capacity"),
    story(4, "Bots asked for every page", "shop"),
]


def test_the_same_cause_stands_before_the_same_symptom() -> None:
    found = rank(FULL, [*BEFORE, FULL])
    assert [each.story.number for each in found] == [3, 2]
    assert found[0].mechanism == found[1].mechanism == "disk full"


def test_every_answer_says_why() -> None:
    asked = story(9, FULL.text, "files", "capacity", "process")
    best = rank(asked, BEFORE)[0]
    assert best.reasons == (
        "disk full: space, volume, uploads here; file, disk, server there",
        "same service: files",
        "same kind of factor: capacity",
    )


def test_a_service_or_a_factor_alone_is_not_enough() -> None:
    same = likeness(FULL, Told(FULL.text), BEFORE[0], Told(BEFORE[0].text))
    assert 0 < same.score < SUGGESTED
    assert same.reasons == ()


def test_the_clause_that_tells_why_weighs_more() -> None:
    assert list(clauses("Login failed because the KeyFile expired.")) == [
        (("login", "fail"), SYMPTOM),
        (("key", "fil", "expir"), 1.0),
    ]
    assert [weight for _, weight in clauses("A link was cut, so calls failed")] == [1.0, SYMPTOM]
    assert [weight for _, weight in clauses("Since Monday")] == [1.0]


def test_a_word_is_known_in_all_its_forms() -> None:
    assert stems("retries retried") == stems("retry retry")
    assert len(set(stems("deploy deploys deployed deploying"))) == 1


@pytest.mark.parametrize("mechanism", MECHANISMS)
def test_what_is_said_of_a_mechanism_is_heard_as_that_mechanism(mechanism: str) -> None:
    phrases = [p.strip() for p in MECHANISMS[mechanism].split(";")]
    heard = Told(". ".join(phrases)).heard
    assert max(heard, key=lambda name: heard[name]) == mechanism
    assert all(stems(phrase) for phrase in phrases)


def test_kin_are_mechanisms_and_only_akin() -> None:
    assert all(set(group) <= MECHANISMS.keys() and len(set(group)) > 1 for group in KIN)
    cut, died = Told("the cable was cut"), Told("the motherboard of the machine died")
    other = Told("phishing took over an account")
    assert 0 < same_cause(cut, other) + same_cause(cut, died) < same_cause(cut, cut) + 0.6
    assert same_cause(cut, died) > same_cause(cut, other)


@settings(max_examples=60)
@given(ANY_TEXT, ANY_TEXT)
def test_likeness_is_a_share_and_takes_any_text(a: str, b: str) -> None:
    one, other = Told(a), Told(b)
    assert 0 <= same_cause(one, other) <= 1.0000001
    assert same_cause(one, other) == pytest.approx(same_cause(other, one))


def test_it_is_better_than_words_where_words_mislead() -> None:
    found = recurrence.pairs(recurrence.OWN)
    assert recurrence.auc([(recurrence.by_cause(p.a, p.b), p.same) for p in found]) > 0.9
    assert recurrence.auc([(recurrence.by_words(p.a, p.b), p.same) for p in found]) < 0.5


def test_a_tie_counts_half() -> None:
    assert recurrence.auc([(1, True), (1, False)]) == 0.5
    assert recurrence.auc([(1, True), (0, False), (2, False)]) == 0.5
