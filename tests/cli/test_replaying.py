from pathlib import Path

import pytest

from tests.cli.conftest import T0, Shell

STORY = """\
start: 2026-01-10 09:00
author: ana

09:00 /declare Queue is full sev:2
+2m   /ic @maria
+3m   <li> drained by hand
+5m   /resolve

== summary ==
The queue was full.

== expect ==
severity: SEV2
ic: maria
entries: 4
"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "queue.incident"
    path.write_text(STORY)
    return path


def test_a_transcript_is_typed_and_checked_without_a_window(shell: Shell, story: Path) -> None:
    assert shell.ok("replay", str(story), "--headless") == "INC-1\n"
    assert shell.opened == []
    shown = shell.json("show", "1")
    assert [entry["author"] for entry in shown["entries"]] == ["ana", "ana", "li", "ana"]
    assert shown["entries"][3]["occurred_at"] == "2026-01-10T09:10:00Z"
    assert "The queue was full." in shell.ok("export", "1", "-o", "-")


def test_what_differs_is_named(shell: Shell, story: Path) -> None:
    story.write_text(STORY.replace("ic: maria", "ic: jo"))
    result = shell.call("replay", str(story), "--headless")
    assert (result.exit_code, result.stdout) == (1, "INC-1\n")
    assert result.stderr == "incident-tui: ic is maria, not jo\n"


def test_a_transcript_is_typed_into_an_incident(burning: Shell, story: Path) -> None:
    story.write_text(STORY.partition("== expect")[0])
    assert burning.ok("replay", str(story), "-i", "INC-1", "--headless") == "INC-1\n"
    assert len(burning.json("list")) == 1
    assert "drained by hand" in burning.ok("show", "1")


def test_the_window_types_it_at_a_pace(shell: Shell, story: Path) -> None:
    assert shell.call("replay", str(story), "--speed", "20").exit_code == 7
    [(args, rest)] = shell.opened
    assert (args[0], args[2]) == (shell.db, "jo")
    assert rest["speed"] == 20
    assert rest["scenario"].steps[0].line.startswith("/declare")


def test_the_window_opens_on_what_was_typed_at_once(shell: Shell, story: Path) -> None:
    assert shell.call("replay", str(story), "--instant").exit_code == 7
    [(_, rest)] = shell.opened
    assert rest == {"number": 1}


def test_what_would_work_is_said(shell: Shell, story: Path, tmp_path: Path) -> None:
    assert "--speed is for the window" in shell.refused(
        2, "replay", str(story), "--speed", "2", "--headless"
    )
    story.write_text(STORY.replace("+2m   /ic", "+2m   /ci"))
    assert "/ci @maria: there is no command /ci" in shell.refused(
        2, "replay", str(story), "--headless"
    )
    story.write_text("start: 2026-01-10 09:00\nhello\n")
    assert "line 2: begin with a time" in shell.refused(2, "replay", str(story), "--headless")
    assert "No such file" in shell.refused(2, "replay", str(tmp_path / "nowhere"))


def test_the_demo_is_thrown_away(shell: Shell) -> None:
    assert shell.call("demo").exit_code == 7
    [(args, rest)] = shell.opened
    assert args[0] != shell.db
    assert not args[0].parent.exists()
    assert not shell.db.exists()
    assert rest["speed"] > 1
    assert rest["scenario"].steps[-1].at == T0
    assert shell.call("demo", "--speed", "0").exit_code == 2
