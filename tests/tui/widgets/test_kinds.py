import pytest
from rich.cells import cell_len

from incident_tui.domain import facts
from incident_tui.domain.fact import Fact
from incident_tui.domain.facts import FACTS
from incident_tui.tui.widgets.kinds import SIGNS, Sign, sign
from incident_tui.tui.widgets.row_lines import STYLES


def test_every_fact_has_a_sign() -> None:
    assert {fact.KIND for fact in FACTS} | {facts.Unknown.KIND} == SIGNS.keys()


@pytest.mark.parametrize("shown", SIGNS.values(), ids=list(SIGNS))
def test_a_glyph_is_one_cell_in_a_style_that_exists(shown: Sign) -> None:
    assert cell_len(shown.glyph) == 1
    assert shown.style in STYLES


def test_a_kind_without_a_sign_gets_a_dot() -> None:
    assert sign(Fact()) == Sign("·")
