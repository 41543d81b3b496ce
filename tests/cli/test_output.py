import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_tui.cli.output import _escaped, say, say_json

ANYTHING = st.text(st.characters(codec=None), max_size=30)


@given(ANYTHING)
def test_json_is_inert_and_loses_nothing(text: str) -> None:
    line = json.dumps(text, ensure_ascii=False)
    assert _escaped(line).isprintable()
    assert json.loads(_escaped(line)) == text


def test_json_is_one_document(capsys: pytest.CaptureFixture[str]) -> None:
    say_json({"a": ["é\x9b"]})
    assert capsys.readouterr().out == '{\n  "a": [\n    "é\\u009b"\n  ]\n}\n'


def test_a_line_is_visible(capsys: pytest.CaptureFixture[str]) -> None:
    say("a\x1b", "b")
    assert capsys.readouterr().out == "a␛b\n"
