"""Whatever a file holds, it is read or refused with a reason, and soon."""

import time
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incident_tui.importers.format import CapturedEntry, Given, ImportRefusedError
from incident_tui.importers.postmortem import IMPORTER, sniff
from incident_tui.postmortem.reading.document import read
from incident_tui.postmortem.rubric import score
from tests.importers.reading import everything

PIECES = st.sampled_from(
    (
        *("# Slow 2024-03-05", "## Timeline", "## Action items", "## Impact", "### 14:05", "---"),
        *("- 14:05 x", "- [ ] y", "- [x] y (@jo)", "1. z", "> q", "```", "~~~", "<!--", "-->"),
        *("| Time | Event |", "|---|---|", "| 14:05 | x |", "|", "**Impact**:", "- **Context**:"),
        *("24:00", "99:99", "2024-02-30 14:05", "2024-13-45", "00/00/0000 1:00", "Feb 30 1:00 x"),
        *("12:60 AM", "0:00 PM", "T+5m", "9999-12-31 23:59 UTC+14", "0001-01-01 00:00", "\x00"),
        *("    deep", "\t\t- deeper", "<td>14:05</td>", "+++", "title: x", "==", "\u2028"),
        *("\u202e"),
        *("14.05 x", "13:14 EDT (17:14 UTC): x", "23:59 - 00:10", "31 Dec 23:59", "1 Jan 00:01"),
        *(
            "== Timeline ==",
            "h2. Action items",
            "~~~~~~~~",
            "+---+---+",
            "+===+===+",
            "<tr>",
            "</tr>",
        ),
        *(
            "Timeline",
            "Action Items",
            "1936 UTC x",
            "0936 x",
            "x (14:05)",
            "x at 14:05 UTC",
            "**1. x**",
        ),
        *(
            "Mar-05-2024 02:02 PM +UTC",
            "14:05",
            "- **Context**",
            "  - 15:05 y",
            "00:00 x",
            "- P0: y",
        ),
        *("Mon 14:05", "14:05 UTC-99", "due 31/02/2024", "\ud800", "utf-8", "replace"),
    )
)
TEXTS = st.lists(PIECES | st.text(max_size=20), max_size=30).map("\n".join)
GIVEN = st.sampled_from((Given(), Given(name="2024-03-05-x.md"), Given(name="99999999.md")))


def bears(text: str, given: Given) -> None:
    count = text.count("\n") + 1
    try:
        captured = everything(IMPORTER, text.encode("utf-8", "replace"), given)
    except ImportRefusedError:
        pass
    else:
        lines = [c.line for c in captured if isinstance(c, CapturedEntry)]
        assert all(line is not None and 1 <= line <= count for line in lines)
    assert 0 <= score(read(text)).total <= 100
    sniff("x.md", text[:500].encode("utf-8", "replace"))


@settings(max_examples=60, deadline=None)
@given(TEXTS, GIVEN)
def test_any_pieces_of_a_document_are_read_or_refused(text: str, given: Given) -> None:
    bears(text, given)


@pytest.mark.long
@pytest.mark.timeout(900)
@settings(max_examples=20_000, deadline=None)
@given(TEXTS, GIVEN)
def test_very_many_pieces_are_read_or_refused(text: str, given: Given) -> None:
    bears(text, given)


@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(ImportRefusedError):
        list(IMPORTER.read(BytesIO(b"# Slow\n\n## Timeline\n\n- 14:05 x\n" + data), Given()))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"# Slow\n\n- 14:05 caf\xe9\n", "line 3: byte 12 is not UTF-8"),
        (b"# Slow\n\n\x00\x00\n", "line 3 holds zero bytes"),
        (b"# Slow\n\n" + b"x" * (1 << 20) + b"y", "line 3 is longer than a text can be"),
        (b"- x" * 700_000 + b"\n", "longer than a text"),
        ((b"x" * 1000 + b"\n") * 9000, "it is longer than 8 MiB"),
        (b"\xff\xfe#\x00 ", "not whole UTF-16"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(data: bytes, message: str) -> None:
    with pytest.raises(ImportRefusedError, match=message):
        everything(IMPORTER, data)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_file_of_windows_is_read(encoding: str) -> None:
    text = "# Slow, 2024-03-05\r\n\r\n## Timeline\r\n\r\n- 14:05 café\r\n"
    [entry] = [
        c for c in everything(IMPORTER, text.encode(encoding)) if isinstance(c, CapturedEntry)
    ]
    assert (entry.line, entry.text) == (5, "café")


def test_a_document_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    text = "# Slow, 2024-03-05\n\n## Timeline\n\n- 14:05 errors\n\n```\nlog\n- 14:06 x <!-- cut"
    [entry] = [c for c in everything(IMPORTER, text) if isinstance(c, CapturedEntry)]
    assert entry.text.startswith("errors")


REPEATED = (
    "|  ",
    "[",
    "](",
    "*",
    "`",
    "|",
    "<",
    "<!--",
    "14:05 ",
    "1",
    "1,",
    " ",
    "\\",
    "{{",
    "[a](b ",
    "5 May ",
    "24-25 ",
    "3月5日",
    "T+0 ",
    "T0",
    "@a - ",
    "Owner: a ",
    "(a, due ",
    "TODO ",
    "prev night ",
    "2024-03-05 ",
)


@pytest.mark.parametrize("unit", REPEATED)
@pytest.mark.parametrize(
    "head", ["## Timeline\n\n- 14:05 {}", "## Impact\n\n{}", "- {}", "| a |\n| --- {}x"]
)
def test_no_line_takes_long(unit: str, head: str) -> None:
    size = 15_000
    begun = time.process_time()
    read("# Slow\n\n" + head.format(unit * (size // len(unit))) + "\n")
    assert time.process_time() - begun < 1


def test_deep_nesting_is_only_far_in() -> None:
    deep = "\n".join(f"{'  ' * n}- 14:{n % 60:02} x" for n in range(1500))
    assert len(read(f"# Slow, 2024-03-05\n\n## Timeline\n\n{deep}\n").entries) == 1500
