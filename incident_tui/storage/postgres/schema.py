"""The tables of a team's store: those of `storage.schema` in PostgreSQL, and what only it needs.

Text is `COLLATE "C"`: it compares byte by byte, as it does in every person's copy.
"""

from __future__ import annotations

from typing import Final

from incident_tui.storage.postgres.privacy import PRIVATE
from incident_tui.storage.schema import FOLLOW_UPS, STATELESS

TEXT: Final = 'text COLLATE "C"'

_ENTRY: Final = (
    f"""
    CREATE TABLE entry (
        pos          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        id           {TEXT} NOT NULL UNIQUE,
        incident_id  {TEXT} NOT NULL REFERENCES entry (id),
        seq          bigint NOT NULL,
        kind         {TEXT} NOT NULL,
        version      bigint NOT NULL,
        payload      {TEXT} NOT NULL,
        occurred_at  bigint NOT NULL,
        recorded_at  bigint NOT NULL,
        author       {TEXT} NOT NULL,
        source       {TEXT} NOT NULL,
        external_ref {TEXT},
        prev_hash    bytea NOT NULL CHECK (length(prev_hash) = 32),
        hash         bytea NOT NULL CHECK (length(hash) = 32),
        commitment   bytea NOT NULL CHECK (length(commitment) = 32),
        salt         bytea,
        UNIQUE (incident_id, seq)
    )
    """,
    """
    CREATE UNIQUE INDEX entry_external_ref ON entry (incident_id, external_ref)
    WHERE external_ref IS NOT NULL
    """,
    "CREATE INDEX entry_in_time ON entry (incident_id, occurred_at, seq)",
    f"""
    CREATE INDEX entry_with_state ON entry (incident_id, seq) WHERE kind NOT IN {STATELESS}
    """,
    "CREATE UNIQUE INDEX entry_first ON entry (pos) WHERE seq = 1",
    f"CREATE INDEX entry_follow_up ON entry (recorded_at) WHERE kind IN {FOLLOW_UPS}",
    # A redaction is named only within its own transaction, so two never wait for each other.
    f"CREATE TABLE redaction (one bigint, entry_id {TEXT} NOT NULL REFERENCES entry (id))",
)

_APPEND_ONLY: Final = (
    """
    CREATE FUNCTION entry_appended() RETURNS trigger LANGUAGE plpgsql
    SET search_path FROM CURRENT AS $$
    BEGIN
        IF NEW.seq IS DISTINCT FROM 1 + coalesce(
            (SELECT max(seq) FROM entry WHERE incident_id = NEW.incident_id), 0) THEN
            RAISE EXCEPTION 'an entry can only be appended';
        END IF;
        RETURN NEW;
    END $$
    """,
    """
    CREATE FUNCTION entry_kept() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'an entry is never deleted';
    END $$
    """,
    """
    CREATE FUNCTION entry_unchanged() RETURNS trigger LANGUAGE plpgsql
    SET search_path FROM CURRENT AS $$
    DECLARE
        blank entry := OLD;
    BEGIN
        blank.payload := NEW.payload;
        blank.salt := NULL;
        IF OLD.salt IS NULL OR NEW IS DISTINCT FROM blank
            OR NOT EXISTS (SELECT FROM redaction WHERE entry_id = OLD.id) THEN
            RAISE EXCEPTION 'an entry never changes; only a redaction removes its text';
        END IF;
        RETURN NEW;
    END $$
    """,
    """
    CREATE TRIGGER entry_appended BEFORE INSERT ON entry
    FOR EACH ROW EXECUTE FUNCTION entry_appended()
    """,
    """
    CREATE TRIGGER entry_kept BEFORE DELETE ON entry
    FOR EACH ROW EXECUTE FUNCTION entry_kept()
    """,
    """
    CREATE TRIGGER entry_not_emptied BEFORE TRUNCATE ON entry
    FOR EACH STATEMENT EXECUTE FUNCTION entry_kept()
    """,
    """
    CREATE TRIGGER entry_unchanged BEFORE UPDATE ON entry
    FOR EACH ROW EXECUTE FUNCTION entry_unchanged()
    """,
)

