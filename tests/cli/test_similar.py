import json

import pytest

from tests.cli.conftest import Shell


@pytest.fixture
def history(shell: Shell) -> Shell:
    """INC-1 had a full disk, and what helped is on record; INC-2 had another cause."""
    shell.ok("declare", "Orders fail: the disk of the database is full", "--service", "orders")
    shell.ok("decision", "move the archive to another volume", "--executor", "ana")
    shell.ok("task", "@ana", "delete old dumps")
    shell.ok("helped", "T1")
    shell.later(60)
    shell.ok("declare", "Handshakes fail: the certificate expired", "--service", "pay")
    shell.later(60)
    return shell


def test_an_incident_is_compared_with_those_before_it(history: Shell) -> None:
    result = history.call("declare", "Search is read only: its volume ran out of space")
    assert result.stdout == "INC-3\n"
    said = history.ok("similar", "INC-3")
    assert said.startswith("INC-1 ")
    assert "disk full: " in said
    assert said.endswith(
        "        worked then: move the archive to another volume\n"
        "        worked then: delete old dumps\n"
    )
    assert "INC-2" not in said


def test_a_text_is_compared_and_told_as_data(history: Shell) -> None:
    [found] = history.json("similar", "no space left on the storage", "--service", "orders")
    assert (found["number"], found["mechanism"], found["suggested"]) == (1, "disk full", True)
    assert found["reasons"][-1] == "same service: orders"
    assert (
        json.loads(history.ok("similar", "-", "--json", stdin="the x509 cert expired"))[0]["number"]
        == 2
    )


def test_pairs_are_scored_a_line_each(shell: Shell) -> None:
    pairs = '{"a": "disk full", "b": "no space left"}\n\n{"a": "disk full", "b": "hello"}\n'
    told = [
        json.loads(line)
        for line in shell.ok("similar", "--pairs", "-", stdin=pairs).split("\n")
        if line
    ]
    assert [each["suggested"] for each in told] == [True, False]
    assert told[0]["reasons"] == ["disk full: disk, full here; space there"]
    assert "line 1 is no pair" in shell.refused(2, "similar", "--pairs", "-", stdin="[]\n")
    assert "No such file" in shell.refused(3, "similar", "--pairs", "nowhere.jsonl")


def test_nothing_to_compare_is_said(shell: Shell) -> None:
    assert "there is nothing to compare" in shell.refused(2, "similar", "-", stdin=" \n")
    assert "nothing like it" in shell.call("similar", "a full disk").stderr


def test_a_new_incident_is_told_what_it_is_like_beside_its_name(history: Shell) -> None:
    told = history.call("declare", "Uploads fail: no space left on the volume")
    assert (told.stdout, told.stderr) == (
        "INC-3\n",
        "incident-tui: INC-1 was like it: Orders fail: the disk of the database is full "
        "(disk full) · worked then: move the archive to another volume; delete old dumps\n",
    )
