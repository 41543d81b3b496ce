"""Settings come from the command line, then the environment, then one TOML file; none is needed."""

import os
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec.structs import replace

from incident_tui.domain.errors import IncidentTuiError
from incident_tui.domain.practice import PRACTICE, Practice
from incident_tui.services import defaults, settings
from incident_tui.services.insights_table import InsightsTable
from incident_tui.services.templates import TemplateNames, TemplateTable, templates


class ConfigError(IncidentTuiError):
    """The configuration cannot be used; the message names the file and the line or key."""


class FormatTable(settings.Table, frozen=True):
    """`[export.formats.confluence]`: what holds for one format instead of for all."""

    folder: settings.Words | None = None
    secrets: Literal["keep", "redact"] | None = None


class ExportConfig(settings.Table, frozen=True):
    """What `[export]` may say: the format where none is named, the folder for documents.

    `secrets` is what becomes of what looks like one (else it is asked); `formats` says it by name.
    """

    format: str = "markdown"
    folder: str = "exports"
    secrets: Literal["keep", "redact"] | None = None
    formats: dict[str, FormatTable] = msgspec.field(default_factory=dict)

    def path(self, name: str = "") -> Path:
        """Where documents of that format go, with `~` for the user's own folder."""
        own = self.formats.get(name)
        return Path((own.folder if own else None) or self.folder).expanduser()

    def secrecy(self, name: str) -> str | None:
        """What becomes of secrets in documents of that format; None: it is asked."""
        own = self.formats.get(name)
        return (own.secrets if own else None) or self.secrets

    def check(self) -> None:
        """Refuse the name of a format that is not there; SettingError leads to it."""
        if not self.formats:
            return
        from incident_tui.services import plugins  # noqa: PLC0415  most have no such table

        there = plugins.names("exporters")
        for name in self.formats:
            if name not in there:
                path = ("export", "formats", name)
                raise settings.SettingError(path, f"no such format; there are {', '.join(there)}")


class Config(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the file may say; every key is optional.

    `author` is who you are on the record, `db` the store, `export` where documents go;
    `keys` maps the id of a binding (`live.star`) to another key. How the team runs its calls is in
    `severity`, `role` (instructions by role), `update` (its texts), `call` and `escalation`; how it
    is told outside the window that something is late, in `alarm`; what the figures
    need to know of it is in `insights`, what a post-mortem needs before it goes on in `policy`,
    how it is told in `template` and `templates`.
    """

    author: str = ""
    db: str = ""
    export: ExportConfig = ExportConfig()
    theme: str = "textual-dark"
    keys: dict[str, str] = {}
    severity: settings.SeverityTables = settings.SeverityTables()
    role: dict[str, tuple[settings.Words, ...]] = {}
    update: settings.TextTable = settings.TextTable()
    call: settings.CallTable = settings.CallTable()
    escalation: settings.EscalationTable = settings.EscalationTable()
    alarm: settings.AlarmTable = settings.AlarmTable()
    insights: InsightsTable = InsightsTable()
    policy: settings.PolicyTables = settings.PolicyTables()
    template: TemplateNames = TemplateNames()
    templates: dict[str, TemplateTable] = {}

    @property
    def practice(self) -> Practice:
        """How the team runs its calls."""
        told = (self.severity, self.role, self.update, self.call, self.escalation, self.policy)
        if told == _UNTOLD and not self.templates and self.template == TemplateNames():
            return PRACTICE
        return settings.practice(*told, templates(self.template, self.templates))


_NONE = Config()
_UNTOLD = (_NONE.severity, _NONE.role, _NONE.update, _NONE.call, _NONE.escalation, _NONE.policy)


def load(path: str = "") -> Config:
    """The configuration file that was named, else the user's own if there is one."""
    file = file_of(path)
    if not named(path) and not file.exists():
        return Config()
    import tomllib  # noqa: PLC0415  most have no file

    try:
        text = file.read_text("utf-8")
        told = tomllib.loads(text)
    except OSError as error:
        raise ConfigError(f"{file} cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{file} is not valid TOML: {error}") from error
    try:
        config = _placed(msgspec.convert(told, Config), file.parent)
        config.practice  # noqa: B018  told now, if it makes no sense
        config.insights.check()
        config.export.check()
    except (msgspec.ValidationError, settings.SettingError) as error:
        raise ConfigError(f"{file}, {_misfit(error, told, text)}") from error
    return config


def _placed(config: Config, folder: Path) -> Config:
    """Layouts are looked for beside the file that names them."""
    own = {name: table.placed(folder) for name, table in config.templates.items()}
    return replace(config, templates=own) if own else config


def _misfit(error: msgspec.ValidationError | settings.SettingError, told: Any, text: str) -> str:
    from incident_tui.services.misfit import Misfit, misfit  # noqa: PLC0415  only a mistake pays

    if isinstance(error, settings.SettingError):
        return Misfit(error.path, str(error)).told(text)
    return misfit(error, told, Config).told(text)


def named(path: str) -> str:
    """The configuration file that was asked for, if any was."""
    return path or os.environ.get(defaults.CONFIG_VARIABLE, "")


def file_of(path: str) -> Path:
    """The configuration file that counts, whether it exists or not."""
    return Path(named(path) or defaults.config_file())


def store_path(named: str, config: Config) -> Path:
    """The store: as named, else by environment, else by configuration, else the user's data.

    Of a team's store it is the copy, which is made where there is none.
    """
    if address := server(named, config):
        from incident_tui.services.team_store import copy_of  # noqa: PLC0415  few share a store

        return copy_of(address)
    return Path(defaults.store_file(named, config.db))


def server(named: str, config: Config) -> str:
    """The address of the team's store, an empty string where a file is meant."""
    chosen = defaults.store_named(named, config.db)
    return chosen if defaults.is_server(chosen) else ""


def author(named: str, config: Config) -> str:
    """Who writes: as named, else by configuration, else the login name."""
    return defaults.author(named, config.author)
