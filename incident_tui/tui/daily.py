"""The daily backup is another program's work, so that no key ever waits for it."""

import asyncio
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path

from incident_tui.services import upkeep
from incident_tui.services.session import wall_clock


def daily_backup(store: Path) -> Callable[[], Coroutine[object, object, str]]:
    """What makes the backup of the day; it gives a sentence when that failed, else nothing."""

    async def back_up() -> str:
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
