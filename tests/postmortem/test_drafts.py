"""Every number, time and name in a draft is in the entries that it cites, or measured on them."""

import re
from collections.abc import Iterator
from itertools import combinations
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st

from incident_tui.domain import facts
from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.text import visible
from incident_tui.postmortem.drafted import Sentence
from incident_tui.postmortem.impact import human
from incident_tui.postmortem.steps import STEPS
from tests.support.entries import entry, log
from tests.support.records import STORY, record
from tests.support.strategies import logs

WORDS: Final = re.compile(r"\w+")
OURS: Final = frozenset(
    WORDS.findall(
        "a incident on that began at utc and lasted is not resolved yet recorded impact users "
        "affected error rate business decided it was detected acknowledged mitigated after the "
        "start detection helped did to help why this happen customer noticed before an alert "
        "tooling instructions were missing or wrong documentation came went paged nobody min h "
        "under"
    )
)
"""The words that a draft brings along: no number, no name, no time."""


def sentences(known: IncidentRecord) -> Iterator[Sentence]:
    return (said for step in STEPS for f in step.fields for said in f.draft(known).sentences)


def words(text: str) -> set[str]:
    return {found.casefold() for found in WORDS.findall(text)}


def sources(known: IncidentRecord, said: Sentence) -> set[str]:
    """The words of the cited entries, their times, and the spans between the milestones."""
    rows = {row.entry.seq: row for row in known.rows}
    told = [known.state.title, known.state.severity.name, known.state.service]
    for row in (rows[seq] for seq in said.entries):
        told += [row.text, f"{row.occurred_at:%Y-%m-%d %H:%M}", *_of(row.entry)]
    told += [f"{at:%Y-%m-%d %H:%M}" for at in known.state.milestones.values()]
    began = known.state.declared_at
    times = sorted({*known.state.milestones.values(), *([began] if began else [])})
    told += [human(after - before) for before, after in combinations(times, 2)]
    told += [human(times[0] - times[0])] if times else []
    told += [task.text for task in known.state.tasks]
    return words(visible(" ".join(told)))


def _of(cited: TimelineEntry) -> list[str]:
    """What a fact says, whatever its row says after a correction."""
    fact = cited.fact
    return [str(getattr(fact, name)) for name in fact.__struct_fields__]


@settings(max_examples=60, deadline=None)
@given(logs(), st.booleans())
def test_a_draft_says_nothing_that_is_not_in_the_record(
    made: list[TimelineEntry], resolved: bool
) -> None:
    ended = [entry(len(made) + 1, STORY[9].fact, minutes=57)]
    known = record([*made, *(ended if resolved else [])])
    standing = {row.entry.seq for row in known.rows if not row.overlay.retracted}
    for said in sentences(known):
        assert said.entries
        assert standing.issuperset(said.entries), said
        assert words(said.text) <= sources(known, said) | OURS, said


def test_the_words_that_drafts_bring_along_name_nobody() -> None:
    assert not any(char.isdigit() for word in OURS for char in word)
    assert not OURS & {"ana", "jo", "li", "maria"}


def test_each_sentence_of_a_story_cites_what_it_rests_on() -> None:
    told = {said.text: said.entries for said in sentences(record(STORY))}
    assert told["Decided: roll back to 411."] == (7,)
    assert told["Recorded impact: users affected 1,200, error rate 5% of checkouts."] == (5,)
    assert told["Acknowledged 2 min after detection"] == (1, 2)
    assert told["maria"] == (2,)


def test_causes_and_changes_are_quoted_and_never_made_up() -> None:
    told = record(
        log(
            facts.Noted("deploy 412 went out"),
            facts.Noted("carts fail because a column is gone"),
            facts.Noted("a customer reports empty carts"),
        )
    )
    by_field = {f.id: f.draft(told) for step in STEPS for f in step.fields}
    assert by_field["factors"].text == (
        "carts fail because a column is gone\nA customer noticed before an alert did (tooling)"
    )
    assert by_field["factors"].entries == (3, 4)
