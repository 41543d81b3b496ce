"""What a status line must know of a live incident is what is due next and what is late."""

from datetime import datetime
from typing import Any

import msgspec

from incident_tui.domain.alarms import alarms
from incident_tui.domain.next_due import NextDue, next_due
from incident_tui.domain.when import countdown
from incident_tui.services.incident_log import open_log
from incident_tui.services.session import Session
from incident_tui.services.store import Store
from incident_tui.storage.rows import IncidentRow


class StatusLine(msgspec.Struct, frozen=True):
    """What is due next, and in a word or two each what is late, the longest first."""

    due: NextDue | None
    late: tuple[str, ...]

    @property
    def words(self) -> list[str]:
        """`public 03:12`, `2 late: T1 due, D1 due`; nothing where nothing is due."""
        said = [f"{self.due.what} {countdown(self.due.left)}"] if self.due else []
        return said + ([f"{len(self.late)} late: {', '.join(self.late)}"] if self.late else [])

    def shown(self) -> dict[str, Any]:
        """For `status --json`; seconds are negative once it is late."""
        due = self.due and {"what": self.due.what, "seconds": int(self.due.left.total_seconds())}
        return {"next_due": due, "late": list(self.late)}


def status_line(store: Store, session: Session, row: IncidentRow, now: datetime) -> StatusLine:
    """Read off the state of that incident."""
    state = open_log(store, session, incident_id=row.id).state
    late = [alarm for alarm in alarms(state, now, session.practice) if alarm.urgent]
    told = tuple(alarm.what for alarm in sorted(late, key=lambda alarm: (alarm.since, alarm.what)))
    return StatusLine(next_due(state, now, session.practice), told)
