"""The Markdown blocks that documents share: every text in them is escaped here and only here."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from incident_tui.domain.state import Link
from incident_tui.exporters.escape import MARKDOWN, Escape


def not_yet(sentence: str) -> str:
    """The italic line that stands where a section has no content; not for people's text."""
    return f"_{sentence}_\n"


def bullets(items: Iterable[str]) -> str:
    """A list, one item a line; the items are Markdown already."""
    return "".join([f"- {item}\n" for item in items])


def labelled(pairs: Iterable[tuple[str, str]]) -> str:
    """A list of `**label:** text`; the texts are Markdown already."""
    return "".join([f"- **{label}:** {text}\n" for label, text in pairs])


def numbered(items: Iterable[str]) -> str:
    """A numbered list; the items are Markdown already."""
    return "".join([f"{n}. {item}\n" for n, item in enumerate(items, 1)])


def nested(items: Iterable[tuple[int, str]], indent: str = "  ") -> str:
    """A list in levels, 0 at the top; the texts are Markdown already."""
    return "".join([f"{indent * level}- {text}\n" for level, text in items])


def dated(events: Iterable[tuple[datetime, str]], day: date | None) -> str:
    """`- HH:MM — text`, in one list: a day other than the last one shown is an item of its own.

    The texts are Markdown already; `day` is the one the reader knows so far.
    """
    lines = []
    for at, text in events:
        if at.date() != day:
            day = at.date()
            lines.append(f"- **{day}**\n")
        lines.append(f"- {at.hour:02}:{at.minute:02} — {text}\n")
    return "".join(lines)


def with_evidence(text: str, evidence: Sequence[Link], write: Escape = MARKDOWN) -> str:
    """The text, then the links that prove it in brackets."""
    if not evidence:
        return write.inline(text)
    proofs = ", ".join(write.link(proof.url, proof.text) for proof in evidence)
    return f"{write.inline(text)} ({proofs})"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], write: Escape = MARKDOWN) -> str:
    """A table of plain texts; the heads are Markdown already."""
    head = f"| {' | '.join(heads)} |\n{'| --- ' * len(heads)}|\n"
    return head + "".join([f"| {' | '.join(map(write.cell, row))} |\n" for row in rows])
