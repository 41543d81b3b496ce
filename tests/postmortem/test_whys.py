"""Indentation is read kindly: no level is skipped, whatever was typed."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incident_tui.postmortem.whys import depth, tree


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
    assert list(tree(text)) == levels


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 12), st.text("ab -", min_size=1)), max_size=8))
def test_no_level_is_ever_skipped(lines: list[tuple[int, str]]) -> None:
    text = "\n".join(" " * indent + said for indent, said in lines)
    levels = [-1, *(level for level, _ in tree(text))]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert depth(text) == max([0, *levels])
