from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incident_tui.commands.all import REGISTRY
from incident_tui.importers.format import CapturedEntry
from incident_tui.importers.hearing import Hearing, handle, heard
from incident_tui.importers.hearing_rules import KEYWORDS
from tests.measure.hearing import HELD_OUT, LINES, lines
from tests.support.entries import log, situation

AT = datetime(2026, 1, 15, 10, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "command"),
    [
        ("Let's roll back to build 412.", "/decision roll back to build 412"),
        ("ok, let’s fail over to eu-west-2", "/decision fail over to eu-west-2"),
        ("Decision: keep the flag off until Monday", "/decision keep the flag off until Monday"),
        ("We decided to drain zone b.", "/decision drain zone b"),
        (
            "Hearing none, we are proceeding with the rollback",
            "/decision the rollback",
        ),
        ("we're going with the rollback", "/decision the rollback"),
        ("I'm IC", "/ic @mei-tan"),
        ("I'll scribe", "/scribe @mei-tan"),
        ("Ana is on comms", "/comms @Ana"),
        ("Hi all, I am the incident commander for this incident.", "/ic @mei-tan"),
        ("I'll be scribe", "/scribe @mei-tan"),
        ("@jo is scribe", "/scribe @jo"),
        ("Ana is the incident commander now", "/ic @Ana"),
        ("I'm handing over command to @ana", "/ic @ana"),
        ("I'll take comms", "/comms @mei-tan"),
        ("I'll take ops", "/role ops @mei-tan"),
        ("uh I'm IC", "/ic @mei-tan"),
        ("Um, let's roll it back", "/decision roll it back"),
        ("This is a SEV1", "/sev 1 This is a SEV1"),
        ("raising this to sev-2, EU is down too", "/sev 2 raising this to sev-2, EU is down too"),
        ("declaring a SEV 1", "/sev 1 declaring a SEV 1"),
        ("We're back!", "/mark mitigated"),
        ("error rate is back to normal", "/mark mitigated"),
        ("Mitigated.", "/mark mitigated"),
        ("All clear, thanks everyone", "/mark resolved"),
        ("the incident is resolved", "/mark resolved"),
        ("Incident resolved.", "/mark resolved"),
        ("we got paged for checkout", "/mark detected"),
        ("TODO: alert on queue depth", "/action alert on queue depth"),
        ("TODO @ana write the runbook", "/action write the runbook @ana"),
        (
            "dont forget to turn the nightly backup on again",
            "/action turn the nightly backup on again",
        ),
        ("Action item: move the pool limit to config", "/action move the pool limit to config"),
        ("we should add an alert on p99", "/action add an alert on p99"),
        ("dashboard: https://grafana.example/d/1?x=2.", "/link https://grafana.example/d/1?x=2"),
    ],
)
def test_it_hears(said: str, command: str) -> None:
    assert [found for _, found, _ in heard(said, "Mei Tan")] == [command]


@pytest.mark.parametrize(
    "said",
    [
        "should we roll back?",
        "we're going with friends",
        "I'll be back",
        "incident resolved too late",
        "checkout is on comms hardware",
        "let's see what the graph says",
        "let's not roll back yet",
        "if it gets worse, let's fail over",
        "what if we restart it",
        "who is IC?",
        "I'm not IC",
        "is ana the IC?",
        "it is not a SEV1",
        "this was like the SEV1 last week",
        "would this be a sev2?",
        "we're back to square one with the cache",
        "we are not back to normal",
        "is everything back to normal?",
        "nothing is resolved by that",
        "the DNS name resolved to 10.0.0.1",
        "we should be fine",
        "we should have seen it",
        "we need more people",
        "the todo app is down",
        "https://giphy.com/x.gif",
        "he is IC",
        "I have no idea",
        "the deploy is over there",
        "I'm in the IC channel",
        "sev",
        "",
    ],
)
def test_it_does_not_hear(said: str) -> None:
    assert list(heard(said, "mei")) == []


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (["Decision: roll back", "rolling back now"], ["roll back"]),
        (["let's roll back to 412", "ok rollback started"], ["roll back to 412"]),
        (["restarting api-1", "restarting api-2"], ["restarting api-1", "restarting api-2"]),
        (["let's drain zone b", "we fail over"], ["drain zone b", "fail over"]),
    ],
)
def test_a_decision_in_other_words_is_suggested_once(said: list[str], told: list[str]) -> None:
    hearing = Hearing()
    entries = [CapturedEntry(n, AT, text, f"x:{n}", "mei") for n, text in enumerate(said)]
    heard = [each.command for entry in entries for each in hearing.hear(entry)]
    assert heard == [f"/decision {text}" for text in told]


