"""Many rows of one insert go to SQLite in few statements.

Where a trigger may abort it, each statement first copies the pages that it changes; told one by
one, a hundred thousand entries spend half of their time on such copies.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_INSERT: Final = re.compile(r"\s*(INSERT INTO [^()]*\([\w,\s]*\)\s*VALUES )(\([:\w,\s]*\))\s*")
_NAMED: Final = re.compile(r":(\w+)")


def together(sql: str, rows: list[dict[str, object]], size: int) -> list[tuple[str, list[object]]]:
    """Statements for `size` rows each, with their positional parameters, as far as they go.

    Empty for a statement that is not a plain insert.
    """
    names, several = _shape(sql, size)
    return [
        (several, [row[name] for row in rows[at : at + size] for name in names])
        for at in range(0, len(rows) // size * size if several else 0, size)
    ]


@lru_cache(maxsize=64)
def _shape(sql: str, size: int) -> tuple[tuple[str, ...], str]:
    """The names of its values in order, and the statement for many; "" where there can be none."""
    found = _INSERT.fullmatch(sql)
    if found is None:
        return (), ""
    row = _NAMED.sub("?", found[2])
    return tuple(_NAMED.findall(found[2])), found[1] + ", ".join([row] * size)
