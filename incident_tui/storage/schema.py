"""The tables of one store, as an ordered tuple of scripts that is only ever added to.

Plain SQL and not a migration tool: half of it is triggers and full-text search, which such tools
cannot compare, and importing one costs more than a whole `log`.
"""

APPLICATION_ID = 0x494E4354
"""`INCT` in the file's header: what tells our file from any other SQLite database."""

STATELESS = ("imported", "noted")
"""`facts.STATELESS_KINDS`, which the note path cannot afford to import; its `str()` is SQL."""

_ENTRY = """
CREATE TABLE entry (
    pos          INTEGER PRIMARY KEY AUTOINCREMENT,
    id           TEXT NOT NULL UNIQUE,
    incident_id  TEXT NOT NULL REFERENCES entry (id),
    seq          INTEGER NOT NULL,
    kind         TEXT NOT NULL,
    version      INTEGER NOT NULL,
    payload      TEXT NOT NULL,
    occurred_at  INTEGER NOT NULL,
    recorded_at  INTEGER NOT NULL,
    author       TEXT NOT NULL,
    source       TEXT NOT NULL,
    external_ref TEXT,
    prev_hash    BLOB NOT NULL CHECK (length(prev_hash) = 32),
    hash         BLOB NOT NULL CHECK (length(hash) = 32),
    commitment   BLOB NOT NULL CHECK (length(commitment) = 32),
    salt         BLOB,
    UNIQUE (incident_id, seq)
) STRICT
"""

_ENTRY_INDEXES = (
    """
    CREATE UNIQUE INDEX entry_external_ref ON entry (incident_id, external_ref)
    WHERE external_ref IS NOT NULL
    """,
    "CREATE INDEX entry_in_time ON entry (incident_id, occurred_at, seq)",
    f"""
    CREATE INDEX entry_with_state ON entry (incident_id, seq)
    WHERE kind NOT IN {STATELESS}
    """,
    "CREATE INDEX entry_first ON entry (pos) WHERE seq = 1",
)

# INSERT OR REPLACE deletes without firing delete triggers, so the insert itself is checked too.
_APPEND_ONLY = (
    """
    CREATE TRIGGER entry_appended BEFORE INSERT ON entry
    WHEN NEW.seq IS NOT 1 + coalesce(
            (SELECT max(seq) FROM entry WHERE incident_id = NEW.incident_id), 0)
        OR EXISTS (SELECT 1 FROM entry WHERE id = NEW.id OR pos = NEW.pos)
        OR (NEW.external_ref IS NOT NULL AND EXISTS (
            SELECT 1 FROM entry
            WHERE incident_id = NEW.incident_id AND external_ref = NEW.external_ref))
    BEGIN SELECT RAISE(ABORT, 'an entry can only be appended'); END
    """,
    """
    CREATE TRIGGER entry_kept BEFORE DELETE ON entry
    BEGIN SELECT RAISE(ABORT, 'an entry is never deleted'); END
    """,
    """
    CREATE TABLE redaction (
        one      INTEGER PRIMARY KEY CHECK (one = 1),
        entry_id TEXT NOT NULL REFERENCES entry (id)
    ) STRICT
    """,
    """
    CREATE TRIGGER entry_unchanged BEFORE UPDATE ON entry
    WHEN NOT (
        EXISTS (SELECT 1 FROM redaction WHERE entry_id = OLD.id)
        AND OLD.salt IS NOT NULL AND NEW.salt IS NULL
        AND (NEW.pos, NEW.id, NEW.incident_id, NEW.seq, NEW.kind, NEW.version, NEW.occurred_at,
             NEW.recorded_at, NEW.author, NEW.source, NEW.prev_hash, NEW.hash, NEW.commitment)
          = (OLD.pos, OLD.id, OLD.incident_id, OLD.seq, OLD.kind, OLD.version, OLD.occurred_at,
             OLD.recorded_at, OLD.author, OLD.source, OLD.prev_hash, OLD.hash, OLD.commitment)
        AND NEW.external_ref IS OLD.external_ref
    )
    BEGIN SELECT RAISE(ABORT, 'an entry never changes; only a redaction removes its text'); END
    """,
)

