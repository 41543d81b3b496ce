"""What this program exports as a document comes back with all its entries, items and sections."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from incident_tui.domain import facts
from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.incident import ActionKind, Severity
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.practice import PRACTICE
from incident_tui.domain.template import TEMPLATES
from incident_tui.domain.text import one_line
from incident_tui.domain.timeline import published
from incident_tui.exporters import confluence, markdown, notion, plain_text
from incident_tui.importers.format import CapturedAction, CapturedAnswer
from incident_tui.importers.postmortem import IMPORTER
from tests.importers.reading import entries, everything, found
from tests.support.entries import DECLARED, entry
from tests.support.records import ANSWERS, STORY, record, starred

Render = Callable[[IncidentRecord], str]
RENDERERS: list[Render] = [markdown.render, confluence.render, notion.render, plain_text.render]
MARKED: list[Render] = RENDERERS[:3]

LETTER = st.sampled_from("abcdefgh ABC*_`[]()<>&|#~$\\{}!?\"'%+=/^é→…")
SAID = st.builds(
    lambda head, tail: f"{head}{tail}", st.sampled_from("abcXYZ"), st.text(LETTER)
).map(one_line)
PLAIN = st.lists(
    st.sampled_from(
        ["pool", "disk", "queue", "error", "was", "full", "again", "on", "all", "hosts"]
    ),
    min_size=1,
).map(" ".join)
ACTIONS = st.lists(
    st.tuples(
        PLAIN, st.sampled_from(["",
            "ana", "jo"]), st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31)),
        st.none() | st.sampled_from(ActionKind),
    ),
    max_size=4,
)  # fmt: skip


def log_of(
    notes: list[tuple[int, str]], actions: list[tuple[str, str, date | None, ActionKind | None]]
) -> list[TimelineEntry]:
    log = [entry(1, DECLARED)]
    log += [
        entry(n, facts.Noted(text), minutes=at) for n, (at, text) in enumerate(sorted(notes), 2)
    ]
    first = len(log) + 1
    log += [
        entry(n, facts.ActionItemAdded(text, owner, due, None, kind), minutes=90)
        for n, (text, owner, due, kind) in enumerate(actions, first)
    ]
    return starred(log, *range(2, 2 + len(notes)))


def told_by(template: str) -> IncidentRecord:
    practice = replace(PRACTICE, templates=dict.fromkeys(Severity, TEMPLATES[template]))
    return replace(record(STORY, **ANSWERS), practice=practice)


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("render", RENDERERS)
def test_the_document_of_an_incident_comes_back_whole(render: Render, template: str) -> None:
    incident = told_by(template)
    captured = everything(IMPORTER, render(incident))
    rows = published(incident.rows)
    assert [e.occurred_at for e in entries(captured)] == [
        row.occurred_at.replace(second=0, microsecond=0) for row in rows
    ]
    assert all(e.text.startswith(r.text) for e, r in zip(entries(captured), rows, strict=True))
    assert [
        (item.text, item.owner, item.due, bool(item.done), item.kind)
        for item in captured
        if isinstance(item, CapturedAction)
    ] == [
        (item.text, item.owner, item.due, str(item.status) == "done", item.kind)
        for item in incident.state.actions
    ]
    told = found(captured)
    assert (told.zone, told.severity, told.dated) == ("UTC", incident.state.severity, True)
    assert told.title == "Checkout fails after deploy 412"


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("render", RENDERERS)
def test_its_answers_come_back_but_for_what_is_computed(render: Render, template: str) -> None:
    captured = everything(IMPORTER, render(told_by(template)))
    told = {a.field: a.text.split() for a in captured if isinstance(a, CapturedAnswer)}
    answers = {**ANSWERS, "users": "1,200", "error_rate": "5% of checkouts"}
    answers["well"] = answers["well"].replace("- ", "")
    expected = {f: text.split() for f, text in answers.items() if f not in {"slo", "review"}}
    assert told == expected


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 3000), SAID), max_size=6),
    ACTIONS,
    st.lists(PLAIN, max_size=3),
    st.sampled_from(MARKED),
)
def test_every_entry_and_every_item_comes_back(
    notes: list[tuple[int, str]],
    actions: list[tuple[str, str, date | None, ActionKind | None]],
    factors: list[str],
    render: Render,
) -> None:
    incident = record(log_of(notes, actions), factors="\n".join(factors), summary="It was slow.")
    captured = everything(IMPORTER, render(incident))
    rows = published(incident.rows)
    assert [(e.occurred_at, e.text) for e in entries(captured)] == [
        (row.occurred_at.replace(second=0, microsecond=0), row.text) for row in rows
    ]
    items = [c for c in captured if isinstance(c, CapturedAction)]
    assert [(i.text, i.owner, i.due, i.kind) for i in items] == actions
    told = {a.field: a.text for a in captured if isinstance(a, CapturedAnswer)}
    assert told.get("factors", "") == "\n".join(factors)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 3000), st.text(max_size=30)), max_size=5),
    st.sampled_from(MARKED),
)
def test_whatever_was_typed_no_entry_is_lost_or_made(
    notes: list[tuple[int, str]], render: Render
) -> None:
    incident = record(log_of(notes, []), summary="It was slow.")
    captured = everything(IMPORTER, render(incident))
    assert [e.occurred_at for e in entries(captured)] == [
        row.occurred_at.replace(second=0, microsecond=0) for row in published(incident.rows)
    ]
