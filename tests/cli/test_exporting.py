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
    (tmp_path / "own.toml").write_text('exports = "papers"')
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
