import json
from pathlib import Path

import pytest

from incident_tui.postmortem.action_rules import ACTION_RULES
from incident_tui.postmortem.rules.catalogue import RULES
from tests.cli.conftest import Shell

TEXT = """# Notes

The on-call failed to notice the alert.

## Action items

- Improve monitoring
"""


def linted(shell: Shell, *args: str, stdin: str | None = None) -> tuple[int, str, str]:
    result = shell.call("lint", *args, stdin=stdin)
    return result.exit_code, result.stdout, result.stderr


def test_findings_read_like_warnings(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text(TEXT, "utf-8")
    code, out, err = linted(shell, "notes.md")
    assert code == 1
    assert err == "incident-tui: 5 findings\n"
    assert out.split("\n")[:4] == [
        "notes.md:3:1: omission: it names what a person left out",
        "  | The on-call failed to notice the alert.",
        "  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        "  = What let one missed step through, and what could have asked for it? "
        "Try: “The alert did not stand out: …”",
    ]
    assert "notes.md:7:3: no-owner: it has no owner\n" in out


def test_json_has_the_keys_that_scripts_rely_on(shell: Shell) -> None:
    code, out, _ = linted(shell, "-", "--json", "--kind", "blame", stdin=TEXT)
    (finding,) = json.loads(out)
    assert code == 1
    assert set(finding) == {
        *("kind", "rule", "text", "start", "end", "reason", "suggestion", "where")
    }
    assert TEXT[finding["start"] : finding["end"]] == finding["text"]
    assert finding["where"] == "line 3, Notes"


def test_one_kind_is_asked_for_by_its_name(shell: Shell) -> None:
    _, out, _ = linted(shell, "-", "--json", "--kind", "actions", stdin=TEXT)
    assert {finding["rule"] for finding in json.loads(out)} == {
        *("vague-verb", "no-end-state", "no-owner", "no-due")
    }


def test_a_good_document_is_said_to_be_one(shell: Shell) -> None:
    assert linted(shell, "-", stdin="The alert did not stand out.\n") == (
        *(0, "", "incident-tui: no findings\n"),
    )
    assert json.loads(linted(shell, "-", "--json", stdin="")[1]) == []


def test_what_is_kept_is_told_with_its_reason(shell: Shell) -> None:
    text = "It was human error. <!-- lint: allow human-error because the vendor said so -->"
    assert linted(shell, "-", stdin=text) == (
        0,
        "",
        "incident-tui: kept: line 1: human-error: the vendor said so\n"
        "incident-tui: no findings, 1 kept for a reason\n",
    )


def test_an_incident_is_linted_by_field(burning: Shell, tmp_path: Path) -> None:
    (tmp_path / "summary").write_text("Rain.\nThe on-call forgot to drain it.", "utf-8")
    burning.ok("postmortem", "1", "--step", "summary", "--set", "summary")
    burning.ok("action", "improve monitoring")
    code, out, _ = linted(burning, "INC-1")
    assert code == 1
    assert "INC-1:summary:2:1: omission: it names what a person left out\n" in out
    assert "INC-1:A1:1:1: vague-verb: it can never be done as worded\n" in out
    found = json.loads(linted(burning, "INC-1", "--json", "--kind", "blame")[1])
    assert [(each["where"], each["start"]) for each in found] == [("summary", 6)]
    (tmp_path / "kept").write_text("omission “The on-call forgot”: as they told it", "utf-8")
    burning.ok("postmortem", "1", "--step", "blameless", "--set", "kept")
    code, _, err = linted(burning, "1", "--kind", "blame")
    assert code == 0
    assert "kept: summary: omission: as they told it" in err


def test_without_a_name_it_is_the_newest_live_incident(burning: Shell) -> None:
    burning.ok("action", "improve monitoring")
    assert "INC-1:A1:1:1: vague-verb" in linted(burning)[1]


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("nowhere.md",), 3, "no document nowhere.md: No such file or directory; name INC-1"),
        (("INC-7",), 3, "there is no incident yet"),
        (("-", "--kind", "typos"), 2, "'typos' is not one of 'blame', 'actions'"),
    ],
)
def test_what_is_not_there_is_said_with_what_would_work(
    shell: Shell, args: tuple[str, ...], code: int, said: str
) -> None:
    assert said in shell.refused(code, "lint", *args)


def test_what_is_no_text_is_refused(shell: Shell) -> None:
    result = shell.call("lint", "-", stdin=b"\xff\xfe")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "byte 0 is not UTF-8; save it as UTF-8" in result.stderr


def test_nothing_in_a_document_can_act_on_the_terminal(shell: Shell) -> None:
    _, out, _ = linted(shell, "-", stdin="\x1b]0;x\x07 Ana forgot \x1b[31m it.")
    assert "\x1b" not in out
    assert "\x07" not in out


def test_a_long_line_is_shown_around_its_finding(shell: Shell) -> None:
    _, out, _ = linted(shell, "-", stdin=f"{'so it went ' * 30}and it was human error, {'x ' * 90}")
    shown, marked = out.split("\n")[1:3]
    at = marked.index("^")
    assert shown[at : at + len("human error")] == "human error"
    assert shown.startswith("  | …")
    assert shown.endswith("…")
    assert len(shown) < 110


def test_every_rule_is_documented(shell: Shell) -> None:
    known = json.loads(shell.ok("lint", "--rules", "--json"))
    assert [rule["rule"] for rule in known] == [*RULES, *ACTION_RULES]
    assert all(rule["reason"] and rule["bad"] and rule["good"] for rule in known)
    told = shell.ok("lint", "--rules", "--kind", "actions")
    assert "no-owner: it has no owner" in told
    assert "human-error" not in told
