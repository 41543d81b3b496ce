"""Templates are the built-in ones, those of plug-ins and a company's own, and each has a name.

A plug-in is a `domain.template.Template` under the entry point group `incident_tui.templates`.
"""

import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import cast

from msgspec.structs import replace

from incident_tui.domain.errors import NotFoundError
from incident_tui.domain.incident import Severity
from incident_tui.domain.template import DEFAULT, TEMPLATES, Layout, Template
from incident_tui.services.settings import SettingError, Table, Words


class TemplateTable(Table, frozen=True):
    """`[templates.ours]`: a company's own template; see `domain.template`.

    `layout` is a Jinja2 file; a path that is not absolute starts at the configuration file.
    """

    required: tuple[Words, ...] | None = None
    sections: tuple[Words, ...] = ()
    only: bool = False
    headings: Mapping[str, Words] = {}
    layout: Words | None = None

    def placed(self, folder: Path) -> "TemplateTable":
        """The same with the whole path of its layout."""
        if self.layout is None:
            return self
        return replace(self, layout=os.path.join(folder, os.path.expanduser(self.layout)))  # noqa: PTH111, PTH118  an unknown ~user stays


class TemplateNames(Table, frozen=True):
    """`[template]`: the name of the template for each level."""

    sev1: Words = "default"
    sev2: Words = "default"
    sev3: Words = "short"
    sev4: Words = "short"
    sev5: Words = "short"


def templates(
    names: TemplateNames, own: Mapping[str, TemplateTable]
) -> Mapping[Severity, Template]:
    """The template of each severity; SettingError names the templates, or the fields, there are."""
    known = {**TEMPLATES, **{name: _template(name, table) for name, table in own.items()}}
    found = {}
    for level in Severity:
        name = getattr(names, level.name.lower())
        if name not in known:
            known[name] = _plugged(name, ("template", level.name.lower()), known)
        found[level] = known[name]
    return found


def _plugged(name: str, path: tuple[str, ...], known: Iterable[str]) -> Template:
    """That of a plug-in; a broken one is told, and the default stands in for it."""
    from incident_tui.services import plugins  # noqa: PLC0415  most have none

    there = plugins.names("templates")
    if name not in there:
        choices = ", ".join((*known, *there))
        raise SettingError(path, f"there is no template {name!r}; use one of {choices}")
    try:
        template = plugins.load("templates", name)
        wrong = "" if isinstance(template, Template) else f"the template {name!r} is no Template"
    except NotFoundError as error:
        wrong = str(error)
    if not wrong:
        return cast("Template", template)
    print(f"warning: {wrong}; the default is used", file=sys.stderr)
    return DEFAULT


def _template(name: str, table: TemplateTable) -> Template:
    from incident_tui.postmortem.steps import STEPS  # noqa: PLC0415  most have no template

    fields = [field.id for step in STEPS for field in step.fields]
    for wanted in table.required or ():
        if wanted not in fields:
            path = ("templates", name, "required")
            raise SettingError(path, f"there is no field {wanted!r}; use {', '.join(fields)}")
    layout = _layout(table.layout) if table.layout else None
    return Template(table.required, table.sections, table.only, table.headings, layout)


def _layout(told: str) -> Layout:
    """The file as it is now; what is wrong with it is told by who asks for the document."""
    try:
        return Layout(told, Path(told).read_text("utf-8"))
    except OSError as error:
        return Layout(told, wrong=f"cannot be read: {error.strerror}")
    except UnicodeDecodeError:
        return Layout(told, wrong="is not UTF-8; save it as that")
