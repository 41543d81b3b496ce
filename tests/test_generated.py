import re
from pathlib import Path

import pytest

from tests import generated

STALE = "generated anew it differs; run `poe docs` and look at what changed"


def test_the_commands_in_the_readme_are_current() -> None:
    page = generated.README.read_text("utf-8")
    assert generated.with_commands(page) == page, STALE


def test_the_commands_that_a_shell_completes_are_current() -> None:
    assert generated.RECORDED.read_text("utf-8") == generated.recorded(), STALE


def test_every_room_that_the_readme_names_is_there() -> None:
    page = generated.README.read_text("utf-8")
    chapter = page.split("## How it is built")[1].split("### Decisions")[0]
    named = re.findall(r"`([\w./…]+(?:\.py|/))`", chapter)
    assert len(named) > 20
    folders = (generated.ROOT, generated.ROOT / "incident_tui")
    patterns = (name.replace("…", "*").rstrip("/") for name in named)
    assert [each for each in patterns if not any(any(f.glob(each)) for f in folders)] == []


@pytest.mark.parametrize("transcript", generated.TRANSCRIPTS, ids=lambda path: path.stem)
def test_the_examples_are_current(transcript: Path) -> None:
    for path, content in generated.examples_of(transcript).items():
        assert path.read_bytes() == content, f"{path.name}: {STALE}"


def test_examples_are_of_the_transcripts_there_are() -> None:
    stems = {path.stem for path in generated.TRANSCRIPTS}
    for kept in generated.EXAMPLES.glob("*.md"):
        assert any(kept.stem in {stem, f"{stem}-actions", f"{stem}-log"} for stem in stems), kept


def test_the_table_goes_between_its_markers_and_nowhere_else() -> None:
    page = "# Title\n<!-- commands -->\nan older one\n<!-- /commands -->\nend `/sev`\n"
    made = generated.with_commands(page)
    assert made.startswith("# Title\n<!-- commands -->\n\n| ")
    assert made.endswith(" |\n\n<!-- /commands -->\nend `/sev`\n")
    assert "an older one" not in made
    assert generated.with_commands(made) == made
    with pytest.raises(ValueError, match="<!-- commands -->"):
        generated.with_commands("# No table")
