"""The script is run by a shell, with a `gh` that only writes down what it was asked."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings

from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.text import one_line
from incident_tui.exporters.github import LABEL, companions, render
from tests.exporters.nasty import TEXTS
from tests.support.owed import GOLDEN, owed
from tests.support.records import STORY, record

BASH: Final = shutil.which("bash")
NASTY: Final = [
    "'; touch pwned; '",
    "$(touch pwned) `touch pwned` ${HOME}",
    "--web -R other/repo !! \\",
    "a\nissue INC-1-A1 x y z\nEOF\n",
    "\x1b]52;c;aGk=\x07 \u202e 🔥 é",
    "*) touch pwned ;; esac #",
]
STUB: Final = """#!/usr/bin/env bash
if [ "$1 $2" = "issue list" ]; then cat "$STUB/known"; exit; fi
printf '%s\\0' "$@" >>"$STUB/asked"
printf '\\n\\0' >>"$STUB/asked"
"""
needs_bash = pytest.mark.skipif(BASH is None, reason="bash is not installed")


def run(known: IncidentRecord, folder: Path, bodies: str = "") -> list[list[str]]:
    """What `gh` was asked for, call by call, where issues with those bodies exist."""
    (folder / "gh").write_text(STUB, "utf-8")
    (folder / "gh").chmod(0o700)
    (folder / "known").write_text(bodies, "utf-8")
    (folder / "asked").write_bytes(b"")
    (folder / "run.sh").write_text(render(known), "utf-8", newline="\n")
    subprocess.run(
        [str(BASH), "run.sh"],
        check=True,
        capture_output=True,
        cwd=folder,
        env={"PATH": f"{folder}:/usr/bin:/bin", "STUB": str(folder)},
        stdin=subprocess.DEVNULL,
    )
    assert not (folder / "pwned").exists()
    calls = (folder / "asked").read_text("utf-8").split("\0\n\0")
    return [call.split("\0") for call in calls if call]


def test_the_files_are_the_golden_ones_to_the_byte() -> None:
    story = record(STORY)
    assert render(story).encode() == (GOLDEN / "github.sh").read_bytes()
    assert companions(story)[".json"].encode() == (GOLDEN / "github.json").read_bytes()


@needs_bash
@pytest.mark.parametrize("text", NASTY)
def test_a_hostile_title_is_a_title(text: str, tmp_path: Path) -> None:
    _, first, second = run(owed(text), tmp_path)
    title = one_line(text)
    assert first[:6] == ["issue", "create", "--label", LABEL, "--title", title]
    assert second[4:7] == ["--title", "Page the vendor", "--body"]
    told = json.loads(companions(owed(text))[".json"])
    assert [(each["title"], each["body"]) for each in told] == [
        (call[5], call[7]) for call in (first, second)
    ]


@needs_bash
def test_an_issue_that_is_there_is_not_created_again(tmp_path: Path) -> None:
    _, first, second = run(owed("Alert"), tmp_path)
    *_, missing = run(owed("Alert"), tmp_path, first[7].replace("\n", "\r\n") + "\nother\n")
    assert missing == second
    assert len(run(owed("Alert"), tmp_path, f"{first[7]}\n{second[7]}\n")) == 1
    # A title that quotes a reference is no issue of that reference, and A1 is not A11.
    assert len(run(owed("Alert"), tmp_path, "see Reference: INC-42-A1\nReference: INC-42-A11")) == 3


@needs_bash
def test_a_login_that_was_filled_in_is_assigned(tmp_path: Path) -> None:
    script = render(owed("Alert"))
    assert "    li) echo '' ;;\n" in script
    assert "--assignee" not in run(owed("Alert"), tmp_path)[2]


@settings(max_examples=50, deadline=None)
@given(TEXTS)
def test_a_shell_reads_each_line_as_one_call(text: str) -> None:
    if BASH is None:
        pytest.skip("bash is not installed")
    done = subprocess.run([BASH, "-n"], input=render(owed(text)).encode(), check=False)
    assert done.returncode == 0
