"""What is done once a day: a backup, another program's work so that no key waits; a reminder."""

import asyncio
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path

from incident_tui.domain.errors import StoreError
from incident_tui.services.session import Session, wall_clock
from incident_tui.services.store import Store


def daily_words(store: Store, session: Session) -> Callable[[], Coroutine[object, object, str]]:
    """What there is to say today: that the backup failed, or what was promised; or nothing."""
    back_up = daily_backup(store.path)

    async def words() -> str:
        if failed := await back_up():
            return failed
        from incident_tui.services.action_items import reminders  # noqa: PLC0415  as below

        try:
            return reminders.reminder(store, session)
        except StoreError:  # tomorrow is another day
            return ""

    return words


def daily_backup(store: Path) -> Callable[[], Coroutine[object, object, str]]:
    """What makes the backup of the day; it gives a sentence when that failed, else nothing."""

    async def back_up() -> str:
        from incident_tui.services import upkeep  # noqa: PLC0415  not for the first frame

        if not upkeep.backup_due(store, wall_clock()):
            return ""
        program = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "incident_tui", "--db", str(store), "backup", "--rotate"),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
        )
        _, said = await program.communicate()
        if not program.returncode:
            return ""
        why = said.decode("utf-8", "replace").strip().removeprefix("incident-tui: ")
        return f"the backup of today was not made: {why}"

    return back_up
