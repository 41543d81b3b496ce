"""Indentation is read kindly: no level is skipped, whatever was typed."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incident_tui.postmortem.whys import (
    depth,
    ends_at_person,
    indented,
    is_factor,
    leaves,
    whys,
)


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("a\n  b\n    c\n  d", [(0, "a"), (1, "b"), (2, "c"), (1, "d")]),
        ("a\n        far in\n\n  - b", [(0, "a"), (1, "far in"), (1, "b")]),
        ("a\n\tb", [(0, "a"), (1, "b")]),
        ("  a\nb", [(0, "a"), (0, "b")]),
        ("", []),
    ],
)
def test_two_spaces_are_a_level(text: str, levels: list[tuple[int, str]]) -> None:
    assert [(why.level, why.text) for why in whys(text)] == levels


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 12), st.text("ab -", min_size=1)), max_size=8))
def test_no_level_is_ever_skipped(lines: list[tuple[int, str]]) -> None:
    text = "\n".join(" " * indent + said for indent, said in lines)
    levels = [-1, *(why.level for why in whys(text))]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert depth(text) == max([0, *levels])


CHAINS = "Why did it fail?\n  a column was gone #4\n    nobody was told\nWhy so late?\n  ana slept"


def test_chains_end_in_leaves_with_their_evidence() -> None:
    assert [why.said for why in leaves(CHAINS)] == ["nobody was told", "ana slept"]
    assert [(why.row, why.said, why.entries) for why in whys(CHAINS) if why.entries] == [
        (1, "a column was gone", (4,))
    ]
    assert whys("Why? (#3, #5)")[0].entries == (3, 5)
    assert whys("#3")[0].said == "#3"


@pytest.mark.parametrize(
    ("said", "person"),
    [
        ("ana skipped the check", True),
        ("because the on-call engineer read the wrong graph", True),
        ("human error", True),
        ("Ana could start the deploy without a second pair of eyes", False),
        ("ana's laptop held the only key", False),
        ("the engineer had to type the flag by hand", False),
        ("the on-call rotation had nobody for two hours", False),
        ("nothing compares the disk with the indices", False),
        ("analysis of the graph takes minutes", False),
    ],
)
def test_a_leaf_that_ends_at_a_person_is_told_from_a_condition(said: str, person: bool) -> None:
    (leaf,) = leaves(f"Why?\n  {said}")
    assert ends_at_person(leaf, ["ana", "li"]) is person


def test_an_answer_is_a_factor_whatever_its_category() -> None:
    (leaf,) = leaves("Why?\n  The alert watches the mean. #7")
    assert is_factor(leaf, ["the alert watches the mean (tooling)"])
    assert not is_factor(leaf, ["the alert"])


def test_what_hangs_below_a_line_moves_with_it() -> None:
    text = "a\n  b\n    c\n\n  d"
    assert indented(text, 1, 1) == "a\n    b\n      c\n\n  d"
    assert indented(text, 1, -1) == "a\nb\n  c\n\n  d"
    assert indented(text, 0, -1) == text
