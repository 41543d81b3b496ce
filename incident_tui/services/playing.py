"""A transcript is played through the same services a person uses, by the transcript's own clock."""

from datetime import datetime, timedelta

from incident_tui.commands.all import REGISTRY
from incident_tui.commands.outcome import Situation
from incident_tui.domain.errors import CommandError
from incident_tui.domain.fact import Fact
from incident_tui.domain.facts import Declared
from incident_tui.domain.state import IncidentState
from incident_tui.services import postmortems
from incident_tui.services.incident_log import IncidentLog, declaring, open_log
from incident_tui.services.scenario import Scenario, ScenarioError, Step
from incident_tui.services.session import Session, new_id, wall_clock
from incident_tui.services.store import Store


async def play(
    store: Store, scenario: Scenario, source: str = "replay", number: int | None = None
) -> IncidentLog:
    """The incident after every line, typed without waiting; intents are left out.

    With a number, the lines after the declaration go into that incident.
    """
    first, *rest = scenario.steps
    if number is None:
        log = begin(store, first, source)
    else:
        log = open_log(store, session_at(first, source), number=number)
    for step in rest:
        try:
            await type_step(store, log, step)
        except CommandError as error:
            raise ScenarioError(f"{step.line}: {error}") from None
    await answer(store, scenario, log)
    return log


def begin(store: Store, step: Step, source: str = "replay") -> IncidentLog:
    """The incident that the first line of a transcript declares."""
    session = session_at(step, source)
    decided = REGISTRY.decide(step.line, Situation(IncidentState(), step.author, step.at, step.at))
    if not isinstance(decided.outcome, Declared):
        raise ScenarioError("the first line of a transcript declares: /declare TITLE sev:2")
    incident_id, script = declaring(session, decided.outcome, decided.at or step.at)
    store.write(script)
    return open_log(store, session, incident_id=incident_id)


async def type_step(store: Store, log: IncidentLog, step: Step) -> None:
    """Type one line as its author, at its time."""
    log.session = session_at(step, log.session.source)
    decided = log.decide(step.line, step.at)
    if isinstance(decided.outcome, Fact):
        await store.record(log.recording(decided.outcome, decided.at or step.at))
        log.catch_up()


async def answer(store: Store, scenario: Scenario, log: IncidentLog) -> None:
    """Save the answers of the post-mortem that the transcript brings."""
    for field, text in scenario.answers.items():
        await postmortems.save(store, log, field, text)


def session_at(step: Step, source: str) -> Session:
    """The sitting of whoever types the step, its clock stopped at that moment."""
    return Session(step.author, source, lambda: step.at, new_id)


class ReplayClock:
    """Runs `speed` times as fast from `start` to `end`, and at the wall clock's pace after that."""

    def __init__(self, start: datetime, end: datetime, speed: float, wall: datetime) -> None:
        self._start = start
        self._length = end - start
        self._speed = speed
        self._wall = wall

    def now(self) -> datetime:
        """What the replayed clock shows now."""
        return self.at(wall_clock())

    def at(self, wall: datetime) -> datetime:
        """What the replayed clock shows when the wall clock shows `wall`."""
        passed = wall - self._wall
        fast = self._length / self._speed
        if passed < fast:
            return self._start + passed * self._speed
        return self._start + self._length + (passed - fast)

    def wait(self, until: datetime, wall: datetime) -> timedelta:
        """How long to wait by the wall clock until the replayed clock shows `until`."""
        return max((until - self.at(wall)) / self._speed, timedelta(0))
