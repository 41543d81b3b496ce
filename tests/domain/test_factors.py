import pytest

from incident_tui.domain.factors import categories, split


@pytest.mark.parametrize(
    ("line", "factor", "category"),
    [
        ("Nobody was told (process)", "Nobody was told", "process"),
        ("Nobody was told (Process).", "Nobody was told", "process"),
        ("The pool (of 20) is small (capacity)", "The pool (of 20) is small", "capacity"),
        ("The pool (of 20) is small", "The pool (of 20) is small", ""),
        ("Nobody was told", "Nobody was told", ""),
        ("(process)", "(process)", ""),
        ("Nobody ()", "Nobody", ""),
        (f"Nobody ({'x' * 41})", f"Nobody ({'x' * 41})", ""),
        ("", "", ""),
    ],
)
def test_a_category_stands_behind_its_factor(line: str, factor: str, category: str) -> None:
    assert split(line) == (factor, category)


def test_an_answer_names_each_category_once() -> None:
    assert categories("- a (tooling)\n\nb (process)\nc (Tooling)\nd") == ("tooling", "process")
