"""Any text a person may type comes back from a Markdown renderer as exactly that text."""

from collections.abc import Sequence

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from markdown_it.token import Token

from incident_tui.domain.text import one_line
from incident_tui.exporters.escape import cell, inline, line, link, prose
from tests.exporters.nasty import TEXTS, reader

READERS = [reader("commonmark"), reader("gfm-like")]


def _shape(tokens: Sequence[Token]) -> list[str]:
    return [token.type for token in tokens if token.type != "inline"]


def _read(tokens: Sequence[Token]) -> list[str]:
    """What a reader of the page sees in each block; fails where text turned into anything else."""
    return ["".join(_piece(t) for t in token.children or ()) for token in tokens if token.children]


def _piece(token: Token) -> str:
    assert token.type in {"text", "text_special", "hardbreak", "link_open", "link_close"}, token
    if token.type == "link_open":
        assert str(token.attrs["href"]).lower().startswith(("http://", "https://", "mailto:"))
    return "\n" if token.type == "hardbreak" else token.content


PARAGRAPH = ["paragraph_open", "paragraph_close"]
ITEM = ["bullet_list_open", "list_item_open", *PARAGRAPH, "list_item_close", "bullet_list_close"]
PLACES = {
    "paragraph": (line, "", "", PARAGRAPH),
    "heading": (inline, "## ", "Post-mortem: ", ["heading_open", "heading_close"]),
    "item": (line, "- ", "", ITEM),
    "event": (inline, "- ", "14:05 — ", ITEM),
}


@pytest.mark.parametrize("place", PLACES)
@settings(max_examples=300, deadline=None)
@given(text=TEXTS)
@example("[a](javascript:alert(1))")
@example("<script>alert(1)</script>")
@example("- - -")
@example("#######")
@example("![x](http://a.b) wow!")
@example("<5@foo.com>")
@example("http://a/_b_ https://c/*d*")
def test_a_line_reads_as_it_was_typed(place: str, text: str) -> None:
    write, marker, before, shape = PLACES[place]
    typed = one_line(text)
    assume(typed)
    for md in READERS:
        tokens = md.parse(marker + before + write(text))
        assert _shape(tokens) == shape
        assert _read(tokens) == [before + typed]


@pytest.mark.fault(21)
@settings(max_examples=300, deadline=None)
@given(left=TEXTS, right=TEXTS)
@example("a\\|b", "\\")
@example("`|`", "http://a.b/c|d")
@example("http://a.b/(c\\|d)", "http://a.b/c\\|d")
def test_a_table_row_keeps_its_cells(left: str, right: str) -> None:
    source = f"| A | B |\n| --- | --- |\n| {cell(left)} | {cell(right)} |\n"
    for md in READERS:
        tokens = md.parse(source)
        cells = [tokens[i + 1] for i, token in enumerate(tokens) if token.type == "td_open"]
        assert ["".join(map(_piece, c.children or ())) for c in cells] == [
            one_line(left),
            one_line(right),
        ]


@settings(max_examples=300, deadline=None)
@given(lines=st.lists(TEXTS.map(one_line).filter(bool), min_size=1, max_size=4))
@example(["a | b", "--- | ---"])
@example(["a", ":-- | --"])
@example(["a", "==="])
@example(["a", "1. b", "- c"])
def test_lines_of_prose_stay_lines_of_one_paragraph(lines: list[str]) -> None:
    for md in READERS:
        tokens = md.parse(prose("\n".join(lines)))
        assert _shape(tokens) == ["paragraph_open", "paragraph_close"]
        assert _read(tokens) == ["\n".join(lines)]


def test_blank_lines_part_paragraphs() -> None:
    assert prose("\none\ntwo\n\n \n\nthree\n") == "one  \ntwo\n\nthree"


@pytest.mark.parametrize(
    "text",
    [
        "14:05 rolled back (see step 3), p99 < 2s & falling; 5 * 3 = 15",
        "max_conn was 50% too low: 100 > 50, ~5 min, $5 each",
        "#incident-42 is open, +1, -5 minutes, @maria said “done” → ok",
        "kubectl get pods | grep api",
    ],
)
def test_ordinary_prose_is_left_as_it_is(text: str) -> None:
    assert inline(text) == line(text) == text


@pytest.mark.parametrize("text", ["[ERROR] disk full", "- x", "1. step one", "# of pods", "> 5"])
def test_what_counts_only_at_the_start_of_a_line_is_left_elsewhere(text: str) -> None:
    assert inline(text) == text
    assert line(text).replace("\\", "") == text != line(text)


@pytest.mark.fault(21)
@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("see https://a.b/c_d?e=f&g=h.", "see <https://a.b/c_d?e=f&g=h>."),
        ("(https://a.b/c_(d))", "(<https://a.b/c_(d)>)"),
        ("ask mailto:ops@a.b", "ask <mailto:ops@a.b>"),
        ("www.evil.example", "www\\.evil.example"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("from $5 to US$6 or $$", "from $5 to US\\$6 or \\$\\$"),
        ("a ~tilde~ or ~~two~~", "a ~tilde\\~ or \\~\\~two\\~\\~"),
        ("\x1b]52;c;x\x07\u202e", "␛]52;c;x␇⟨U+202E⟩"),
        ("two\nlines", "two lines"),
        (" two  spaces ", "two spaces"),
        ("two  spaces", "two spaces"),
        ("trailing ", "trailing"),
        (" leading", "leading"),
        ("a *bold* `code`", "a \\*bold\\* \\`code\\`"),
        ("see _this_", "see \\_this\\_"),
        ("*https://a.b/c*", "\\*<https://a.b/c>\\*"),
        ("https://a.b/c\\d", "<https://a.b/c>\\\\d"),
        ("https://a.b/c(d\\e)", "<https://a.b/c>(d\\\\e)"),
    ],
)
def test_what_could_act_is_written_out(text: str, source: str) -> None:
    assert inline(text) == source


@pytest.mark.parametrize(
    ("url", "text", "source"),
    [
        (
            "https://a.b/(c) d|e",
            "the [run] book",
            "[the \\[run\\] book](https://a.b/%28c%29%20d%7Ce)",
        ),
        ("https://a.b/c", "", "<https://a.b/c>"),
        ("javascript:alert(1)", "click", "click javascript:alert(1)"),
        ("file:///etc/passwd", "", "file:///etc/passwd"),
        ("https://a.b?x=1&lt;2", "t", "[t](https://a.b?x=1&amp;lt;2)"),
    ],
)
def test_links(url: str, text: str, source: str) -> None:
    assert link(url, text) == source


@settings(max_examples=200, deadline=None)
@given(url=TEXTS, text=TEXTS)
def test_a_link_is_one_link_or_plain_text(url: str, text: str) -> None:
    for md in READERS:
        tokens = md.parse(f"x {link('https://a.b/' + url, text)} y")
        assert _shape(tokens) == ["paragraph_open", "paragraph_close"]
        seen = _read(tokens)[0]
        if one_line(text):
            assert seen == f"x {one_line(text)} y"
