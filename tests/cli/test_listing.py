from tests.cli.conftest import Shell

LISTED = {
    *("number", "title", "severity", "status", "service", "ic", "declared_at", "milestones"),
    *("duration", "published_at", "actions", "open_actions", "entries", "updated_at", "members"),
}


def test_the_list_is_aligned_with_the_newest_first(burning: Shell) -> None:
    burning.ok("resolve", "-i", "1")
    burning.ok("declare", "Login is slow", "--sev", "1")
    burning.later(57)
    assert burning.ok("list") == (
        "INC-2   SEV1  investigating      57 min  Login is slow\n"
        "INC-1   SEV2  resolved           10 min  Checkout fails (checkout)\n"
    )
    assert burning.ok("list", "--status", "resolved").startswith("INC-1 ")
    assert burning.ok("list", "--limit", "1").count("\n") == 1


def test_the_list_as_json(burning: Shell) -> None:
    [incident] = burning.json("list")
    assert set(incident) == LISTED
    assert incident["duration"] == 600
    assert incident["declared_at"] == "2026-01-15T14:00:00Z"
    assert incident["milestones"]["started"] == "2026-01-15T13:55:00Z"


def test_an_empty_list_says_how_to_begin_and_is_not_an_error(shell: Shell) -> None:
    result = shell.call("list")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "there is no incident yet; declare one: incident-tui declare TITLE" in result.stderr
    assert "no incident is resolved" in shell.call("list", "--status", "resolved").stderr


def test_a_search_goes_over_all_incidents(burning: Shell) -> None:
    burning.ok("declare", "Error pages")
    burning.ok("log", "rates are fine")
    assert burning.ok("search", "err") == (
        "INC-2  2026-01-15 14:05:00  declared  SEV3 Error pages\n"
        "INC-1  2026-01-15 14:05:00  note  error rate is 7 %\n"
    )
    [hit] = burning.json("search", "error", "rat")
    assert (hit["number"], hit["title"], hit["seq"], hit["text"]) == (
        *(1, "Checkout fails", 2),
        "error rate is 7 %",
    )


def test_a_search_shows_what_stands_now(burning: Shell) -> None:
    burning.ok("amend", "error rate is 5 %", "--entry", "2")
    assert "error rate is 5 %" in burning.ok("search", "rate")
    assert "7 %" not in burning.ok("search", "rate")
    assert burning.call("redact", "2", "secret").exit_code == 0
    assert "error" not in burning.call("search", "7").output


def test_a_search_without_a_hit_is_no_error(burning: Shell) -> None:
    result = burning.call("search", "zebra")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "nothing holds these words" in result.stderr


def test_the_status_tells_what_burns(burning: Shell) -> None:
    burning.ok("ic", "@maria")
    burning.ok("action", "alert on it")
    assert burning.ok("status") == (
        "INC-1   SEV2  investigating      10 min  Checkout fails (checkout)\n"
        "        IC @maria, 1 open action item, public 15:00\n"
    )
    assert burning.ok("status", "--oneline") == (
        "SEV2 INC-1 Checkout fails · investigating · 00:10:00 · IC @maria · public 15:00\n"
    )
    [live] = burning.json("status")["live"]
    assert set(live) == LISTED | {"next_due", "late"}
    assert (live["next_due"], live["late"]) == ({"what": "public", "seconds": 900}, [])
    burning.ok("log", "/task @ana look 5m")
    burning.later(17)
    line = burning.ok("status", "--oneline")
    assert line.endswith(" · public -02:00 · 2 late: T1 due, public update due\n")
    assert burning.json("status")["live"][0]["late"] == ["T1 due", "public update due"]


def test_the_status_of_a_quiet_day(shell: Shell) -> None:
    assert shell.ok("status") == "nothing burns\n"
    assert shell.ok("status", "--oneline") == "\n"
    assert shell.json("status") == {"live": [], "actions": {"overdue": 0, "due_soon": 0}}


def test_what_is_owed_is_said_beside_what_burns(burning: Shell) -> None:
    burning.ok("action", "alert on p99", "--owner", "jo", "--due", "2026-01-14")
    burning.ok("action", "drill", "--owner", "ana", "--due", "fri")
    assert burning.ok("status", "--oneline").endswith(" | yours: 1 action overdue\n")
    burning.ok("resolve")
    assert burning.ok("status") == "nothing burns\n1 action overdue, 1 due soon\n"
    assert burning.ok("status", "--oneline") == "yours: 1 action overdue\n"
    assert burning.json("status")["actions"] == {"overdue": 1, "due_soon": 1}
