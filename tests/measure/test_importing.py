import json
from pathlib import Path

import pytest

from tests.measure.importing import main

TEXT = """# Slow, 2024-07-05

## Timeline

All times in CET

- 14:05 errors
- 14:06 ok

## Action items

- @jo: Add an alert
- [x] Add a test
"""


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        ("2024-07-05T14:05", "(2 right, 0 wrong, 0 missed)"),
        ("2024-07-05T15:05", "(1 right, 1 wrong, 1 missed)"),
    ],
)
def test_lines_and_moments_are_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], time: str, expected: str
) -> None:
    row = {
        "slug": "slow",
        "zone": "CET",
        "entries": [{"line": 7, "time": time}, {"line": 8, "time": "2024-07-05T14:06"}],
        "actions": [{"line": 12, "owner": "jo"}, {"line": 13, "done": True}],
        "sections": {"timeline": 3, "actions": 10, "impact": None},
    }
    (tmp_path / "slow.md").write_text(TEXT, "utf-8")
    (tmp_path / "gold.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    main([str(tmp_path / "gold.jsonl"), str(tmp_path), "--errors"])
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].startswith("entries")
    assert lines[1].endswith(expected)
    assert all(" 0 wrong, 0 missed" in line for line in lines[2:7])