_VIEWS = (
    """
    CREATE TABLE incident (
        id              TEXT PRIMARY KEY NOT NULL REFERENCES entry (id),
        number          INTEGER NOT NULL UNIQUE,
        title           TEXT NOT NULL,
        service         TEXT NOT NULL,
        severity        INTEGER NOT NULL,
        status          TEXT NOT NULL,
        commander       TEXT NOT NULL,
        owner           TEXT NOT NULL,
        declared_at     INTEGER,
        started_at      INTEGER,
        detected_at     INTEGER,
        acknowledged_at INTEGER,
        mitigated_at    INTEGER,
        resolved_at     INTEGER,
        published_at    INTEGER,
        actions         INTEGER NOT NULL,
        open_actions    INTEGER NOT NULL,
        entries         INTEGER NOT NULL,
        tip             BLOB NOT NULL,
        updated_at      INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX incident_live ON incident (number) WHERE status <> 'resolved'",
    """
    CREATE TABLE action_item (
        id          TEXT PRIMARY KEY NOT NULL REFERENCES entry (id),
        incident_id TEXT NOT NULL REFERENCES entry (id),
        number      INTEGER NOT NULL,
        text        TEXT NOT NULL,
        owner       TEXT NOT NULL,
        priority    TEXT,
        kind        TEXT,
        due         TEXT,
        status      TEXT NOT NULL,
        reason      TEXT NOT NULL,
        created_at  INTEGER NOT NULL,
        closed_at   INTEGER,
        UNIQUE (incident_id, number)
    ) STRICT
    """,
    "CREATE INDEX action_item_open ON action_item (due) WHERE status = 'open'",
    "CREATE VIRTUAL TABLE search USING fts5(text, tokenize = 'unicode61', prefix = '2 3')",
)

_DOCUMENTS = (
    """
    CREATE TABLE answer (
        id          TEXT PRIMARY KEY NOT NULL,
        incident_id TEXT NOT NULL REFERENCES entry (id),
        step        TEXT NOT NULL,
        revision    INTEGER NOT NULL,
        text        TEXT NOT NULL,
        saved_at    INTEGER NOT NULL,
        author      TEXT NOT NULL,
        UNIQUE (incident_id, step, revision)
    ) STRICT
    """,
)

_MEASURES = (
    """
    CREATE TABLE recurrence (
        incident_id TEXT NOT NULL REFERENCES entry (id),
        earlier_id  TEXT NOT NULL,
        confirmed   INTEGER NOT NULL,
        text        TEXT NOT NULL,
        judged_at   INTEGER NOT NULL,
        PRIMARY KEY (incident_id, earlier_id)
    ) STRICT, WITHOUT ROWID
    """,
    *(
        f"ALTER TABLE incident ADD COLUMN {name}"
        for name in (
            *("first_at INTEGER", "last_at INTEGER"),
            *(
                f"{count} INTEGER NOT NULL DEFAULT 0"
                for count in (
                    *("done_actions", "declined_actions", "dated_actions", "timely_actions"),
                    *("updates", "clocks", "kept_clocks"),
                )
            ),
        )
    ),
    """
    CREATE INDEX action_item_waiting ON action_item (incident_id, due, priority, created_at)
    WHERE status = 'open'
    """,
    """
    CREATE INDEX answer_factors ON answer (incident_id, revision, saved_at)
    WHERE step = 'factors'
    """,
)

_DRAFTED = ("ALTER TABLE answer ADD COLUMN drafted TEXT NOT NULL DEFAULT ''",)
"""The numbers of the entries that a draft nobody has touched yet was drawn up from."""

FOLLOW_UPS = ("action", "action-changed", "action-declined", "action-done")
"""The kinds that speak of an action item; its `str()` is SQL, as the index has it."""

_TRACKED = (
    "ALTER TABLE action_item ADD COLUMN factor TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE action_item ADD COLUMN success TEXT NOT NULL DEFAULT ''",
    f"CREATE INDEX entry_follow_up ON entry (recorded_at) WHERE kind IN {FOLLOW_UPS}",
)

# A copy of a team's store holds what the team has confirmed, and behind it what is still to be
# sent. Only that tail may be lifted off, to be laid down again behind what the team had before it.
_SHARED = (
    """
    CREATE TABLE replica (
        one  INTEGER PRIMARY KEY CHECK (one = 1),
        team TEXT NOT NULL,
        laid INTEGER NOT NULL DEFAULT 0
    ) STRICT
    """,
    """
    CREATE TABLE settled (
        incident_id TEXT PRIMARY KEY NOT NULL,
        number      INTEGER NOT NULL,
        entries     INTEGER NOT NULL,
        answers     INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE settled_answer (
        incident_id TEXT NOT NULL,
        step        TEXT NOT NULL,
        revision    INTEGER NOT NULL,
        PRIMARY KEY (incident_id, step)
    ) STRICT, WITHOUT ROWID
    """,
    "DROP TRIGGER entry_kept",
    """
    CREATE TRIGGER entry_kept BEFORE DELETE ON entry
    WHEN NOT EXISTS (SELECT 1 FROM replica) OR OLD.seq <= coalesce(
        (SELECT entries FROM settled WHERE incident_id = OLD.incident_id), 0)
    BEGIN SELECT RAISE(ABORT, 'an entry is never deleted'); END
    """,
)

_PRIVATE = ("ALTER TABLE incident ADD COLUMN members TEXT NOT NULL DEFAULT ''",)
"""The names of those who alone may see it, a line each; nobody's while everybody may."""

MIGRATIONS = (
    (_ENTRY, *_ENTRY_INDEXES, *_APPEND_ONLY, *_VIEWS, *_DOCUMENTS),
    _MEASURES,
    _DRAFTED,
    _TRACKED,
    _SHARED,
    _PRIVATE,
)
"""Script n (from 1) takes a store from version n-1 to n; a released script never changes."""

VERSION = len(MIGRATIONS)
"""The `user_version` this build reads and writes."""
