import pytest

from tests.cli.conftest import Shell


@pytest.fixture
def owed(burning: Shell) -> Shell:
    """Two items of INC-1, one of them late; one of INC-2."""
    burning.ok("action", "alert on p99", "--owner", "ana", "--due", "2026-01-14")
    burning.ok("action", "tidy up")
    burning.ok("declare", "Login fails")
    burning.ok("action", "split the deploy", "--owner", "li", "--due", "fri", "--priority", "low")
    burning.ok("done", "A2", "-i", "1")
    return burning


def test_the_most_urgent_comes_first(owed: Shell) -> None:
    assert owed.ok("actions") == (
        "INC-1   A1  overdue   2026-01-14  @ana        alert on p99\n"
        "INC-2   A1  open      2026-01-16  @li         low  split the deploy\n"
        "INC-1   A2  done      no date     no owner    tidy up\n"
    )


@pytest.mark.parametrize(
    ("args", "labels"),
    [
        ((), ["1 A1", "2 A1", "1 A2"]),
        (("--open",), ["1 A1", "2 A1"]),
        (("--overdue",), ["1 A1"]),
        (("--owner", "@li"), ["2 A1"]),
        (("--owner", "li", "--overdue"), []),
        (("--incident", "INC-1"), ["1 A1", "1 A2"]),
        (("--incident", "1", "--open"), ["1 A1"]),
    ],
)
def test_conditions_are_all_met(owed: Shell, args: tuple[str, ...], labels: list[str]) -> None:
    found = owed.json("actions", *args)
    assert [f"{item['incident']} {item['label']}" for item in found] == labels


def test_json_has_the_incident_and_the_item(owed: Shell) -> None:
    item = owed.json("actions", "--overdue")[0]
    assert (item["incident_title"], item["severity"]) == ("Checkout fails", "SEV2")
    assert (item["owner"], item["due"], item["overdue"]) == ("ana", "2026-01-14", True)
    assert (item["created_at"], item["closed_at"]) == ("2026-01-15T14:05:00Z", None)


def test_a_format_writes_them_out(owed: Shell) -> None:
    table = owed.ok("actions", "--open", "--format", "actions-markdown")
    assert "alert on p99" in table
    assert "tidy up" not in table
    assert owed.refused(3, "actions", "--format", "markdown") == (
        "'markdown' is not a format for action items; there are: "
        "actions-csv, actions-markdown, github, ics, jira-csv, linear-csv, todotxt"
    )


def test_none_is_no_error(shell: Shell) -> None:
    result = shell.call("actions")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "there is no action item yet; add one: incident-tui action TEXT" in result.stderr


@pytest.mark.parametrize("args", [("--owner", "@nobody"), ("nothing", "like", "it")])
def test_none_that_a_filter_lets_through_says_how_to_see_the_others(
    owed: Shell, args: tuple[str, ...]
) -> None:
    said = owed.call("actions", *args).stderr
    assert (
        said == "incident-tui: no action item is like that; incident-tui actions lists them all\n"
    )


def test_a_filter_is_that_of_the_tracker(owed: Shell) -> None:
    assert [item["label"] for item in owed.json("actions", "sort:incident", "@li", "open")] == [
        "A1"
    ]
    assert owed.ok("actions", "tidy").startswith("INC-1   A2  done")
    assert "sort:x: use one of" in owed.refused(2, "actions", "sort:x")


def test_what_became_of_them_elsewhere_is_seen_then_recorded_once(owed: Shell) -> None:
    issues = (
        "Issue key,Summary,Status,Resolution,Labels\n"
        "OPS-1,alert,Done,,INC-1-A1\nOPS-2,split the deploy,Closed,Won't Do,\nOPS-3,new,Open,,\n"
    )
    seen = owed.call("actions", "--read", "-", "--dry-run", stdin=issues)
    assert seen.stdout == (
        "INC-1 A1     done  OPS-1  alert\n"
        "INC-2 A1     declined: Won't Do in OPS-2  OPS-2  split the deploy\n"
    )
    assert "line 4: no action item is like it: OPS-3  new" in seen.stderr
    assert len(owed.json("actions", "--open")) == 2
    assert "2 recorded of 3" in owed.call("actions", "--read", "-", stdin=issues).stderr
    assert owed.call("actions", "--open").stdout == ""
    again = owed.call("actions", "--read", "-", stdin=issues)
    assert (again.stdout, "0 recorded of 3" in again.stderr) == ("", True)
