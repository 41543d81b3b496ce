"""Who may see an incident is said and read at the command line as in a window."""

from pathlib import Path

import pytest

from tests.cli.conftest import Shell


def test_an_incident_is_made_private_and_everybody_s_again(burning: Shell) -> None:
    assert "private  only @ana @ben @jo may see it" in burning.ok("private", "@ana", "@ben")
    assert "private: @ana @ben @jo" in burning.ok("show", "1")
    assert "Checkout fails (checkout) · private" in burning.ok("list")
    assert burning.json("show", "1")["members"] == ["ana", "ben", "jo"]
    assert burning.json("list")[0]["members"] == ["ana", "ben", "jo"]
    assert "whole" in burning.ok("verify")
    burning.ok("log", "/private off")
    assert "private" not in burning.ok("list")
    assert burning.json("list")[0]["members"] == []


@pytest.mark.parametrize(
    "named", [["--private", "@ana,@ben"], ["--private=@ben", "--private=@ana"]]
)
def test_an_incident_is_declared_for_some_alone(shell: Shell, named: list[str]) -> None:
    assert shell.ok("declare", "a key was stolen", *named) == "INC-1\n"
    assert shell.json("list")[0]["members"] == ["ana", "ben", "jo"]
    told = [row["text"] for row in shell.json("show", "1")["entries"]]
    assert told == ["SEV3 a key was stolen", "only @ana @ben @jo may see it"]
    shell.ok("log", "/declare another private:@ana")
    assert shell.json("list")[0]["members"] == ["ana", "jo"]


def test_a_name_that_would_end_up_in_the_title_is_asked_about(shell: Shell) -> None:
    result = shell.call("declare", "a key was stolen", "--private", "@ana", "@ben")
    assert "is @ben to see it too? name all of them as one: private:@ana,@ben" in result.stderr
    assert shell.json("list") == []


def test_a_document_of_it_goes_further_than_it_does(burning: Shell, tmp_path: Path) -> None:
    burning.ok("private", "@ana")
    result = burning.call("export", "1", "-o", str(tmp_path / "page.md"))
    assert "INC-1 is for @ana @jo alone; a document goes wherever it is sent" in result.stderr
    burning.ok("private", "off")
    assert burning.call("export", "1", "-o", str(tmp_path / "other.md")).stderr == ""


def test_its_help_says_what_a_file_does_not_keep(shell: Shell) -> None:
    told = " ".join(shell.ok("private", "--help").split())
    assert "In a file it is only a record" in told
