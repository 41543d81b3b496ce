"""What may go wrong, what must happen then, and which tests prove it: one row a fault."""

import ast
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

TESTS: Final = Path(__file__).parents[1]
PAGE: Final = Path(__file__).with_name("README.md")
FIGURES: Final = Path(__file__).with_name("figures.jsonl")
"""What the newest run of the long half counted."""


class Fault(NamedTuple):
    """`happens` and then `must`, each as a person would say it."""

    number: int
    happens: str
    must: str


FAULTS: Final = (
    Fault(1, "the process is killed at any moment", "nothing acknowledged is lost or doubled"),
    Fault(2, "the power is cut", "the same; the store opens by itself"),
    Fault(3, "windows and commands write at once", "every entry is there once, in every window"),
    Fault(4, "the window is left while lines are on their way", "they are stored first"),
    Fault(5, "a bug ends the window", "the typed text is kept, no value is printed"),
    Fault(6, "SIGTERM, SIGHUP, a closed terminal", "an end within seconds, the draft kept"),
    Fault(7, "bad bytes, escapes in a paste, a paste without an end", "no key is pressed by them"),
    Fault(8, "a paste of many lines or of a megabyte", "all of it is kept"),
    Fault(9, "markup in any text", "it is shown as it was typed"),
    Fault(10, "control sequences and bidi marks in any text", "they are shown, never obeyed"),
    Fault(11, "the store was written by a newer version", "refused; not a byte is changed"),
    Fault(12, "the process is killed during an upgrade", "the old or the new store, and a copy"),
    Fault(13, "the disk or a quota is full", "the line is handed back; reading goes on"),
    Fault(14, "the file or folder may not be written", "a message that says so; reading goes on"),
    Fault(15, "the store is moved, replaced or deleted", "writing is refused, the line kept"),
    Fault(16, "the file is damaged, empty or not ours", "refused; a backup is offered"),
    Fault(17, "a bit flips on the disk", "`verify` names the entry"),
    Fault(18, "the store lies on a network file system", "refused, with the reason"),
    Fault(19, "a clock jumps, or writers' clocks differ", "no negative duration; it is told of"),
    Fault(20, "a save is given up by whoever asked", "it is carried out once, or not at all"),
    Fault(21, "hostile text in an export", "no document is broken by it"),
    Fault(22, "hostile or huge files are imported", "a clear refusal, in bounded memory"),
    Fault(23, "an import is repeated or interrupted", "it comes in whole, once"),
    Fault(24, "secrets in the text", "named before they leave; destroyed when redacted"),
    Fault(25, "a stranger or another site asks a served window for something", "403"),
    Fault(
        26, "a webhook without its token, too large, or in a flood", "401, 413, 429; memory bound"
    ),
    Fault(27, "a team's server stops, is cut off or replaced", "nothing waits, is lost or doubled"),
    Fault(28, "a backup while others write; a restore", "the copy is whole, or there is none"),
    Fault(29, "tiny terminals, resizes, Ctrl+Z, poor terminals", "usable, or at least alive"),
    Fault(30, "a long incident", "memory and waiting stay flat"),
    Fault(31, "no network at all", "nothing is missing, nothing is asked for"),
)
"""Numbers are kept: one that is missing here belongs to a part that is not built."""


def proofs() -> dict[int, list[str]]:
    """The tests that carry `@pytest.mark.fault(number)`, by number, as `file::test`."""
    found: dict[int, list[str]] = defaultdict(list)
    for path in sorted(TESTS.rglob("test_*.py")):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                for number in _numbers(node.decorator_list):
                    found[number].append(f"{path.relative_to(TESTS)}::{node.name}")
            elif (
                isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "pytestmark"
            ):
                values = node.value.elts if isinstance(node.value, ast.List) else [node.value]
                for number in _numbers(values):
                    found[number].append(str(path.relative_to(TESTS)))
    return found


def _numbers(marks: list[ast.expr]) -> Iterator[int]:
    for mark in marks:
        if isinstance(mark, ast.Call) and ast.unparse(mark.func) == "pytest.mark.fault":
            yield from (ast.literal_eval(arg) for arg in mark.args)


def figures() -> dict[int, list[str]]:
    """What was counted, by fault, as sentences."""
    told: dict[int, list[str]] = defaultdict(list)
    if FIGURES.is_file():
        for line in FIGURES.read_text("utf-8").splitlines():
            counted = json.loads(line)
            fault, what = counted.pop("fault"), counted.pop("what")
            rest = ", ".join(f"{value:,} {name}" for name, value in counted.items())
            told[fault].append(f"{what}: {rest}")
    return told


def page() -> str:
    """The matrix as a page of Markdown."""
    proven, counted = proofs(), figures()
    rows = [
        f"| {fault.number} | {fault.happens} | {fault.must} | "
        f"{'<br>'.join(f'`{test}`' for test in proven[fault.number])} | "
        f"{'<br>'.join(counted[fault.number]) or 'passes'} |"
        for fault in FAULTS
    ]
    return "\n".join((_INTRODUCTION, *rows, ""))


_INTRODUCTION: Final = """\
# Faults

What may go wrong, what must happen then, and the tests that prove it; `poe docs` makes this page
from the tests' own marks. `pytest` runs the quick half. `poe faults` runs the long half, and writes
down what it counted.

| # | when | then | proven by | counted |
| --- | --- | --- | --- | --- |"""
