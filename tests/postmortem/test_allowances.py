"""A finding of the record stays by a line that names it, or by a reason for all of them."""

from incident_tui.postmortem.allowances import kept, kept_line
from incident_tui.postmortem.blame import blame_in

FIRST, SECOND = blame_in("Ana forgot it. It was human error.")


def test_a_line_keeps_the_finding_that_it_names() -> None:
    line = kept_line(FIRST, "quoted from the vendor")
    assert line == "omission “Ana forgot”: quoted from the vendor"
    assert kept(f"- {line}\n", [FIRST, SECOND]) == {FIRST: "quoted from the vendor"}


def test_a_line_without_a_reason_keeps_nothing() -> None:
    assert kept(kept_line(FIRST), [FIRST, SECOND]) == {}


def test_any_other_line_is_a_reason_for_all_that_are_not_named() -> None:
    answer = f"a quote\n{kept_line(SECOND, 'the title of a talk')}"
    assert kept(answer, [FIRST, SECOND]) == {FIRST: "a quote", SECOND: "the title of a talk"}


def test_words_that_were_changed_are_looked_at_again() -> None:
    (changed,) = blame_in("Ana forgot about it once more, as the vendor's reviewer overlooked.")[:1]
    assert kept(kept_line(SECOND, "why"), [changed]) == {}
