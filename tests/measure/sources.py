"""`python -m tests.measure.sources PATH…` says what of real files was read, and what was not.

A folder stands for the files in it. `--tz` and `--start` are given to every file; `--all` lists the
lines that were left out. A line counts as read when an entry begins in it or goes on over it.
"""

import argparse
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from incident_tui.domain.errors import IncidentTuiError
from incident_tui.importers.format import CapturedEntry, CaptureImporter, Given, Skipped
from incident_tui.services.intake import capturing, sources


class Read(NamedTuple):
    """What became of one file."""

    name: str
    format: str
    entries: int
    authors: int
    skipped: int
    suggestions: int
    zone: str
    seconds: float
    why: str = ""


def main() -> None:
    """Read every file, and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--tz", default="")
    parser.add_argument("--start", default="")
    parser.add_argument("--all", action="store_true")
    asked = parser.parse_args()
    zone = sources.zone_of(asked.tz) if asked.tz else None
    start = sources.start_of(asked.start, zone, capturing._EARLIEST) if asked.start else None
    print(f"{'file':44}{'format':14}{'entries':>8}{'authors':>8}{'skipped':>8}{'heard':>6}  zone")
    for path in _files(asked.paths):
        read, left_out = measure(path, Given(zone, start, name=path.name))
        print(
            f"{read.name[:43]:44}{read.format:14}{read.entries:8}{read.authors:8}{read.skipped:8}"
            f"{read.suggestions:6}  {read.zone or '—'}  {read.seconds:.2f} s  {read.why}"
        )
        for each in left_out if asked.all else ():
            print(f"    line {each.line or '—'}: {each.reason}")


def measure(path: Path, given: Given) -> tuple[Read, list[Skipped]]:
    """What of one file is read."""
    began = time.perf_counter()
    seen = capturing.Survey()
    authors: set[str] = set()
    left_out: list[Skipped] = []
    name, why = "—", ""
    try:
        source = sources.opened(path)
    except IncidentTuiError as error:
        return Read(path.name, name, 0, 0, 0, 0, "", 0, str(error)), []
    try:
        importer = capturing.importer(capturing.AUTO, source)
        name = importer.name
        if isinstance(importer, CaptureImporter):
            for captured in capturing.Capture(source, importer, given).read():
                seen.add(captured)
                if isinstance(captured, CapturedEntry):
                    authors.add(captured.author)
                elif isinstance(captured, Skipped):
                    left_out.append(captured)
    except IncidentTuiError as error:
        why = str(error)
    finally:
        source.close()
    why = why or "; ".join(f"{count} × {reason}" for reason, count in seen.skipped.most_common(3))
    took = time.perf_counter() - began
    skipped = sum(seen.skipped.values())
    zone = seen.found.zone or ""
    found = (seen.entries, len(authors), skipped, seen.suggestions, zone, took, why)
    return Read(path.name, name, *found), left_out


def _files(paths: list[Path]) -> Iterator[Path]:
    for path in paths:
        lists = (path / "users.json", path / "channels.json")
        if path.is_dir() and not any(each.exists() for each in lists):
            yield from sorted(each for each in path.rglob("*") if each.is_file())
        else:
            yield path


if __name__ == "__main__":
    main()
