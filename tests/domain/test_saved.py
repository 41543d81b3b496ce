import pytest

from incident_tui.domain.metrics.saved import COUNTS, FORMULA, FormulaError, minutes

COUNTED = {"incidents": 10, "postmortems": 4, "updates": 30, "actions": 12}


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        (FORMULA, 75 * 4 + 5 * 30),
        ("60*postmortems", 240),
        (" -(incidents - 4) / 2 ", -3),
        ("actions / 0", None),
        ("1.5", 1.5),
    ],
)
def test_a_formula_is_reckoned(formula: str, value: float | None) -> None:
    assert minutes(formula, COUNTED) == value


@pytest.mark.parametrize(
    "formula",
    [
        *("", "people * 3", "2 ** 9999999", "__import__('os')", "incidents.real", "[1]", "True"),
        *("1 if 2 else 3", "f(1)", "'a' * 9", "1 +", "(" * 150, "9" * 201, "1\x00", "1j"),
    ],
)
def test_what_is_no_formula_is_refused_with_one_that_is(formula: str) -> None:
    with pytest.raises(FormulaError, match="incidents, postmortems, updates, actions, such as"):
        minutes(formula, COUNTED)


def test_the_names_of_a_formula_are_those_that_are_counted() -> None:
    assert set(COUNTS) == set(COUNTED)
