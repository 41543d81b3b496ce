from contextlib import closing
from pathlib import Path
from sqlite3 import connect

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from incident_tui.commands.all import REGISTRY
from incident_tui.commands.outcome import Decided, Situation
from incident_tui.domain.facts import Declared, Noted
from incident_tui.domain.incident import Severity
from incident_tui.domain.state import IncidentState
from incident_tui.services import quick
from incident_tui.services.incident_log import declare
from incident_tui.services.session import Session, wall_clock
from incident_tui.services.store import Store
from tests.support.entries import T0


@pytest.fixture(autouse=True)
def _bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.delenv("INCIDENT_TUI_CONFIG", raising=False)


@pytest.fixture
def db(tmp_path: Path) -> str:
    path = tmp_path / "store.db"
    store = Store(path)
    declare(store, Session("jo", "cli"), Declared("Checkout", Severity.SEV2), wall_clock())
    store.close()
    return str(path)


@given(st.text(st.characters(codec=None), max_size=20))
@example("Yesterday 23:10 it broke")
@example("today 10:00 x")
@example("ye\u017fterday 23:10 x")
@example("a  b ")
@example("a\u00a0b")
@example("foo: bar at:12 due:fri")
def test_a_plain_note_is_what_the_prompt_makes_of_the_line(line: str) -> None:
    plain = quick.LogLine(line, None, "", "")
    if not plain.plain:
        return
    decided = REGISTRY.decide(line, Situation(IncidentState(), "jo", T0, T0))
    assert decided == Decided(Noted(line.strip()), None)


@pytest.mark.parametrize(
    "args",
    [
        *([], ["log"], ["log", "-"], ["log", "--help"], ["log", "--", "x"], ["--db", "log"]),
        *(["log", "-i", "x", "note"], ["log", "-i", "9" * 12, "x"], ["log", "-i", "1"]),
        *(["show", "log", "x"], ["--config", "c", "log", "x"], ["log", "-ix", "note"]),
    ],
)
def test_what_may_mean_anything_else_is_left_alone(args: list[str]) -> None:
    assert quick.read(args) is None


@pytest.mark.parametrize(
    "text",
    ["", " x", "/sev 1", "-5m x", "14:05 x", "yesterday 10:00 x", "TODAY 9:00 x", "a\nb", "\u00e9"],
)
def test_what_may_be_a_command_or_a_time_is_not_plain(text: str) -> None:
    line = quick.read(["log", *text.split(" ")])
    assert line is not None
    assert (line.text, line.plain) == (text, False)


def test_what_stands_beside_the_note_is_read() -> None:
    plain = quick.read(["--as", "@jo", "--db", "x.db", "log", "-i", "inc-12", "it", "burns"])
    assert plain is not None
    assert (plain.text, plain.number) == ("it burns", 12)
    assert (plain.author, plain.db) == ("@jo", "x.db")


def test_the_note_is_on_the_disk(db: str) -> None:
    line = quick.log(quick.LogLine("it  burns", None, db, "@jo"))
    assert line is not None
    assert line.endswith("  note  it burns")
    store = Store(Path(db))
    [_, entry] = store.log.after(store.read.incidents()[0].id, 0)
    store.close()
    assert (entry.fact, entry.author, entry.source) == (Noted("it  burns"), "jo", "cli")
    assert line.startswith(f"INC-1  {entry.occurred_at:%H:%M:%S}  ")
    assert entry.occurred_at == entry.recorded_at


def test_without_an_incident_nothing_is_written(db: str) -> None:
    assert quick.log(quick.LogLine("x", 7, db, "jo")) is None
    with closing(connect(db)) as store:
        assert store.execute("SELECT count(*) FROM entry").fetchone() == (1,)


def test_the_configuration_counts(db: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "incident-tui" / "config.toml"
    file.parent.mkdir()
    file.write_text(f'author = "@ana"\ndb = "{db}"')
    monkeypatch.delenv("INCIDENT_TUI_DB", raising=False)
    assert quick.log(quick.LogLine("x", None, "", ""))
    with closing(connect(db)) as store:
        assert store.execute("SELECT author FROM entry WHERE seq = 2").fetchone() == ("ana",)
    for wrong in ("author = ", "author = 5"):
        file.write_text(wrong)
        assert quick.log(quick.LogLine("x", None, db, "")) is None
    monkeypatch.setenv("INCIDENT_TUI_CONFIG", str(tmp_path / "nowhere.toml"))
    assert quick.log(quick.LogLine("x", None, db, "")) is None
