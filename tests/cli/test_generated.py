import pytest

from incident_tui.cli.main import COMMANDS
from incident_tui.cli.registered import registered
from tests.cli.conftest import Shell


def test_every_command_that_records_a_fact_is_a_command_here(burning: Shell) -> None:
    names = [spec.name for spec in registered(COMMANDS)]
    assert {"note", "sev", "ic", "action", "done", "undo", "redact", "resolve"} <= set(names)
    assert not {"declare", "status", "restore", "help", "find", "quit", "export"} & set(names)
    for name in names:
        assert burning.ok(name, "--help").startswith(f"Usage: incident-tui {name} ")


@pytest.mark.parametrize(
    ("args", "line"),
    [
        (("sev", "1"), "severity  SEV2 → SEV1"),
        (("sev", "4", "EU", "only"), "severity  SEV2 → SEV4: EU only"),
        (("sev", "4", "--because", "EU only"), "severity  SEV2 → SEV4: EU only"),
        (("ic", "@maria"), "role  @maria is Incident Commander"),
        (("ic", "maria"), "role  @maria is Incident Commander"),
        (("role", "db-sme", "@li"), "role  @li is db-sme"),
        (
            ("action", "fix", "it", "--owner", "maria", "--due", "fri"),
            "action  A1 fix it · @maria · due 2026-01-16",
        ),
        (
            ("action", "don't cache: ttl:0", "--priority", "high"),
            "action  A1 don't cache: ttl:0 · no owner · high",
        ),
        (("impact", "--users", "1200", "--error-rate", "7%"), "impact  users 1200, error rate 7%"),
        (
            ("link", "https://example.org/x", "the", "graph"),
            "link  the graph https://example.org/x",
        ),
        (("note", "back", "to", "-5m"), "note  back to -5m"),
        (("decision", "roll back", "--executor", "@ana"), "decision  D1 roll back · @ana"),
        (("decision", "roll", "back", "to", "412", "@ana"), "decision  D1 roll back to 412 · @ana"),
        (("resolve",), "status  investigating → resolved"),
        (("star", "--entry", "2"), "star  published an entry"),
        (
            ("task", "@ana", "drain", "shard", "5"),
            "task  T1 @ana drain shard 5",
        ),
        (
            ("task", "ana", "check the lag", "--minutes", "1h30m"),
            "task  T1 @ana check the lag · 90 min",
        ),
        (
            ("update", "public", "cards fail", "--approver", "maria"),
            "update  public: cards fail · drafted by @jo · approved by @maria",
        ),
        (("update", "internal", "next one in 5m"), "update  internal: next one in 5m"),
        (
            ("snooze", "public", "40m", "waiting", "for", "the", "vendor"),
            "clock  public update put off 40 min: waiting for the vendor",
        ),
        (("undo",), "retracted  took back an entry"),
    ],
)
def test_a_command_takes_arguments_and_options(
    burning: Shell, args: tuple[str, ...], line: str
) -> None:
    assert burning.ok(*args) == f"INC-1  14:05:00  {line}\n"


def test_an_incident_that_is_over_is_named(burning: Shell) -> None:
    burning.ok("resolve")
    assert "no incident is live" in burning.refused(3, "reopen")
    assert burning.ok("reopen", "-i", "inc-1", "again").endswith(
        "resolved → investigating: again\n"
    )


def test_tasks_are_closed_by_their_label_beside_action_items(burning: Shell) -> None:
    burning.ok("task", "@ana", "check the lag")
    burning.ok("action", "alert on lag")
    assert burning.ok("ack", "T1").endswith("task  T1 check the lag · understood\n")
    assert burning.ok("handon", "T1", "@li").endswith("@ana hands it on to @li\n")
    assert burning.ok("done", "T1").endswith("task  T1 check the lag · done\n")
    assert burning.ok("done", "A1").endswith("action  A1 alert on lag · done\n")
    assert "T1 is closed: done" in burning.refused(2, "nohelp", "T1", "no lag")


def test_what_would_work_is_said(burning: Shell) -> None:
    assert burning.refused(2, "sev", "9").startswith("'9' is not a severity; use 1 (worst) to 5")
    assert burning.refused(2, "sev", "2") == "it is SEV2 already"
    assert "Missing argument" in burning.refused(2, "ic")
    assert "--ownr" in burning.refused(2, "action", "fix", "it", "--ownr", "maria")
    assert burning.refused(2, "sv", "1") == ("there is no command 'sv'; did you mean sev?")
    assert "--help lists them" in burning.refused(2, "xyzzy")


def test_a_second_role_of_the_commander_is_warned_of_and_stored(burning: Shell) -> None:
    burning.ok("ic", "@maria")
    told = burning.call("scribe", "@maria")
    assert told.exit_code == 0
    assert "@maria is Scribe" in told.stdout
    assert "@maria leads and is Scribe too" in told.stderr
    assert "too; who leads does nothing else" in burning.call("log", "/comms @maria").stderr
