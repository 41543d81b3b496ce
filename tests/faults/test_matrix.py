from tests.faults.matrix import FAULTS, proofs


def test_every_fault_is_proven_by_a_test() -> None:
    proven = proofs()
    assert [fault.number for fault in FAULTS if not proven.get(fault.number)] == []
    assert sorted(proven) == [fault.number for fault in FAULTS]
