import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from incident_tui.domain.text import visible
from incident_tui.tui.widgets.wrap import clip, wrap

WIDE = st.text("ab é漢字🙂❤️👩‍💻e\u0301\n\t", max_size=60)
TEXTS = st.one_of(st.text(max_size=60), WIDE).map(visible)


@given(TEXTS, st.integers(2, 30))
@example("❤️❤️❤️", 3)
@example("    indented_word_longer_than_the_line", 6)
def test_no_line_is_wider_than_the_column(text: str, width: int) -> None:
    assert all(cell_len(line) <= width for line in wrap(text, width))


@given(TEXTS, st.integers(2, 30))
def test_nothing_but_spaces_is_lost(text: str, width: int) -> None:
    kept = "".join(wrap(text, width))
    assert kept.replace(" ", "") == text.replace("\t", "").replace("\n", "").replace(" ", "")


@given(TEXTS, st.integers(1, 20))
def test_a_clipped_text_is_one_line_that_fits(text: str, width: int) -> None:
    assert cell_len(clip(text, width)) <= width


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("one two three", ["one two", "three"]),
        ("a\n\nb", ["a", "", "b"]),
        ("  keeps its indent", ["  keeps", "its", "indent"]),
        ("abcdefghijkl", ["abcdefgh", "ijkl"]),
        ("漢字漢字漢字", ["漢字漢字", "漢字"]),
        ("\tx", ["    x"]),
    ],
)
def test_breaks_at_spaces_and_inside_long_words(text: str, lines: list[str]) -> None:
    assert wrap(text, 8) == lines


def test_a_clipped_text_says_that_it_was() -> None:
    assert clip("Alertmanager-eu", 12) == "Alertmanage…"
    assert clip("jo", 12) == "jo"
    assert clip("jo", 0) == ""
