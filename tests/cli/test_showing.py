from tests.cli.conftest import Shell

KEYS = {
    *("number", "title", "severity", "status", "service", "ic", "roles", "milestones", "impact"),
    *("tasks", "actions", "entries"),
}
ENTRY = {
    *("id", "seq", "kind", "occurred_at", "recorded_at", "author", "source", "external_ref"),
    *("text", "starred", "late_seconds", "retracted", "amended", "data", "waiting"),
}

PAGE = """\
INC-1  SEV2  Checkout fails
monitoring · 00:35:00 · IC @maria · checkout

Milestones
  started       2026-01-15 13:55:00
  detected      2026-01-15 14:00:00  +5 min
  acknowledged  2026-01-15 14:05:00  +5 min
  mitigated     2026-01-15 14:30:00  +25 min
  resolved      —

Roles
  Incident Commander  @maria  since 14:05:00

Impact
  users 1200

Action items
  A1  overdue   2026-01-14  @ana        high  alert on p99
  A2  open      no date     no owner    tidy up

Timeline (UTC)
  2026-01-14
     #7  23:50:00  note      the deploy began  @jo  late 14 h 40 min
  2026-01-15
     #1  14:00:00  declared  SEV2 Checkout fails (checkout)  @jo
     #2  14:05:00  note      error rate is 5 %  @jo  ★ · corrected
     #3  14:05:00  role      @maria is Incident Commander  @jo
     #4  14:05:00  impact    users 1200  @jo
     #5  14:05:00  action    A1 alert on p99 · @ana · due 2026-01-14 · high  @jo
     #6  14:05:00  action    tidy up · no owner  @jo  taken back
     #8  14:30:00  status    investigating → monitoring  @jo
"""


def told(shell: Shell) -> Shell:
    shell.ok("ic", "maria")
    shell.ok("impact", "--users", "1200")
    shell.ok(
        "action", "alert on p99", "--owner", "ana", "--due", "2026-01-14", "--priority", "high"
    )
    shell.ok("action", "tidy up")
    shell.later(25)
    shell.ok("log", "yesterday 23:50 the deploy began")
    shell.ok("log", "/status monitoring")
    shell.ok("star", "--entry", "2")
    shell.ok("amend", "error rate is 5 %", "--entry", "2")
    return shell


def test_the_page(burning: Shell) -> None:
    assert told(burning).ok("show", "INC-1") == PAGE.replace(
        "action    tidy up · no owner  @jo  taken back", "action    A2 tidy up · no owner  @jo"
    )
    burning.ok("retract", "--entry", "6")
    assert burning.ok("show", "1") == PAGE.replace(
        "  A2  open      no date     no owner    tidy up\n", ""
    )


def test_raw_keeps_the_corrections_in_the_order_of_recording(burning: Shell) -> None:
    raw = told(burning).ok("show", "1", "--raw").partition("Timeline (UTC)\n")[2]
    assert [line.split()[0] for line in raw.splitlines() if "#" in line] == [
        f"#{n}" for n in range(1, 11)
    ]
    assert "corrected: error rate is 5 %" in raw
    assert len(burning.json("show", "1", "--raw")["entries"]) == 10


def test_json_has_the_keys_that_scripts_rely_on(burning: Shell) -> None:
    shown = told(burning).json("show", "1")
    assert set(shown) >= KEYS
    assert set(shown["milestones"]) == {
        *("started", "detected", "acknowledged", "mitigated", "resolved"),
    }
    assert shown["milestones"]["mitigated"] == "2026-01-15T14:30:00Z"
    assert shown["milestones"]["resolved"] is None
    assert (shown["ic"], shown["roles"]) == ("maria", {"ic": "maria"})
    assert {frozenset(entry) for entry in shown["entries"]} == {frozenset(ENTRY)}
    assert shown["entries"][0]["late_seconds"] == 14 * 3600 + 40 * 60
    assert shown["postmortem"] == "Draft"


def called(shell: Shell) -> Shell:
    shell.ok("log", "/task @ana check the replica lag 5m")
    shell.ok("log", "/ack T1")
    shell.later(2)
    shell.ok("log", "/task @li call the\x1b vendor")
    shell.ok("log", "/task @bo restart one pod 90m")
    shell.later(1)
    shell.ok("log", "/nohelp T3 errors went on")
    return shell


def test_open_tasks_stand_on_the_page_with_what_they_wait_for(burning: Shell) -> None:
    part = called(burning).ok("show", "1").partition("Open tasks\n")[2].partition("\n\n")[0]
    assert part.splitlines() == [
        "  T1  open      back 14:10:00  @ana        check the replica lag",
        "  T2  open      no clock       @li         call the␛ vendor (not acknowledged)",
    ]
    burning.later(2)
    assert "  T1  late      back 14:10:00" in burning.ok("show", "1")
    for task in ("T1", "T2"):
        burning.ok("log", f"/helped {task}")
    assert "Open tasks" not in burning.ok("show", "1")


def test_json_has_every_task_and_what_came_of_it(burning: Shell) -> None:
    assert burning.json("show", "1")["tasks"] == []
    tasks = called(burning).json("show", "1")["tasks"]
    assert tasks[0] == {
        "label": "T1",
        "text": "check the replica lag",
        "owner": "ana",
        "minutes": 5,
        "due": "2026-01-15T14:10:00Z",
        "acknowledged": "2026-01-15T14:05:00Z",
        "status": "open",
        "reason": None,
    }
    assert (tasks[1]["minutes"], tasks[1]["due"], tasks[1]["acknowledged"]) == (None, None, None)
    assert (tasks[2]["status"], tasks[2]["reason"]) == ("did not help", "errors went on")
    for task, line in (("T1", "done"), ("T2", "helped")):
        burning.ok("log", f"/{line} {task}")
    assert [task["status"] for task in burning.json("show", "1")["tasks"]] == [
        *("done", "helped", "did not help"),
    ]


def test_json_knows_the_answers(burning: Shell) -> None:
    burning.ok("postmortem", "1", "--step", "review", "--set", "-", stdin="ana, li 2026-01-20\n")
    assert burning.json("show", "1")["postmortem"] == "In Review"


def test_as_of_shows_what_had_happened(burning: Shell) -> None:
    page = told(burning).ok("show", "1", "--as-of", "2026-01-15 14:01")
    assert "investigating · 00:06:00 · no IC" in page
    assert "#2" not in page
    assert burning.json("show", "1", "--as-of", "14:01")["ic"] is None
    assert "had not begun at 2026-01-01" in burning.refused(
        3, "show", "1", "--as-of", "2026-01-01 00:00"
    )
    assert "is not a time" in burning.refused(2, "show", "1", "--as-of", "soon")


def test_what_is_not_there(shell: Shell) -> None:
    assert "declare one" in shell.refused(3, "show", "1")
    assert "'one' is not an incident" in shell.refused(2, "show", "one")
    assert "is not an incident" in shell.refused(2, "show", "9" * 30)


def test_hostile_text_is_shown_and_not_obeyed(shell: Shell) -> None:
    shell.ok("declare", "a\x1b[2Jb\u202e", "--service", "x\x9by")
    for args in (("show", "1"), ("show", "1", "--json"), ("list",), ("status", "--oneline")):
        said = shell.ok(*args)
        assert said.replace("\n", "").isprintable()
    assert shell.json("show", "1")["title"] == "a\x1b[2Jb\u202e"
