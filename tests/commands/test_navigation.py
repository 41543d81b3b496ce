"""Where to go is an intent; nothing of it reaches the record."""

import pytest

from incident_tui.commands.outcome import (
    ExportDocument,
    FindText,
    ImportSource,
    Intent,
    Leave,
    OpenIncidents,
    OpenPostmortem,
    ShowHelp,
)
from incident_tui.domain.errors import CommandError
from tests.commands.situations import said


@pytest.mark.parametrize(
    ("line", "intent"),
    [
        ("/help", ShowHelp()),
        ("/h /action", ShowHelp("action")),
        ("/find roll back", FindText("roll back")),
        ("/find", FindText()),
        ("/pm", OpenPostmortem()),
        ("/incidents", OpenIncidents()),
        ("/open INC-42", OpenIncidents(42)),
        ("/list inc-42", OpenIncidents(42)),
        ("/open 42", OpenIncidents(42)),
        ("/export", ExportDocument()),
        ("/import", ImportSource()),
        ("/import ~/my exports/slack.zip", ImportSource("~/my exports/slack.zip")),
        ("/export timeline-markdown", ExportDocument("timeline-markdown")),
        ("/q", Leave()),
    ],
)
def test_it_goes(line: str, intent: Intent) -> None:
    assert said(line) == intent


@pytest.mark.parametrize("number", ["INC-", "x", "4.2", "-1", "²", "9" * 5000])
def test_what_is_no_number_of_an_incident_is_refused(number: str) -> None:
    with pytest.raises(CommandError, match="write INC-42 or 42"):
        said(f"/open {number}")
