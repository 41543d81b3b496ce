"""The report as one HTML file that stands alone: no script, nothing fetched, fit to print."""

from collections.abc import Iterable
from typing import assert_never

from incident_tui.exporters.report import (
    Block,
    Card,
    Cards,
    Chart,
    Charts,
    Grid,
    Points,
    Report,
    Text,
)
from incident_tui.exporters.report_chart import drawn, swatch
from incident_tui.exporters.report_style import POLICY, STYLE
from incident_tui.exporters.xml import quoted


def html(report: Report) -> str:
    """The whole page."""
    sections = [
        f"<section>\n<h2>{quoted(section.heading)}</h2>\n{_blocks(section.blocks)}</section>\n"
        for section in report.sections
    ]
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{quoted(report.title)}</title>\n<style>{STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n<h1>{quoted(report.title)}</h1>\n"
        f'<p class="subtitle">{quoted(report.subtitle)}</p>\n'
        f"{_blocks(report.opening, lead=True)}{''.join(sections)}</main>\n</body>\n</html>\n"
    )


def _blocks(blocks: Iterable[Block], *, lead: bool = False) -> str:
    return "".join([_block(block, lead=lead) for block in blocks])


def _block(block: Block, *, lead: bool) -> str:
    match block:
        case Text(text, quiet):
            kind = ' class="quiet"' if quiet else ' class="lead"' if lead else ""
            return f"<p{kind}>{quoted(text)}</p>\n"
        case Points(texts):
            items = "".join([f"<li>{quoted(text)}</li>\n" for text in texts])
            return f"<ul>\n{items}</ul>\n"
        case Cards(cards):
            return _grid("cards", map(_card, cards))
        case Grid():
            return _table(block)
        case Charts(charts):
            return _grid("charts", map(_figure, charts))
        case _:
            assert_never(block)


def _grid(name: str, parts: Iterable[str]) -> str:
    return f'<div class="{name}">\n{"".join(parts)}</div>\n'


def _card(card: Card) -> str:
    told = "".join([f"<li>{quoted(line)}</li>\n" for line in card.told])
    return (
        f'<div class="card">\n<h3>{quoted(card.title)}</h3>\n'
        f'<p class="value">{quoted(card.value)}</p>\n'
        f'<span class="badge {card.tone}">{quoted(card.word)}</span>\n'
        f'<p class="target">target {quoted(card.target)}</p>\n<ul>\n{told}</ul>\n</div>\n'
    )


def _figure(chart: Chart) -> str:
    legend = "".join([f"<li>{swatch(tone)}{quoted(name)}</li>" for name, tone in chart.legend])
    listed = f'<ul class="legend">{legend}</ul>\n' if legend else ""
    return (
        f"<figure>\n<h3>{quoted(chart.title)}</h3>\n{listed}{drawn(chart)}"
        f"<figcaption>{quoted(chart.alt)}</figcaption>\n</figure>\n"
    )


def _table(grid: Grid) -> str:
    lines = "".join([_row(row, "td", grid) for row in grid.rows])
    more = f'<p class="quiet">{quoted(grid.more)}</p>\n' if grid.more else ""
    head = _row(grid.head, "th", grid)
    return f"<table>\n<thead>\n{head}</thead>\n<tbody>\n{lines}</tbody>\n</table>\n{more}"


def _row(cells: Iterable[str], tag: str, grid: Grid) -> str:
    told = []
    for at, cell in enumerate(cells):
        kind = "n" if at >= grid.numbers else "w" if at in grid.wraps else "s"
        told.append(f'<{tag} class="{kind}">{quoted(cell)}</{tag}>')
    return f"<tr>{''.join(told)}</tr>\n"
