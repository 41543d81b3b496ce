"""Every text of an update has a golden file, of the call at its height."""

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from incident_tui.domain import call_facts as call
from incident_tui.domain import facts
from incident_tui.domain.incident import Audience, Severity, Status
from incident_tui.exporters import updates
from incident_tui.exporters.format import Exporter
from incident_tui.services.exporting import formats
from tests.exporters.nasty import TEXTS, hostile
from tests.support.entries import at, entry, id_of
from tests.support.owed import GOLDEN
from tests.support.records import CHECKOUT, record

CALL = [
    *CHECKOUT[:7],
    entry(20, facts.SeverityChanged(Severity.SEV2, Severity.SEV1), minutes=21),
    entry(
        21, facts.StatusChanged(Status.INVESTIGATING, Status.IDENTIFIED, "no column"), minutes=22
    ),
    entry(22, call.TaskAssigned("check the replica lag", "ana", 5), minutes=23),
    entry(23, call.TaskAcknowledged(id_of(22)), minutes=23.5),
    entry(24, call.TaskAssigned("call the provider", "li"), minutes=24),
    entry(25, call.UpdateLogged(Audience.PUBLIC, "on it", "maria", "public", "jo"), minutes=25),
]
AT_ITS_HEIGHT = replace(record(CALL), as_of=at(31))
EXPORTERS = (updates.CALL, updates.EXECUTIVE, updates.PUBLIC, updates.CAN)


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_the_text_is_the_golden_one_to_the_byte(exporter: Exporter) -> None:
    made = exporter.render(AT_ITS_HEIGHT)
    assert isinstance(made, str)
    assert made.encode() == (GOLDEN / f"{exporter.name}.txt").read_bytes()


def test_they_are_listed() -> None:
    assert {exporter.name for exporter in EXPORTERS} <= {format_.name for format_ in formats()}


def test_without_a_moment_the_last_row_is_the_one_spoken_of() -> None:
    assert "25 min in" in str(updates.CALL.render(record(CALL)))


def test_of_nothing_nothing_is_said() -> None:
    assert updates.CALL.render(record()) == "\n"


@settings(max_examples=60, deadline=None)
@given(TEXTS.filter(bool))
def test_no_text_adds_a_line(text: str) -> None:
    for exporter in EXPORTERS:
        lines = str(exporter.render(hostile(text))).count("\n")
        assert lines <= str(exporter.render(hostile("word"))).count("\n")


def write() -> None:
    """Make the files anew, after a change that was looked at."""
    for exporter in EXPORTERS:
        made = str(exporter.render(AT_ITS_HEIGHT))
        (GOLDEN / f"{exporter.name}.txt").write_text(made, "utf-8", newline="\n")


if __name__ == "__main__":
    write()
