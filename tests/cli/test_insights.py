import csv
import io
from pathlib import Path

import pytest

from tests.cli.conftest import Shell


@pytest.fixture
def learned(burning: Shell) -> Shell:
    """INC-1 lasted an hour; one of its two action items is done, its post-mortem is not out."""
    burning.ok("ic", "@maria")
    burning.later(60)
    burning.ok("log", "/resolve")
    burning.ok("action", "alert on p99", "--owner", "ana", "--due", "2026-01-16", "-i", "1")
    burning.ok("action", "split the deploy", "--owner", "li", "-i", "1")
    burning.later(10)
    burning.ok("done", "A1", "-i", "1")
    return burning


def test_json_has_the_keys_of_the_contract(learned: Shell) -> None:
    told = learned.json("insights")
    assert told["as_of"] == "2026-01-15T15:15:00Z"
    assert told["window"] == {"since": None, "until": "2026-01-15T15:15:00Z"}
    assert told["action_items"] == {
        "created": 2,
        "done": 1,
        "declined": 0,
        "open": 1,
        "overdue": 0,
        "completion_rate": 0.5,
        "on_time_rate": 1.0,
        "high_priority_over_30_days": 0,
    }
    assert told["recurrence"] == {"resolved": 1, "confirmed": 0, "suggested": 0, "rate": 0.0}
    assert told["postmortem_hours"] == {
        "published": 0,
        "open": 1,
        "median": None,
        "p90": None,
        "within_48h": None,
    }
    assert (told["mttd"], told["mtta"], told["mttm"], told["mttr"]) == (300, 300, None, 4200)
    assert list(told["by_severity"]) == ["SEV2"]
    assert list(told["by_service"]) == ["checkout"]
    assert list(told["by_month"]) == ["2026-01"]
    assert told["by_month"]["2026-01"]["mttr"] == 4200


def test_without_incidents_nothing_is_nought_or_all(shell: Shell) -> None:
    told = shell.json("insights")
    assert told["action_items"]["completion_rate"] is None
    assert told["recurrence"]["rate"] is None
    assert told["postmortem_hours"]["within_48h"] is None
    assert told["mttr"] is None
    result = shell.call("insights")
    assert result.stdout.count("no data") == 3
    assert "%  " not in result.stdout
    assert "no incident was resolved in this window" in result.stderr


def test_a_post_mortem_that_is_not_late_yet_is_not_without_data(learned: Shell) -> None:
    [told] = [line for line in learned.ok("insights").splitlines() if "target < 48 h" in line]
    assert told.split("  ")[-2].strip() == "· in time"
    assert "not yet" in told
    learned.ok("report", "--quarter", "2026Q1", "-o", "q.md")
    assert "not out yet, and still in time" in Path("q.md").read_text("utf-8")


def test_a_window_cuts_by_the_last_resolve(learned: Shell) -> None:
    assert learned.json("insights", "--until", "2026-01-14")["incidents"] == 0
    assert learned.json("insights", "--since", "2026-01-15")["incidents"] == 1
    assert learned.json("insights", "--since", "2026-01-15T15:06")["incidents"] == 0


def test_as_of_then_nothing_later_had_happened(learned: Shell) -> None:
    then = learned.json("insights", "--as-of", "2026-01-15T15:05")
    assert then["action_items"]["done"] == 0
    assert then["action_items"]["open"] == 2
    assert learned.json("insights", "--as-of", "2026-01-15T14:30")["incidents"] == 0


def test_a_reopened_incident_counts_from_its_last_resolve(learned: Shell) -> None:
    learned.ok("log", "-i", "1", "/reopen it is back")
    assert learned.json("insights")["incidents"] == 0
    learned.later(30)
    learned.ok("log", "-i", "1", "/resolve")
    assert learned.json("insights")["mttr"] == 4200 + 40 * 60


def test_lines_for_people_fit_a_terminal(learned: Shell) -> None:
    said = learned.ok("insights")
    assert "1 incident resolved, all until 15 Jan 2026" in said
    assert "1 of 2 done, 0 declined" in said
    assert "not yet" in said
    assert max(map(len, said.splitlines())) <= 80


def test_csv_opens_every_figure(learned: Shell) -> None:
    rows = list(csv.DictReader(io.StringIO(learned.ok("insights", "--csv"))))
    every = {(row["scope"], row["of"], row["figure"]): row for row in rows}
    rate = every["all", "", "action_items.completion_rate"]
    assert (rate["value"], rate["part"], rate["whole"]) == ("0.5", "1", "2")
    assert (rate["incidents"], rate["short"]) == ("1", "1")
    assert every["severity", "SEV2", "postmortem_hours.within_48h"]["value"] == ""


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--since", "soon"), "--since 'soon' is not a date; write 2026-01-31"),
        (("--as-of", "2030-01-01"), "has not come yet"),
        (("--since", "2026-01-02", "--until", "2026-01-01"), "before it begins"),
        (("--json", "--csv"), "choose one of"),
    ],
)
def test_what_makes_no_sense_is_refused(shell: Shell, args: tuple[str, ...], said: str) -> None:
    assert said in shell.refused(2, "insights", *args)


def test_the_team_says_when_it_works_and_what_time_is_worth(learned: Shell) -> None:
    file = learned.db.with_name("c.toml")
    file.write_text('[insights]\nzone = "Asia/Tokyo"\nsaved = "10 * actions"\n')
    told = learned.json("--config", str(file), "insights")
    assert told["off_hours"]["rate"] == 1.0
    assert told["time_saved"] == {"minutes": 20.0, "formula": "10 * actions"}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('zone = "Mars/Olympus"', "there is no time zone 'Mars/Olympus'"),
        ('saved = "people * 3"', "is not a formula for time saved"),
        ("opens = 20\ncloses = 8", "work must close after it opens"),
    ],
)
def test_a_setting_that_makes_no_sense_is_named(shell: Shell, line: str, said: str) -> None:
    file = shell.db.with_name("c.toml")
    file.write_text(f"[insights]\n{line}\n")
    assert said in shell.refused(2, "--config", str(file), "insights")
