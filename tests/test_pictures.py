import re
from pathlib import Path

import pytest

from tests.generated import README, ROOT
from tests.pictures import PICTURES, REPORTS, SCENES, picture, report


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("live-light-80x24", "/declare title…"),
        ("postmortem-dark-120x40", "6 · Contributing factors"),
    ],
)
async def test_a_picture_shows_the_screen_it_is_named_after(
    name: str, shown: str, tmp_path: Path
) -> None:
    drawn = await picture(SCENES[name], tmp_path / "store.db")
    assert shown in _text(drawn)
    assert "@font-face" not in drawn


def test_every_scene_is_drawn_and_nothing_else_is_kept() -> None:
    assert {path.stem for path in PICTURES.iterdir()} == set(SCENES)


def test_the_readme_shows_pictures_there_are() -> None:
    shown = re.findall(r"!\[[^\]]*\]\(([^)]*)\)", README.read_text("utf-8"))
    assert [path for path in shown if not (ROOT / path).is_file()] == []


def _text(svg: str) -> str:
    words = re.sub(r"<[^>]*>", " ", svg).replace("&#160;", " ")
    return " ".join(words.split())


def test_the_report_of_the_examples_can_be_written_and_is_kept(tmp_path: Path) -> None:
    written = report(tmp_path)
    assert {path.name for path in REPORTS.iterdir()} == set(written)
    for text in written.values():
        assert "Reliability report 2026 Q2" in text
        assert "no data" not in text.split("How it is counted")[0].split("Trend by month")[0]
