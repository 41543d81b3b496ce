"""The window on a terminal, beside the smallest Textual app there can be."""

import re
from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from shutil import rmtree
from statistics import median
from typing import Final

from tests.bench.figures import Figure, p95, paired
from tests.bench.program import Program, peer
from tests.bench.stores import NEWEST, one_incident
from tests.bench.terminal import Terminal, on_terminal

_HELLO: Final = "hello.py"
_SIZES: Final = (100, 200, 1_000, 10_000, 100_000)
LARGE: Final = _SIZES[-1]
_READY: Final = (NEWEST, "▸", "F1 help")
_HELLO_READY: Final = ("hello-first-frame", "type-here")
_POSTING_READY: Final = ("Enter a URL", "Collection is empty")
_FIELD: Final = re.compile(r" \d\d:\d\d:\d\d ▸ ")
"""The line of the prompt; what is offered lies above it, and comes in the same frame."""
_AT_REST: Final = 3.0
"""Seconds after which the whole order is read, or the mapper loaded."""


def first_frame(program: Program, rounds: int) -> Iterator[Figure]:
    """From the call to a screen that shows the newest entry and takes keys."""
    starts: dict[str, tuple[list[str], tuple[str, ...]]] = {}
    starts[_HELLO] = (program.hello, _HELLO_READY)
    starts |= {f"{n:,} entries": (program.on(store(program, n)), _READY) for n in _SIZES}
    if posting := peer("posting"):
        starts["posting"] = ([posting], _POSTING_READY)
    times: dict[str, list[float]] = {name: [] for name in starts}
    for turn in range(-1, rounds):
        for name, (argv, ready) in starts.items():
            with on_terminal(argv, program.env) as terminal:
                taken = (shows(terminal, *ready) - terminal.started) * 1000
            if turn >= 0:
                times[name].append(taken)
    for n in _SIZES:
        name = f"{n:,} entries"
        ratio = paired(times[name], times[_HELLO])
        target = 1.4 if n == 200 else None
        value = median(times[name])
        yield Figure("first frame", name, value, peer=_HELLO, ratio=ratio, target=target)
    ratio = paired(times[f"{LARGE:,} entries"], times["1,000 entries"])
    value = median(times[f"{LARGE:,} entries"])
    peer_ = "1,000 entries"
    yield Figure("opening", f"{LARGE:,} entries", value, peer=peer_, ratio=ratio, target=1.1)
    if "posting" in times:
        ratio = paired(times["200 entries"], times["posting"])
        value = median(times["200 entries"])
        peer_ = "posting"
        yield Figure("first frame", "200 entries", value, peer=peer_, ratio=ratio, target=0.35)


def keys(program: Program, rounds: int) -> Iterator[Figure]:
    """A key to the screen that shows it, both programs open and typed into in turn."""
    for what, line in (("a note", "qzjxkvwqpz"), ("a command", "/upqzjxkvw")):
        ours: list[float] = []
        theirs: list[float] = []
        sent = 0
        with (
            on_terminal(program.hello, program.env) as hello,
            on_terminal(program.on(store(program, LARGE)), program.env) as window,
        ):
            shows(hello, *_HELLO_READY)
            shows(window, *_READY)
            hello.rest(_AT_REST)
            window.rest(_AT_REST)
            for _ in range(rounds):
                theirs += _typed(hello, line)
                before = window.written
                ours += _typed(window, line)
                sent += window.written - before
        ratio = p95(ours) / p95(theirs)
        yield Figure("key", f"{what}, p50", median(ours), peer=_HELLO, ratio=paired(ours, theirs))
        yield Figure("key", f"{what}, p95", p95(ours), peer=_HELLO, ratio=ratio, target=1.5)
        yield Figure("key", f"{what}, written", sent / (2 * len(ours)), unit="bytes")


