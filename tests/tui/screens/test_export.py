"""The dialog shows what would leave, and lets nothing leave that nobody has looked at."""

from pathlib import Path
from typing import Final

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from incident_tui.domain import facts
from incident_tui.domain.incident import Severity
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.exporters import actions_csv, github, jsonl, markdown, timeline_markdown
from incident_tui.exporters.format import Exporter, ExportKind
from incident_tui.services import exporting, plugins
from incident_tui.services.config import ExportConfig, FormatTable
from incident_tui.tui import folder
from incident_tui.tui.screens import export
from incident_tui.tui.screens.export import ExportDialog
from tests.support.entries import entry
from tests.support.records import ANSWERS, STORY, record
from tests.support.screens import HOSTILE, Host

SECRET: Final = "gh" + "p_" + "a1B2c3D4e5F6g7H8i9J0" * 2
KNOWN: Final = record(STORY, **ANSWERS)
LEAKY: Final = record([*STORY, entry(40, facts.Noted(f"deployed with {SECRET} again"))], **ANSWERS)
BYTES: Final = Exporter("bytes", "Bytes", "bin", ExportKind.DOCUMENT, lambda _: b"\x00\x01")
FORMATS: Final = [
    *(m.EXPORTER for m in (actions_csv, github, jsonl, markdown, timeline_markdown)),
    BYTES,
]


def host(known: IncidentRecord, where: Path, chosen: str = "markdown") -> Host:
    return Host(ExportDialog(known, FORMATS, ExportConfig(folder=str(where)), chosen))


def there(folder: Path) -> list[str]:
    """The names of the files that were written."""
    return sorted(path.name for path in folder.iterdir())


def flat(app: Host) -> str:
    """What is seen, as if a long path were not broken into lines."""
    return "".join(app.text().replace("│", "").split())


async def rested(pilot: Pilot[None]) -> None:
    """Until the document of the chosen format is shown."""
    await pilot.pause()
    await pilot.pause(export._SHOW_AFTER * 2)


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    texts: list[str] = []

    def copy(_: object, text: str) -> str:
        texts.append(text)
        return "Copied."

    monkeypatch.setattr(export, "copy", copy)
    return texts


async def test_formats_stand_by_kind_and_the_usual_one_is_shown(tmp_path: Path) -> None:
    app = host(KNOWN, tmp_path)
    async with app.run_test(size=(110, 30)) as pilot:
        await rested(pilot)
        seen = app.text()
        places = [seen.index(word) for word in ("Documents", "Action items", "Timeline")]
        assert places == sorted(places)
        assert "Post-mortem: Checkout fails after deploy 412" in seen
        assert "INC-42-checkout-fails-after-deploy-412.md" in flat(app)
        await pilot.press("down")
        await rested(pilot)
        assert "id,title,description" in app.text()
        assert there(tmp_path) == []


async def test_enter_saves_all_its_files_and_never_over_another(tmp_path: Path) -> None:
    app = host(KNOWN, tmp_path, "github")
    async with app.run_test(size=(110, 30)) as pilot:
        await rested(pilot)
        await pilot.press("enter")
        stem = "INC-42-checkout-fails-after-deploy-412-github"
        assert there(tmp_path) == [f"{stem}.json", f"{stem}.sh"]
        (tmp_path / f"{stem}.sh").write_text("mine")
        await pilot.press("enter")
        assert (tmp_path / f"{stem}.sh").read_text() == "mine"
        assert f"{stem}-2.sh" in flat(app)
        assert app.answers == []
        await pilot.press("escape")
        assert app.answers == [None]


async def test_a_copy_is_the_document(tmp_path: Path, copied: list[str]) -> None:
    app = host(KNOWN, tmp_path)
    async with app.run_test(size=(110, 30)) as pilot:
        await rested(pilot)
        await pilot.press("c")
        assert copied == [markdown.EXPORTER.render(KNOWN)]
        await pilot.press("up", "c")
        assert "no text to copy" in app.text()
        await rested(pilot)
        assert "Bytes: 2 bytes" in app.text()
        assert len(copied) == 1


