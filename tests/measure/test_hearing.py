from pathlib import Path

import pytest

from tests.measure.hearing import HELD_OUT, LINES, lines, main, measured
from tests.measure.lint import total


@pytest.mark.parametrize(("path", "right", "wrong"), [(LINES, 652, 4), (HELD_OUT, 45, 0)])
def test_as_much_is_heard_as_was_heard_before(path: Path, right: int, wrong: int) -> None:
    heard = total(measured(list(lines(path))).values())
    assert heard.right >= right
    assert heard.wrong <= wrong


def test_it_tells_what_was_heard_otherwise(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "lines.tsv"
    file.write_text("role:ic@mei\tI'm IC\n-\tI'm scribe\n", "utf-8")
    main([str(file), "--errors"])
    said = capsys.readouterr().out
    assert "(1 right, 1 wrong, 0 missed)" in said
    assert "[] heard ['role:scribe@mei']: I'm scribe" in said
