from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip

from incident_tui.domain import facts
from incident_tui.domain.incident import Milestone, Severity
from incident_tui.domain.state import Link, Overlay
from incident_tui.domain.timeline import TimelineRow
from incident_tui.tui.widgets.row_lines import STYLES, RowLines
from tests.support.entries import T0
from tests.support.strategies import ANY_TEXT
from tests.support.timeline import row

INK = {name: Style(color=f"color({number})") for number, name in enumerate(STYLES, 1)}
INK["found"] = Style(bgcolor="yellow")
WIDTHS = st.integers(10, 170)


def texts(strips: list[Strip]) -> list[str]:
    return [strip.text.rstrip() for strip in strips]


def drawn(shown: TimelineRow, width: int = 100, find: str = "") -> list[str]:
    return texts(RowLines(width, INK, find).row(shown))


def styled(strips: list[Strip], name: str) -> str:
    return "".join(s.text for strip in strips for s in strip if s.style == INK[name]).strip()


def test_a_wide_row_has_seconds_glyph_word_text_author_and_star() -> None:
    shown = row(
        3, facts.SeverityChanged(Severity.SEV2, Severity.SEV1), overlay=Overlay(starred=True)
    )
    (line,) = drawn(shown)
    assert line == " 14:03:00  ▲ severity  SEV2 → SEV1".ljust(84) + "maria".rjust(12) + "  ★"


def test_a_narrow_row_has_minutes_and_the_star_last() -> None:
    assert drawn(row(3, "hello", overlay=Overlay(starred=True)), 60) == [
        " 14:03   note      hello".ljust(59) + "★"
    ]


def test_a_very_narrow_row_gives_up_the_word_then_the_clock() -> None:
    assert drawn(row(3, facts.MilestoneMarked(Milestone.DETECTED)), 30) == [
        " 14:03 ● marked detected"
    ]
    assert drawn(row(3, "one two"), 10) == ["   one", "   two"]


def test_continuation_lines_stand_under_the_text() -> None:
    first, second = drawn(row(3, "word " * 20))
    assert second.startswith(" " * 23 + "word")
    assert first.endswith("maria")


def test_text_stops_at_about_a_hundred_cells() -> None:
    assert all(len(line) <= 23 + 100 + 14 for line in drawn(row(3, "word " * 90), 200))


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT, WIDTHS)
def test_hostile_text_fills_exactly_its_lines(text: str, author: str, url: str, width: int) -> None:
    overlay = Overlay(evidence=(Link(url, text, T0),), retracted_by="x", reason=url)
    strips = RowLines(width, INK, text).row(row(1, text, author=author, overlay=overlay))
    for strip in strips:
        assert cell_len(strip.text) == strip.cell_length == width
        assert not any(ord(char) < 32 or char in "\x7f\x9b\u202e\ufeff" for char in strip.text)


def test_markup_is_only_text() -> None:
    assert (
        "[bold]x[/bold] [@click=app.quit]y[/]"
        in drawn(row(1, "[bold]x[/bold] [@click=app.quit]y[/]"))[0]
    )


def test_a_late_entry_says_how_late() -> None:
    assert drawn(row(1, late=4))[1].strip() == "late: logged 4 min after"
    assert drawn(row(1, late=3 * 60))[1].strip() == "late: logged 3 h after"
    assert drawn(row(1, late=72 * 60))[1].strip() == "late: logged 3 d after"


def test_an_import_does_not_call_itself_late() -> None:
    assert len(drawn(row(1, facts.Imported("seen", "slack"), late=600))) == 1


def test_a_retracted_row_is_struck_and_says_why() -> None:
    strips = RowLines(100, INK).row(
        row(1, "wrong", overlay=Overlay(retracted_by="x", reason="typo"))
    )
    assert styled(strips, "struck") == "wrong"
    assert "retracted: typo" in styled(strips, "quiet")


@pytest.mark.parametrize(
    ("overlay", "remark"),
    [
        (Overlay(text="new"), "edited"),
        (Overlay(redacted=True, reason="a token"), "redacted: a token"),
        (
            Overlay(evidence=(Link("https://x.example/p", "graph", T0),)),
            "↗ graph https://x.example/p",
        ),
        (Overlay(evidence=(Link("https://x.example/p", "", T0),)), "↗ https://x.example/p"),
    ],
)
def test_what_is_said_about_a_row_follows_it_quietly(overlay: Overlay, remark: str) -> None:
    strips = RowLines(100, INK).row(row(1, overlay=overlay))
    assert styled(strips[1:], "quiet") == remark


def test_an_unknown_fact_is_grey() -> None:
    strips = RowLines(100, INK).row(row(1, facts.Unknown("hologram", 2, '{"x":1}')))
    assert styled(strips, "quiet") == '? hologram  {"x":1}'


def test_found_words_are_marked_whatever_their_case() -> None:
    (strip,) = RowLines(100, INK, "POOL p99").row(row(1, "the pool has p99 in a Pool"))
    marked = [s.text for s in strip if s.style and s.style.bgcolor == INK["found"].bgcolor]
    assert marked == ["pool", "p99", "Pool"]


def test_a_search_is_no_pattern() -> None:
    assert drawn(row(1, "a (b"), find="(b [")[0].split()[3] == "(b"


def test_the_held_row_has_a_bar_and_keeps_its_found_words() -> None:
    lines = RowLines(100, INK, "pool")
    (strip,) = lines.held(lines.row(row(1, "the pool")))
    assert strip.text.startswith("▌14:01:00")
    assert strip.cell_length == 100
    assert [s.text for s in strip if s.style and s.style.bgcolor == INK["found"].bgcolor] == [
        "pool"
    ]


def test_a_day_and_a_pending_line_fill_the_width() -> None:
    lines = RowLines(60, INK)
    day, pending = lines.day(date(2026, 1, 6)), lines.pending("first\nsecond " + "x" * 60)
    assert day.text.strip() == "── Tue 6 Jan 2026 ──"
    assert pending.text.strip().startswith("saving… first second x")
    assert pending.text.endswith("…")
    assert day.cell_length == pending.cell_length == lines.blank().cell_length == 60
