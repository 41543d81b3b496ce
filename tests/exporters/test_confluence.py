"""What is pasted holds only what the paste converts, and says the same as the record."""

from hypothesis import given, settings

from incident_tui.domain.text import one_line
from incident_tui.exporters.confluence import render
from tests.exporters.nasty import TEXTS, hostile, reader
from tests.support.records import ANSWERS, STORY, record

CONVERTED = {
    *("heading", "paragraph", "bullet_list", "ordered_list", "list_item", "inline", "hr"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
INSIDE = {"text", "text_special", "strong_open", "strong_close", "em_open", "em_close"}
LINKS = {"link_open", "link_close"}


@settings(max_examples=50)
@given(TEXTS)
def test_only_what_the_paste_converts_is_used(text: str) -> None:
    source = render(hostile(text))
    for preset in ("commonmark", "gfm-like"):
        tokens = reader(preset).parse(source)
        kinds = {t.type.removesuffix("_open").removesuffix("_close") for t in tokens}
        assert kinds <= CONVERTED
        assert {t.tag for t in tokens if t.type == "heading_open"} == {"h2", "h3"}
        inside = {child.type for t in tokens for child in t.children or ()}
        assert inside <= INSIDE | LINKS
        assert all(child.markup != "autolink" for t in tokens for child in t.children or ())


@settings(max_examples=50)
@given(TEXTS)
def test_the_title_reads_as_it_was_typed(text: str) -> None:
    tokens = reader("commonmark").parse(render(hostile(text)))
    heads = [tokens[n + 1] for n, t in enumerate(tokens) if t.type == "th_open"]
    said = ["".join(c.content for c in head.children or ()) for head in heads[:2]]
    assert said == ["Incident", one_line(text) or "INC-42"]


def test_a_typed_address_is_a_link_without_angle_brackets() -> None:
    source = render(record(STORY, summary="see https://a.b/c_d_(e) and\nhttps://a.b?x=[1]&lt;"))
    assert "see [https://a.b/c\\_d\\_(e)](https://a.b/c_d_(e)) and\n\n[https://" in source
    assert "<https" not in source


def test_lines_of_prose_do_not_depend_on_spaces_at_their_end() -> None:
    source = render(record(STORY, **ANSWERS))
    assert "in use.\n\nFor 57" in source
    assert not [line for line in source.split("\n") if line != line.rstrip()]
