from pathlib import Path

import pytest

from tests.cli.conftest import Shell


def test_an_entry_is_one_line_with_its_incident_time_and_kind(burning: Shell) -> None:
    assert burning.ok("log", "/sev", "1") == "INC-1  14:05:00  severity  SEV2 → SEV1\n"
    assert burning.ok("log", "it's", "broken") == "INC-1  14:05:00  note  it's broken\n"
    assert burning.ok("log", "two\nlines") == "INC-1  14:05:00  note  two lines\n"


def test_a_line_may_begin_with_a_time_and_hold_what_looks_like_options(burning: Shell) -> None:
    assert burning.ok("log", "-2m", "rolled", "back") == "INC-1  14:03:00  note  rolled back\n"
    assert burning.ok("log", "13:50", "/mark", "started").startswith("INC-1  13:50:00  milestone")
    assert "note  rolled back -5m --force -i" in burning.ok(
        "log", "rolled", "back", "-5m", "--force", "-i"
    )


def test_an_incident_is_named_before_the_line(burning: Shell) -> None:
    burning.ok("declare", "Second")
    assert burning.ok("log", "a").startswith("INC-2  ")
    assert burning.ok("log", "-i", "INC-1", "b").startswith("INC-1  ")
    assert burning.ok("log", "-i", "1", "c").startswith("INC-1  ")
    assert burning.refused(3, "log", "-i", "9", "d") == (
        "there is no INC-9; incident-tui list shows what there is"
    )
    assert "write INC-42 or 42" in burning.refused(2, "log", "-i", "X-1", "d")


def test_what_cannot_be_done_is_underlined(burning: Shell) -> None:
    assert burning.refused(2, "log", "14:01 /sev 9") == (
        "'9' is not a severity; use 1 (worst) to 5, sev1 or p1: /sev 1-5 [because…]\n"
        "  14:01 /sev 9\n"
        "             ^"
    )


def test_nothing_typed_is_lost_when_the_store_refuses(shell: Shell) -> None:
    shell.db.write_bytes(b"not a store, but long enough to be looked at" * 10)
    said = shell.refused(4, "log", "it", "burns")
    assert "is not a store of incident-tui" in said
    assert said.endswith("\nnot saved: it burns")
    assert shell.refused(4, "decision", "roll", "back").endswith("\nnot saved: decision roll back")


def test_a_line_can_declare_and_the_next_ones_follow_it(shell: Shell) -> None:
    said = shell.ok(
        "log", "-", stdin="/declare Checkout fails sev:1\n\n  \nfirst note\r\n/sev 2 because:x\n"
    )
    assert said == (
        "INC-1  14:00:00  declared  SEV1 Checkout fails\n"
        "INC-1  14:00:00  note  first note\n"
        "INC-1  14:00:00  severity  SEV1 → SEV2: x\n"
    )
    assert shell.ok("log", "/declare Another").startswith("INC-2  ")
    assert shell.ok("log", "of the second").startswith("INC-2  ")


def test_a_refused_line_is_named_and_does_not_stop_the_next(burning: Shell) -> None:
    result = burning.call("log", "-", stdin="one\n/nope\n\n/sev 2\nfour\n")
    assert result.exit_code == 2
    assert result.stdout == "INC-1  14:05:00  note  one\nINC-1  14:05:00  note  four\n"
    assert result.stderr == (
        "incident-tui: line 2: there is no command /nope; did you mean /open or /note or /snooze?\n"
        "  /nope\n"
        "  ^^^^^\n"
        "incident-tui: line 4: it is SEV2 already\n"
        "  /sev 2\n"
        "  ^^^^^^\n"
    )


def test_without_an_incident_the_way_to_one_is_named(shell: Shell) -> None:
    for line in ("a note", "/sev 3", "/help"):
        assert shell.refused(3, "log", line) == (
            "there is no incident yet; declare one: incident-tui declare TITLE"
        )
    shell.ok("declare", "Over soon")
    shell.ok("resolve")
    assert "no incident is live; name one with -i" in shell.refused(3, "log", "late note")
    assert shell.ok("log", "-i", "1", "late note").startswith("INC-1  ")


@pytest.mark.parametrize(
    ("line", "here"),
    [
        ("/help", "incident-tui commands"),
        ("/help sev", "incident-tui sev --help"),
        ("/find rollback", "incident-tui search rollback"),
        ("/postmortem", "incident-tui postmortem INC"),
        ("/incidents", "incident-tui list"),
        ("/incidents 4", "incident-tui show 4"),
        ("/export markdown", "incident-tui export INC --format markdown"),
        ("/quit", "the end of the command"),
    ],
)
def test_what_only_a_window_shows_is_said_to_be_elsewhere(
    burning: Shell, line: str, here: str
) -> None:
    said = burning.refused(2, "log", line)
    assert said.startswith(f"this line is for the window; here it is: {here}\n")


def test_hostile_text_is_shown_and_not_obeyed(burning: Shell) -> None:
    assert burning.ok("log", "a\x1b]52;c;x\x07b\u202ec") == (
        "INC-1  14:05:00  note  a␛]52;c;x␇b⟨U+202E⟩c\n"
    )
    assert "\x1b" not in burning.refused(2, "log", "/sev \x1b[2J")
    assert "\x1b" not in burning.refused(2, "log", "-i", "\x1b[2J", "x")


def test_a_store_that_is_new_is_made(shell: Shell, tmp_path: Path) -> None:
    shell.db = tmp_path / "new" / "folder" / "store.db"
    assert shell.ok("declare", "First") == "INC-1\n"