def test_the_same_deed_hours_later_is_another_decision() -> None:
    hearing = Hearing()
    first = CapturedEntry(1, AT, "let's restart the broker", "x:1", "mei")
    later = CapturedEntry(2, AT + timedelta(hours=2), "restarting the broker now", "x:2", "mei")
    assert [len(list(hearing.hear(each))) for each in (first, later)] == [1, 1]


@pytest.mark.parametrize("words", ["am have", "are for", ", ,", "keep you", "ok :", "we i", "a an"])
def test_no_words_make_a_rule_try_every_way(words: str) -> None:
    # Where one did, this would not end within the time that a test has.
    assert len(list(heard((f"{words} " * 80)[:239], "mei"))) <= 1


def test_what_is_passed_over_quickly_says_nothing() -> None:
    for line in (*lines(LINES), *lines(HELD_OUT)):
        if next(heard(line.text, "mei"), None):
            assert any(word in line.text.lower() for word in KEYWORDS), line.text


def test_one_message_may_say_several_things_and_none_twice() -> None:
    hearing = Hearing()
    entry = CapturedEntry(7, AT, "I'm IC. This is a SEV2!\nBridge: https://m.example/a", "x", "mei")
    first = list(hearing.hear(entry))
    assert [(each.line, each.kind, each.command) for each in first] == [
        (7, "role", "/ic @mei"),
        (7, "severity", "/sev 2 This is a SEV2"),
        (7, "link", "/link https://m.example/a"),
    ]
    assert {each.occurred_at for each in first} == {AT}
    assert list(hearing.hear(entry)) == []
    quoted = CapturedEntry(8, AT, 'thanks (in reply to "let\'s roll back")', "x", "mei")
    assert list(Hearing().hear(quoted)) == []


@pytest.mark.parametrize(
    ("name", "as_typed"),
    [("mei", "mei"), ("@mei.t", "mei.t"), ("Mei Tan (ops)", "mei-tan"), ("🚒", ""), ("", "")],
)
def test_a_name_becomes_one_that_a_command_takes(name: str, as_typed: str) -> None:
    assert handle(name) == as_typed


WORDS = st.sampled_from(
    [
        "let's",
        "roll",
        "back",
        "I'm",
        "IC",
        "scribe",
        "is",
        "this",
        "a",
        "SEV1",
        "we're",
        "back",
        "all",
        "clear",
        "TODO:",
        "@ana",
        "#2",
        "we",
        "should",
        "add",
        "decision:",
        "an",
        "alert",
        "text:x",
        "https://a.example/1",
        "'quoted'",
        '"',
        "not",
        "?",
        ".",
        "!",
        "\n",
        "due:soon",
    ]
)


@given(st.lists(WORDS, max_size=12).map(" ".join), st.text(max_size=8))
@settings(max_examples=60)
def test_accepting_is_typing_a_command_that_there_is(text: str, speaker: str) -> None:
    for kind, command, _ in heard(text, speaker):
        found, _, _ = REGISTRY.find(command)
        names = {"decision": "decision", "severity": "sev", "milestone": "mark", "link": "link"}
        names |= {"action": "action", "role": found.name}
        assert found.name == names[kind]


@pytest.mark.parametrize(
    "said",
    [
        "Let's roll back",
        "I'm IC",
        "@jo is scribe",
        "This is a SEV1",
        "All clear",
        "TODO x",
        "https://a.example",
    ],
)
def test_what_is_suggested_can_be_done(said: str) -> None:
    for _, command, _ in heard(said, "Mei Tan"):
        REGISTRY.decide(command, situation(log()))
