"""How well what people say is heard is measured on lines that somebody labelled.

    python -m tests.measure.hearing [FILE.tsv] [--errors]

A line of a file is what is to be heard, a tab, and what `mei` says. What is to be heard are kinds
apart by a space, or `-`: `decision`, `action`, `link`, and with what must be understood of them
`role:ic@ana`, `severity:2`, `milestone:mitigated`. Without a file there are two: the rules were
made with `hearing_lines.tsv`, whose last 380 are of two others; `hearing_held_out.tsv` was
written and labelled together with others of those, and first measured when the rules were done.
`--errors` shows the errors of the first, or of the file named.
"""

import argparse
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple

from incident_tui.importers.format import CapturedEntry
from incident_tui.importers.hearing import Hearing
from tests.measure.lint import Score, score, total

LINES: Final = Path(__file__).with_name("hearing_lines.tsv")
HELD_OUT: Final = Path(__file__).with_name("hearing_held_out.tsv")
KINDS: Final = ("decision", "role", "severity", "milestone", "action", "link")
_ROLES: Final = {"/ic": "ic", "/scribe": "scribe", "/comms": "comms"}


class Labelled(NamedTuple):
    """A line and what is to be heard in it."""

    text: str
    labels: frozenset[str]


def lines(path: Path) -> Iterator[Labelled]:
    """The labelled lines of a file."""
    for line in path.read_text("utf-8").splitlines():
        labels, _, text = line.partition("\t")
        yield Labelled(text, frozenset(labels.split()) - {"-"})


def found(text: str) -> frozenset[str]:
    """What is heard, as it is labelled."""
    entry = CapturedEntry(1, datetime(2026, 1, 15, tzinfo=UTC), text, "x", "mei")
    return frozenset(_label(each.kind, each.command) for each in Hearing().hear(entry))


def _label(kind: str, command: str) -> str:
    words = command.split()
    match kind:
        case "severity":
            return f"severity:{words[1]}"
        case "milestone":
            return f"milestone:{words[1]}"
        case "role":
            role = _ROLES.get(words[0]) or words[1]
            return f"role:{role}{words[-1].lower()}"
        case _:
            return kind


def measured(labelled: list[Labelled]) -> dict[str, Score]:
    """The score of each kind."""
    return {
        kind: total(score(_of(kind, found(each.text)), _of(kind, each.labels)) for each in labelled)
        for kind in KINDS
    }


def _of(kind: str, labels: frozenset[str]) -> set[str]:
    return {label for label in labels if label.partition(":")[0] == kind}


def main(arguments: list[str] | None = None) -> None:
    """Print the scores of each file, and the errors if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path, nargs="?")
    parser.add_argument("--errors", action="store_true")
    asked = parser.parse_args(arguments)
    for path in (asked.path,) if asked.path else (LINES, HELD_OUT):
        labelled = list(lines(path))
        scores = measured(labelled)
        print(f"{path.name}: {len(labelled)} lines")
        for kind, each in scores.items():
            print(f"  {kind:<10} {each}")
        print(f"  {'all':<10} {total(scores.values())}")
    for line in lines(asked.path or LINES) if asked.errors else ():
        if (here := found(line.text)) != line.labels:
            print(f"  {sorted(line.labels)} heard {sorted(here)}: {line.text}")


if __name__ == "__main__":
    main()
