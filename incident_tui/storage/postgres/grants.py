"""Who may do what in a team's store: three roles, each with no more than its work needs."""

from __future__ import annotations

from typing import Final

from incident_tui.domain.errors import StoreError
from incident_tui.storage.postgres.address import is_name

_VIEWS: Final = "action_item, recurrence, search"
"""What is made from the entries, and made anew with each that bears on it."""

_VIEWER: Final = (
    "GRANT USAGE ON SCHEMA {schema} TO {role}",
    "GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO {role}",
    "GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA {schema} TO {role}",
    "GRANT INSERT, UPDATE, DELETE ON presence TO {role}",
)
_RESPONDER: Final = (
    *_VIEWER,
    f"GRANT INSERT ON entry, answer, incident, redaction, {_VIEWS} TO {{role}}",
    "GRANT UPDATE ON incident TO {role}",
    "GRANT UPDATE (payload, salt) ON entry TO {role}",  # for a redaction, which a trigger watches
    f"GRANT DELETE ON redaction, {_VIEWS} TO {{role}}",
)
_ADMIN: Final = (
    *_RESPONDER,
    "GRANT DELETE ON incident TO {role}",  # to make the list anew
)
_MAKE: Final = (
    "DO $$ BEGIN CREATE ROLE {role} NOLOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$"
)
ROLES: Final = {"viewer": _VIEWER, "responder": _RESPONDER, "admin": _ADMIN}
"""Nobody may delete an entry, the owner of the tables included."""


def grants(schema: str) -> list[str]:
    """The statements that make the roles `SCHEMA_viewer`, `SCHEMA_responder`, `SCHEMA_admin`.

    The owner of the tables carries them out, again if need be, and then grants a role to each
    person: `GRANT incident_tui_responder TO maria`. An upgrade of the store is the owner's as well.
    Nobody should work as the owner, whom no policy keeps out; of the roles, the admin sees all
    incidents.
    """
    if not is_name(schema):
        raise StoreError("a schema has a name of small letters, digits and _")
    statements = [f"SET search_path = {schema}"]
    for name, rights in ROLES.items():
        role = f"{schema}_{name}"
        statements.append(_MAKE.format(role=role))
        statements += [right.format(schema=schema, role=role) for right in rights]
    return statements
