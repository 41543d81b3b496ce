from pathlib import Path

from tests.cli.conftest import Shell


def test_it_is_written_and_its_path_is_all_that_is_printed(burning: Shell) -> None:
    burning.ok("log", "/resolve")
    said = burning.ok("report", "--quarter", "2026Q1")
    assert said == "exports/reliability-2026Q1.md\n"
    assert "1 incident was resolved, 1 of them SEV1 or SEV2" in Path(said.strip()).read_text(
        "utf-8"
    )
    page = burning.ok("report", "--quarter", "2026-q1", "--format", "html")
    assert page == "exports/reliability-2026Q1.html\n"
    assert burning.ok("report", "--quarter", "2026Q1", "-o", "-").startswith("# Reliability report")


def test_by_default_it_tells_of_the_last_quarter_that_is_over(burning: Shell) -> None:
    assert burning.ok("report", "-o", "-").startswith("# Reliability report 2025 Q4\n")


def test_a_file_is_replaced_only_when_asked(burning: Shell) -> None:
    Path("r.md").write_text("mine", "utf-8")
    assert "add --force" in burning.refused(2, "report", "-o", "r.md")
    assert Path("r.md").read_text("utf-8") == "mine"
    burning.ok("report", "-o", "r.md", "--force")


def test_a_quarter_that_is_none_is_refused(shell: Shell) -> None:
    assert "write 2026Q1" in shell.refused(2, "report", "--quarter", "spring")
    assert "nothing is known of it yet" in shell.refused(2, "report", "--quarter", "2026Q2")


def test_a_secret_in_an_action_item_is_listed_before_it_leaves(burning: Shell) -> None:
    burning.ok("log", "/resolve")
    token = "AKIAIOSFODNN7EXAMPLE"
    burning.ok("action", f"rotate {token}", "--owner", "ana", "--due", "2026-01-14", "-i", "1")
    asked = ("report", "--quarter", "2026Q1", "-o", "-")
    assert "--secrets redact takes it out" in burning.refused(1, *asked)
    assert token in burning.call(*asked, "--secrets", "keep").stdout
    assert token not in burning.call(*asked, "--secrets", "redact").stdout
