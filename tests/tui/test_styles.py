from pathlib import Path

import pytest

from incident_tui.tui import styles


def test_each_name_is_a_file() -> None:
    found = styles.stylesheets("base", "timeline")
    assert [Path(path).name for path in found] == ["base.tcss", "timeline.tcss"]
    assert all(Path(path).is_file() for path in found)


def test_an_installed_package_brings_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "package" / "tui").mkdir(parents=True)
    (tmp_path / "package" / "styles").mkdir()
    (tmp_path / "styles").mkdir()
    monkeypatch.setattr(styles, "__file__", str(tmp_path / "package" / "tui" / "styles.py"))
    assert styles.stylesheets("x") == [tmp_path / "package" / "styles" / "x.tcss"]
