import pytest

from incident_tui.domain.facts import ActionItemAdded, Redacted
from incident_tui.storage.append import append
from incident_tui.storage.integrity import Problem
from incident_tui.storage.redact import redact
from tests.storage.engines import Store, made_anew, on_both, run, verify
from tests.storage.stories import declared, noted, said
from tests.support.postgres import OnServer


@pytest.fixture
def three(store: Store) -> Store:
    """Three incidents of five entries, without the triggers that would stop a forger."""
    for n in (1, 2, 3):
        story = [declared(f"i{n}"), *(noted("x", f"m{n}{k}", incident=f"i{n}") for k in range(3))]
        run(store, append([*story, said(ActionItemAdded("fix"), f"a{n}", incident=f"i{n}")]))
    if isinstance(store, OnServer):
        store.execute("ALTER TABLE entry DISABLE TRIGGER USER")
        return store
    for trigger in ("entry_appended", "entry_kept", "entry_unchanged"):
        store.execute(f"DROP TRIGGER {trigger}")
    store.execute("PRAGMA foreign_keys = OFF")
    return store


def places(problems: list[Problem]) -> set[tuple[int | None, int | None]]:
    return {(problem.number, problem.seq) for problem in problems}


@on_both
def test_a_whole_store_has_no_problem(three: Store) -> None:
    assert verify(three) == []


@on_both
@pytest.mark.fault(17)
@pytest.mark.parametrize(
    "change",
    [
        """payload = '{"text":"y"}'""",
        "occurred_at = occurred_at + 1",
        "recorded_at = recorded_at - 1",
        "author = 'eve'",
        "source = 'slack'",
        "kind = 'imported'",
        "version = 2",
        "external_ref = ''",
        "id = 'other'",
        "salt = prev_hash",
        "salt = NULL",
        "hash = commitment",
        "prev_hash = commitment",
        "commitment = hash",
    ],
)
def test_any_change_is_found_at_its_entry(three: Store, change: str) -> None:
    three.execute(f"UPDATE entry SET {change} WHERE incident_id = 'i2' AND seq = 3")
    problems = verify(three)
    assert (2, 3) in places(problems)
    assert places(problems) <= {(2, 3), (2, 4)}


@on_both
def test_every_entry_is_watched(three: Store) -> None:
    for number in (1, 2, 3):
        for seq in range(1, 6):
            here = f"WHERE incident_id = 'i{number}' AND seq = {seq}"
            three.execute(f"UPDATE entry SET author = 'eve' {here}")
            assert places(verify(three)) == {(number, seq)}
            three.execute(f"UPDATE entry SET author = 'ana' {here}")


@pytest.mark.fault(17)
def test_entries_that_changed_places_are_found(three: Store) -> None:
    three.execute("UPDATE entry SET seq = -seq WHERE incident_id = 'i1' AND seq IN (3, 4)")
    three.execute("UPDATE entry SET seq = 7 + seq WHERE incident_id = 'i1' AND seq < 0")
    assert places(verify(three)) >= {(1, 3), (1, 4)}


def test_a_missing_entry_is_named(three: Store) -> None:
    three.execute("DELETE FROM entry WHERE incident_id = 'i1' AND seq IN (2, 3)")
    texts = [str(problem) for problem in verify(three)]
    assert any("#1 entry 4" in text and "2 to 3" in text for text in texts)


@pytest.mark.fault(17)
def test_a_cut_tail_is_found(three: Store) -> None:
    three.execute("DELETE FROM entry WHERE incident_id = 'i2' AND seq = 5")
    problems = verify(three)
    assert any(p.number == 2 and "on record" in p.text for p in problems)
    made_anew(three)
    assert any("appended" in p.text for p in verify(three))


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_removed_incident_is_found_even_when_the_views_are_made_anew(
    three: Store, number: int
) -> None:
    three.execute(f"DELETE FROM entry WHERE incident_id = 'i{number}'")
    assert verify(three)
    made_anew(three)
    three.execute("UPDATE sqlite_sequence SET seq = 10 WHERE name = 'entry'")
    problems = verify(three)
    if number < 3:  # the last one leaves a hole only in the counters
        assert any("declared before it" in p.text for p in problems)


def test_a_removed_declaration_is_found(three: Store) -> None:
    three.execute("DELETE FROM entry WHERE id = 'i2'")
    assert any(p.number == 2 and "first entry" in p.text for p in verify(three))


@on_both
@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE incident SET title = 'x' WHERE number = 2",
        "UPDATE incident SET entries = 4 WHERE number = 2",
        "UPDATE incident SET tip = x'' WHERE number = 2",
        "UPDATE incident SET number = 9 WHERE number = 2",
        "DELETE FROM incident WHERE number = 2",
        "UPDATE action_item SET owner = 'eve' WHERE incident_id = 'i2'",
        "DELETE FROM action_item WHERE incident_id = 'i2'",
        "DELETE FROM search WHERE rowid = 7",
        "UPDATE search SET text = 'x y' WHERE rowid = 7",
    ],
)
def test_a_view_that_differs_is_found_and_a_rebuild_mends_it(three: Store, sql: str) -> None:
    three.execute(sql)
    assert verify(three)
    made_anew(three)
    assert verify(three) == []


@on_both
def test_text_removed_without_a_record_is_found(three: Store) -> None:
    blank = """UPDATE entry SET salt = NULL, payload = '{"text":"[redacted]"}' WHERE id = 'm21'"""
    three.execute(blank)
    made_anew(three)
    problems = verify(three)
    assert [(p.number, p.seq) for p in problems] == [(2, 3)]
    assert "without a redaction" in problems[0].text


@on_both
def test_text_put_into_a_redacted_entry_is_found(three: Store) -> None:
    run(three, redact(said(Redacted("m21", "why"), "r1", incident="i2")))
    assert verify(three) == []
    three.execute("""UPDATE entry SET payload = '{"text":"a lie"}' WHERE id = 'm21'""")
    made_anew(three)
    assert places(verify(three)) == {(2, 3)}


@on_both
def test_an_impossible_time_is_a_problem_and_not_a_crash(three: Store) -> None:
    three.execute(f"UPDATE entry SET occurred_at = {2**62} WHERE id = 'a2'")
    assert (2, 5) in places(verify(three))
