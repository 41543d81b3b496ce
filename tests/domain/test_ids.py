"""Ids sort by the time they were made and say that they are UUIDs of version 7."""

from uuid import RFC_4122, UUID

from hypothesis import given
from hypothesis import strategies as st

from incident_tui.domain.ids import uuid7

MILLIS = st.integers(0, 2**48 - 1)
RANDOM = st.binary(min_size=10, max_size=10)


@given(MILLIS, RANDOM)
def test_the_layout_is_that_of_version_7(millis: int, random: bytes) -> None:
    read = UUID(uuid7(millis, random))
    assert str(read) == uuid7(millis, random)
    assert (read.version, read.variant) == (7, RFC_4122)
    assert read.int >> 80 == millis
    kept = int.from_bytes(random, "big") & ~(0xF << 76) & ~(0x3 << 62)
    assert read.int & ((1 << 80) - 1) & ~(0xF << 76) & ~(0x3 << 62) == kept


@given(MILLIS, MILLIS, RANDOM, RANDOM)
def test_a_later_id_sorts_after_an_earlier_one(a: int, b: int, one: bytes, two: bytes) -> None:
    if a < b:
        assert uuid7(a, one) < uuid7(b, two)


def test_the_example_of_the_standard() -> None:
    # RFC 9562, appendix A.6
    random = bytes.fromhex("0cc318c4dc0c0c07398f")
    assert uuid7(0x017F22E279B0, random) == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"
