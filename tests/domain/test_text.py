"""Nothing that can drive a terminal survives the sinks, and what may be kept is kept as it was."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from incident_tui.domain.text import inert, one_line, storable, visible
from tests.support.strategies import ANY_TEXT

# Named here one by one, not taken from the module: the module's own list is what is under test.
ACTS = {
    *map(chr, range(0x20)),
    *map(chr, range(0x7F, 0xA0)),
    *"\u061c\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
    *"\ufff9\ufffa\ufffb\ufeff\U000e0001\U000e0020\U000e007f",
    *map(chr, range(0xD800, 0xE000, 97)),
    "\udfff",
}
NASTY = st.lists(st.one_of(st.sampled_from(sorted(ACTS)), ANY_TEXT)).map("".join)


@given(NASTY)
@example("\x1b[2J\x9b31m\u202egnp.exe")
def test_nothing_that_acts_is_visible(text: str) -> None:
    shown = visible(text)
    assert not set(shown) & (ACTS - {"\t", "\n"})
    assert visible(shown) == shown
    shown.encode()


@given(NASTY)
def test_visible_leaves_the_rest_alone(text: str) -> None:
    harmless = "".join(c for c in text if c not in ACTS and not "\ud800" <= c <= "\udfff")
    harmless = "".join(c for c in harmless if unicodedata.category(c) not in {"Cc", "Cf", "Cs"})
    assert visible(harmless) == harmless


@given(NASTY)
@example("a\r\nb\rc\x00\ud800")
def test_what_is_kept_has_one_line_end_and_can_be_written(text: str) -> None:
    kept = storable(text)
    assert not set(kept) & {"\r", "\x00"}
    kept.encode()
    assert storable(kept) == kept


@given(st.text().filter(lambda text: not set(text) & {"\r", "\x00"}))
def test_what_can_be_kept_is_kept_as_it_was(text: str) -> None:
    assert storable(text) == text


@given(NASTY)
def test_one_line_is_one_visible_line(text: str) -> None:
    line = one_line(text)
    assert line.splitlines() in ([], [line])
    assert not set(line) & ACTS
    assert line == line.strip()
    assert one_line(line) == line


@given(NASTY)
def test_inert_text_cannot_act_nor_break_the_line(text: str) -> None:
    drawn = inert(text)
    assert not set(drawn) & ACTS
    assert inert(drawn) == drawn
    assert len(drawn) <= len(text)


@pytest.mark.parametrize(
    ("text", "kept", "shown", "line"),
    [
        ("a\r\nb", "a\nb", "a␍\nb", "a␍ b"),
        ("a\rb", "a\nb", "a␍b", "a␍b"),
        ("\x1b[31m", "\x1b[31m", "␛[31m", "␛[31m"),
        ("\x7f", "\x7f", "␡", "␡"),
        ("\x9b", "\x9b", "⟨U+009B⟩", "⟨U+009B⟩"),
        ("a\u202eb", "a\u202eb", "a⟨U+202E⟩b", "a⟨U+202E⟩b"),
        ("\U000e0041", "\U000e0041", "⟨U+E0041⟩", "⟨U+E0041⟩"),
        ("\ud800", "\ufffd", "⟨U+D800⟩", "⟨U+D800⟩"),
        (" a\t b\n\nc ", " a\t b\n\nc ", " a\t b\n\nc ", "a b c"),
        ("don't — 三 é 👩‍💻", "don't — 三 é 👩‍💻", "don't — 三 é 👩‍💻", "don't — 三 é 👩‍💻"),
    ],
)
def test_it_reads(text: str, kept: str, shown: str, line: str) -> None:
    assert (storable(text), visible(text), one_line(text)) == (kept, shown, line)


def test_a_drawn_cell_keeps_its_width() -> None:
    assert inert("a\x1b[0m\ud800\tb\n") == "a[0m\ufffdb"
