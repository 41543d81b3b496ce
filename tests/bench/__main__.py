"""`python -m tests.bench` measures, and says which targets are met; never part of the tests."""

import argparse
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import msgspec

from tests.bench import growth, importing, inside, shell, window, writing
from tests.bench.figures import Figure, table
from tests.bench.program import Program, absent, install

Measure = Callable[[Program, int], Iterator[Figure]]
_ITEMS: Final[dict[str, Measure]] = {
    "first-frame": window.first_frame,
    "key": window.keys,
    "enter": writing.enter,
    "tick": window.ticks,
    "scroll": window.scrolls,
    "memory": window.memory,
    "log": shell.log,
    "commands": shell.commands,
    "search": inside.search,
    "list": inside.lists,
    "export": inside.export,
    "import": importing.imports,
    "growth": growth.growth,
}
_BIG: Final[dict[str, Measure]] = {
    "search": partial(inside.search, entries=inside.LARGEST),
    "growth": partial(growth.growth, largest=inside.LARGEST),
}


def main() -> None:
    """Measure what was asked for, and print it as a table or as JSON."""
    asked = _asked()
    items = _ITEMS | _BIG if asked.big else _ITEMS
    figures: list[Figure] = []
    with TemporaryDirectory(prefix="bench-") as folder:
        program = install(Path(folder))
        for name in asked.only or items:
            print(f"{name} …", file=sys.stderr, flush=True)
            figures += items[name](program, asked.rounds)
    if asked.json:
        print(msgspec.json.format(msgspec.json.encode(figures), indent=2).decode())
        return
    print(table(figures))
    if absent():
        print(f"\nnot installed, so not compared with: {', '.join(absent())}")


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser("poe bench", description=__doc__)
    parser.add_argument("--only", action="append", choices=_ITEMS, metavar="NAME")
    parser.add_argument("--rounds", type=int, default=11, help="how often each is done (11)")
    parser.add_argument("--big", action="store_true", help="up to a million entries")
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    main()
