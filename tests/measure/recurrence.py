"""How well the ranker tells the same cause from another is measured on pairs it never saw.

    python -m tests.measure.recurrence [FILE.jsonl]

A line is `{"a": text, "b": text, "same_cause": bool}`. Beside the file that was written for this
project, any other may be named. The halves are made by a hash of the texts, so that errors can be
looked at in one and the other stays unseen. `words` is plain word overlap, the floor.
"""

import json
import sys
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

from incident_tui.domain.likeness.causes import Told
from incident_tui.domain.likeness.ranking import SUGGESTED, Story, likeness
from incident_tui.domain.likeness.words import stems

OWN: Final = Path(__file__).with_name("recurrence_pairs.jsonl")


class Pair(NamedTuple):
    """Two texts, and whether a person said that they tell of the same cause."""

    a: str
    b: str
    same: bool

    @property
    def half(self) -> int:
        """0 or 1, by the texts alone."""
        return sha256((self.a + self.b).encode()).digest()[-1] % 2


def pairs(file: Path) -> list[Pair]:
    """The pairs in a file."""
    rows = map(json.loads, file.read_text("utf-8").splitlines())
    return [Pair(row["a"], row["b"], row["same_cause"]) for row in rows]


def auc(scores: Sequence[tuple[float, bool]]) -> float:
    """How often a pair of the same cause scores above another; a tie counts half."""
    same = [score for score, is_same in scores if is_same]
    other = [score for score, is_same in scores if not is_same]
    won = sum((s > o) + (s == o) / 2 for s in same for o in other)
    return won / (len(same) * len(other)) if same and other else float("nan")


def by_cause(a: str, b: str) -> float:
    """What the program says."""
    one, other = Story("a", 1, "", a), Story("b", 2, "", b)
    return likeness(one, Told(a), other, Told(b)).score


def by_words(a: str, b: str) -> float:
    """Shared words among all words."""
    one, other = set(stems(a)), set(stems(b))
    return len(one & other) / len(one | other)


def main(files: Sequence[str]) -> None:
    """Print the figures of each file."""
    for file in map(Path, files or [str(OWN)]):
        found = pairs(file)
        same = sum(pair.same for pair in found)
        print(f"{file.name}: {len(found)} pairs, {same} of the same cause")
        for name, score in (("words", by_words), ("ranker", by_cause)):
            print(f"  {name:<7} AUC {_figures(found, score)}")
        said = [(by_cause(p.a, p.b) >= SUGGESTED, p.same) for p in found]
        right = sum(suggested and is_same for suggested, is_same in said)
        suggested = sum(suggested for suggested, _ in said)
        print(f"  suggested from {SUGGESTED}: {suggested}, rightly {right} of {same}")


def _figures(found: list[Pair], score: Callable[[str, str], float]) -> str:
    scored = [(score(pair.a, pair.b), pair.same, pair.half) for pair in found]
    halves = [auc([(s, same) for s, same, at in scored if at == half]) for half in (0, 1)]
    whole = auc([(s, same) for s, same, _ in scored])
    return f"{whole:.3f}  (halves {halves[0]:.3f}, {halves[1]:.3f})"


if __name__ == "__main__":
    main(sys.argv[1:])
