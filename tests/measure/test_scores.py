"""The script counts what it should, and the checks stay as good as they were measured to be.

The labelled lines here were written for these tests. Rules are made from the development files;
what was missed of the held-out ones has been seen since, so they guard a level and prove none.
"""

import json
from pathlib import Path
from typing import Any, Final

from tests.measure.lint import Score, actions, blame, documents, score, total

HERE: Final = Path(__file__).parent
LEAST_BLAME: Final = 0.90
LEAST_ACTIONS: Final = 0.85
LEAST_KNOWN: Final = 0.95
"""On the lines that the rules were made with."""


def rows_of(name: str) -> list[dict[str, Any]]:
    """The labelled lines of one file beside this one."""
    return [json.loads(line) for line in (HERE / name).read_text("utf-8").splitlines()]


def f1(found: Score) -> float:
    """Twice what was right, by all that was found and all that was there."""
    return 2 * found.right / (2 * found.right + found.wrong + found.missed)


def test_blame_is_told_from_what_systems_and_people_did() -> None:
    found = blame(rows_of("blame_held_out.jsonl"), errors=False)
    assert f1(found) >= LEAST_BLAME, found


def test_what_the_rules_were_made_with_stays_understood() -> None:
    found = blame(rows_of("blame_development.jsonl"), errors=False)
    assert f1(found) >= LEAST_KNOWN, found


def test_the_problems_of_action_items_are_found() -> None:
    every, _, specific = actions(rows_of("actions_held_out.jsonl"), errors=False)
    assert f1(every) >= LEAST_ACTIONS, every
    assert specific >= LEAST_ACTIONS


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
