"""Over a link of 300 ms there and back everything works; a person who types ahead loses nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.far_app import FarApp
from tests.support.pty_app import PtyApp, running
from tests.support.window import Place

TEACH = "type what you see"


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path / "store.db")


@contextmanager
def far(place: Place, size: tuple[int, int] = (80, 24)) -> Iterator[PtyApp]:
    home = str(place.db.parent)
    args = ("--db", str(place.db), "--as", "@jo")
    env = {"XDG_CONFIG_HOME": home, "HOME": home}
    with running("incident_tui", *args, env=env, size=size, terminal=FarApp) as app:
        app.wait_for(TEACH)
        yield app


def quit_(app: PtyApp) -> None:
    app.send(b"\x11")
    assert app.exit_status() == 0


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)])
def test_keys_typed_ahead_of_the_screen_are_all_kept_in_their_order(
    place: Place, size: tuple[int, int]
) -> None:
    with far(place, size) as app:
        for key in b"ab\x7fc\r/dec\tput it back\r":
            app.send(bytes([key]))
        app.send(b"\x1b[A\x1b[B")  # the line before, and back to the empty one
        app.send(b"wrong\x15right\r/sev 1\r/object\x15half a l")
        app.wait_for("SEV1", "right", "▸ half a l")
        app.send(b"\x15")
        quit_(app)
    assert place.said() == ["ac", "D1 put it back", "right", "SEV2 → SEV1"]


def test_what_is_seen_after_many_entries_is_what_the_store_holds(place: Place) -> None:
    """Lines are moved by the terminal and only new cells are sent: nothing may be left over."""
    said = [f"entry {n} {'longer ' * (n % 9)}end" for n in range(40)]
    with far(place) as app:
        for line in said:
            app.send(line.encode() + b"\r")
        app.wait_for(said[-1][:40])
        app.send(b"\x1b[5~\x1b[6~")
        app.wait_for("entry 39")
        rows = [row for row in app.text.splitlines() if "note      entry" in row]
        shown = [row.split("note      ")[1].split()[1] for row in rows]
        assert shown == [str(n) for n in range(40 - len(rows), 40)]
        quit_(app)
    assert place.said() == said
