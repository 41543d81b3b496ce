from pathlib import Path

from tests.cli.conftest import Shell


def test_a_document_goes_to_the_folder_for_exports(burning: Shell, tmp_path: Path) -> None:
    said = burning.ok("export", "1")
    assert said == "exports/INC-1-checkout-fails.md\n"
    assert "Checkout fails" in (tmp_path / said.strip()).read_text("utf-8")
    assert burning.ok("export", "1") == said
    burning.ok("title", "Checkout fails!")
    assert burning.ok("export", "1") == "exports/INC-1-checkout-fails-2.md\n"


def test_the_folder_is_a_setting(burning: Shell, tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text('[export]\nfolder = "papers"')
    said = burning.ok("--config", "own.toml", "export", "1", "--format", "actions-markdown")
    assert said == "papers/INC-1-checkout-fails-actions-markdown.md\n"


def test_a_document_goes_to_stdout_as_it_is(burning: Shell, tmp_path: Path) -> None:
    burning.ok("postmortem", "1", "--step", "summary", "--set", "-", stdin="It broke.")
    said = burning.ok("export", "INC-1", "--format", "markdown", "-o", "-")
    assert said.startswith("## Post-mortem: Checkout fails\n")
    assert "It broke." in said
    assert not (tmp_path / "exports").exists()


def test_a_file_is_replaced_only_when_asked(burning: Shell, tmp_path: Path) -> None:
    assert burning.ok("export", "1", "-o", "doc.md") == "doc.md\n"
    (tmp_path / "doc.md").write_text("mine")
    assert burning.refused(2, "export", "1", "-o", "doc.md") == (
        "doc.md is there already; name another file, or add --force"
    )
    assert (tmp_path / "doc.md").read_text() == "mine"
    burning.ok("export", "1", "-o", "doc.md", "--force")
    assert (tmp_path / "doc.md").read_text() != "mine"


def test_formats_are_listed_and_named_when_one_is_wrong(burning: Shell) -> None:
    names = [each["name"] for each in burning.json("formats")]
    assert {"markdown", "actions-markdown", "timeline-markdown"} <= set(names)
    assert all(set(f) == {"name", "label", "extension", "kind"} for f in burning.json("formats"))
    assert "\nmarkdown " in burning.ok("formats")
    said = burning.refused(3, "export", "1", "--format", "pdf")
    assert all(name in said for name in names)


def test_what_belongs_beside_a_document_is_written_beside_it(
    burning: Shell, tmp_path: Path
) -> None:
    burning.ok("action", "alert on p99", "--owner", "ana", "--due", "2026-02-01")
    said = burning.ok("export", "1", "--format", "jira-csv").split("\n")
    assert said == [
        "exports/INC-1-checkout-fails-jira-csv.csv",
        "exports/INC-1-checkout-fails-jira-csv-configuration.json",
        "",
    ]
    assert all((tmp_path / path).is_file() for path in said[:-1])
    assert burning.ok("export", "1", "--format", "github", "-o", "run.sh") == "run.sh\nrun.json\n"
    assert "run.sh is there already" in burning.refused(
        2, "export", "1", "--format", "github", "-o", "run.sh"
    )


def test_a_format_may_be_the_usual_one(burning: Shell, tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text('[export]\nformat = "handover"')
    assert burning.ok("--config", "own.toml", "export", "1", "-o", "-").startswith("HAND-OVER")
    (tmp_path / "own.toml").write_text('[export]\nformat = "clay"')
    assert "there is no exporter 'clay'" in burning.refused(
        3, "--config", "own.toml", "export", "1"
    )


def test_secrets_are_listed_and_nothing_leaves_until_somebody_decides(
    burning: Shell, tmp_path: Path
) -> None:
    secret = "gh" + "p_" + "a1B2c3D4e5F6g7H8i9J0" * 2
    burning.ok("log", f"deployed with {secret} by hand")
    listed = "github-token in entry #3: deployed with [redacted:github-token] by hand"
    export = ("export", "1", "--format", "timeline-markdown")
    said = burning.refused(1, *export)
    assert said == (
        "the document holds what looks like a secret; --secrets redact takes it out of the "
        f"document, --secrets keep leaves it in\n  {listed}"
    )
    assert not (tmp_path / "exports").exists()
    clean = burning.call(*export, "-o", "-", "--secrets", "redact")
    assert clean.stderr == f"incident-tui: redacted {listed}\n"
    assert secret not in clean.stdout
    assert "deployed with \\[redacted" in clean.stdout.replace("[redacted", "\\[redacted")
    whole = burning.call(*export, "-o", "-", "--secrets", "keep")
    assert whole.stderr == f"incident-tui: kept {listed}\n"
    assert secret in whole.stdout


def test_a_document_without_the_secret_needs_no_decision(burning: Shell) -> None:
    burning.ok("log", "the password is Tr0ub4dor for now")
    assert burning.ok("export", "1", "--format", "actions-csv", "-o", "-")
    burning.ok("action", "change the password=Tr0ub4dor", "--owner", "ana")
    assert "action item" in burning.refused(1, "actions", "--format", "todotxt")
    said = burning.call("actions", "--format", "todotxt", "--secrets", "redact")
    assert "Tr0ub4dor" not in said.stdout
    assert "password=[redacted:password] @ana +INC-1" in said.stdout


def test_formats_say_what_they_are_for(burning: Shell) -> None:
    kinds = {each["name"]: each["kind"] for each in burning.json("formats")}
    wanted = {
        "actions": "actions-csv actions-markdown github ics jira-csv linear-csv todotxt",
        "timeline": "jsonl timeline-csv timeline-markdown",
        "brief": "handover",
    }
    assert {name: kinds[name] for names in wanted.values() for name in names.split()} == {
        name: kind for kind, names in wanted.items() for name in names.split()
    }


def test_a_file_that_is_not_text_is_written_as_it_is(burning: Shell, tmp_path: Path) -> None:
    said = burning.ok("export", "1", "--format", "docx")
    assert said == "exports/INC-1-checkout-fails-docx.docx\n"
    assert (tmp_path / said.strip()).read_bytes().startswith(b"PK")
    assert burning.ok("export", "1", "--format", "docx") == said


def test_a_page_for_notion_is_called_as_its_heading(burning: Shell, tmp_path: Path) -> None:
    said = burning.ok("export", "1", "--format", "notion")
    assert said == "exports/INC-1 Checkout fails post-mortem.md\n"
    heading = (tmp_path / said.strip()).read_text("utf-8").partition("\n")[0]
    assert heading == "# INC-1 Checkout fails post-mortem"


def test_what_customers_would_miss_is_said_beside_the_text(burning: Shell) -> None:
    burning.ok("resolve")
    told = burning.call("export", "INC-1", "--format", "update-public", "-o", "-")
    assert "is over." in told.stdout
    assert "say whether data was lost" in told.stderr
