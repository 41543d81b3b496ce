import codecs
from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual._xterm_parser import XTermParser
from textual.drivers import linux_driver
from textual.message import Message

from incident_tui.tui.terminal import input_guard
from incident_tui.tui.terminal.input_guard import QUIET, GuardedParser

START, END = "\x1b[200~", "\x1b[201~"
BODIES = st.text(st.sampled_from("ab\x1b[201~\r\x11\x00é"), min_size=1, max_size=30).filter(
    lambda body: END not in body + END[:-1]
)


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class Line:
    """A parser at the end of a line whose silences are chosen."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.parser = GuardedParser(clock=self.clock)
        self.heard: list[str] = []

    def send(self, *chunks: str, pause: float = 0.0) -> "Line":
        for chunk in chunks:
            self._hear(self.parser.feed(chunk))
            self.wait(pause)
        return self

    def wait(self, seconds: float) -> "Line":
        self.clock.now += seconds
        self._hear(self.parser.tick())
        return self

    def _hear(self, messages: Iterable[Message]) -> None:
        for message in messages:
            if isinstance(message, events.Paste):
                self.heard.append(f"paste {message.text!r}")
            elif isinstance(message, events.Key):
                self.heard.append(message.key)


def pieces(text: str, cuts: Iterable[int]) -> list[str]:
    places = sorted({cut % (len(text) + 1) for cut in cuts} | {0, len(text)})
    return [text[a:b] for a, b in pairwise(places)]


@given(body=BODIES, cuts=st.lists(st.integers(0, 200), max_size=8))
def test_a_paste_is_one_paste_however_the_line_cuts_it(body: str, cuts: list[int]) -> None:
    line = Line().send(*pieces(f"x{START}{body}{END}y", cuts))
    shown = body.replace("\r", "\n").replace("\x1b", "␛").replace("\x00", "\ufffd")
    assert line.heard == ["x", f"paste {shown!r}", "y"]


@given(body=BODIES, cuts=st.lists(st.integers(0, 200), max_size=8), inside=st.integers(0, 6))
def test_a_slow_line_presses_no_key_but_escape(body: str, cuts: list[int], inside: int) -> None:
    first, *rest = pieces(f"{body}{END}y", cuts)
    chunks = [START[:inside], START[inside:] + first, *rest]  # cut once inside the start marker
    line = Line().send("x", *chunks, pause=QUIET * 0.9)
    pressed = [key for key in line.heard if not key.startswith("paste")]
    assert set(pressed) <= {"x", "y", "escape"}


def test_an_open_paste_closes_after_a_quiet_second() -> None:
    line = Line().send(f"{START}half\x1b[20").wait(QUIET * 0.9)
    assert line.heard == []
    assert line.wait(QUIET * 0.2).send("k").heard == ["paste 'half␛[20'", "k"]


def test_the_late_end_of_a_paste_is_not_typed() -> None:
    line = Line().send(f"{START}one").wait(QUIET)
    assert line.send(f" two\r{END}k").heard == ["paste 'one'", "paste ' two\\n'", "k"]


def test_the_escape_key_is_as_quick_as_ever() -> None:
    assert Line().send("\x1b").wait(0.05).heard == []
    assert Line().send("\x1b").wait(0.11).heard == ["escape"]


def test_a_key_that_is_cut_in_two_is_one_key() -> None:
    assert Line().send("\x1b", "[A", "\x1b[2", "0~").heard == ["up", "f9"]


@pytest.mark.parametrize("code", ["\x1b[99999999u", "\x1b[1:1;5:1u", "\x1b[97;;99999999u"])
def test_a_key_code_that_is_no_character_is_ignored(code: str) -> None:
    assert Line().send(code, "k").heard == ["k"]


def test_negative_control_textual_itself_fails_on_such_a_code() -> None:
    with pytest.raises((ValueError, OverflowError)):
        list(XTermParser().feed("\x1b[99999999u"))


def test_an_empty_read_ends_nothing() -> None:
    assert Line().send("", "k").heard == ["k"]


@pytest.fixture
def _driver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linux_driver, "XTermParser", XTermParser)
    monkeypatch.setattr(linux_driver, "getincrementaldecoder", codecs.getincrementaldecoder)


@pytest.mark.usefixtures("_driver")
def test_installing_twice_is_installing_once() -> None:
    input_guard.install()
    input_guard.install()
    names = vars(linux_driver)
    decoder = names["getincrementaldecoder"]("utf-8")()
    assert names["XTermParser"] is GuardedParser
    assert decoder.decode(b"caf\xe9 \xf0\x9f") + decoder.decode(b"\x91\xa9") == "caf\ufffd 👩"


@pytest.mark.usefixtures("_driver")
def test_a_textual_that_changed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(linux_driver, "XTermParser")
    with pytest.raises(RuntimeError, match=r"has no XTermParser.*Install the Textual"):
        input_guard.install()
    assert vars(linux_driver)["getincrementaldecoder"] is codecs.getincrementaldecoder
