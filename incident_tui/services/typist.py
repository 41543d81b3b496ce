"""Lines that come without a window are typed in turn, each on the disk before the next."""

from datetime import datetime

from incident_tui.commands.all import REGISTRY
from incident_tui.commands.outcome import Intent, Situation
from incident_tui.domain.errors import NotFoundError
from incident_tui.domain.fact import Fact
from incident_tui.domain.facts import Declared
from incident_tui.domain.state import IncidentState
from incident_tui.domain.timeline import TimelineRow
from incident_tui.services.incident_log import IncidentLog, declare, open_log
from incident_tui.services.session import Session
from incident_tui.services.store import Store

_DECLARE = "/declare"


class Typist:
    """Types into one incident, by default the newest live one; a declaration moves on to a new."""

    def __init__(self, store: Store, session: Session, number: int | None = None) -> None:
        self._store = store
        self._session = session
        self._number = number
        self._log: IncidentLog | None = None

    @property
    def log(self) -> IncidentLog:
        """The incident that is typed into; NotFoundError when there is none."""
        if self._log is None:
            self._log = open_log(self._store, self._session, number=self._number)
        return self._log

    def enter(self, line: str) -> TimelineRow | Intent:
        """The entry that the line became, or what it asks of a front end."""
        decided = REGISTRY.decide(line, self.situation(line))
        if isinstance(decided.outcome, Fact):
            return self.record(decided.outcome, decided.at)
        return decided.outcome

    def record(self, fact: Fact, at: datetime | None = None) -> TimelineRow:
        """The entry of a fact that happened `at`, or now."""
        at = at or self._session.now()
        if isinstance(fact, Declared):
            self._log = declare(self._store, self._session, fact, at)
            return self.log.rows([1])[0]
        [stored] = self._store.write(self.log.recording(fact, at))
        self.log.catch_up()
        return self.log.rows([stored.seq])[0]

    def situation(self, line: str) -> Situation:
        """What a decider may know now; a line that declares needs no incident to be there."""
        try:
            return self.log.situation()
        except NotFoundError:
            if _DECLARE not in line or self._number is not None:
                raise
        now = self._session.now()
        return Situation(
            IncidentState(), self._session.author, now, now, practice=self._session.practice
        )