_VIEWS: Final = (
    f"""
    CREATE TABLE incident (
        id               {TEXT} PRIMARY KEY REFERENCES entry (id),
        number           bigint NOT NULL UNIQUE,
        title            {TEXT} NOT NULL,
        service          {TEXT} NOT NULL,
        severity         bigint NOT NULL,
        status           {TEXT} NOT NULL,
        commander        {TEXT} NOT NULL,
        owner            {TEXT} NOT NULL,
        declared_at      bigint,
        started_at       bigint,
        detected_at      bigint,
        acknowledged_at  bigint,
        mitigated_at     bigint,
        resolved_at      bigint,
        published_at     bigint,
        actions          bigint NOT NULL,
        open_actions     bigint NOT NULL,
        entries          bigint NOT NULL,
        tip              bytea NOT NULL,
        updated_at       bigint NOT NULL,
        first_at         bigint,
        last_at          bigint,
        done_actions     bigint NOT NULL DEFAULT 0,
        declined_actions bigint NOT NULL DEFAULT 0,
        dated_actions    bigint NOT NULL DEFAULT 0,
        timely_actions   bigint NOT NULL DEFAULT 0,
        updates          bigint NOT NULL DEFAULT 0,
        clocks           bigint NOT NULL DEFAULT 0,
        kept_clocks      bigint NOT NULL DEFAULT 0
    )
    """,
    "CREATE INDEX incident_live ON incident (number) WHERE status <> 'resolved'",
    f"""
    CREATE TABLE action_item (
        id          {TEXT} PRIMARY KEY REFERENCES entry (id),
        incident_id {TEXT} NOT NULL REFERENCES entry (id),
        number      bigint NOT NULL,
        text        {TEXT} NOT NULL,
        owner       {TEXT} NOT NULL,
        priority    {TEXT},
        kind        {TEXT},
        due         {TEXT},
        status      {TEXT} NOT NULL,
        reason      {TEXT} NOT NULL,
        created_at  bigint NOT NULL,
        closed_at   bigint,
        factor      {TEXT} NOT NULL DEFAULT '',
        success     {TEXT} NOT NULL DEFAULT '',
        UNIQUE (incident_id, number)
    )
    """,
    "CREATE INDEX action_item_open ON action_item (due) WHERE status = 'open'",
    f"""
    CREATE TABLE recurrence (
        incident_id {TEXT} NOT NULL REFERENCES entry (id),
        earlier_id  {TEXT} NOT NULL,
        confirmed   bigint NOT NULL,
        text        {TEXT} NOT NULL,
        judged_at   bigint NOT NULL,
        PRIMARY KEY (incident_id, earlier_id)
    )
    """,
    f"""
    CREATE TABLE answer (
        id          {TEXT} PRIMARY KEY,
        incident_id {TEXT} NOT NULL REFERENCES entry (id),
        step        {TEXT} NOT NULL,
        revision    bigint NOT NULL,
        text        {TEXT} NOT NULL,
        saved_at    bigint NOT NULL,
        author      {TEXT} NOT NULL,
        drafted     {TEXT} NOT NULL DEFAULT '',
        UNIQUE (incident_id, step, revision)
    )
    """,
)

# Words are told apart as the index of a person's own copy does: letters and digits, without
# marks or case. ICU knows the letters of every script, whatever the database was made with.
_SEARCH: Final = (
    r"""
    DO $make$
    DECLARE
        spoken text := coalesce((SELECT 'pg_catalog."und-x-icu"' FROM pg_collation
            WHERE collname = 'und-x-icu' AND collnamespace = 'pg_catalog'::regnamespace),
            'pg_catalog."default"');
    BEGIN
        EXECUTE format($folded$
            CREATE FUNCTION folded(said text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
            $sql$ SELECT btrim(regexp_replace(lower(regexp_replace(normalize(said, NFD),
                '[\u0300-\u036f]', '', 'g') COLLATE %s), '[^[:alnum:]]+', ' ', 'g')) $sql$
        $folded$, spoken);
    END $make$
    """,
    f"""
    CREATE TABLE search (
        rowid bigint PRIMARY KEY REFERENCES entry (pos),
        text  {TEXT} NOT NULL,
        words tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, folded(text))) STORED
    )
    """,
    "CREATE INDEX search_words ON search USING gin (words)",
    # The expressions of `matching.matches_of`: words in quotes, the last perhaps unfinished.
    r"""
    CREATE FUNCTION matching(expression text) RETURNS tsquery LANGUAGE sql STABLE
    SET search_path FROM CURRENT AS $$
        SELECT coalesce(string_agg(
            '(' || replace(folded(part[1]), ' ', ' <-> ')
            || CASE part[2] WHEN '*' THEN ':*' ELSE '' END || ')', ' & '), '')::tsquery
        FROM regexp_matches(expression, '"((?:[^"]|"")*)"(\*?)', 'g') AS part
        WHERE folded(part[1]) <> ''
    $$
    """,
)

_CHANGES: Final = (
    """
    CREATE FUNCTION incident_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        PERFORM pg_notify('incident_tui.' || TG_TABLE_SCHEMA, NEW.incident_id);
        RETURN NULL;
    END $$
    """,
    """
    CREATE TRIGGER entry_changed AFTER INSERT OR UPDATE ON entry
    FOR EACH ROW EXECUTE FUNCTION incident_changed()
    """,
    """
    CREATE TRIGGER answer_changed AFTER INSERT ON answer
    FOR EACH ROW EXECUTE FUNCTION incident_changed()
    """,
    f"""
    CREATE UNLOGGED TABLE presence (
        window_id   {TEXT} PRIMARY KEY,
        author      {TEXT} NOT NULL,
        host        {TEXT} NOT NULL,
        incident_id {TEXT},
        seen_at     timestamptz NOT NULL DEFAULT clock_timestamp()
    )
    """,
)

MIGRATIONS: Final = ((*_ENTRY, *_APPEND_ONLY, *_VIEWS, *_SEARCH, *_CHANGES), PRIVATE)
"""Script n (from 1) takes it from version n-1, a count of its own, to n; released ones stay."""
