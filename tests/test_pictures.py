import re
from pathlib import Path

import pytest

from tests.generated import README, ROOT
from tests.pictures import PICTURES, SCENES, picture


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
