from incident_tui.storage.chain import GENESIS, commitment, link

META = ("e1", "i1", 1, "noted", 1, 10, 20, "ana", "cli", None)


def test_a_hash_is_the_same_for_ever() -> None:
    committed = commitment(bytes(16), '{"text":"ünïcode"}')
    assert committed.hex() == "293bfd81053154c23f2bca9bfe2a0403edeabbe47633cb1f175fe553b6579214"
    assert (
        link(GENESIS, META, committed).hex()
        == "85b1e818c47767afa3a99986b614f3b69b333b5a3b0c3a4a9d2be773b3d84b8a"
    )


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