async def test_secrets_are_named_and_wait_for_a_decision(tmp_path: Path, copied: list[str]) -> None:
    app = host(LEAKY, tmp_path, "timeline-markdown")
    async with app.run_test(size=(110, 40)) as pilot:
        await rested(pilot)
        assert "1 secret in it: r redacts them, k keeps them" in app.text()
        assert "github-token in entry #40: deployed with [redacted:github-token]" in app.text()
        await pilot.press("enter", "c")
        assert "First say what becomes of the secrets" in app.text()
        assert (there(tmp_path), copied) == ([], [])
        await pilot.press("r", "c", "enter")
        assert "1 secret in it: redacted" in app.text()
        assert "1 secret redacted." in app.text()
        [saved] = there(tmp_path)
        assert SECRET not in (tmp_path / saved).read_text() + copied[0]
        await pilot.press("k", "c")
        assert SECRET in copied[1]


async def test_a_format_without_the_secret_asks_nothing(tmp_path: Path) -> None:
    app = host(LEAKY, tmp_path, "actions-csv")
    async with app.run_test(size=(110, 30)) as pilot:
        await rested(pilot)
        assert "secret" not in app.text()
        await pilot.press("enter")
        assert len(there(tmp_path)) == 1


async def test_the_folder_is_opened_or_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []

    def show(path: Path) -> bool:
        asked.append(path)
        return True

    monkeypatch.setattr(export, "show", show)
    app = host(KNOWN, tmp_path)
    async with app.run_test(size=(110, 30)) as pilot:
        await pilot.press("o")
        assert asked == [tmp_path]
        monkeypatch.setattr(export, "show", lambda _: False)
        await pilot.press("o")
        assert f"Thefolderfordocumentsis{tmp_path}" in flat(app)


def test_no_desktop_is_no_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "_program", lambda: None)
    assert not folder.show(Path())


async def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    app = host(KNOWN, tmp_path / "file")
    async with app.run_test(size=(110, 30)) as pilot:
        await rested(pilot)
        await pilot.press("enter")
        assert "cannot be written" in app.text()


async def test_a_format_that_fails_is_said_and_the_dialog_lives_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: object) -> str:
        raise KeyError("a bug in somebody's plug-in")

    bad = replace(exporting.exporter("text"), name="bad", render=fails, page=fails)
    monkeypatch.setattr(plugins, "load", lambda *_: bad)
    app = Host(
        ExportDialog(KNOWN, [exporting.exporter("bad")], ExportConfig(folder=str(tmp_path)), "bad")
    )
    async with app.run_test(size=(110, 30)) as pilot:
        for key in ("enter", "c", "down"):
            await rested(pilot)
            await pilot.press(key)
            assert "the format 'bad' failed (KeyError); choose another" in app.text()
    assert there(tmp_path) == []


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (120, 40)])
async def test_hostile_text_is_shown_as_it_is(tmp_path: Path, size: tuple[int, int]) -> None:
    known = record([entry(1, facts.Declared(HOSTILE, Severity.SEV1)), *STORY[1:]])
    places = ExportConfig(folder=str(tmp_path))
    app = Host(ExportDialog(known, exporting.formats(), places, "text"))
    async with app.run_test(size=size) as pilot:
        for _ in range(30):
            await pilot.press("down")
            await rested(pilot)
        assert app.is_running
        assert "\x1b" not in app.text()
        assert "Enter save" in app.text()


async def test_a_format_may_have_a_folder_of_its_own_and_a_decision_on_secrets(
    tmp_path: Path,
) -> None:
    wiki = tmp_path / "wiki"
    own = {"markdown": FormatTable(folder=str(wiki), secrets="redact")}
    places = ExportConfig(folder=str(tmp_path), formats=own)
    app = Host(ExportDialog(LEAKY, FORMATS, places, "timeline-markdown"))
    async with app.run_test(size=(110, 30)) as pilot:
        await rested(pilot)
        await pilot.press("enter")
        assert "First say what becomes of the secrets" in app.text()
    app = Host(ExportDialog(LEAKY, FORMATS, places, "markdown"))
    async with app.run_test(size=(110, 30)) as pilot:
        await rested(pilot)
        await pilot.press("enter")
        await pilot.pause()
    [written] = there(wiki)
    assert SECRET not in (wiki / written).read_text("utf-8")
