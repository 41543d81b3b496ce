"""A table says what was typed, in every cell, and calculates nothing."""

import csv
import io
import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from incident_tui.domain.text import visible
from incident_tui.exporters.csv_table import cell, table
from tests.exporters.nasty import TEXTS

FORMULAS: Final = ("=1+1", "+1+1", "-1+1", "@SUM(1)", " =1+1", "\t=1", "＝1+1", "=cmd|' /C x'!A0")
OFFICE: Final = shutil.which("soffice")


def cells(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(TEXTS | st.sampled_from(FORMULAS), min_size=2, max_size=2), max_size=4))
@example([["a,b", 'c"d'], ["e\nf", "g\rh"]])
def test_every_cell_comes_back(rows: list[list[str]]) -> None:
    text = table(("one", "two"), rows)
    read = cells(text)
    assert read == [["one", "two"], *([cell(each) for each in row] for row in rows)]
    assert [[each.removeprefix("'") for each in row] for row in read[1:]] == [
        [visible(each).removeprefix("'") for each in row] for row in rows
    ]
    assert "\r" not in text


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(("", " ", "\u3000", "\n", "\t")), st.sampled_from("=+-@＝＋－＠"), TEXTS)
def test_no_cell_is_a_formula(space: str, sign: str, rest: str) -> None:
    text = f"{space}{sign}{rest}"
    if not text.strip("+-").replace(".", "").replace(",", "").removesuffix("%").isdigit():
        assert cell(text).startswith("'")


@pytest.mark.parametrize("number", ["-5", "+4.5", "-1,200", "-7%"])
def test_a_number_stays_a_number(number: str) -> None:
    assert cell(number) == number


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_a_spreadsheet_shows_the_texts_and_calculates_nothing(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    texts = [*FORMULAS, "plain", 'a,"b"\nc', "-5", '=HYPERLINK("http://x.example")', "🔥 三"]
    (tmp_path / "in" / "t.csv").write_text(
        table(("id", "text"), [("1", t) for t in texts]), "utf-8"
    )
    subprocess.run(
        [
            *(str(OFFICE), "--headless", f"-env:UserInstallation=file://{tmp_path}/profile"),
            *(
                "--infilter=CSV:44,34,76",
                "--convert-to",
                "csv:Text - txt - csv (StarCalc):44,34,76",
            ),
            *("--outdir", str(tmp_path), str(tmp_path / "in" / "t.csv")),
        ],
        check=True,
        capture_output=True,
        timeout=110,
    )
    read = [row[1] for row in cells((tmp_path / "t.csv").read_text("utf-8"))[1:]]
    assert [text.removeprefix("'") for text in read] == [visible(text) for text in texts]
