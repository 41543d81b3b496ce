"""What was typed into a post-mortem is kept here until the store has it."""

import asyncio
from collections.abc import Mapping

from msgspec.structs import replace

from incident_tui.domain.errors import CommandError, IncidentTuiError
from incident_tui.domain.fact import Fact
from incident_tui.domain.facts import Declared, Redacted
from incident_tui.domain.postmortem import IncidentRecord, PostMortem
from incident_tui.domain.text import storable
from incident_tui.domain.timeline import timeline
from incident_tui.postmortem.policies import Return, Transition
from incident_tui.postmortem.steps import STEPS
from incident_tui.services import postmortems, resemblance
from incident_tui.services.incident_log import IncidentLog, open_log
from incident_tui.services.postmortems import Revision
from incident_tui.services.resemblance import Before
from incident_tui.services.store import Store


class Manuscript:
    """One post-mortem on one desk; `drafts` are texts by `incident id/field id`."""

    def __init__(self, store: Store, log: IncidentLog, drafts: Mapping[str, str]) -> None:
        self._store = store
        self._live = log
        self._log: IncidentLog | None = None
        self._stored: IncidentRecord | None = None
        self._turn = asyncio.Lock()
        fields = {field.id for step in STEPS for field in step.fields}
        ours = {key.removeprefix(f"{log.id}/"): text for key, text in drafts.items()}
        self.unsaved = {field: text for field, text in ours.items() if field in fields}

    @property
    def drafts(self) -> dict[str, str]:
        """The texts that the store does not have yet, by `incident id/field id`."""
        return {f"{self._live.id}/{field}": text for field, text in self.unsaved.items()}

    @property
    def record(self) -> IncidentRecord | None:
        """The record as it was last read, with the texts as they are typed; None before `read`."""
        if self._stored is None or not self.unsaved:
            return self._stored
        return replace(self._stored, postmortem=_with(self._stored.postmortem, self.unsaved))

    def type(self, field: str, text: str) -> None:
        """The field says this now."""
        text = storable(text)
        stored = None if self._stored is None else self._stored.postmortem
        if stored is None or stored.answers.get(field, "") != text or field in stored.drafted:
            self.unsaved[field] = text
        else:
            self.unsaved.pop(field, None)

    async def history(self, field: str) -> list[Revision]:
        """Every saved version of an answer, this one too."""
        await self.save()
        return await postmortems.history(self._store, self._live, field)

    async def append(self, field: str, item: str) -> None:
        """Add a line to the answer of a list field, and save."""
        if self.record is not None:
            before = self.record.postmortem.answer(field)
            self.type(field, f"{before}\n{item}" if before else item)
            await self.save()

    async def read(self) -> IncidentLog:
        """Read what is new: the answers always, the log only where it grew."""
        async with self._turn:
            # A log of its own: the window below must still hear of every entry itself.
            log = self._log = self._log or open_log(
                self._store, self._live.session, incident_id=self._live.id
            )
            if self._stored is None:
                self._stored = await postmortems.record(self._store, log)
                return log
            answers = await postmortems.answered(self._store, log)
            self._stored = _renewed(self._store, log, self._stored, answers)
            return log

    async def save(self) -> None:
        """Store every text that is not stored; on StoreError the rest stays as it is."""
        if not self.unsaved:
            return  # not even waiting for what is being read, which may take a while to load
        async with self._turn:
            for field, text in list(self.unsaved.items()):
                await postmortems.save(self._store, self._live, field, text)
                if self._stored is not None:
                    answers = _with(self._stored.postmortem, {field: text})
                    self._stored = replace(self._stored, postmortem=answers)
                if self.unsaved.get(field) == text:
                    del self.unsaved[field]

    def understood(self, said: str) -> Fact | IncidentTuiError | None:
        """What a line of the log would come to now, or what it lacks; None for an empty one."""
        if not said or self._log is None:
            return None
        try:
            fact = self._log.decide(said).outcome
        except IncidentTuiError as refusal:
            return refusal
        return fact if isinstance(fact, Fact) else None

    async def say(self, line: str) -> None:
        """Record what a line of the log says; CommandError says what would work."""
        log = await self.read()
        now = log.session.now()
        decided = log.decide(line, now)
        fact = decided.outcome
        if not isinstance(fact, Fact) or isinstance(fact, Declared):
            raise CommandError("that is for the prompt of the incident itself: Esc goes there")
        await self._store.record(log.recording(fact, decided.at or now))
        await self.read()

    async def seen_before(self) -> list[Before]:
        """Earlier incidents of the same cause, by what is told and typed so far."""
        record = self.record
        if record is None:
            return []
        answers = record.postmortem
        asked = resemblance.story(
            record.id,
            record.number,
            record.state,
            answers.answer("factors"),
            answers.answer("summary"),
        )
        now = self._live.session.now()
        return await resemblance.look_back(self._store, asked, record.state, now)

    async def advance(self, transition: Transition, override: str = "") -> None:
        """Save, then take it on; PolicyError lists what its policy asks for."""
        await self.save()
        log = await self.read()
        async with self._turn:
            await postmortems.advance(self._store, log, transition, override)
            self._stored = await postmortems.record(self._store, log)

    async def take_back(self, to: Return, reason: str) -> None:
        """Save, then open it again; PolicyError says from where that can be done."""
        await self.save()
        log = await self.read()
        async with self._turn:
            await postmortems.take_back(self._store, log, to, reason)
            self._stored = await postmortems.record(self._store, log)


def _with(before: PostMortem, texts: Mapping[str, str]) -> PostMortem:
    """The answers with these typed over them: what a person typed is no draft."""
    drafted = {field: cites for field, cites in before.drafted.items() if field not in texts}
    return PostMortem({**before.answers, **texts}, drafted)


def _renewed(
    store: Store, log: IncidentLog, before: IncidentRecord, answers: PostMortem
) -> IncidentRecord:
    """The record with all that `log` had not heard of; its rows are not read again."""
    new = log.catch_up()
    if any(isinstance(entry.fact, Redacted) for entry in new):
        return postmortems.bare_record(store, log, answers)
    rows = before.rows
    if new:
        rows = tuple(timeline([*(row.entry for row in rows), *new], log.state))
    return IncidentRecord(log.id, log.number, log.state, rows, answers)
