"""One text of SQL serves both engines: what PostgreSQL says otherwise is put in its words here.

Most of it follows rules; a statement that needs more than a word exchanged has a counterpart.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from incident_tui.storage import append, history, integrity, redact, stories, views

_COUNTERPARTS: Final = {
    # Positions are given by the engine: the greatest there is may be another's, not yet committed.
    append.INSERT: append.INSERT.replace("(pos, ", "(").replace(":pos, ", ""),
    append.INDEX: "INSERT INTO search (rowid, text) SELECT pos, :text FROM entry WHERE id = :id",
    # All incidents are one chain and are numbered together, also those that this person cannot see.
    append.LAST_DECLARED: "SELECT 0, hash, 0 FROM last_declared() AS hash WHERE hash IS NOT NULL",
    views.INCIDENT: views.INCIDENT.replace(views.NEXT_NUMBER, "next_number()"),
    integrity.DECLARED: "SELECT id, prev_hash, hash FROM declared()",
    redact.MERGE: "",
    # Of a group, SQLite gives the row in which it found the greatest.
    history.FACTORS: """
        SELECT DISTINCT ON (incident_id) incident_id, text, revision FROM answer
        WHERE step = 'factors' AND saved_at <= :at ORDER BY incident_id, revision DESC
    """,
    stories.ANSWERS: """
        SELECT DISTINCT ON (incident_id, step) incident_id, step, answer.text, revision FROM answer
        JOIN incident ON incident.id = answer.incident_id
        WHERE step IN ('summary', 'factors') AND declared_at >= :since AND declared_at <= :until
        ORDER BY incident_id, step, revision DESC
    """,
}
"""By the statement as the script says it; an empty one has nothing to do here."""

_EACH: Final = "json_array_elements_text(CAST(CAST(:{name} AS text) AS json)) WITH ORDINALITY"
_LIST: Final = r"ARRAY(SELECT json_array_elements_text(CAST(CAST(:\1 AS text) AS json)))"
_RULES: Final[tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...]] = (
    # Joined with what it cannot count beforehand, the planner would read a whole table.
    (re.compile(r"(?<!NOT )\bIN \(SELECT value FROM json_each\(:(\w+)\)\)"), rf"= ANY ({_LIST})"),
    (
        re.compile(r"json_each\(:(\w+)\)(?: AS (\w+))?"),
        lambda m: f"{_EACH.format(name=m[1])} AS {m[2] or 'each'} (value, key)",
    ),
    (re.compile(r"json_extract\(([\w.]+), '\$\.(\w+)'\)"), r"(CAST(\1 AS json) ->> '\2')"),
    (re.compile(r"\bsearch MATCH (:\w+)"), r"search.words @@ matching(\1)"),
    (re.compile(r"\bCROSS JOIN (\w+)\s+ON\b"), r"JOIN \1 ON"),
    (re.compile(r"\bLIMIT (:\w+)"), r"LIMIT nullif(CAST(\1 AS bigint), -1)"),
    (re.compile(r"\bx''"), "CAST('' AS bytea)"),
)
_NAMED: Final = re.compile(r"(?<![:\w]):([a-z_]\w*)")


@lru_cache(maxsize=256)
def translated(sql: str) -> tuple[str, tuple[str, ...]]:
    """The statement for PostgreSQL, and the names of its parameters in the order of `$1`, `$2`."""
    sql = _COUNTERPARTS.get(sql, sql)
    for pattern, words in _RULES:
        sql = pattern.sub(words, sql)
    names: dict[str, int] = {}

    def numbered(found: re.Match[str]) -> str:
        return f"${names.setdefault(found[1], len(names) + 1)}"

    return _NAMED.sub(numbered, sql), tuple(names)
