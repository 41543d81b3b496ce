"""Words keep their place, sentences end where they end, and a verb finds who did it."""

import pytest

from incident_tui.postmortem.english.clauses import subject
from incident_tui.postmortem.english.forms import Form, is_participle, verbs
from incident_tui.postmortem.english.nouns import Who
from incident_tui.postmortem.english.sentences import sentences
from incident_tui.postmortem.english.tokens import tokens


@pytest.mark.parametrize(
    ("text", "lows"),
    [
        ("We shouldn't've", ["we", "should", "not", "have"]),
        ("can't cannot won’t", ["can", "not", "can", "not", "will", "not"]),
        ("Ana's they're", ["ana", "'s", "they", "are"]),
        ("the engineers' fault", ["the", "engineers", "'s", "fault"]),
        ("he/she in dev/prod", ["he", "/", "she", "in", "dev", "/", "prod"]),
        ("run `git blame` now", ["run", "`git blame`", "now"]),
        ("see https://x.example/a_b(c).", ["see", "https://x.example/a_b(c", ")", "."]),
        ("“human error” at 14:05", ["“human error”", "at", "14:05"]),
        ("@jo.k broke kube_proxy", ["@jo.k", "broke", "kube_proxy"]),
    ],
)
def test_contractions_are_taken_apart_and_code_is_one_word(text: str, lows: list[str]) -> None:
    found = tokens(text)
    assert [token.low for token in found] == lows
    assert all(text[token.start : token.end] == token.text for token in found)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It rained, e.g. on Monday. Then it stopped.", 2),
        ("Version 1.2.3 of app.py was out at 14.05 UTC.", 1),
        ("- one\n- two\n  goes on\n\nthree", 3),
        ("one item\nAnother item", 2),
        ("A line that is wrapped at about seventy characters, as in an editor,\nAna wrote.", 1),
        ("Really?! Yes… no.", 3),
        ("| a | b |", 2),
        ("", 0),
    ],
)
def test_sentences_end_where_they_end(text: str, count: int) -> None:
    found = list(sentences(text))
    assert len(found) == count
    assert all(text[start:end].strip() for start, end in found)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The on-call engineer forgot", Who.STAFF),
        ("Yesterday the whole network team quietly forgot", Who.TEAM),
        ("The engineer who wrote the migration forgot", Who.STAFF),
        ("Sanjay, who is new, forgot", Who.NAMED),
        ("The person in charge of the deploy forgot", Who.STAFF),
        ("One of us forgot", Who.SELF),
        ("None of the developers had forgot", Who.STAFF),
        ("The operator merged the change and then forgot", Who.STAFF),
        ("During the night nobody forgot", Who.ANYBODY),
        ("Users forgot", Who.CUSTOMER),
        ("The scheduler forgot", Who.THING),
        ("The Postgres operator forgot", Who.THING),
        ("Ana's script forgot", Who.THING),
        ("The consumer group forgot", Who.THING),
        ("The pods restarted because they forgot", Who.THING),
        ("The engineers left because they forgot", Who.STAFF),
        ("It forgot", Who.THING),
        ("Kafka forgot", Who.THING),
        ("Zweig forgot", Who.UNKNOWN),
        ("@zweig forgot", Who.NAMED),
        ("The geologist forgot", Who.STAFF),
        ("Two firemen forgot", Who.STAFF),
        ("The estimate forgot", Who.THING),
        ("The pacemaker forgot", Who.THING),
        ("The tram driver forgot", Who.STAFF),
        ("The graphics driver forgot", Who.THING),
        ("Our COO forgot", Who.STAFF),
        ("Our IT forgot", Who.TEAM),
        ("The municipality forgot", Who.TEAM),
        ("The memory bank forgot", Who.THING),
        ("The computing centre forgot", Who.TEAM),
        ("The data centre forgot", Who.THING),
        ("Dr. Zweig forgot", Who.NAMED),
        ("O'Malley forgot", Who.UNKNOWN),
        ("and zanele forgot", Who.NAMED),
        ("and ruby forgot", Who.THING),
        ("Olumide forgot", Who.NAMED),
    ],
)
def test_a_verb_finds_who_did_it(text: str, who: Who) -> None:
    found = tokens(text)
    assert subject(found, len(found) - 1).who is who


def test_forms_are_made_from_the_base() -> None:
    made = verbs("skip carry notice forget panic")
    assert {word for word, verb in made.items() if Form.DONE in verb.forms} == {
        *("skipped", "carried", "noticed", "forgotten", "panicked")
    }
    assert made["forgot"].base == "forget"
    assert {"skipping", "noticing", "panicing"} - made.keys() == {"panicing"} - made.keys()


@pytest.mark.parametrize(
    ("word", "done"), [("checked", True), ("seen", True), ("need", False), ("monitoring", False)]
)
def test_what_was_done_is_told_from_what_is_had(word: str, done: bool) -> None:
    assert is_participle(word) == done
