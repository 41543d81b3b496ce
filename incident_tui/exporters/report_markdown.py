"""The report as Markdown: tables where the page has charts, and every text as it was typed."""

from collections.abc import Iterable
from typing import Final, assert_never

from incident_tui.exporters.escape import cell, inline, line, prose
from incident_tui.exporters.report import (
    Block,
    Card,
    Cards,
    Charts,
    Grid,
    Points,
    Report,
    Text,
)


def markdown(report: Report) -> str:
    """The whole document."""
    parts = [f"# {inline(report.title)}", line(report.subtitle), *map(_block, report.opening)]
    for section in report.sections:
        parts += [f"## {inline(section.heading)}", *map(_block, section.blocks)]
    return "\n\n".join(parts) + "\n"


def _block(block: Block) -> str:
    match block:
        case Text(text):
            return prose(text)
        case Points(texts):
            return "\n".join(f"- {line(text)}" for text in texts)
        case Cards(cards):
            return _table(_CARDS, map(_card, cards), len(_CARDS))
        case Grid(head, rows, numbers, more):
            table = _table(head, rows, numbers)
            return f"{table}\n\n{line(more)}" if more else table
        case Charts(charts):
            return "\n".join(f"- {line(chart.alt)}" for chart in charts)
        case _:
            assert_never(block)


_CARDS: Final = ("Figure", "Now", "Against the target", "Target", "In words")


def _card(card: Card) -> tuple[str, ...]:
    return (card.title, card.value, card.word, card.target, "; ".join(card.told))


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]], numbers: int) -> str:
    """Columns from `numbers` on are aligned to the right."""
    rule = ["---" if at < numbers else "---:" for at in range(len(head))]
    return "\n".join([_row(map(cell, head)), _row(rule), *[_row(map(cell, r)) for r in rows]])


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
