import json
from pathlib import Path

import pytest

from tests.cli.conftest import Shell
from tests.importers.samples import HOSTILE

CHAT = "13:50 mei: p99 is rising\n13:58 ana: rolling back\nhm\n25:00 li: x\n"
TABLE = "time,who,text\n2026-01-15T13:50:00Z,mei,p99 is rising\n"


@pytest.fixture
def chat(burning: Shell) -> str:
    Path("chat.txt").write_text(CHAT)
    return "chat.txt"


def test_a_trial_shows_what_would_come_in_and_what_it_assumed(burning: Shell, chat: str) -> None:
    result = burning.call("import", "chat", chat, "--dry-run", "--json")
    assert result.stderr.splitlines() == [
        "incident-tui: no time zone is named in it: its times are read as UTC "
        "(--tz says otherwise)",
        "incident-tui: it does not say on which day: read as from 1970-01-02 "
        "(--start says otherwise)",
        "incident-tui: 1 skipped: there is no such time (line 4)",
    ]
    document = burning.call(
        "import", "chat", chat, "--dry-run", "--json", "--start", "2026-01-15", "--tz", "UTC"
    )
    told = json.loads(document.stdout)
    assert list(told) == ["zone", "entries", "actions", "suggestions", "skipped"]
    assert told["zone"] == "UTC"
    assert json.loads(result.stdout)["zone"] is None
    assert told["skipped"] == [{"line": 4, "reason": "there is no such time"}]
    entry = told["entries"][1]
    assert entry.pop("external_ref").startswith("chat:")
    assert entry == {
        "line": 2,
        "occurred_at": "2026-01-15T13:58:00Z",
        "text": "rolling back\nhm",
        "author": "ana",
        "milestone": None,
        "starred": False,
    }
    assert burning.json("show", "1")["entries"][-1]["text"] == "error rate is 7 %"


def test_what_a_source_does_not_say_is_asked(burning: Shell, chat: str) -> None:
    assert burning.refused(2, "import", "chat", chat) == (
        "no time zone is named in it; say it: --tz Europe/London or --tz UTC; "
        "it does not say on which day; say when it began: --start 2026-01-15T14:00"
    )
    assert "no time zone" in burning.refused(2, "import", chat, "--start", "2026-01-15")
    assert "there is no time zone 'Mars'" in burning.refused(2, "import", chat, "--tz", "Mars")


def test_a_table_comes_in_once_and_goes_as_one(burning: Shell) -> None:
    Path("a.csv").write_text(TABLE)
    first = burning.ok("import", "a.csv")
    assert first == "INC-1  1 new entry, 0 there already, 0 starred, 0 action items\n"
    again = burning.ok("import", "auto", "-", stdin=TABLE)
    assert again == "INC-1  0 new entries, 1 there already, 0 starred, 0 action items\n"
    entry = next(e for e in burning.json("show", "1")["entries"] if e["kind"] == "imported")
    assert (entry["source"], entry["author"]) == ("csv", "jo")
    assert (entry["occurred_at"], entry["recorded_at"]) == (
        "2026-01-15T13:50:00Z",
        "2026-01-15T14:05:00Z",
    )
    assert "mei: p99 is rising" in burning.ok("show", "1")
    burning.ok("undo")
    assert "mei: p99 is rising" not in burning.ok("show", "1")
    kinds = {e["kind"]: e["retracted"] for e in burning.json("show", "1")["entries"]}
    assert kinds == {"declared": False, "noted": False, "imported": True, "import": True}
    burning.ok("verify")


def test_an_import_needs_an_incident_and_something_to_read(shell: Shell) -> None:
    Path("a.csv").write_text(TABLE)
    assert "declare one" in shell.refused(3, "import", "csv", "a.csv")
    Path("empty.csv").write_text("time,text\n")
    shell.ok("declare", "Checkout fails")
    assert "no rows with a time" in shell.refused(2, "import", "csv", "empty.csv")
    Path("odd.bin").write_bytes(b"\x00\x01")
    assert "its format cannot be told" in shell.refused(2, "import", "odd.bin")
    assert "cannot be read" in shell.refused(2, "import", "csv", "nowhere.csv")
    assert "write --column" in shell.refused(2, "import", "a.csv", "--column", "time")


def test_a_table_may_be_an_incident_of_its_own(burning: Shell) -> None:
    Path("a.csv").write_text(TABLE)
    first = burning.ok("import", "a.csv", "--declare", "Search was slow")
    assert first == "INC-2  1 new entry, 0 there already, 0 starred, 0 action items\n"
    assert burning.ok("import", "a.csv", "--declare", "Search was slow").startswith("INC-2  0 new")
    shown = burning.json("show", "2")
    assert (shown["title"], shown["status"]) == ("Search was slow", "resolved")
    assert "not both" in burning.refused(2, "import", "a.csv", "--declare", "x", "-i", "1")


def test_columns_are_named_on_the_line(burning: Shell) -> None:
    Path("b.csv").write_text("Uhr,Was\n2026-01-15T13:50:00Z,Alarm\n")
    burning.ok("import", "csv", "b.csv", "--column", "time=Uhr", "--column", "text=Was")
    assert burning.json("show", "1")["entries"][0]["text"] == "Alarm"


@pytest.mark.parametrize("data", HOSTILE[::3], ids=range(len(HOSTILE[::3])))
def test_hostile_files_change_nothing_and_say_why(burning: Shell, data: bytes) -> None:
    Path("odd").write_bytes(data)
    before = burning.ok("show", "1", "--json", "--raw")
    for name in ("auto", "slack", "csv", "vtt", "discord"):
        result = burning.call("import", name, "odd", "--tz", "UTC", "--start", "2026-01-15")
        assert result.exit_code in {0, 2}
        if result.exit_code:
            assert result.stderr.startswith("incident-tui: ")
            assert len(result.stderr) < 600
            assert burning.ok("show", "1", "--json", "--raw") == before
            continue
        burning.ok("undo")
        before = burning.ok("show", "1", "--json", "--raw")
