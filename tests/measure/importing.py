"""How much of a post-mortem its importer finds is measured on documents that somebody annotated.

    python -m tests.measure.importing GOLD.jsonl FOLDER [--errors] [--half 0|1]

A line of GOLD is about `FOLDER/slug.md`: `zone`, `entries` (`line`, local `time`, `milestone` with
`basis`), `actions` (`line`, `owner`, `done`), `sections` (name to line or null). What is listed as
`optional` or `optional_actions` counts neither way. An entry is found where line and moment are
right, to the minute where no second was annotated; of a slip what was meant (`likely`) is right
too. Only milestones that stand as a `label` count.
`--half` takes the documents of one half, told by a hash of their names, so that errors can be
looked at in one and the other stays unseen.
"""

import argparse
import json
from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, NamedTuple
from zoneinfo import ZoneInfo

from incident_tui.importers.format import CapturedAction, CapturedEntry, Given, ImportRefusedError
from incident_tui.importers.postmortem import IMPORTER
from incident_tui.postmortem.reading.document import read
from incident_tui.postmortem.reading.headings import Family
from tests.measure.lint import Score, score, total

SECTIONS: Final = {
    "summary": Family.SUMMARY,
    "impact": Family.IMPACT,
    "timeline": Family.TIMELINE,
    "causes": Family.CAUSES,
    "went_well": Family.WELL,
    "went_wrong": Family.POORLY,
    "lucky": Family.LUCKY,
    "actions": Family.ACTIONS,
}


class Measured(NamedTuple):
    """The scores of one document."""

    entries: Score
    milestones: Score
    actions: Score
    owners: Score
    done: Score
    sections: Score


def measured(row: dict[str, Any], path: Path, wrong: list[str]) -> Measured:
    """The scores of one document; what was judged otherwise goes to `wrong`."""
    entries, actions = _captured(path)
    there = {(e["line"], moment(e["time"], row.get("zone"))) for e in row["entries"]}
    meant = {
        (e["line"], moment(e["likely"], row.get("zone"))): moment(e["time"], row.get("zone"))
        for e in row["entries"]
        if e.get("likely")
    }
    optional, optional_actions = set(row.get("optional", ())), set(row.get("optional_actions", ()))
    actions = {line: item for line, item in actions.items() if line not in optional_actions}
    pairs: dict[str, tuple[set[Any], set[Any]]] = {
        "entry": (
            {_as_annotated(e, there, meant) for e in entries if e.line not in optional},
            there,
        ),
        "milestone": (
            {(e.line, str(e.milestone)) for e in entries if e.milestone},
            {(e["line"], e["milestone"]) for e in row["entries"] if e.get("basis") == "label"},
        ),
        "action": (set(actions), {a["line"] for a in row["actions"]}),
        "owner": (
            {(line, a.owner) for line, a in actions.items() if a.owner},
            {(a["line"], a["owner"].lstrip("@")) for a in row["actions"] if a.get("owner")},
        ),
        "done": (
            {(line, a.done) for line, a in actions.items() if a.done is not None},
            {(a["line"], a["done"]) for a in row["actions"] if a.get("done") is not None},
        ),
        "section": (
            set(_sections(path)),
            {(name, line) for name, line in row["sections"].items() if line},
        ),
    }
    for what, (found, there) in pairs.items():
        wrong += [f"{path.stem}: {what} {each} is none" for each in sorted(found - there, key=str)]
        wrong += [f"{path.stem}: {what} {each} missed" for each in sorted(there - found, key=str)]
    return Measured(*(score(found, there) for found, there in pairs.values()))


def _as_annotated(
    entry: CapturedEntry,
    there: Container[tuple[int | None, datetime]],
    meant: Mapping[tuple[int | None, datetime], datetime],
) -> tuple[int | None, datetime]:
    """Where and when; people who annotate write minutes, also beside a time with seconds."""
    minute = entry.occurred_at.replace(second=0, microsecond=0)
    for at in (entry.occurred_at, minute):
        if (entry.line, at) in there:
            return entry.line, at
        if (entry.line, at) in meant:
            return entry.line, meant[entry.line, at]
    return entry.line, entry.occurred_at


def moment(local: str, zone: str | None) -> datetime:
    """The moment of a local time; without a zone as UTC."""
    at = datetime.fromisoformat(local)
    if not zone:
        return at.replace(tzinfo=UTC)
    if zone[0] not in "+-":
        return at.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    span = timedelta(hours=int(zone[1:3]), minutes=int(zone[4:6]))
    return at.replace(tzinfo=timezone(span if zone[0] == "+" else -span)).astimezone(UTC)


def _captured(path: Path) -> tuple[list[CapturedEntry], dict[int | None, CapturedAction]]:
    try:
        with path.open("rb") as file:
            captured = list(IMPORTER.read(file, Given(name=path.name)))
    except ImportRefusedError:
        return [], {}
    return (
        [each for each in captured if isinstance(each, CapturedEntry)],
        {each.line: each for each in captured if isinstance(each, CapturedAction)},
    )


def _sections(path: Path) -> Iterator[tuple[str, int]]:
    document = read(path.read_text("utf-8"), path.name)
    for name, family in SECTIONS.items():
        first = next((s.line for s in document.of(family) if s.line), None)
        if first is not None:
            yield name, first


def rows(gold: Path, half: int | None) -> Iterable[dict[str, Any]]:
    """What was annotated."""
    for line in gold.read_text("utf-8").splitlines():
        row = json.loads(line)
        if half is None or sha256(row["slug"].encode()).digest()[0] % 2 == half:
            yield row


def main(arguments: list[str] | None = None) -> None:
    """Print the scores, and each error if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--half", type=int, choices=[0, 1])
    asked = parser.parse_args(arguments)
    wrong: list[str] = []
    found = [
        measured(row, asked.folder / f"{row['slug']}.md", wrong)
        for row in rows(asked.gold, asked.half)
    ]
    print(f"{len(found)} documents")
    for name in Measured._fields:
        print(f"{name:<11} {total(getattr(each, name) for each in found)}")
    if asked.errors:
        print("\n".join(wrong))


if __name__ == "__main__":
    main()
