"""Each file of `documents` is one way to write a post-mortem, with what it holds marked in it.

Behind a line stands `⟦2024-03-05 14:02⟧` where it is an entry, at that moment in UTC, and `⟦! jo⟧`
where it is an action item of jo; `x` is a done one, `o` an open one, `!` one of which that is not
said. Nothing else may be found.
"""

import re
from pathlib import Path
from typing import Final

import pytest

from incident_tui.postmortem.reading.document import read

DOCUMENTS: Final = sorted((Path(__file__).parent / "documents").glob("*.md"))
_MARK: Final = re.compile(r" ?⟦(?P<said>[^⟧]*)⟧")
_STATES: Final = {None: "!", True: "x", False: "o"}


def marked(text: str) -> tuple[str, set[str]]:
    """The text without its marks, and `5 2024-03-05 14:02` or `7 ! jo` for each of them."""
    told = {
        f"{number} {found['said']}"
        for number, line in enumerate(text.split("\n"), 1)
        for found in _MARK.finditer(line)
    }
    return _MARK.sub("", text), told


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_document_is_read_as_it_is_marked(path: Path) -> None:
    text, expected = marked(path.read_text("utf-8"))
    document = read(text)
    found = {f"{entry.line} {entry.at:%Y-%m-%d %H:%M}" for entry in document.entries}
    found |= {
        f"{item.line} {_STATES[item.done]} {item.owner}".rstrip() for item in document.actions
    }
    assert found == expected
