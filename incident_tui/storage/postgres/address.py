"""The address of a team's store names server, database and schema, and never a password.

What it does not say comes from where psql has it: PGHOST, PGUSER, PGPASSWORD, ~/.pgpass, a service
file. The server's certificate is verified unless `sslmode` says otherwise, or it is this computer.
"""

from __future__ import annotations

import configparser
import os
import re
import ssl
from ipaddress import ip_address
from pathlib import Path
from typing import Final
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

import msgspec

from incident_tui.domain.errors import StoreError

SCHEMES: Final = ("postgresql://", "postgres://")
SCHEMA: Final = "incident_tui"
"""Where the tables lie unless the address says `?search_path=…`."""
_NAME: Final = re.compile(r"[a-z_][a-z0-9_]{0,44}")  # with its prefix it still names a channel
_OPTION: Final = re.compile(r"-c\s*search_path=(\S+)")
_SYSTEM_ROOTS: Final = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/cert.pem",
)


class Address(msgspec.Struct, frozen=True):
    """`dsn` is what the driver is told; `shown` may be said to anybody."""

    dsn: str
    schema: str
    shown: str
    hosts: tuple[str, ...]


def is_address(text: str) -> bool:
    """Whether the text names a team's store rather than a file."""
    return text.startswith(SCHEMES)


def is_name(text: str) -> bool:
    """Whether a schema or role may be called so: it then needs no quotes anywhere."""
    return _NAME.fullmatch(text) is not None


def address_of(text: str) -> Address:
    """The address in the text; StoreError where it cannot be meant so."""
    try:
        parts = urlsplit(text)
    except ValueError:
        raise StoreError("the address cannot be read; write postgresql://host/database") from None
    if not is_address(text):
        raise StoreError("the address of a team's store begins with postgresql://")
    query = dict(parse_qsl(parts.query, keep_blank_values=True))
    person, _, place = parts.netloc.rpartition("@")
    if ":" in person or "password" in query or "sslpassword" in query:
        raise StoreError(
            "no password belongs into the address, where others can read it; "
            "put it into ~/.pgpass or PGPASSWORD"
        )
    schema = _schema(query)
    if "service" not in query and (service := os.environ.get("PGSERVICE")):
        query["service"] = service
    known = _service(query.get("service", ""))
    hosts = _hosts(query.get("host") or place or known.get("host") or os.environ.get("PGHOST", ""))
    query |= _verified(hosts, query, known)
    if len(hosts) > 1:  # of a server and its standby, the one that can be written
        query.setdefault("target_session_attrs", "read-write")
    user = quote(unquote(person)) + "@" if person else ""
    dsn = urlunsplit(("postgresql", user + place, parts.path, urlencode(query), ""))
    return Address(dsn, schema, f"postgresql://{place or ','.join(hosts)}{parts.path}", hosts)


def _schema(query: dict[str, str]) -> str:
    schema = query.pop("search_path", "") or SCHEMA
    if found := _OPTION.search(query.get("options", "")):
        schema = found[1]
        query["options"] = _OPTION.sub("", query["options"]).strip()
        if not query["options"]:
            del query["options"]
    if not is_name(schema):
        raise StoreError(
            f"{schema!r} cannot be the schema of a team's store; use one name of small letters, "
            "digits and _, of at most 45"
        )
    return schema


def _service(name: str) -> dict[str, str]:
    """What the service file says of that service."""
    if not name:
        return {}
    file = os.environ.get("PGSERVICEFILE") or Path("~/.pg_service.conf").expanduser()
    services = configparser.ConfigParser(interpolation=None)
    try:
        services.read(file, "utf-8")
    except configparser.Error as error:
        raise StoreError(f"the service file {file} cannot be read") from error
    if not services.has_section(name):
        raise StoreError(f"the service file {file} has no service {name}")
    return dict(services[name])


def _hosts(text: str) -> tuple[str, ...]:
    """The names of the servers without their ports; none means a socket of this computer."""
    return tuple(
        unquote(re.sub(r":\d*$", "", host)).strip("[]") for host in text.split(",") if host
    )


def _verified(
    hosts: tuple[str, ...], query: dict[str, str], known: dict[str, str]
) -> dict[str, str]:
    """What must be added so that the server has to prove who it is."""
    mode = query.get("sslmode") or known.get("sslmode") or os.environ.get("PGSSLMODE")
    if mode is None:
        mode = "prefer" if all(map(_is_here, hosts)) else "verify-full"
    added = {"sslmode": mode}
    named = query.get("sslrootcert") or known.get("sslrootcert") or os.environ.get("PGSSLROOTCERT")
    if named and named != "system" and not Path(named).exists():
        raise StoreError(f"there is no {named}, which sslrootcert names")
    own = Path("~/.postgresql/root.crt").expanduser()
    if mode.startswith("verify") and (named == "system" or not (named or own.exists())):
        files = (ssl.get_default_verify_paths().cafile, *_SYSTEM_ROOTS)
        roots = next((file for file in files if file and Path(file).exists()), None)
        if roots is not None:
            added["sslrootcert"] = roots
    return added


def _is_here(host: str) -> bool:
    """Whether the name is a socket or this computer's own."""
    if host.startswith("/") or host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
