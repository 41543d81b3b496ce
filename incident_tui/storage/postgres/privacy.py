"""Of a private incident the server shows everybody else nothing, whatever they ask it.

A person is the role that logged in, `session_user`: what a session takes on later makes nobody
else of it. The owner of the tables and a superuser are not kept out, and no more is an admin.
"""

from __future__ import annotations

from typing import Final

_FOR_OWNER: Final = "STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp"
"""How a function answers for the owner of the tables: nobody's own functions come in between."""

# `%1$s` is the schema, a name without quotes. What they tell of others' incidents is ids, hashes
# and numbers: by those all incidents are one chain, numbered without a gap.
_FUNCTIONS: Final = (
    # These are asked with nearly every statement; plpgsql plans them once a session.
    """
    CREATE FUNCTION sees_all() RETURNS boolean LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, pg_temp AS $body$ BEGIN
        RETURN coalesce(
            pg_has_role(session_user, to_regrole('%1$s_admin')::oid, 'USAGE'), false);
    END $body$
    """,
    f"""
    CREATE FUNCTION hidden() RETURNS text[] LANGUAGE plpgsql {_FOR_OWNER} AS $body$ BEGIN
        RETURN (SELECT coalesce(array_agg(id), '{{}}') FROM %1$s.incident
            WHERE members <> '' AND session_user <> ALL (string_to_array(members, E'\\n'))
            AND NOT %1$s.sees_all());
    END $body$
    """,
    f"""
    CREATE FUNCTION declared() RETURNS TABLE (id text, prev_hash bytea, hash bytea)
    LANGUAGE sql {_FOR_OWNER} AS $sql$
        SELECT id, prev_hash, hash FROM %1$s.entry WHERE seq = 1 ORDER BY pos
    $sql$
    """,
    f"""
    CREATE FUNCTION last_declared() RETURNS bytea LANGUAGE sql {_FOR_OWNER} AS $sql$
        SELECT hash FROM %1$s.entry WHERE seq = 1 ORDER BY pos DESC LIMIT 1
    $sql$
    """,
    f"""
    CREATE FUNCTION next_number() RETURNS bigint LANGUAGE sql {_FOR_OWNER} AS $sql$
        SELECT 1 + coalesce(max(number), 0) FROM %1$s.incident
    $sql$
    """,
)

# Asked once a statement, and not once a row.
_SEEN: Final = "incident_id <> ALL (CAST((SELECT hidden()) AS text[]))"
_POLICIES: Final = {
    # Of the row itself, so that nobody can hide an incident from themselves.
    "incident": r"""
        USING (members = '' OR session_user = ANY (string_to_array(members, E'\n'))
            OR (SELECT sees_all()))
    """,
    **dict.fromkeys(("entry", "answer", "action_item", "recurrence"), f"USING ({_SEEN})"),
    "search": "USING (EXISTS (SELECT FROM entry WHERE entry.pos = search.rowid))",
    "redaction": "USING (EXISTS (SELECT FROM entry WHERE entry.id = redaction.entry_id))",
    # A window can still leave the incident that was closed to it.
    "presence": f"""
        USING (role = session_user OR ({_SEEN}) IS NOT FALSE)
        WITH CHECK (({_SEEN}) IS NOT FALSE)
    """,
}
"""Who may see and write a row, by table; every table that tells of an incident has one."""

PRIVATE: Final = (
    """ALTER TABLE incident ADD COLUMN members text COLLATE "C" NOT NULL DEFAULT ''""",
    "CREATE INDEX incident_private ON incident (id) WHERE members <> ''",
    "ALTER TABLE presence ADD COLUMN role name NOT NULL DEFAULT session_user",
    *(
        f"DO $do$ BEGIN EXECUTE format($f$ {each} $f$, current_schema()); END $do$"
        for each in _FUNCTIONS
    ),
    *(f"CREATE POLICY {table}_seen ON {table} {policy}" for table, policy in _POLICIES.items()),
    *(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY" for table in _POLICIES),
)
