from pathlib import Path

import pytest

from incident_tui.cli import listening, tokens
from tests.cli.conftest import Shell


def test_what_is_there_is_taken_in_once(burning: Shell) -> None:
    Path("chat.txt").write_text("13:50 mei: I'm IC\n13:58 ana: rolling back\n")
    how = ("follow", "chat.txt", "--once", "--tz", "UTC", "--start", "2026-01-15")
    result = burning.call(*how)
    assert result.stdout == (
        "INC-1  13:50:00  imported  mei: I'm IC\nINC-1  13:58:00  imported  ana: rolling back\n"
    )
    assert "incident-tui log '2026-01-15 13:50:00 /ic @mei'" in result.stderr
    burning.call(*how)
    kinds = [entry["kind"] for entry in burning.json("show", "1")["entries"]]
    assert kinds == ["imported", "imported", "declared", "noted", "import"]


def test_what_is_missing_is_said(burning: Shell) -> None:
    Path("chat.txt").write_text("13:50 mei: I'm IC\n")
    assert "no time zone is named" in burning.refused(2, "follow", "chat.txt", "--once")
    assert "cannot be read" in burning.refused(2, "follow", "nowhere.txt", "--once")


def test_who_stops_following_is_told_what_takes_it_back(
    burning: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(_: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("incident_tui.cli.following.time.sleep", stopped)
    Path("chat.txt").write_text("13:50 mei: look\n13:58 ana: rolling back\n")
    how = ("follow", "chat.txt", "--tz", "UTC", "--start", "2026-01-15")
    assert "2 lines came in; /undo in INC-1 takes them back" in burning.call(*how).stderr
    assert "/undo" not in burning.call(*how).stderr


@pytest.mark.parametrize(
    ("args", "why"),
    [
        (("--host", "0.0.0.0"), "is not a loopback address"),
        (("--host", "example.com"), "is not a loopback address"),
        (("--token-file", "short"), "at least 16 plain characters"),
        (("--token-file", "nowhere"), "nowhere cannot be read"),
    ],
)
def test_listening_is_for_this_machine_and_with_a_token(
    burning: Shell, args: tuple[str, ...], why: str
) -> None:
    Path("short").write_text("hm\n")
    assert why in burning.refused(2, "listen", *args)


def test_a_token_is_made_where_none_is_given(
    burning: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[str] = []

    async def serve(app: object, receiver: object, host: str, port: int) -> None:
        started.append(f"{host}:{port}")

    monkeypatch.setattr(listening, "_serve", serve)
    monkeypatch.delenv(tokens.TOKEN, raising=False)
    result = burning.call("listen", "--port", "9000")
    assert "the token, for this run only: " in result.stderr
    monkeypatch.setenv(tokens.TOKEN, "a-token-of-some-length")
    result = burning.call("listen", "--port", "9000")
    assert "the token" not in result.stderr
    assert started == ["127.0.0.1:9000"] * 2
