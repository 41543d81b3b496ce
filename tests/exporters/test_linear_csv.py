"""Linear's own importer reads back what was written: titles, owners, due dates."""

import csv
import io
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given, settings

from incident_tui.exporters.linear_csv import HEAD, render
from tests.exporters.nasty import TEXTS
from tests.support.owed import GOLDEN, owed
from tests.support.records import STORY, record

PACKAGE: Final = Path(os.environ.get("LINEAR_IMPORT_PACKAGE", "node_modules/@linear/import"))
NODE: Final = shutil.which("node")
# The package exports nothing: its one file is read, and what would talk to a person is cut off.
READER: Final = """
const fs = require("fs"), path = require("path"), Module = require("module");
const [file, csv] = process.argv.slice(2);
const source = fs.readFileSync(file, "utf8");
const end = source.lastIndexOf("(async () => {");
const own = new Module(file);
own.filename = file;
own.paths = Module._nodeModulePaths(path.dirname(file));
own._compile(source.slice(0, end) + "\\nmodule.exports = { AsanaCsvImporter };", file);
const { format } = own.require("date-fns");
new own.exports.AsanaCsvImporter(csv).import().then(({ issues }) => console.log(JSON.stringify(
  issues.map((i) => ({ ...i, dueDate: i.dueDate && format(i.dueDate, "yyyy-MM-dd") })))));
"""


def imported(text: str, folder: Path, zone: str) -> list[dict[str, Any]]:
    (folder / "read.cjs").write_text(READER, "utf-8")
    (folder / "in.csv").write_text(text, "utf-8")
    file = (PACKAGE / "dist" / "cli.cjs").resolve()
    done = subprocess.run(
        [str(NODE), str(folder / "read.cjs"), str(file), str(folder / "in.csv")],
        check=True,
        capture_output=True,
        env={**os.environ, "TZ": zone},
    )
    issues: list[dict[str, Any]] = json.loads(done.stdout)
    return issues


def test_the_table_is_the_golden_one_to_the_byte() -> None:
    assert render(record(STORY)).encode() == (GOLDEN / "linear.csv").read_bytes()


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_no_text_breaks_a_row(text: str) -> None:
    first, second = csv.DictReader(io.StringIO(render(owed(text)), newline=""))
    assert list(first) == list(HEAD)
    assert (second["Name"], second["Task ID"]) == ("Page the vendor", "INC-42-A2")


@pytest.mark.skipif(NODE is None, reason="node is not installed")
@pytest.mark.skipif(not PACKAGE.is_dir(), reason="LINEAR_IMPORT_PACKAGE names no @linear/import")
@pytest.mark.parametrize("zone", ["America/Los_Angeles", "UTC", "Asia/Tokyo"])
def test_the_importer_itself_keeps_owner_and_due_date(tmp_path: Path, zone: str) -> None:
    _, done = imported(render(record(STORY)), tmp_path, zone)
    hostile, plain = imported(render(owed('a,"b"\n{code}|x|=1🔥')), tmp_path, zone)
    assert (done["title"], done["status"]) == ("Alert when the pool is 80% full", "Done")
    assert (done["assigneeId"], done["dueDate"], done["priority"]) == ("jo", "2026-01-30", 3)
    assert hostile["title"] == 'a,"b" {code}|x|=1🔥'
    assert (plain["title"], plain["assigneeId"], plain["dueDate"]) == (
        *("Page the vendor", "li", "2026-02-01"),
    )
    assert plain["labels"] == ["sev1", "INC-42-A2"]
    assert "Reference: INC-42-A2" in plain["description"]
