"""Secrets in a document are listed on stderr before it goes anywhere, and refused by default."""

import click

from incident_tui.cli.diagnostics import tell
from incident_tui.domain.errors import PolicyError
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.exporters.format import Exporter
from incident_tui.exporters.report import Report
from incident_tui.services import secrecy

secrets_option = click.option(
    "--secrets",
    type=click.Choice(["keep", "redact"]),
    help="What becomes of tokens, keys and passwords that were found.",
)


def vetted(record: IncidentRecord, exporter: Exporter, choice: str | None) -> IncidentRecord:
    """The record as it may be exported; PolicyError lists the secrets nobody has decided on."""
    _told(secrecy.leaks(record, exporter), choice)
    return secrecy.redacted(record) if choice == "redact" else record


def vetted_report(report: Report, choice: str | None) -> Report:
    """The same of a report."""
    _told(secrecy.in_report(report), choice)
    return secrecy.redacted(report) if choice == "redact" else report


def _told(found: tuple[secrecy.Leak, ...], choice: str | None) -> None:
    if found and choice is None:
        what = "what looks like a secret" if len(found) == 1 else f"{len(found)} secrets"
        raise PolicyError(
            f"the document holds {what}; --secrets redact takes it out of the document, "
            "--secrets keep leaves it in",
            tuple(map(str, found)),
        )
    done = "redacted" if choice == "redact" else "kept"
    for leak in found:
        tell(f"{done} {leak}")
