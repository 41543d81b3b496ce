from tests.cli.conftest import Shell


def test_an_incident_is_declared_and_named(shell: Shell) -> None:
    assert shell.ok("declare", "Checkout", "fails", "--sev", "p1") == "INC-1\n"
    assert shell.ok("declare", "Login fails") == "INC-2\n"
    shown = shell.json("show", "1")
    assert (shown["title"], shown["severity"], shown["service"]) == ("Checkout fails", "SEV1", "")


def test_its_json_is_that_of_show(shell: Shell) -> None:
    declared = shell.json("declare", "Checkout", "--service", "web", "--at", "-5m")
    assert declared == shell.json("show", "INC-1")
    assert declared["service"] == "web"
    assert declared["milestones"]["started"] == "2026-01-15T13:55:00Z"


def test_a_wrong_word_is_refused_before_anything_is_written(shell: Shell) -> None:
    assert shell.refused(2, "declare", "X", "--sev", "7").startswith("'7' is not a severity; use")
    assert "could be two dates" in shell.refused(2, "declare", "X", "--at", "05/06 14:00")
    assert "Missing argument" in shell.refused(2, "declare")
    assert shell.json("list") == []
