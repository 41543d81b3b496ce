from datetime import timedelta

import pyperclip
import pytest
from msgspec.structs import replace

from incident_tui.domain import facts
from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.fold import fold
from incident_tui.domain.timeline import row
from incident_tui.tui.screens.details import Chosen, DetailsScreen
from tests.support.entries import at, id_of, log
from tests.support.screens import HOSTILE, Host


def host(entries: list[TimelineEntry], seq: int = 2) -> Host:
    """The details of one entry of the log, all that follow it taken as its history."""
    entry = entries[seq - 1]
    history = [e for e in entries if getattr(e.fact, "target", "") == entry.id]
    return Host(DetailsScreen(row(entry, fold(entries)), history))


async def test_everything_about_an_entry_is_on_the_page() -> None:
    entries = log(
        facts.Noted("error rate 7 %"),
        facts.Amended(id_of(2), "error rate 17 %", at(1)),
        facts.Starred(id_of(2)),
        facts.EvidenceAttached(id_of(2), "https://grafana.example/d/1", "p99"),
        facts.Retracted(id_of(2), "wrong incident"),
    )
    entries[1] = replace(
        entries[1],
        recorded_at=entries[1].recorded_at + timedelta(minutes=9, milliseconds=250),
        external_ref="slack:17.0001",
        hash="ab12cd34ef56" * 5,
    )
    app = host(entries)
    async with app.run_test(size=(80, 30)):
        seen = " ".join(app.text().replace("│", " ").split())
    for said in (
        "#2 note",
        "happened Thu 15 Jan 2026 14:01:00 UTC",
        "recorded Thu 15 Jan 2026 14:11:00.250 UTC, 9 min after",
        "by @maria · test",
        "reference slack:17.0001",
        "starred @maria · 14:04:00",
        "evidence p99 https://grafana.example/d/1",
        "at first error rate 7 %",
        "at first Thu 15 Jan 2026 14:02:00 UTC",
        "amended @maria · 14:03:00 · to Thu 15 Jan 2026 14:01:00 UTC · error rate 17 %",
        "taken back @maria · 14:06:00 · wrong incident",
        "hash ab12cd34ef56 e amend",
    ):
        assert said in seen


@pytest.mark.parametrize(
    ("key", "chosen"),
    [
        ("e", Chosen("/amend #2 error rate 7 %")),
        ("r", Chosen("/retract #2 ")),
        ("s", Chosen("/star #2", run=True)),
        ("escape", None),
    ],
)
async def test_a_key_leaves_with_the_line_that_does_it(key: str, chosen: Chosen | None) -> None:
    app = host(log(facts.Noted("error rate 7 %")))
    async with app.run_test() as pilot:
        await pilot.press(key)
        assert app.answers == [chosen]


@pytest.mark.parametrize(
    ("key", "line"), [("r", "/restore #2"), ("s", "/unstar #2"), ("e", "/amend #2 error rate 17 %")]
)
async def test_what_was_done_is_undone_by_the_same_key(key: str, line: str) -> None:
    corrections = (facts.Amended(id_of(2), "error rate 17 %"), facts.Starred(id_of(2)))
    app = host(log(facts.Noted("error rate 7 %"), *corrections, facts.Retracted(id_of(2))))
    async with app.run_test() as pilot:
        await pilot.press(key)
        assert app.answers == [Chosen(line, run=key != "e")]


async def test_only_what_stands_is_said_to_be_published() -> None:
    starred = log(facts.Noted("error rate 7 %"), facts.Starred(id_of(2)))
    app = host(starred)
    async with app.run_test(size=(80, 30)):
        assert "★ stands in the published timeline" in app.text()
    app = host(log(facts.Noted("error"), facts.Starred(id_of(2)), facts.Retracted(id_of(2))))
    async with app.run_test(size=(80, 30)):
        assert "★" not in app.text()


async def test_a_declaration_is_amended_by_its_title() -> None:
    app = host(log(), seq=1)
    async with app.run_test() as pilot:
        await pilot.press("e")
        assert app.answers == [Chosen("/title Checkout fails")]


async def test_nothing_of_a_redacted_text_is_shown_or_offered() -> None:
    app = host(log(facts.Noted("token s3cret"), facts.Redacted(id_of(2), "held a token")))
    async with app.run_test() as pilot:
        assert "s3cret" not in app.text()
        assert "held a token" in app.text()
        await pilot.press("e")
        assert app.answers == [Chosen("/amend #2 ")]


async def test_an_amendment_does_not_bring_a_redacted_text_back() -> None:
    again = facts.Amended(id_of(2), "still the s3cret")
    redacted = facts.Redacted(id_of(2), "held a token")
    app = host(log(facts.Noted("token s3cret"), again, redacted, facts.Amended(id_of(2), "ok")))
    async with app.run_test():
        assert "s3cret" not in app.text()


async def test_a_copy_says_where_it_went(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SSH_CONNECTION", "SSH_TTY", "TEXTUAL_DRIVER", "TMUX"):
        monkeypatch.delenv(name, raising=False)
    copied: list[str] = []
    monkeypatch.setattr(pyperclip, "copy", copied.append)
    app = host(log(facts.Noted("error rate 7 %")))
    async with app.run_test() as pilot:
        await pilot.press("y")
        await pilot.pause()
        assert copied == ["error rate 7 %"]
        assert "Copied to the clipboard." in app.text()


@pytest.mark.parametrize("size", [(120, 40), (40, 12), (10, 5)])
async def test_hostile_words_are_shown_as_they_are(size: tuple[int, int]) -> None:
    corrections = (
        facts.Amended(id_of(2), HOSTILE + "\n" + HOSTILE),
        facts.EvidenceAttached(id_of(2), HOSTILE, HOSTILE),
        facts.Retracted(id_of(2), HOSTILE),
    )
    entries = [replace(e, author=HOSTILE) for e in log(facts.Unknown(HOSTILE, 9, HOSTILE))]
    entries += [
        replace(e, author=HOSTILE, source=HOSTILE) for e in log(facts.Noted(""), *corrections)[2:]
    ]
    entries[1] = replace(entries[1], external_ref=HOSTILE, hash=HOSTILE, source=HOSTILE)
    app = host(entries)
    async with app.run_test(size=size) as pilot:
        assert "\x1b" not in app.text()
        assert "\u202e" not in app.text()
        if size[0] >= 40:
            assert "[/x]" in app.text()
        await pilot.click(offset=(5, 3))
        await pilot.press("down", "pagedown", "end")
        assert app.is_running


async def test_the_keys_stay_in_sight_on_a_small_screen() -> None:
    app = host(log(facts.Noted("word " * 200)))
    async with app.run_test(size=(40, 12)) as pilot:
        assert "e amend" in app.text()
        assert "hash" not in app.text()
        await pilot.press("end")
        await pilot.pause()
        assert "by" in app.text()
        assert "e amend" in app.text()
