from pathlib import Path
from types import SimpleNamespace

import pytest
from msgspec.structs import replace

from incident_tui.domain.errors import NotFoundError
from incident_tui.domain.facts import Declared
from incident_tui.domain.incident import Severity
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.services import plugins
from incident_tui.services.exporting import (
    ExportError,
    deliver,
    exporter,
    file_name,
    formats,
    save,
    write,
)
from tests.cli.conftest import Shell
from tests.support.entries import entry
from tests.support.records import record

MARKDOWN = exporter("markdown")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Checkout errors", "INC-42-checkout-errors.md"),
        ("Prüfung “fällt” aus…", "INC-42-prufung-fallt-aus.md"),
        ("../../etc/passwd\x00", "INC-42-etc-passwd.md"),
        ("検索", "INC-42.md"),
        ("x" * 300, f"INC-42-{'x' * 70}.md"),
    ],
)
def test_a_name_is_plain_and_short(title: str, name: str) -> None:
    made = file_name(record([entry(1, Declared(title, Severity.SEV1))]), MARKDOWN)
    assert made == name
    assert len(made) <= 80


def test_another_format_has_another_name() -> None:
    made = record([entry(1, Declared("x" * 300, Severity.SEV1))])
    name = file_name(made, exporter("actions-markdown"))
    assert name.endswith("x-actions-markdown.md")
    assert len(name) <= 80


def test_a_format_that_is_not_there_names_the_others() -> None:
    with pytest.raises(NotFoundError, match="markdown"):
        exporter("word")


def test_another_document_gets_another_number_and_the_same_one_its_file(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    first = save(folder, "a.md", "one")
    assert save(folder, "a.md", "one") == first
    assert save(folder, "a.md", b"two").name == "a-2.md"
    assert save(folder, "a.md", "two").name == "a-2.md"
    assert sorted(path.name for path in folder.iterdir()) == ["a-2.md", "a.md"]


def test_nothing_is_written_over_unless_it_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("mine")
    with pytest.raises(ExportError, match="is there already; name another file, or add --force"):
        write(path, "other")
    assert path.read_text() == "mine"
    write(path, "other \ud800", force=True)
    assert path.read_bytes() == b"other ?"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ExportError, match=r"cannot be written: .*; choose with -o"):
        write(tmp_path / "file" / "a.md", "x")


def _no_format() -> object:
    raise RuntimeError("a bug in somebody's plug-in")


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """A plug-in that cannot even be loaded, beside the formats that are there."""
    real = plugins._points
    point = SimpleNamespace(name="broken", load=_no_format)
    monkeypatch.setattr(plugins, "_points", lambda kind: [*real(kind), point])


@pytest.mark.usefixtures("broken")
def test_a_format_that_cannot_be_loaded_is_told_and_the_others_are_there() -> None:
    told: list[str] = []
    names = [found.name for found in formats(told.append)]
    assert "markdown" in names
    assert "broken" not in names
    assert told == [
        "the exporter 'broken' cannot be loaded (RuntimeError: a bug in somebody's plug-in)"
    ]


@pytest.mark.usefixtures("broken")
def test_the_command_line_lists_the_others_and_tells_what_is_broken(shell: Shell) -> None:
    done = shell.call("formats")
    assert "markdown" in done.stdout
    assert "'broken' cannot be loaded" in done.stderr


def test_a_format_that_fails_says_so_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: IncidentRecord) -> str:
        raise KeyError("a value of the record")

    bad = replace(MARKDOWN, name="bad", render=fails)
    monkeypatch.setattr(plugins, "load", lambda *_: bad)
    made = record([entry(1, Declared("x", Severity.SEV1))])
    with pytest.raises(ExportError, match=r"the format 'bad' failed \(KeyError\); choose another"):
        deliver(made, exporter("bad"), tmp_path)
    assert list(tmp_path.iterdir()) == []
