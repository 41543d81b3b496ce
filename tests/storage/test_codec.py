import typing
from datetime import UTC, date, datetime
from enum import Enum
from types import NoneType, UnionType
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incident_tui.domain.errors import StoreDamagedError
from incident_tui.domain.fact import Fact
from incident_tui.domain.facts import FACTS, ImpactRecorded, Noted, Unknown
from incident_tui.domain.payloads import fact_of, payload_of
from incident_tui.domain.text import storable
from incident_tui.storage.codec import FREE_TEXT, STRUCTURE, blanked, draft, entry
from tests.storage.stories import T0, said

TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\r\x00"), max_size=20)
TIMES = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


def strategy(kind: Any) -> st.SearchStrategy[Any]:
    if isinstance(kind, UnionType):
        return st.one_of(*map(strategy, typing.get_args(kind)))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return st.sampled_from(list(kind))
    known: dict[Any, st.SearchStrategy[Any]] = {
        str: TEXT,
        int: st.integers(0, 2**53),
        float: st.floats(0, 1e9),
        bool: st.booleans(),
        datetime: TIMES,
        date: st.dates(),
        NoneType: st.none(),
        tuple[str, ...]: st.lists(TEXT, max_size=3).map(tuple),
        dict[str, str]: st.dictionaries(TEXT, TEXT, max_size=3),
    }
    return known[kind]


def facts(kind: type[Fact]) -> st.SearchStrategy[Fact]:
    fields = msgspec.structs.fields(kind)
    return st.builds(kind, **{field.name: strategy(field.type) for field in fields})


@settings(max_examples=100)
@given(st.one_of(*map(facts, FACTS)))
def test_every_fact_comes_back_as_it_went(fact: Fact) -> None:
    assert fact_of(*payload_of(fact)) == fact
    made = said(fact, "x")
    assert fact_of(made.kind, made.version, made.payload) == fact


def test_every_string_of_every_fact_is_either_free_text_or_structure() -> None:
    assert not FREE_TEXT & STRUCTURE
    for kind in FACTS:
        for field in msgspec.structs.fields(kind):
            if field.type is str or field.type == str | None:
                assert field.name in FREE_TEXT | STRUCTURE, (kind, field.name)


@settings(max_examples=100)
@given(st.one_of(*map(facts, FACTS)))
def test_a_blanked_fact_keeps_no_word_and_all_structure(fact: Fact) -> None:
    empty = blanked(fact)
    assert type(empty) is type(fact)
    for name in fact.__struct_fields__:
        before, after = getattr(fact, name), getattr(empty, name)
        if type(before) is str and name in FREE_TEXT:
            assert after == ("[redacted]" if before else "")
        elif not isinstance(before, dict):
            assert after == before
    assert blanked(empty) == empty


def test_the_values_of_an_impact_are_blanked() -> None:
    empty = blanked(ImpactRecorded({"users": "token abc"}, "see abc"))
    assert empty == ImpactRecorded({"users": "[redacted]"}, "[redacted]")


@pytest.mark.parametrize(
    ("kind", "version", "payload"),
    [
        ("paged", 1, '{"who":"bo"}'),
        ("noted", 2, '{"text":"x"}'),
        ("noted", 1, "{}"),
        ("noted", 1, "not json"),
        ("severity", 1, '{"before":9,"after":1}'),
        ("declared", 1, '{"title":"x","severity":1,"started_at":"never"}'),
    ],
)
def test_what_is_not_known_is_kept_as_it_came(kind: str, version: int, payload: str) -> None:
    fact = fact_of(kind, version, payload)
    assert fact == Unknown(kind, version, payload)
    assert payload_of(fact) == (kind, version, payload)
    assert blanked(fact) == Unknown(kind, version, '{"redacted":true}')


def test_what_cannot_be_stored_is_made_storable_in_every_string() -> None:
    bad = "a\ud800\x00\r\nb"
    made = draft(
        Noted(bad),
        id="x",
        incident_id="i1",
        occurred_at=T0,
        recorded_at=T0,
        author=bad,
        source=bad,
        external_ref=bad,
    )
    assert fact_of(made.kind, made.version, made.payload) == Noted(storable(bad))
    assert {made.author, made.source, made.external_ref, made.text} == {storable(bad)}
    impact = said(ImpactRecorded({bad: bad}), "x")
    impact.payload.encode()


def test_an_impossible_time_is_damage() -> None:
    row = ("x", "i1", 1, "noted", 1, '{"text":"a"}', 2**62, 0, "ana", "test", None, bytes(32))
    with pytest.raises(StoreDamagedError, match="time"):
        entry(row)
