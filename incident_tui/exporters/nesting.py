"""A list in levels becomes lists within items, each closed where it was opened."""

from collections.abc import Iterable


def nested(items: Iterable[tuple[int, str]]) -> str:
    """`<ul>` in `<li>` in `<ul>`; the texts are markup already, and no level is skipped."""
    made, depth = [], -1
    for level, text in items:
        if level > depth:
            made.append("<ul>\n" * (level - depth))
        else:
            made.append("</li>\n" + "</ul>\n</li>\n" * (depth - level))
        made.append(f"<li>{text}")
        depth = level
    made.append("</li>\n</ul>\n" * (depth + 1))
    return "".join(made)
