"""A line is read one way for all commands, and free text comes through it untouched."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from incident_tui.commands.args import ARG_TYPES, Minutes, Person, Text, Word
from incident_tui.commands.grammar import Param, read
from incident_tui.domain.decisions import Decision
from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.errors import CommandError

TEXT = Param("text", ARG_TYPES[Text], required=True, keyword=False)
WHY = Param("why", ARG_TYPES[Text], required=False, keyword=False)
WORD = Param("word", ARG_TYPES[Word], required=True, keyword=False)
WHO = Param("who", ARG_TYPES[Person], required=False, keyword=False)
MUST = Param("who", ARG_TYPES[Person], required=True, keyword=False)
ENTRY = Param("entry", ARG_TYPES[TimelineEntry], required=False, keyword=False)
WAIT = Param("wait", ARG_TYPES[Minutes], required=False, keyword=False)
FIRST = Param("decision", ARG_TYPES[Decision], required=False, keyword=False)
LATER = Param("within", ARG_TYPES[Minutes], required=False, keyword=True)
KEY = Param("due", ARG_TYPES[Word], required=False, keyword=True)


def _read(tail: str, *params: Param) -> dict[str, str]:
    return {name: span.text for name, span in read(tail, 0, params, "/x").items()}


@pytest.mark.parametrize(
    ("tail", "params", "given"),
    [
        (" one two", (WORD, TEXT), {"word": "one", "text": "two"}),
        ("  a   b ", (TEXT,), {"text": "a   b"}),
        (" a\nb", (TEXT,), {"text": "a\nb"}),
        (" it's \"half done", (TEXT, KEY), {"text": "it's \"half done"}),
        (" foo: bar https://a.b/c", (TEXT, KEY), {"text": "foo: bar https://a.b/c"}),
        (" a due:fri b", (TEXT, KEY), {"text": "a b", "due": "fri"}),
        (' a due:"in 2 weeks" b', (TEXT, KEY), {"text": "a b", "due": "in 2 weeks"}),
        (" overdue:x a", (TEXT, KEY), {"text": "overdue:x a"}),
        (" Due:x a", (TEXT, KEY), {"text": "Due:x a"}),
        (" @ana do  it", (TEXT, WHO), {"text": "do  it", "who": "@ana"}),
        (" do  it @ana", (TEXT, WHO), {"text": "do  it", "who": "@ana"}),
        (" do it @ana due:fri", (TEXT, WHO, KEY), {"text": "do it", "who": "@ana", "due": "fri"}),
        (" ask @ana twice", (TEXT, WHO), {"text": "ask @ana twice"}),
        (" ask @ana twice", (TEXT, MUST), {"text": "ask twice", "who": "@ana"}),
        (" mail a@b.c", (TEXT, WHO), {"text": "mail a@b.c"}),
        (" meet @ 5", (TEXT, WHO), {"text": "meet @ 5"}),
        (" #1 is wrong", (TEXT, ENTRY), {"text": "is wrong", "entry": "#1"}),
        (" see ticket #1", (TEXT, ENTRY), {"text": "see ticket #1"}),
        (" because of it", (WHY,), {"why": "because of it"}),
        (' why:"of it"', (WHY,), {"why": "of it"}),
        ("", (WHY, WHO, KEY), {}),
        (" check lag 5m", (TEXT, WAIT), {"text": "check lag", "wait": "5m"}),
        (" check  lag\n1h30m ", (TEXT, WAIT), {"text": "check  lag", "wait": "1h30m"}),
        (" check lag 0m", (TEXT, WAIT), {"text": "check lag", "wait": "0m"}),
        (
            " check lag 5m @ana",
            (TEXT, WHO, WAIT),
            {"text": "check lag", "who": "@ana", "wait": "5m"},
        ),
        (
            " check lag @ana 5m",
            (TEXT, MUST, WAIT),
            {"text": "check lag", "who": "@ana", "wait": "5m"},
        ),
        (" check 5m due:fri", (TEXT, WAIT, KEY), {"text": "check", "wait": "5m", "due": "fri"}),
        (" wait 5m for it", (TEXT, WAIT), {"text": "wait 5m for it"}),
        (" check shard 5", (TEXT, WAIT), {"text": "check shard 5"}),
        (" lag is over 5ms", (TEXT, WAIT), {"text": "lag is over 5ms"}),
        (" it took 5m.", (TEXT, WAIT), {"text": "it took 5m."}),
        (" D2 it is why", (FIRST, TEXT), {"decision": "D2", "text": "it is why"}),
        (" d2 @ana why", (FIRST, TEXT, WHO), {"decision": "d2", "text": "why", "who": "@ana"}),
        (" why D2", (FIRST, TEXT), {"text": "why D2"}),
        (" DB2 is why", (FIRST, TEXT), {"text": "DB2 is why"}),
        (" wait 5m", (TEXT, LATER), {"text": "wait 5m"}),  # what has a key is given by it
        (" 10m why 5m", (WAIT, TEXT), {"wait": "10m", "text": "why 5m"}),  # only behind the text
    ],
)
def test_it_is_read(tail: str, params: tuple[Param, ...], given: dict[str, str]) -> None:
    assert _read(tail, *params) == given


@given(st.text())
def test_a_text_is_read_as_it_was_typed(text: str) -> None:
    if text.strip():
        assert _read(f" {text}", TEXT) == {"text": text.strip()}


@given(st.text() | st.lists(st.sampled_from(("5m", "5", "m", "1h30m", "x", " "))).map(" ".join))
@example("a\u00a05m")
@example("5m")
def test_only_a_last_word_of_that_shape_is_not_text(text: str) -> None:
    words = text.split()
    if not words:
        return
    shaped = bool(re.fullmatch(WAIT.type.shape, words[-1]))
    if not shaped:
        assert _read(f" {text}", TEXT, WAIT) == {"text": text.strip()}
    elif len(words) > 1:
        before = text.strip().removesuffix(words[-1]).rstrip()
        assert _read(f" {text}", TEXT, WAIT) == {"text": before, "wait": words[-1]}
    assert _read(f" {text} and so on", TEXT, WAIT) == {"text": f"{text} and so on".strip()}


def test_a_span_says_where_it_stood_in_the_whole_line() -> None:
    line = '-5m /x one due:"in 2 w" two three @ana'
    spans = read(line[6:], 6, (WORD, TEXT, WHO, KEY), "/x")
    stood = {name: line[span.start : span.end] for name, span in spans.items()}
    assert stood == {"word": "one", "due": 'due:"in 2 w"', "text": "two three", "who": "@ana"}


@pytest.mark.parametrize(
    ("tail", "params", "wrong", "says"),
    [
        (" one two", (WORD,), "two", "one word too many: /x"),
        ("", (WORD,), "", "word is missing: /x"),
        (" @ana", (TEXT, WHO), "", "text is missing: /x"),
        (" 5m", (TEXT, WAIT), "", "text is missing: /x"),
        (" x due:", (TEXT, KEY), "due:", "nothing is written after due:"),
        (' x due:""', (TEXT, KEY), 'due:""', "nothing is written after due:"),
        (' x due:"a b', (TEXT, KEY), 'due:"a', 'close the quote: due:"…"'),
        (' x due:"a"b', (TEXT, KEY), 'due:"a"b', 'close the quote: due:"…"'),
        (" due:a x due:b", (TEXT, KEY), "due:b", "due: is given twice"),
    ],
)
def test_it_is_refused(tail: str, params: tuple[Param, ...], wrong: str, says: str) -> None:
    with pytest.raises(CommandError) as refused:
        read(tail, 4, params, "/x")
    assert says in str(refused.value)
    assert f"1234{tail}"[refused.value.start : refused.value.end] == wrong


def test_a_name_without_its_sigil_is_told_of_and_the_cursor_stands_before_it() -> None:
    with pytest.raises(CommandError, match=r"^@who is missing; did you mean @ana\?$") as refused:
        read(" one ana", 4, (WORD, MUST), "/x")
    assert (refused.value.start, refused.value.end) == (9, 9)


def test_usage_shows_what_may_be_left_out() -> None:
    assert [p.usage for p in (TEXT, WHY, WORD, WHO, MUST, ENTRY, WAIT, KEY)] == [
        *("text…", "[why…]", "word", "[@who]", "@who", "[#entry]", "[minutes]", "[due:word]"),
    ]
