import sqlite3

from hypothesis import example, given
from hypothesis import strategies as st

from incident_tui.domain.facts import Noted, StatusChanged
from incident_tui.domain.incident import Status
from incident_tui.domain.payloads import fact_of
from incident_tui.storage.append import append
from incident_tui.storage.draft import Draft
from incident_tui.storage.note import addressed, note
from incident_tui.storage.script import run
from tests.storage.stories import declared, said


def values(draft: Draft) -> dict[str, object]:
    return {name: getattr(draft, name) for name in Draft.__slots__}


@given(st.text(st.characters(codec=None), max_size=40))
@example('say "hi" \\ \b\t\n\f\r \x00\x1f\x7f\u2028 \ud800 \U0001f525')
def test_the_short_way_makes_what_the_codec_makes(text: str) -> None:
    long = said(Noted(text), "n1", minute=0, author=text)
    short = note(
        text,
        id="n1",
        incident_id="i1",
        occurred_at=long.occurred_at,
        recorded_at=long.recorded_at,
        author=text,
        source="test",
    )
    assert fact_of("noted", 1, short.payload) == fact_of("noted", 1, long.payload)
    assert values(short) == values(long)


def test_a_note_goes_to_the_newest_live_incident(store: sqlite3.Connection) -> None:
    assert run(store, addressed()) is None
    for number in (1, 2, 3):
        run(store, append([declared(f"i{number}", f"title {number}")]))
    resolved = StatusChanged(Status.INVESTIGATING, Status.RESOLVED)
    run(store, append([said(resolved, "r3", incident="i3")]))
    assert run(store, addressed()) == ("i2", 2, "title 2")
    assert run(store, addressed(3)) == ("i3", 3, "title 3")
    assert run(store, addressed(4)) is None
