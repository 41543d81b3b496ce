"""Text is read a line at a time: its encoding is told by its mark, and a fault by its line."""

from collections.abc import Iterator
from typing import BinaryIO, Final

from incident_tui.importers.format import ImportRefusedError

LONGEST: Final = 1 << 20
"""Bytes of a line; what is longer is no text that people wrote."""
_MARKS: Final = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)


def numbered(file: BinaryIO) -> Iterator[tuple[int, str]]:
    """The lines with their 1-based numbers, without their ends; ImportRefusedError names the line.

    Not by `splitlines`, which would also cut at marks that may stand inside a text.
    """
    mark, encoding = _encoding(file)
    file.seek(len(mark))
    whole = _wide(file, encoding) if encoding != "utf-8" else _narrow(file)
    for number, line in enumerate(whole, 1):
        yield number, line.removesuffix("\r")


def head_of(head: bytes) -> str:
    """The first bytes of a source as text, whatever they are: for a look, not for reading."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, "replace")
    return head.decode("utf-8", "replace")


def _encoding(file: BinaryIO) -> tuple[bytes, str]:
    file.seek(0)
    first = file.read(3)
    return next(((mark, name) for mark, name in _MARKS if first.startswith(mark)), (b"", "utf-8"))


def _narrow(file: BinaryIO) -> Iterator[str]:
    number = 0
    while line := file.readline(LONGEST + 1):
        number += 1
        if len(line) > LONGEST:
            raise ImportRefusedError(f"line {number} is longer than a text can be; is it a text?")
        if b"\0" in line:
            raise ImportRefusedError(f"line {number} holds zero bytes; it is not a text")
        try:
            yield line.removesuffix(b"\n").decode("utf-8")
        except UnicodeDecodeError as error:
            raise ImportRefusedError(
                f"line {number}: byte {error.start + 1} is not UTF-8; save it as UTF-8"
            ) from error


def _wide(file: BinaryIO, encoding: str) -> Iterator[str]:
    """UTF-16, as Windows saves it; whole, because its line ends are not those of bytes."""
    data = file.read(64 * LONGEST + 1)
    if len(data) > 64 * LONGEST:
        raise ImportRefusedError("it is UTF-16 and too large to convert; save it as UTF-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ImportRefusedError("it is not whole UTF-16; save it as UTF-8") from error
    yield from text.removesuffix("\n").split("\n")
