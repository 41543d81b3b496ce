"""Settings come from the command line, then the environment, then one TOML file; none is needed."""

import os
from pathlib import Path

import msgspec

from incident_tui.domain.errors import IncidentTuiError
from incident_tui.services import defaults


class ConfigError(IncidentTuiError):
    """The configuration cannot be used; the message names the file and the line or key."""


class ExportConfig(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What `[export]` may say: the format where none is named, and the folder for documents."""

    format: str = "markdown"
    folder: str = "exports"

    @property
    def path(self) -> Path:
        """The folder, with `~` for the user's own."""
        return Path(self.folder).expanduser()


class Config(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the file may say; every key is optional.

    `author` is who you are on the record, `db` the store, `export` where documents go;
    `keys` maps the id of a binding (`live.star`) to another key.
    """

    author: str = ""
    db: str = ""
    export: ExportConfig = ExportConfig()
    theme: str = "textual-dark"
    keys: dict[str, str] = {}


def load(path: str = "") -> Config:
    """The configuration file that was named, else the user's own if there is one."""
    file = file_of(path)
    if not named(path) and not file.exists():
        return Config()
    import tomllib  # noqa: PLC0415  most have no file

    try:
        return msgspec.convert(tomllib.loads(file.read_text("utf-8")), Config)
    except OSError as error:
        raise ConfigError(f"{file} cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{file} is not valid TOML: {error}") from error
    except msgspec.ValidationError as error:
        keys = ", ".join(Config.__struct_fields__)
        of_export = ", ".join(ExportConfig.__struct_fields__)
        raise ConfigError(
            f"{file}: {error}; the keys are {keys}, those of [export] are {of_export}"
        ) from error


def named(path: str) -> str:
    """The configuration file that was asked for, if any was."""
    return path or os.environ.get(defaults.CONFIG_VARIABLE, "")


def file_of(path: str) -> Path:
    """The configuration file that counts, whether it exists or not."""
    return Path(named(path) or defaults.config_file())


def store_path(named: str, config: Config) -> Path:
    """The store: as named, else by environment, else by configuration, else the user's data."""
    return Path(defaults.store_file(named, config.db))


def author(named: str, config: Config) -> str:
    """Who writes: as named, else by configuration, else the login name."""
    return defaults.author(named, config.author)
