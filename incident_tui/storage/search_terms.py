"""Whatever a person types into a search box is words to look for, never syntax of the index."""

from typing import Final

_INDEXED_PREFIX: Final = 3
"""Beginnings of up to this many letters have an index of their own; longer ones must be merged."""


def matches_of(query: str) -> tuple[str, ...]:
    """FTS5 expressions for all the words, to be tried in turn until enough is found.

    The last word may be unfinished. As a whole word it is tried first: where that already fills a
    page, collecting every word it may begin would take a hundred times as long.
    """
    words = [word for word in query.split() if any(char.isalnum() for char in word)]
    if not words:
        return ()
    exact = " ".join('"' + word.replace('"', '""') + '"' for word in words)
    if query[-1].isspace():
        return (exact,)
    return (f"{exact}*",) if len(words[-1]) <= _INDEXED_PREFIX else (exact, f"{exact}*")
