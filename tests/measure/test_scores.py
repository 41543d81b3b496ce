"""The script counts what it should; the figures themselves are of labelled files, not of tests."""

from pathlib import Path

from tests.measure.lint import actions, blame, documents, score, total


def test_precision_recall_and_f1() -> None:
    assert str(total([score("ab", "bc"), score("x", "x")])) == (
        "precision 0.667  recall 0.667  F1 0.667  (2 right, 1 wrong, 1 missed)"
    )
    assert str(score("", "")).startswith("precision 1.000  recall 1.000")


def test_labelled_lines_are_judged() -> None:
    rows = [{"text": "Ana forgot it.", "label": "blame"}, {"text": "It rained.", "label": "ok"}]
    assert blame(rows, errors=False) == (1, 0, 0)
    every, each, specific = actions(
        [{"text": "Improve it", "problems": ["no-owner", "compound"], "specific": True}],
        errors=False,
    )
    assert (every.right, every.missed) == (1, 1)
    assert each["compound"] == (0, 0, 1)
    assert specific == 0.0


def test_flags_are_counted_by_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("It rained. Ana forgot it.\n", "utf-8")
    assert documents(tmp_path, errors=False).startswith("500.0 flags per 1,000 sentences (1 in 2)")
