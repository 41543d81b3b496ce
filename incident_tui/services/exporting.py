"""Documents reach the disk here and nowhere else: whole or not at all, and never over another."""

import os
import re
import unicodedata
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final, TypeVar

from msgspec.structs import replace

from incident_tui.domain.actions import TrackedAction
from incident_tui.domain.errors import IncidentTuiError, NotFoundError
from incident_tui.domain.postmortem import IncidentRecord, incident_name
from incident_tui.domain.public_check import public_findings
from incident_tui.domain.state import IncidentState
from incident_tui.exporters.format import Exporter
from incident_tui.services import plugins
from incident_tui.services.store import Store
from incident_tui.storage.tracking import ActionRow

_T = TypeVar("_T")
_LONGEST: Final = 80
_PUBLIC: Final = "update-public"
_RESERVED: Final = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


class ExportError(IncidentTuiError):
    """The document was not written; the message says where it could go."""


def formats(warn: Callable[[str], None] = lambda _: None) -> list[Exporter]:
    """Every format that loads, by name; what does not is told to `warn` and left out."""
    found = []
    for name in plugins.names("exporters"):
        try:
            found.append(exporter(name))
        except NotFoundError as error:
            warn(str(error))
    return found


def exporter(name: str) -> Exporter:
    """The format of that name, whose failures are all ExportError; NotFoundError names others."""
    found: Exporter = plugins.load("exporters", name)
    beside = found.companions and _guarded(name, found.companions)
    page = found.page and _guarded(name, found.page)
    return replace(found, render=_guarded(name, found.render), companions=beside, page=page)


def _guarded(name: str, write: Callable[[IncidentRecord], _T]) -> Callable[[IncidentRecord], _T]:
    """Whatever goes wrong in a format, which may be anybody's, takes nothing else down."""

    def guarded(record: IncidentRecord) -> _T:
        try:
            return write(record)
        except IncidentTuiError:
            raise
        except Exception as error:
            wrong = type(error).__name__
            raise ExportError(f"the format {name!r} failed ({wrong}); choose another") from error

    return guarded


def tracked_record(store: Store, rows: Iterable[ActionRow]) -> IncidentRecord:
    """The action items of several incidents for an exporter, each naming its own incident."""
    state = IncidentState(actions=tuple(map(_tracked, rows)))
    return IncidentRecord("", 0, state, (), entries=tuple(store.read.action_changes(0)))


def _tracked(row: ActionRow) -> TrackedAction:
    item = {name: getattr(row.item, name) for name in row.item.__struct_fields__}
    incident = incident_name(row.incident_number)
    return TrackedAction(
        **item, incident=incident, incident_title=row.incident_title, severity=row.severity
    )


def file_name(record: IncidentRecord, format: Exporter) -> str:  # noqa: A002  the field's word
    """`INC-42-checkout-errors.md`: ASCII, short, and no device's name on any system."""
    if format.page:
        return f"{format.page(record)}.{format.extension}"
    if not record.number:  # the items of many incidents
        return f"action-items-{format.name}.{format.extension}"
    plain = unicodedata.normalize("NFKD", record.state.title).encode("ascii", "ignore").decode()
    words = "-".join(re.findall(r"[a-z0-9]+", plain.lower()))
    part = "" if format.name == "markdown" else f"-{format.name}"
    stem = f"{record.name}-{words}"[: _LONGEST - len(part) - len(format.extension) - 1].rstrip("-")
    name = f"{stem}{part}.{format.extension}"
    return f"_{name}" if _RESERVED.fullmatch(name) else name


def remarks(record: IncidentRecord, format: Exporter) -> list[str]:  # noqa: A002  the field's word
    """What should be thought of, or mended in what customers read, before others see a document."""
    private = list(filter(None, [reach(record)]))
    if format.name != _PUBLIC:
        return private
    text = str(format.render(record))
    return private + [f.reason for f in public_findings(text.strip(), record.state)]


def reach(record: IncidentRecord) -> str:
    """That a document of a private incident goes further than it; empty for any other."""
    members = " ".join(f"@{who}" for who in record.state.members)
    return members and f"{record.name} is for {members} alone; a document goes wherever it is sent"


def deliver(record: IncidentRecord, format: Exporter, folder: Path) -> list[Path]:  # noqa: A002
    """Write the document and what belongs beside it, over nothing; where they are, it first."""
    path = save(folder, file_name(record, format), format.render(record))
    beside = format.companions(record) if format.companions else {}
    return [path, *(save(folder, f"{path.stem}{end}", text) for end, text in beside.items())]


def deliver_to(
    path: Path,
    record: IncidentRecord,
    format: Exporter,  # noqa: A002
    *,
    force: bool,
) -> list[Path]:
    """The same under a name that was chosen; ExportError where a file is, unless `force`."""
    beside = format.companions(record) if format.companions else {}
    texts = {path.with_name(f"{path.stem}{end}"): text for end, text in beside.items()}
    documents = {path: format.render(record), **texts}
    return [write(each, document, force=force) for each, document in documents.items()]


def save(folder: Path, name: str, document: str | bytes) -> Path:
    """Write under that name, or under a numbered one where another document has it already."""
    stem, dot, extension = name.rpartition(".")
    for number in range(1, 1000):
        path = folder / (name if number == 1 else f"{stem}-{number}{dot}{extension}")
        if path.is_file() and path.read_bytes() == _bytes(document):
            return path
        if not path.exists():
            return write(path, document)
    raise ExportError(f"{folder} holds a thousand versions of {name}; name a file with -o")


def write(path: Path, document: str | bytes, *, force: bool = False) -> Path:
    """Write the whole document or nothing; ExportError where a file is, unless `force`."""
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with new.open("xb") as file:
            file.write(_bytes(document))
            file.flush()
            os.fsync(file.fileno())
        if force:
            new.replace(path)
        else:
            os.link(new, path)
    except OSError as error:
        if isinstance(error, FileExistsError) and path.exists():
            hint = "name another file, or add --force"
            raise ExportError(f"{path} is there already; {hint}") from None
        raise ExportError(f"{path} cannot be written: {error.strerror}; choose with -o") from error
    finally:
        with suppress(OSError):
            new.unlink()
    return path


def _bytes(document: str | bytes) -> bytes:
    return document if isinstance(document, bytes) else document.encode("utf-8", "replace")