def ticks(program: Program, rounds: int) -> Iterator[Figure]:
    """What a window at rest writes each second: its clocks."""
    with on_terminal(program.on(store(program, LARGE)), program.env) as window:
        shows(window, *_READY)
        window.rest(_AT_REST)
        seconds = max(5, rounds // 2)
        value = window.rest(seconds) / seconds
    yield Figure("tick", "written a second", value, unit="bytes", target=300)


def memory(program: Program, rounds: int) -> Iterator[Figure]:
    """What is held right after the first frame, at rest, and with the mapper loaded."""
    bare, first, rest, whole = [], [], [], []
    for _ in range(min(3, rounds)):
        with on_terminal(program.hello, program.env) as hello:
            shows(hello, *_HELLO_READY)
            bare.append(hello.memory)
        with on_terminal(program.on(store(program, LARGE)), program.env) as window:
            shows(window, *_READY)
            first.append(window.memory)
            window.rest(_AT_REST)
            rest.append(window.memory)
            window.type(b"/export")  # of which the mapper is loaded, and nothing else
            window.rest(_AT_REST)
            whole.append(window.memory)
    what, unit = f"{LARGE:,} entries", "MiB"
    for entries in (100, 10_000):
        with on_terminal(program.on(store(program, entries)), program.env) as window:
            shows(window, *_READY)
            held = window.memory
        ratio = held / median(bare)
        yield Figure("memory", f"{entries:,} entries, opened", held, unit, _HELLO, ratio)
    ratio = paired(first, bare)
    yield Figure("memory", f"{what}, opened", median(first), unit, _HELLO, ratio, 1.5)
    more = median(with_ - without for with_, without in zip(whole, rest, strict=True))
    yield Figure("memory", f"{what}, the mapper's", more, unit, target=30)
    if posting := peer("posting"):
        with on_terminal([posting], program.env) as other:
            shows(other, *_POSTING_READY)
            theirs = other.memory
        ratio = median(rest) / theirs
        yield Figure("memory", f"{what}, at rest", median(rest), unit, "posting", ratio, 0.65)
        ratio = median(whole) / theirs
        yield Figure("memory", f"{what}, with it", median(whole), unit, "posting", ratio)


def store(program: Program, entries: int) -> Path:
    """A store with one incident of so many entries, made at first use."""
    path = program.folder / f"window-{entries}.db"
    # What an ended window left in its prompt would be given back to the next.
    rmtree(path.with_name(f"{path.name}.drafts"), ignore_errors=True)
    return path if path.exists() else one_incident(path, entries)


def shows(terminal: Terminal, *texts: str) -> float:
    """The time at which the screen shows all of them."""
    return terminal.until(lambda screen: all(text in screen for text in texts), f"{texts}")


def _typed(terminal: Terminal, line: str) -> Iterator[float]:
    """Milliseconds of each key of the line, which is deleted again."""
    for end in range(1, len(line) + 1):
        pressed = terminal.type(line[end - 1].encode())
        seen = terminal.until(partial(_holds, line[:end]), line[:end])
        yield (seen - pressed) * 1000
        terminal.rest(0.03)
    for _ in line:  # what is offered in grey may hold the letters still
        terminal.type(b"\x7f")
        terminal.rest(0.05)


def _holds(text: str, screen: str) -> bool:
    """Whether the field holds the text; the hello has no clock in front of its field."""
    field = next(filter(_FIELD.match, screen.splitlines()), screen)
    return text in field.replace("▸", "")


def scrolls(program: Program, rounds: int) -> Iterator[Figure]:
    """A page up and down in a long timeline; the same with rows arriving at its end."""
    with on_terminal(program.on(store(program, LARGE)), program.env) as window:
        shows(window, *_READY)
        window.rest(_AT_REST)
        times = list(islice(_paged(window), 4 * rounds))
    yield Figure("scrolling", "a page, p50", median(times))
    yield Figure("scrolling", "a page, p95", p95(times))


def _paged(window: Terminal) -> Iterator[float]:
    for _ in range(1000):
        for key in (b"\x1b[5~",) * 4 + (b"\x1b[6~",) * 4:
            other = partial(str.__ne__, window.text)
            pressed = window.type(key)
            seen = window.until(other, "another page")
            yield (seen - pressed) * 1000
            window.rest(0.05)
