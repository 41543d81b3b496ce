"""Completion continues what is typed, offers what the state allows, and never gets in the way."""

import pytest
from hypothesis import given, settings

from incident_tui.commands.all import REGISTRY
from incident_tui.commands.completion import complete, hint
from incident_tui.domain.incident import Severity
from tests.commands.situations import BURNING, ENDED, ON_CALL
from tests.support.strategies import ANY_TEXT

EXAMPLES = [line for command in REGISTRY for line in command.examples]
TIMES = ("", "-5m ", "14:05 ", "yesterday 23:10  ")


def _continues(line: str) -> None:
    """Whatever it could become keeps all that stands before its last word."""
    stem = line[: len(line) - len(line.rpartition(" ")[2])]
    for where in (BURNING, ENDED, ON_CALL):
        found = complete(REGISTRY, line, where)
        assert len({c.line for c in found}) == len(found)
        for completion in found:
            assert completion.line.startswith(stem)
            assert completion.line != line
            assert completion.label
        hint(REGISTRY, line, where)


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_beginning_of_an_example_is_continued(example: str) -> None:
    for time in TIMES:
        for end in range(len(example) + 1):
            _continues(time + example[:end])


@given(ANY_TEXT)
@settings(max_examples=60)
def test_any_line_is_continued_or_left_alone(text: str) -> None:
    for line in (text, f"/{text}", f"/action {text}", f"/sev 1 {text}", f"25:99 /{text}"):
        _continues(line)


@pytest.mark.parametrize(
    ("line", "becomes"),
    [
        ("/sev", ["/sev "]),
        ("/dec", ["/decision ", "/declare ", "/decline "]),
        ("/sever", ["/sev "]),  # an alias leads to its command
        ("-5m /mar", ["-5m /mark "]),
        ("/mark m", ["/mark mitigated "]),
        ("/mark M", ["/mark mitigated "]),
        ("/sev ", [f"/sev {level} " for level in range(1, 6)]),
        ("/sev 1 be", ["/sev 1 because:"]),
        ("/ic @", ["/ic @ana ", "/ic @li "]),
        ("/action Alert @a", ["/action Alert @ana "]),
        ("/action Alert due:to", ["/action Alert due:today ", "/action Alert due:tomorrow "]),
        ("/action Alert d", ["/action Alert due:"]),
        ("/action Alert due:fri d", []),
        ("/done ", ["/done A1 "]),
        ("/comment fa", ["/comment factors "]),
        ("/comment w", ["/comment whys ", "/comment well "]),
        ("/release ", [f"/release {r} " for r in ("comms", "deputy", "ic", "ops", "scribe")]),
        ("/mark mitigated", []),  # complete already
        ("/zzz x", []),
        ("mark", []),
        ("", []),
    ],
)
def test_it_becomes(line: str, becomes: list[str]) -> None:
    assert [c.line for c in complete(REGISTRY, line, BURNING)] == becomes


@pytest.mark.parametrize(
    ("line", "becomes"),
    [
        ("/done ", ["/done T1 ", "/done T2 ", "/done A1 "]),
        ("/done a", ["/done A1 "]),
        ("/ack ", ["/ack T1 ", "/ack T2 "]),
        ("/nohelp t2", ["/nohelp T2 "]),
        ("/handon T1 @j", ["/handon T1 @jo "]),
        ("/update p", ["/update public "]),
        ("/snooze p", ["/snooze public "]),
        ("/snooze public ", ["/snooze public 5m ", "/snooze public 10m ", "/snooze public 30m "]),
        ("/task @a", ["/task @ana "]),
        ("/task @ana ", []),  # the text comes first
        ("/task @ana 5", []),
        ("/task @ana check lag ", []),  # and may go on
        ("/task @ana check lag 1", ["/task @ana check lag 10m "]),
        ("/task check lag @ana 5", ["/task check lag @ana 5m "]),
    ],
)
def test_on_the_call_it_becomes(line: str, becomes: list[str]) -> None:
    assert [c.line for c in complete(REGISTRY, line, ON_CALL)] == becomes


def test_a_choice_shows_what_it_is() -> None:
    [choice] = complete(REGISTRY, "/sev", BURNING)
    assert (choice.label, choice.help) == ("/sev 1-5 [because…]", REGISTRY.get("sev").summary)


def test_a_hint_shows_the_usage_of_what_is_being_typed() -> None:
    sev = REGISTRY.get("sev")
    assert hint(REGISTRY, "/severity 1", BURNING) == f"{sev.usage}   {sev.summary}"
    assert hint(REGISTRY, "-5m /sev", BURNING).startswith("/sev ")
    for line in ("", "a note", "/", "/zzz", "/ sev"):
        assert hint(REGISTRY, line, BURNING) == ""


def test_a_severity_says_what_it_means_and_which_one_holds() -> None:
    offered = {c.label: c.help for c in complete(REGISTRY, "/sev ", BURNING)}
    assert list(offered) == ["1", "2", "3", "4", "5"]
    assert offered["1"] == Severity.SEV1.meaning
    assert offered["3"] == f"now · {Severity.SEV3.meaning}"


def test_a_milestone_says_when_it_was_reached_and_a_role_who_has_it() -> None:
    marks = {c.label: c.help for c in complete(REGISTRY, "/mark ", BURNING)}
    assert (marks["detected"], marks["mitigated"]) == ("2026-01-15 14:01:00", "not reached yet")
    [scribe] = complete(REGISTRY, "/release sc", BURNING)
    assert scribe.help == "Scribe · @li"
