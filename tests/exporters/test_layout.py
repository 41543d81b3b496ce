"""A company's own layout tells the document; text cannot break it, nor a mistake the program."""

import sys
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from incident_tui.domain.incident import Severity
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.practice import PRACTICE
from incident_tui.domain.template import Layout, Template
from incident_tui.exporters.composition import HEADINGS, every_section
from incident_tui.exporters.layout import LayoutError, render
from incident_tui.services.config import load
from tests.exporters.nasty import TEXTS, hostile, reader
from tests.support.records import ANSWERS, STORY, record

WHOLE: Final = """\
{% macro row(item) %}| {{ item.label }} | {{ item.text }} |{% endmacro %}
# {{ name }} {{ title }} ({{ severity ~ ", " ~ status }})

{% for section in sections %}
## {{ section.heading }}

{{ section.body }}

{% endfor %}
{{ answers.summary | prose }}

| | |
| --- | --- |
{% for item in actions %}
{{ row(item) }}
{% endfor %}

{% for line in lists.factors %}
- {{ line | upper }}
{% endfor %}
"""


INERT: Final = """\
{{ title }}

- {{ title | trim }}

| a |
| - |
| {{ title ~ '' }} |
"""


def laid_out(known: IncidentRecord, text: str, wrong: str = "") -> IncidentRecord:
    template = Template(layout=Layout("ours.md.j2", text, wrong))
    return replace(known, practice=replace(PRACTICE, templates=dict.fromkeys(Severity, template)))


def test_a_layout_tells_the_document_in_its_own_way() -> None:
    known = record(STORY, **ANSWERS)
    text = render(laid_out(known, "{{ title }}\n{{ section('Impact') }}\n{{ lists.factors[0] }}"))
    assert text.startswith(f"{known.state.title}\n- **Users affected:** ")
    assert text.endswith(f"{known.postmortem.lines('factors')[0]}\n")
    assert "## Action items" in render(laid_out(known, WHOLE))


@settings(max_examples=25)
@given(TEXTS)
def test_no_text_can_build_anything_in_a_layout(text: str) -> None:
    known = laid_out(hostile(text), INERT)
    tokens = reader("commonmark").parse(render(known))
    kinds = [token.type for token in tokens if token.nesting == 1 and token.type != "link_open"]
    plain = ["paragraph_open", "bullet_list_open", "list_item_open", "paragraph_open", "table_open"]
    assert kinds[:5] == plain
    assert not {"heading_open", "blockquote_open", "ordered_list_open"} & set(kinds)
    inline = {child.type for token in tokens for child in token.children or ()}
    assert inline <= {"text", "text_special", "link_open", "link_close", "softbreak"}
    whole = reader("commonmark").parse(render(laid_out(hostile(text), WHOLE)))
    assert [t.tag for t in whole if t.type == "heading_open"].count("h1") == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("one\n{{ titel }}", "line 2: 'titel' is undefined"),
        ("one\n\n{% if %}", "line 3: Expected an expression"),
        ("{{ answers.beauty }}", "no attribute 'beauty'"),
        (
            "one\n{{ section('Beauty') }}",
            "line 2: there is no section 'Beauty'; use one of Summary",
        ),
        ("{{ title.__class__.__mro__ }}", "line 1: access to attribute '__class__'"),
        ("{{ lists.factors.append('x') }}", "SecurityError"),
        ("{{ title | safe }}", "line 1: No filter named 'safe'"),
        ("{{ 1 / 0 }}", "line 1: division by zero"),
        ("{% include 'etc' %}", "line 1: "),
    ],
)
def test_a_mistake_in_a_layout_is_told_with_its_line(text: str, said: str) -> None:
    with pytest.raises(LayoutError, match=r"^ours\.md\.j2, line ") as refusal:
        render(laid_out(record(STORY, **ANSWERS), text))
    assert said in str(refusal.value)


def test_what_a_layout_may_name_is_told() -> None:
    with pytest.raises(LayoutError, match="the names are actions, answers, head, lists"):
        render(laid_out(record(STORY), "{{ titel }}"))


def test_without_a_layout_or_the_library_the_way_to_one_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with pytest.raises(LayoutError, match=r"SEV2 has no layout; .*\[templates.ours\] layout"):
        render(record(STORY))
    monkeypatch.delitem(sys.modules, "incident_tui.exporters.layout_writer", raising=False)
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(LayoutError, match=r"pip install 'incident-tui\[layout\]'"):
        render(laid_out(record(STORY), ""))


def test_every_section_there_is_can_be_asked_for() -> None:
    assert set(every_section(hostile("text"))) <= set(HEADINGS)


def test_a_layout_lies_beside_the_configuration_and_a_lost_one_takes_nothing_down(
    tmp_path: Path,
) -> None:
    file = tmp_path / "config.toml"
    file.write_text('[template]\nsev2 = "ours"\n[templates.ours]\nlayout = "ours.md.j2"\n')
    known = record(STORY)
    lost = replace(known, practice=load(str(file)).practice)
    with pytest.raises(LayoutError, match=r"ours\.md\.j2 cannot be read: No such file"):
        render(lost)
    (tmp_path / "ours.md.j2").write_text("{{ name }}")
    assert render(replace(known, practice=load(str(file)).practice)) == f"{known.name}\n"
