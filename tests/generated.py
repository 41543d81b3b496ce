"""What is committed but written by the program is made here: `python -m tests.generated`."""

import json
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from incident_tui.cli.main import COMMANDS
from incident_tui.cli.registered import registered
from incident_tui.commands.all import REGISTRY
from incident_tui.commands.registry import Command
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.services.exporting import exporter
from incident_tui.services.scenario import parse
from tests.faults import matrix
from tests.support.doors import by_service

ROOT: Final = Path(__file__).parents[1]
README: Final = ROOT / "README.md"
RECORDED: Final = ROOT / "incident_tui" / "cli" / "recorded.py"
EXAMPLES: Final = ROOT / "exports" / "examples"
TRANSCRIPTS: Final = (
    ROOT / "incident_tui" / "demo.incident",
    *sorted((ROOT / "tests" / "scenarios").glob("*.incident")),
)
_DOCUMENTS: Final = {
    "": "markdown",
    "-actions": "actions-markdown",
    "-log": "timeline-markdown",
    "-handover": "handover",
    "-update-public": "update-public",
}
"""How the name of an example ends, and its format."""
_TABLE: Final = re.compile(r"(?<=<!-- commands -->\n).*?(?=<!-- /commands -->)", re.DOTALL)


def files() -> Iterator[tuple[Path, bytes]]:
    """Every generated file, and what should be in it."""
    yield README, with_commands(README.read_text("utf-8")).encode()
    yield RECORDED, recorded().encode()
    yield matrix.PAGE, matrix.page().encode()
    for transcript in TRANSCRIPTS:
        yield from examples_of(transcript).items()


def recorded() -> str:
    """What a Tab key in a shell offers of the prompt's commands, whose declarations it spares."""
    table = json.dumps({spec.name: spec.summary for spec in registered(COMMANDS)}, indent=4)
    return (
        '"""Commands of the prompt that are commands here, as `poe docs` finds them declared."""'
        "\n\n# A summary is a line, however long.\n# ruff: noqa: E501"
        f"\n\nRECORDED = {table[:-2]},\n}}\n"
    )


def examples_of(transcript: Path) -> dict[Path, bytes]:
    """The documents of the incident that the transcript tells."""
    scenario = parse(transcript.read_text("utf-8"))
    with TemporaryDirectory() as folder:
        return examples(transcript.stem, by_service(scenario, Path(folder) / "store.db").record)


def examples(stem: str, record: IncidentRecord) -> dict[Path, bytes]:
    """The documents of an incident, by the file they are kept in."""
    return {
        EXAMPLES / f"{stem}{end}.{exporter(name).extension}": _bytes(exporter(name).render(record))
        for end, name in _DOCUMENTS.items()
    }


def _bytes(document: str | bytes) -> bytes:
    return document.encode() if isinstance(document, str) else document


def with_commands(page: str) -> str:
    """The page with the table of commands between its markers; ValueError if it has none."""
    if not _TABLE.search(page):
        raise ValueError("write <!-- commands --> and <!-- /commands --> where the table belongs")
    return _TABLE.sub(lambda _: f"\n{commands()}\n", page)


def commands() -> str:
    """A table for each family of commands."""
    families = groupby(REGISTRY, key=lambda spec: spec.family)
    return "\n".join(
        f"| {family} | Or | What it does |\n| --- | --- | --- |\n{''.join(map(_row, specs))}"
        for family, specs in families
    )


def _row(spec: Command) -> str:
    others = ", ".join(f"`/{alias}`" for alias in spec.aliases)
    cells = (f"`{spec.usage}`", others, spec.summary)
    return f"| {' | '.join(map(_cell, cells))} |\n"


def _cell(text: str) -> str:
    """A bar ends a cell of a table, also inside code."""
    return text.replace("|", r"\|")


def main() -> None:
    """Write every file anew, and name those that changed."""
    for path, content in files():
        if not path.exists() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
