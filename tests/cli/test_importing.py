import json
from pathlib import Path

import pytest

from tests.cli.conftest import Shell


@pytest.fixture
def sent(burning: Shell, tmp_path: Path) -> str:
    """INC-1 as a file, which is then moved to an empty store."""
    burning.ok("action", "alert on p99", "--owner", "ana", "--due", "2026-02-01")
    burning.ok("log", "/star #2")
    burning.ok("postmortem", "1", "--step", "summary", "--set", "-", stdin="It broke.")
    burning.ok("export", "1", "--format", "jsonl", "-o", "sent.jsonl")
    burning.db = tmp_path / "other.db"
    return "sent.jsonl"


def test_an_incident_comes_in_once(burning: Shell, sent: str) -> None:
    first = burning.ok("import", "jsonl", sent)
    assert first == "INC-1  4 new entries, 0 there already, 1 new answer\n"
    again = burning.ok("import", "jsonl", "-", "-i", "1", stdin=Path(sent).read_text())
    assert again == "INC-1  0 new entries, 4 there already, 0 new answers\n"
    assert burning.ok("export", "1", "--format", "jsonl", "-o", "-") == Path(sent).read_text()
    burning.ok("verify")


def test_what_to_import_is_asked_for(burning: Shell) -> None:
    assert "name a file, or - for stdin: incident-tui import FILE" in burning.refused(2, "import")


def test_a_trial_says_what_would_come_in(burning: Shell, sent: str) -> None:
    said = burning.ok("import", "jsonl", sent, "--dry-run")
    assert said == "nothing stored yet  4 new entries, 0 there already, 1 new answer\n"
    trial = burning.json("import", "jsonl", sent, "--dry-run")
    assert list(trial) == ["zone", "entries", "actions", "suggestions", "skipped"]
    assert trial["entries"][1] == {
        "line": 3,
        "occurred_at": "2026-01-15T14:05:00Z",
        "text": "error rate is 7 %",
        "author": "jo",
        "milestone": None,
        "starred": True,
        "external_ref": None,
    }
    assert trial["actions"] == [
        {
            "line": 4,
            "text": "alert on p99",
            "owner": "ana",
            "due": "2026-02-01",
            "done": False,
            "kind": None,
        }
    ]
    assert burning.ok("list", "--json") == "[]\n"


def test_an_incident_that_stays_out_is_refused(burning: Shell, sent: str) -> None:
    text = Path(sent).read_text()
    burning.ok("import", "jsonl", sent)
    Path("other.jsonl").write_text(text.replace("error rate is 7 %", "all is well"))
    assert burning.refused(2, "import", "jsonl", "other.jsonl") == (
        "line 3: entry 2 is stored already and says something else there; nothing was imported"
    )
    assert burning.refused(2, "import", "jsonl", sent, "-i", "7") == (
        "the file holds an incident of its own, not INC-7; leave -i out"
    )
    assert "jsonl" in burning.refused(3, "import", "papyrus", sent)
    assert "cannot be read" in burning.refused(2, "import", "jsonl", "nowhere.jsonl")


def test_an_answer_that_stays_is_said(burning: Shell, sent: str) -> None:
    burning.ok("import", "jsonl", sent)
    burning.ok("postmortem", "1", "--step", "summary", "--set", "-", stdin="Ours.")
    result = burning.call("import", "jsonl", sent)
    assert result.exit_code == 0
    assert result.stderr == "incident-tui: summary has another answer here, which stays\n"
    skipped = json.loads(burning.call("import", "jsonl", sent, "--json").stdout)["skipped"]
    assert skipped == [{"line": None, "reason": "summary has another answer here, which stays"}]
