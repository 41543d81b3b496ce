from hypothesis import given, settings
from hypothesis import strategies as st

from incident_tui.storage.chain import GENESIS, _field, _fields, commitment, link

META = ("e1", "i1", 1, "noted", 1, 10, 20, "ana", "cli", None)


def test_a_hash_is_the_same_for_ever() -> None:
    committed = commitment(bytes(16), '{"text":"ünïcode"}')
    assert committed.hex() == "293bfd81053154c23f2bca9bfe2a0403edeabbe47633cb1f175fe553b6579214"
    assert (
        link(GENESIS, META, committed).hex()
        == "85b1e818c47767afa3a99986b614f3b69b333b5a3b0c3a4a9d2be773b3d84b8a"
    )


@given(st.lists(st.none() | st.integers() | st.text(max_size=9), max_size=10).map(tuple))
@settings(max_examples=60)
def test_the_quick_way_encodes_as_the_plain_one(meta: tuple[str | int | None, ...]) -> None:
    assert _fields(meta) == b"".join(map(_field, meta))


def test_no_two_lists_of_values_encode_alike() -> None:
    metas: list[tuple[str | int | None, ...]] = []
    metas += [
        ("ab", "c"),
        ("a", "bc"),
        ("abc", ""),
        ("1:a,", ""),
        (1, "a"),
        (None, "a"),
        ("-", "a"),
    ]
    assert len({link(GENESIS, meta, GENESIS) for meta in metas}) == len(metas)
