from pathlib import Path

from tests.cli.conftest import Shell


def answer(shell: Shell, field: str, text: str) -> None:
    assert shell.ok("postmortem", "1", "--step", field, "--set", "-", stdin=text) == ""


def ready(shell: Shell) -> Shell:
    """Everything that publishing asks for is there."""
    shell.ok("ic", "@maria")
    shell.ok("star", "--entry", "2")
    shell.ok("action", "Alert when p99 is over 2 s", "--owner", "ana", "--due", "2026-02-01")
    shell.ok("resolve")
    answers = {
        "owner": "@maria",
        "summary": "Checkout failed for 7 % of buyers for ten minutes. A rollback ended it.",
        "users": "about 1,200 of 40,000",
        "slo": "none",
        "business": "none",
        "factors": "Schema and code deploy in one step (process)\nNo canary (tooling)",
        "well": "The alert named the deploy",
    }
    for field, text in answers.items():
        answer(shell, field, text)
    return shell


def test_the_steps_are_listed_with_what_is_missing(burning: Shell) -> None:
    result = burning.call("postmortem", "INC-1")
    lines = result.stdout.splitlines()
    assert lines[0] == "INC-1  Draft  Checkout fails"
    assert [line[2:].split("  ")[0] for line in lines[1:]] == [
        *("Owner", "Timeline", "Summary", "Impact", "5 Whys", "Contributing factors"),
        *("What went well", "Action items", "Blameless check", "Review", "Publish"),
    ]
    assert "incident-tui: missing: Summary: not written yet\n" in result.stderr


def test_an_answer_comes_from_a_file_or_from_stdin(burning: Shell, tmp_path: Path) -> None:
    (tmp_path / "summary.txt").write_text("It broke.\nIt was mended.\n")
    assert burning.ok("postmortem", "1", "--step", "summary", "--set", "summary.txt") == ""
    answer(burning, "users", "1,200\n")
    said = burning.call("postmortem", "1").stdout
    assert "✔ Summary\n    It broke.\n    It was mended.\n" in said
    assert "    Users affected: 1,200\n" in said


def test_json_has_steps_answers_and_progress(burning: Shell) -> None:
    answer(burning, "summary", "It broke.")
    found = burning.json("postmortem", "1")
    assert set(found) == {
        *("number", "title", "status", "resolved_at", "published_at", "resume", "missing", "steps"),
        *("suggestions", "score", "review"),
    }
    steps = {step["id"]: step for step in found["steps"]}
    assert len(steps) == 11
    assert (steps["summary"]["state"], steps["owner"]["state"]) == ("done", "empty")
    [field] = steps["summary"]["fields"]
    assert (field["answer"], field["required"], field["kind"]) == ("It broke.", True, "prose")
    assert "Owner: name one person" in found["missing"]
    assert found["resume"] == "owner"


def test_drafts_fill_what_is_empty_and_nothing_else(burning: Shell) -> None:
    burning.ok("ic", "@maria")
    answer(burning, "summary", "My own words.")
    filled = burning.ok("postmortem", "1", "--draft").split()
    assert "owner" in filled
    assert "summary" not in filled
    fields = {f["id"]: f for s in burning.json("postmortem", "1")["steps"] for f in s["fields"]}
    assert fields["summary"]["answer"] == "My own words."
    assert "maria" in fields["owner"]["answer"]
    assert burning.ok("postmortem", "1", "--draft") == ""
    assert fields["owner"]["untouched"]
    said = burning.call("postmortem", "1")
    assert "    maria\n    (draft, from #3)\n" in said.stdout
    assert "missing: Owner: a draft nobody has touched" in said.stderr
    burning.ok("postmortem", "1", "--keep", "owner")
    assert "no untouched draft" in burning.refused(3, "postmortem", "1", "--keep", "owner")
    assert "(draft, from #3)" not in burning.call("postmortem", "1").stdout


def test_publishing_is_refused_with_all_that_is_missing(burning: Shell) -> None:
    said = burning.refused(1, "postmortem", "1", "--publish")
    assert said.startswith("INC-1 is not ready to publish\n  Owner: name one person\n")
    assert "\n  Timeline: star at least one entry" in said


