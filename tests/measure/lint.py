"""`python -m tests.measure.lint` says how well blame and action items are judged.

--blame FILE.jsonl      lines with `text` and `label` (`blame` or `ok`)
--actions FILE.jsonl    lines with `text`, `problems` (rule ids) and `specific`
--documents FOLDER      Markdown documents: flags per 1,000 sentences
--errors                also lists what was judged otherwise
"""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from incident_tui.postmortem.action_check import action_findings, is_specific
from incident_tui.postmortem.blame import blame_in
from incident_tui.postmortem.english.sentences import sentences
from incident_tui.postmortem.prose import masked


class Score(NamedTuple):
    """How often it was right to find something, wrong to, and wrong not to."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __str__(self) -> str:
        """Precision, recall and F1, or that there is nothing to measure."""
        found, there = self.right + self.wrong, self.right + self.missed
        precision = self.right / found if found else 1.0
        recall = self.right / there if there else 1.0
        both = precision + recall
        f1 = 2 * precision * recall / both if both else 0.0
        return (
            f"precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}  "
            f"({self.right} right, {self.wrong} wrong, {self.missed} missed)"
        )


def score(found: Iterable[Any], there: Iterable[Any]) -> Score:
    """Compare what was found with what is there."""
    one, other = set(found), set(there)
    return Score(len(one & other), len(one - other), len(other - one))


def total(scores: Iterable[Score]) -> Score:
    """All of them together."""
    return Score(*map(sum, zip(*scores, strict=True)))


def blame(rows: list[dict[str, Any]], *, errors: bool) -> Score:
    """Whether a sentence is found to blame."""
    scores = []
    for row in rows:
        found = blame_in(row["text"])
        each = score([1] if found else [], [1] if row["label"] == "blame" else [])
        scores.append(each)
        if errors and (each.wrong or each.missed):
            said = ", ".join(f"{finding.rule} “{finding.text}”" for finding in found)
            print(f"  {'wrong ' if each.wrong else 'missed'} {row['text']}  {said}")
    return total(scores)


def actions(rows: list[dict[str, Any]], *, errors: bool) -> tuple[Score, dict[str, Score], float]:
    """All problems together, each by itself, and how often `specific` is judged alike."""
    by_rule: dict[str, list[Score]] = {}
    agreed = 0
    for row in rows:
        found = action_findings(row["text"])
        rules, problems = {finding.rule for finding in found}, set(row["problems"])
        for rule in rules | problems:
            each = score({rule} & rules, {rule} & problems)
            by_rule.setdefault(rule, []).append(each)
        agreed += is_specific(found) == row["specific"]
        if errors and rules != problems:
            print(
                f"  {row['text']}  wrong {rules - problems or ''} missed {problems - rules or ''}"
            )
    each_rule = {rule: total(scores) for rule, scores in sorted(by_rule.items())}
    return total(each_rule.values()), each_rule, agreed / len(rows)


def documents(folder: Path, *, errors: bool) -> str:
    """Flags per 1,000 sentences, and how long 5,000 words take."""
    flags: Counter[str] = Counter()
    count = words = 0
    spent = 0.0
    for path in sorted(folder.rglob("*.md")):
        text = path.read_text("utf-8")
        count += sum(1 for _ in sentences(masked(text)))
        words += len(text.split())
        start = time.perf_counter()
        found = blame_in(text)
        spent += time.perf_counter() - start
        flags.update(finding.rule for finding in found)
        for finding in found if errors else ():
            print(f"  {path.name}  {finding.rule}  “{finding.text}”")
    rate = 1000 * flags.total() / max(count, 1)
    pace = 1000 * 5000 * spent / max(words, 1)
    return (
        f"{rate:.1f} flags per 1,000 sentences ({flags.total()} in {count}), "
        f"{pace:.0f} ms for 5,000 words"
    )


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.measure.lint", description=__doc__)
    parser.add_argument("--blame", type=Path, metavar="FILE.jsonl")
    parser.add_argument("--actions", type=Path, metavar="FILE.jsonl")
    parser.add_argument("--documents", type=Path, metavar="FOLDER")
    parser.add_argument("--errors", action="store_true")
    asked = parser.parse_args()
    if not (asked.blame or asked.actions or asked.documents):
        parser.print_help()
        sys.exit(2)
    if asked.blame:
        print(f"blame      {blame(list(_rows(asked.blame)), errors=asked.errors)}")
    if asked.actions:
        every, each, specific = actions(list(_rows(asked.actions)), errors=asked.errors)
        print(f"actions    {every}")
        for rule, found in each.items():
            print(f"  {rule:<22} {found}")
        print(f"  specific judged alike: {specific:.3f}")
    if asked.documents:
        print(f"documents  {documents(asked.documents, errors=asked.errors)}")


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text("utf-8").splitlines():
        if line.strip():
            yield json.loads(line)


if __name__ == "__main__":
    main()
