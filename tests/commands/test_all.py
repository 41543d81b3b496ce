"""What every command owes the people who read and type it."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from incident_tui.commands.all import REGISTRY
from incident_tui.commands.args import ARG_TYPES
from incident_tui.commands.outcome import Intent, Outcome, Situation
from incident_tui.commands.registry import Command
from incident_tui.domain.errors import CommandError, TimeError
from incident_tui.domain.fact import Fact
from incident_tui.domain.facts import Noted
from incident_tui.domain.text import storable
from incident_tui.domain.when import split_when
from tests.commands.situations import (
    BURNING,
    CURATED,
    ENDED,
    EXECUTING,
    HANDED_OVER,
    LONG,
    ON_CALL,
    REVIEWED,
    said,
)
from tests.support.strategies import ANY_TEXT

COMMANDS = list(REGISTRY)
EXAMPLES = [(c, line) for c in COMMANDS for line in c.examples]
NAMES = [name for c in COMMANDS for name in (c.name, *c.aliases)]
PIECES = st.sampled_from(
    (
        *(
            "@ana",
            "@",
            "#1",
            "#99",
            "A1",
            "T1",
            "D1",
            "1",
            "sev2",
            "due:fri",
            'due:"in 2',
            'because:"a b"',
        ),
        *("because:", "at:-5m", "users:12", "https://a.example", "http://[", "ic", "resolved"),
        *(
            "9" * 5000,
            "INC-1",
            "#" + "9" * 30,
            "5m",
            "0m",
            "public",
            " ",
            "\n",
            "\t",
            '"',
            ":",
            "-5m ",
            "14:05 ",
        ),
    )
)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.name)
def test_a_command_explains_itself(command: Command) -> None:
    assert command.summary.endswith(".")
    assert command.summary[0].isupper()
    assert len(command.summary) <= 100
    assert command.family
    assert command.examples
    assert command.usage.startswith(f"/{command.name}")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.name)
def test_the_arguments_of_a_command_are_of_known_types(command: Command) -> None:
    assert all(param.type in ARG_TYPES.values() for param in command.params)


@pytest.mark.parametrize(("command", "line"), EXAMPLES, ids=[line for _, line in EXAMPLES])
def test_an_example_does_what_it_shows(command: Command, line: str) -> None:
    assert line.split(maxsplit=1)[0] == f"/{command.name}"
    assert isinstance(said(line, _where(command, line)), Fact | Intent)


def _where(command: Command, line: str) -> Situation:
    if command.name in {"reopen", "restore", "unstar"}:
        return ENDED
    if command.name in {"unhide", "unmerge"}:
        return CURATED
    if command.name in {"settle", "adjourn"}:
        return REVIEWED
    if command.name == "taken":
        return HANDED_OVER
    if command.name == "slow":
        return LONG
    if command.name in {"verify", "failed"}:
        return EXECUTING
    return ON_CALL if command.family in {"On the call", "Decide"} or "T1" in line else BURNING


def test_every_name_and_alias_is_one_plain_word_and_leads_to_one_command() -> None:
    assert len(NAMES) == len(set(NAMES))
    assert all(name.isascii() and name.isalpha() and name.islower() for name in NAMES)
    assert all(REGISTRY.get(name.upper()) is REGISTRY.get(name) for name in NAMES)


@given(ANY_TEXT)
@example("don't; it's \"half\" done — foo: bar, because:x @ana #1 due:fri")
@example("see https://a.example/x?y=1#z  twice\n\n  indented")
@settings(max_examples=150)
def test_free_text_is_a_note_word_for_word(text: str) -> None:
    try:
        timed = split_when(text, BURNING.now)[1] > 0
    except TimeError:
        timed = True
    if text.strip() and not text.lstrip().startswith("/") and not timed:
        assert said(text) == Noted(storable(text.strip()))
    if text.strip():
        assert said(f"/note {text}") == Noted(storable(text.strip()))


@given(ANY_TEXT)
@settings(max_examples=50)
def test_any_line_is_understood_or_refused(line: str) -> None:
    _is_understood_or_refused(line)


@given(st.sampled_from(NAMES), st.lists(PIECES | ANY_TEXT, max_size=5), st.sampled_from(" \t\n"))
@example("incidents", ["9" * 5000], " ")
@example("star", ["#" + "9" * 5000], " ")
@example("link", ["http://["], " ")
@settings(max_examples=150)
def test_any_arguments_are_understood_or_refused(
    name: str, pieces: list[str], between: str
) -> None:
    _is_understood_or_refused(f"/{name} {between.join(pieces)}")


def _is_understood_or_refused(line: str) -> None:
    for where in (BURNING, ENDED, ON_CALL, EXECUTING):
        outcome = _outcome(line, where)
        if isinstance(outcome, CommandError):
            assert outcome.end is not None
            assert 0 <= outcome.start <= outcome.end <= len(line)


def _outcome(line: str, where: Situation) -> Outcome | CommandError:
    try:
        return said(line, where)
    except CommandError as error:
        return error
