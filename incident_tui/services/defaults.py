"""What holds when nobody says otherwise; logging one note must not pay more than this to know."""

# pathlib costs more than all of this.
# ruff: noqa: PTH111, PTH117, PTH118

import os
import sys

APP = "incident-tui"
DB_VARIABLE = "INCIDENT_TUI_DB"
CONFIG_VARIABLE = "INCIDENT_TUI_CONFIG"
SERVERS = ("postgresql://", "postgres://")
"""How the address of a team's store begins."""


def config_file() -> str:
    """The user's own configuration file, whether it exists or not."""
    return os.path.join(_folder("XDG_CONFIG_HOME", "~/.config", "user_config_dir"), "config.toml")


def store_file(named: str, configured: str) -> str:
    """The store: as named, else by environment, else by configuration, else the user's own.

    The address of a team's store is given as it is.
    """
    if chosen := store_named(named, configured):
        return os.path.expanduser(chosen)
    return os.path.join(_folder("XDG_DATA_HOME", "~/.local/share", "user_data_dir"), "incidents.db")


def store_named(named: str, configured: str) -> str:
    """The store that somebody chose, an empty string where nobody did."""
    return named or os.environ.get(DB_VARIABLE, "") or configured


def is_server(store: str) -> bool:
    """Whether a team's store is meant and not a file."""
    return store.startswith(SERVERS)


def team_file(name: str) -> str:
    """The copy of a team's store that goes by that name."""
    folder = _folder("XDG_DATA_HOME", "~/.local/share", "user_data_dir")
    return os.path.join(folder, "teams", f"{name}.db")


def author(named: str, configured: str) -> str:
    """Who writes: as named, else by configuration, else the login name."""
    login = os.environ.get("LOGNAME") or os.environ.get("USER") or ""
    return (named or configured or login or _account()).removeprefix("@")


def _account() -> str:
    """The name of the account, where the environment does not say it: a cron job, a service."""
    try:
        import pwd  # noqa: PLC0415  POSIX only

        return pwd.getpwuid(os.getuid()).pw_name
    except (ImportError, KeyError):
        return "unknown"


def _folder(variable: str, otherwise: str, elsewhere: str) -> str:
    """By the XDG rules on Linux; on other systems as platformdirs says."""
    if sys.platform == "linux":
        base = os.environ.get(variable, "")
        if not os.path.isabs(base):  # the rules say to ignore a relative one
            base = os.path.expanduser(otherwise)
        return os.path.join(base, APP)
    import platformdirs  # noqa: PLC0415

    folder: str = getattr(platformdirs, elsewhere)(APP)
    return folder
