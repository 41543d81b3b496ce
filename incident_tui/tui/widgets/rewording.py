"""Under a field stands which of its words blame, and one key puts a rewrite in their place."""

from collections.abc import Sequence
from typing import Final

from textual.content import Content

from incident_tui.postmortem.findings import Finding
from incident_tui.tui.text import line
from incident_tui.tui.widgets.field import Field
from incident_tui.tui.widgets.prose import Prose

_SHOWN: Final = 2
_TO_SAY: Final = "…"


def blame_nudges(found: Sequence[Finding]) -> list[Content]:
    """The words, what they do, what to ask; the rewrite, and the key that takes it."""
    told = []
    for at, finding in enumerate(found[:_SHOWN]):
        question = finding.suggestion.partition(" Try: ")[0]
        said = line(f"“{finding.text}” {finding.reason}. {question}", "dim")
        told.append(Content.assemble(("! ", "bold $text-warning"), said))
        told.append(_instead(finding) if not at else Content())
    more = len(found) - _SHOWN
    if more > 0:
        told.append(line(f"  and {more} more: the blameless check lists them", "dim"))
    return [each for each in told if each.plain]


def _instead(finding: Finding) -> Content:
    if finding.rewrite is None:
        return Content.assemble("  ", ("F7", "bold"), (" selects the words", "dim"))
    rewrite = line(f"try: “{finding.rewrite.text}”")
    return Content.assemble("  ", rewrite, "  ", ("F7", "bold"), (" takes it", "dim"))


def reword(editor: Field | Prose, finding: Finding) -> None:
    """Put the rewrite in place, what is left to say selected; or else select the words."""
    text = editor.value if isinstance(editor, Field) else editor.text
    lead = len(text) - len(text.lstrip())
    rewrite = finding.rewrite
    if rewrite is None:
        _select(editor, text, lead + finding.start, lead + finding.end)
        return
    start, end = lead + rewrite.start, lead + rewrite.end
    if isinstance(editor, Field):
        editor.value = text = text[:start] + rewrite.text + text[end:]
    else:
        editor.replace(rewrite.text, _place(text, start), _place(text, end))
        text = editor.text
    left = text.find(_TO_SAY, start)
    if left >= 0:
        _select(editor, text, left, left + len(_TO_SAY))


def _select(editor: Field | Prose, text: str, start: int, end: int) -> None:
    if isinstance(editor, Field):
        editor.cursor_position = end
        return
    editor.move_cursor(_place(text, start))
    editor.move_cursor(_place(text, end), select=True)


def _place(text: str, offset: int) -> tuple[int, int]:
    """Row and column of an offset."""
    before = text[:offset]
    return before.count("\n"), len(before) - before.rfind("\n") - 1
