import errno
import fcntl
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_tui.domain.errors import StoreError, StoreLockedError
from incident_tui.services.drafts import Draft, DraftFile, PendingLine, leftovers

AT = datetime(2026, 1, 15, 14, 2, 33, tzinfo=UTC)
DRAFT = Draft(
    incident_id="i1",
    line="half typed — ünd ☕",
    cursor=4,
    typed_at=AT,
    fields={"i1/summary": "Two\nlines"},
    pending=(PendingLine("p1", "i1", "sent, not stored", AT),),
)
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "drafts"


def abandoned(folder: Path, name: str, draft: Draft = DRAFT) -> None:
    """A window that is gone without having cleared its draft."""
    file = DraftFile(folder, name)
    file.save(draft)
    file.close()


def test_what_is_saved_is_found_by_the_next_start(folder: Path) -> None:
    abandoned(folder, "w1")
    [found] = leftovers(folder)
    assert found.load() == DRAFT


@given(line=TEXTS, fields=st.dictionaries(TEXTS, TEXTS, max_size=3))
def test_every_text_comes_back(
    tmp_path_factory: pytest.TempPathFactory, line: str, fields: dict[str, str]
) -> None:
    file = DraftFile(tmp_path_factory.mktemp("drafts"), "w1")
    draft = Draft(line=line, fields=fields)
    file.save(draft)
    assert file.load() == (Draft() if draft.empty else draft)
    file.close()


def test_what_json_cannot_carry_is_replaced_and_the_rest_kept(folder: Path) -> None:
    file = DraftFile(folder, "w1")
    file.save(Draft(line="a\ud800b"))
    assert file.load().line == "a\ufffdb"
    file.close()


def test_only_the_owner_may_read_it(folder: Path) -> None:
    file = DraftFile(folder, "w1")
    file.save(DRAFT)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}
    file.close()


def test_a_window_that_lives_has_no_leftover(folder: Path) -> None:
    file = DraftFile(folder, "w1")
    file.save(DRAFT)
    assert leftovers(folder) == []
    file.close()


def test_two_starts_at_once_do_not_offer_the_same_draft(folder: Path) -> None:
    abandoned(folder, "w1")
    first, second = leftovers(folder), leftovers(folder)
    assert (len(first), second) == (1, [])


def test_a_draft_not_taken_up_is_offered_again(folder: Path) -> None:
    abandoned(folder, "w1")
    [found] = leftovers(folder)
    found.close()
    assert [file.load() for file in leftovers(folder)] == [DRAFT]


def test_a_draft_taken_up_leaves_nothing(folder: Path) -> None:
    abandoned(folder, "w1")
    [found] = leftovers(folder)
    found.clear()
    found.close()
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("empty", [Draft(), Draft(incident_id="i1", cursor=3, typed_at=AT)])
def test_an_empty_draft_leaves_no_file(folder: Path, empty: Draft) -> None:
    file = DraftFile(folder, "w1")
    file.save(DRAFT)
    file.save(empty)
    assert file.load() == Draft()
    file.close()
    assert list(folder.iterdir()) == []


def test_the_oldest_comes_first(folder: Path) -> None:
    for age, name in enumerate(["new", "old"]):
        abandoned(folder, name, Draft(line=name))
        os.utime(folder / f"{name}.json", (1000 - age, 1000 - age))
    assert [file.load().line for file in leftovers(folder)] == ["old", "new"]


@pytest.mark.parametrize("damaged", [b"", b'{"line": "cut of', b'{"line": "\xff"}', b'{"line": 3}'])
def test_a_damaged_draft_is_put_aside_and_stays(folder: Path, damaged: bytes) -> None:
    abandoned(folder, "w1")
    (folder / "w1.json").write_bytes(damaged)
    assert leftovers(folder) == []
    assert [path.name for path in folder.iterdir()] == ["w1.damaged"]


def test_a_name_in_use_is_refused(folder: Path) -> None:
    file = DraftFile(folder, "w1")
    with pytest.raises(StoreLockedError, match="Another window owns the draft w1"):
        DraftFile(folder, "w1")
    file.close()


def test_a_full_disk_keeps_the_draft_before(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    file = DraftFile(folder, "w1")
    file.save(DRAFT)
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError, match=r"No space left on device.*still on the screen"):
        file.save(Draft(line="longer"))
    assert file.load() == DRAFT
    file.close()


def test_a_lock_whose_file_went_away_meanwhile_is_taken_anew(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, path = fcntl.flock, folder / "w1.lock"
    calls = []

    def late(descriptor: int, how: int) -> None:
        real(descriptor, how)
        calls.append(descriptor)
        if len(calls) == 1:
            path.unlink()

    monkeypatch.setattr(fcntl, "flock", late)
    file = DraftFile(folder, "w1")
    assert len(calls) == 2
    with pytest.raises(StoreLockedError):
        DraftFile(folder, "w1")
    file.close()


def test_no_folder_has_no_leftovers(folder: Path) -> None:
    assert leftovers(folder) == []