def test_publishing_is_an_entry(burning: Shell) -> None:
    assert ready(burning).ok("postmortem", "1", "--publish") == (
        "INC-1  14:05:00  published  post-mortem published\n"
    )
    assert burning.json("postmortem", "1")["published_at"] == "2026-01-15T14:05:00Z"
    assert burning.json("show", "1")["postmortem"] == "Published"


def test_a_document_goes_from_draft_to_closed_and_a_policy_gives_way_only_for_a_reason(
    burning: Shell,
) -> None:
    ready(burning)
    burning.ok("change", "-i", "1", "A1", "--priority", "high")
    burning.ok("reviewer", "-i", "1", "@ana", "wider")
    burning.ok("comment", "-i", "1", "factors", "no canary?")
    assert "in review" in burning.ok("postmortem", "1", "--review")
    assert burning.json("postmortem", "1")["status"] == "In Review"
    said = burning.refused(1, "postmortem", "1", "--publish")
    assert "Review: settle the comment #" in said
    burning.ok("postmortem", "1", "--publish", "--override", "the customer waits")
    shown = burning.json("postmortem", "1")
    assert (shown["status"], shown["review"]["overrides"]) == ("Published", ["the customer waits"])
    assert shown["review"]["reviewers"] == {"ana": "wider"}
    assert "finish or decline A1" in burning.refused(1, "postmortem", "1", "--close")
    burning.ok("done", "-i", "1", "A1")
    assert "closed" in burning.ok("postmortem", "1", "--close")
    assert burning.json("postmortem", "1")["status"] == "Closed"
    assert "from there goes nothing" in burning.refused(1, "postmortem", "1", "--publish")
    assert "goes with" in burning.refused(2, "postmortem", "1", "--override", "x")


def test_what_was_published_is_opened_again_and_its_first_time_stays(burning: Shell) -> None:
    ready(burning).ok("postmortem", "1", "--publish")
    refused = burning.refused(2, "postmortem", "1", "--reopen", "x", "--publish")
    assert "one after the other" in refused
    assert "say why" in burning.refused(1, "postmortem", "1", "--return", " ")
    again = burning.ok("postmortem", "1", "--reopen", "the duration is wrong")
    assert again.endswith("post-mortem in review again: the duration is wrong\n")
    assert "opened again" in burning.ok("show", "1")
    shown = burning.json("postmortem", "1")
    assert (shown["status"], shown["published_at"]) == ("In Review", "2026-01-15T14:05:00Z")
    assert "draft again" in burning.ok("postmortem", "1", "--return", "too early")
    assert burning.json("postmortem", "1")["status"] == "Draft"
    assert "back from there goes nothing" in burning.refused(1, "postmortem", "1", "--return", "x")
    burning.ok("postmortem", "1", "--publish")
    shown = burning.json("postmortem", "1")
    assert (shown["status"], shown["published_at"]) == ("Published", "2026-01-15T14:05:00Z")


def test_every_version_of_an_answer_is_kept(burning: Shell) -> None:
    answer(burning, "summary", "It broke.")
    answer(burning, "summary", "It broke twice.")
    told = burning.ok("postmortem", "1", "--history", "summary").splitlines()
    assert told[1::2] == ["    It broke.", "    It broke twice."]
    assert [r["text"] for r in burning.json("postmortem", "1", "--history", "summary")] == [
        "It broke.",
        "It broke twice.",
    ]


def test_what_would_work_is_said(burning: Shell) -> None:
    assert "use one of owner, timeline, summary" in burning.refused(
        3, "postmortem", "1", "--step", "sumary", "--set", "-", stdin="x"
    )
    assert "Timeline has no text of its own" in burning.refused(
        3, "postmortem", "1", "--step", "timeline", "--set", "-", stdin="x"
    )
    assert "go together" in burning.refused(2, "postmortem", "1", "--step", "summary")
    assert "one after the other" in burning.refused(2, "postmortem", "1", "--draft", "--publish")
    assert "No such file" in burning.refused(
        2, "postmortem", "1", "--step", "summary", "--set", "not-there"
    )
