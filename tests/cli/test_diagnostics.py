import click
import pytest

from incident_tui.cli import diagnostics
from incident_tui.domain import errors
from incident_tui.services.config import ConfigError


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errors.PolicyError("x"), 1),
        (errors.CommandError("x"), 2),
        (errors.TimeError("x"), 2),
        (ConfigError("x"), 2),
        (click.UsageError("x"), 2),
        (errors.NotFoundError("x"), 3),
        (errors.StoreError("x"), 4),
        (errors.StoreLockedError("x"), 4),
        (errors.StoreNewerError("x"), 4),
        (click.Abort(), 130),
    ],
)
def test_each_kind_of_refusal_has_one_exit_code(error: Exception, code: int) -> None:
    assert diagnostics.report(error) == code


def test_the_part_that_is_wrong_is_underlined() -> None:
    error = errors.CommandError("no", 5, 6)
    assert diagnostics.complaint(error, "/sev 9 x") == "no\n  /sev 9 x\n       ^"
    assert diagnostics.underlined("/ev", 3, 3) == "  /ev\n     ^"
    assert diagnostics.underlined("/nope", 0, None) == "  /nope\n  ^^^^^"


def test_what_cannot_be_shown_does_not_shift_the_carets() -> None:
    said = diagnostics.underlined("a\x1b\n\u202e /sev 9", 10, 11)
    line, carets = said.split("\n")
    assert line[carets.index("^")] == "9"


def test_what_was_not_saved_and_what_is_missing_is_listed() -> None:
    assert (
        diagnostics.complaint(errors.StoreFullError("full"), "a note") == "full\nnot saved: a note"
    )
    assert diagnostics.complaint(errors.PolicyError("no", ("a", "b"))) == "no\n  a\n  b"


def test_what_was_typed_is_repeated_without_being_obeyed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    diagnostics.report(errors.StoreFullError("full"), "a\x1b[2J\u202e")
    assert capsys.readouterr().err == "incident-tui: full\nnot saved: a␛[2J⟨U+202E⟩\n"
