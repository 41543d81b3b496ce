import json
from pathlib import Path

import pytest

from tests.cli.conftest import Shell

TEXT = """# Slow, 2024-03-05

## Summary

Pages were slow for 20 minutes.

## Timeline

- 14:05 alert: slow
- 14:25 resolved
"""


@pytest.fixture
def slow(tmp_path: Path) -> Path:
    path = tmp_path / "slow.md"
    path.write_text(TEXT, "utf-8")
    return path


def test_a_document_is_scored_part_by_part(shell: Shell, slow: Path) -> None:
    told = shell.call("score", str(slow)).stdout
    assert told.startswith(f"35 of 100  {slow}\n")
    assert "               say in which zone the times are: Timeline (UTC)\n" in told
    assert told.endswith(
        "no more than 55: there are no action items\n"
        "no more than 35: it has fewer than 900 characters\n"
    )


def test_json_has_the_keys_that_scripts_rely_on(shell: Shell, slow: Path) -> None:
    found = json.loads(shell.call("score", str(slow), "--json").stdout)
    assert sorted(found) == ["caps", "left_over", "parts", "total"]
    assert [part["id"] for part in found["parts"]] == [
        *("summary", "impact", "timeline", "detection", "causes", "lessons", "actions", "blame")
    ]
    assert sorted(found["parts"][0]) == ["id", "line", "max", "missing", "points", "step"]
    assert [cap["limit"] for cap in found["caps"]] == [55, 35]


def test_stdin_scores_as_its_file(shell: Shell, slow: Path) -> None:
    from_file = json.loads(shell.call("score", str(slow), "--json").stdout)
    assert json.loads(shell.call("score", "-", "--json", stdin=TEXT).stdout) == from_file


def test_an_incident_scores_as_its_export(shell: Shell, tmp_path: Path) -> None:
    shell.call("declare", "Checkout is slow", "--sev", "2")
    shell.call("log", "the pool is full")
    page = tmp_path / "page.md"
    shell.call("export", "1", "--format", "markdown", "-o", str(page))
    incident, document = (
        json.loads(shell.call("score", of, "--json").stdout)["total"] for of in ("INC-1", str(page))
    )
    assert abs(incident - document) <= 2
    assert "step Impact" in shell.call("score").stdout


def test_a_document_that_is_not_there_is_named(shell: Shell) -> None:
    result = shell.call("score", "nowhere.md")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "name INC-1, a file, or -" in result.stderr
