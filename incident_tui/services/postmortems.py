"""A post-mortem is the record of an incident beside its saved answers; publishing is a fact."""

from hashlib import sha256
from typing import Final

from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.errors import NotFoundError, PolicyError
from incident_tui.domain.fact import Fact
from incident_tui.domain.facts import PostMortemPublished
from incident_tui.domain.fold import as_of
from incident_tui.domain.incident import Status
from incident_tui.domain.postmortem import IncidentRecord, PostMortem
from incident_tui.domain.review_facts import (
    PostMortemClosed,
    ReviewReopened,
    ReviewRequested,
    ReviewReturned,
)
from incident_tui.domain.timeline import row, timeline
from incident_tui.domain.when import parse_when
from incident_tui.exporters import markdown
from incident_tui.postmortem import steps
from incident_tui.postmortem.fields import READ_OFF
from incident_tui.postmortem.policies import Return, Transition, back, onward, refusals
from incident_tui.services.incident_log import IncidentLog
from incident_tui.services.scoring import points
from incident_tui.services.store import Store
from incident_tui.storage.rows import Answer

Revision = Answer
"""One saved version of an answer."""
UNANSWERED: Final = PostMortem()


async def record(
    store: Store, log: IncidentLog, when: str = "", *, raw: bool = False
) -> IncidentRecord:
    """All that is known of the incident, its answers included; otherwise as `bare_record`."""
    return bare_record(store, log, await answered(store, log), when, raw=raw)


async def answered(store: Store, log: IncidentLog) -> PostMortem:
    """The newest answers, and which of them are drafts that nobody has touched."""
    answers = await (await store.documents()).answers(log.id)
    return PostMortem(
        {field: answer.text for field, answer in answers.items()},
        {
            field: tuple(map(int, answer.drafted.split()))
            for field, answer in answers.items()
            if answer.drafted
        },
    )


def bare_record(
    store: Store,
    log: IncidentLog,
    answers: PostMortem = UNANSWERED,
    when: str = "",
    *,
    raw: bool = False,
) -> IncidentRecord:
    """The record with only the answers given; `when` shows it as it stood at that time.

    `raw` keeps every entry as a row of its own, corrections too, in the order of recording.
    """
    entries = store.log.after(log.id, 0)
    moment = parse_when(when, log.session.now()) if when else None
    state = as_of(entries, moment) if moment else log.state
    rows = [row(entry, state) for entry in entries] if raw else timeline(entries, state)
    if moment:
        entries = [entry for entry in entries if entry.occurred_at <= moment]
        rows = [r for r in rows if r.occurred_at <= moment]
        if not rows:
            raise NotFoundError(f"{log.name} had not begun at {moment:%Y-%m-%d %H:%M}")
    burning = state.status is not Status.RESOLVED
    return IncidentRecord(
        log.id,
        log.number,
        state,
        tuple(rows),
        answers,
        tuple(entries),
        moment or (log.session.now() if burning else None),
        log.session.practice,
    )


def document(record: IncidentRecord) -> str:
    """The text of the post-mortem: what is shown, published and hashed."""
    return markdown.render(record)


async def save(store: Store, log: IncidentLog, field: str, text: str) -> None:
    """Keep a new revision of an answer; NotFoundError names the fields there are."""
    named = steps.field(field)
    if named.kind in READ_OFF:
        raise NotFoundError(f"{named.label} has no text of its own; {named.hint}")
    documents = await store.documents()
    await documents.save(log.id, named.id, text, log.session.author, log.session.now())


async def history(store: Store, log: IncidentLog, field: str) -> list[Revision]:
    """Every saved version of an answer, the oldest first."""
    named = steps.field(field)
    return await (await store.documents()).history(log.id, named.id)


async def draft(store: Store, log: IncidentLog) -> list[str]:
    """Save what the record drafts for each field without an answer; gives the fields filled.

    A recorded figure counts as it is; prose is marked as a draft until a person touches it.
    """
    whole = await record(store, log)
    drafts = {
        field: field.draft(whole)
        for step in steps.STEPS
        for field in step.fields
        if not whole.postmortem.answer(field.id)
    }
    filled = {field: drawn for field, drawn in drafts.items() if drawn.text.strip()}
    documents = await store.documents()
    for field, drawn in filled.items():
        cites = "" if field.stated else " ".join(map(str, drawn.entries))
        now = log.session.now()
        await documents.save(log.id, field.id, drawn.text, log.session.author, now, cites)
    return [field.id for field in filled]


async def keep(store: Store, log: IncidentLog, field: str) -> None:
    """A person has read the draft and lets it stand; NotFoundError when there is none."""
    found = await answered(store, log)
    if field not in found.drafted:
        there = ", ".join(found.drafted) or "none"
        raise NotFoundError(f"{field} is no untouched draft; there is: {there}")
    await save(store, log, field, found.answers[field])


async def publish(store: Store, log: IncidentLog, override: str = "") -> list[TimelineEntry]:
    """Record that the document went out; PolicyError lists what is missing."""
    return await advance(store, log, Transition.PUBLISH, override)


async def advance(
    store: Store, log: IncidentLog, transition: Transition, override: str = ""
) -> list[TimelineEntry]:
    """Take the post-mortem on; PolicyError lists what its policy asks for.

    `override` is the reason why it goes on all the same: it is recorded with the transition.
    """
    whole = await record(store, log)
    ways = onward(whole)
    if transition not in ways:
        there = ", ".join(ways) or "nothing"
        raise PolicyError(f"{log.name} is {whole.status}: from there goes {there}")
    lacking = refusals(whole, transition, points)
    if lacking and not override.strip():
        raise PolicyError(f"{log.name} is not ready to {transition}", lacking)
    fact = _step_on(whole, transition, override.strip() if lacking else "")
    await store.record(log.recording(fact, log.session.now()))
    return log.catch_up()


async def take_back(store: Store, log: IncidentLog, to: Return, reason: str) -> list[TimelineEntry]:
    """Open it again for a reason; PolicyError where it was never further than that."""
    whole = await record(store, log)
    if to not in back(whole):
        there = ", ".join(back(whole)) or "nothing"
        raise PolicyError(f"{log.name} is {whole.status}: back from there goes {there}")
    if not reason.strip():
        raise PolicyError(f"{log.name} is {whole.status}: say why it is opened again")
    fact = (ReviewReturned if to is Return.DRAFT else ReviewReopened)(reason.strip())
    await store.record(log.recording(fact, log.session.now()))
    return log.catch_up()


def _step_on(whole: IncidentRecord, transition: Transition, override: str) -> Fact:
    match transition:
        case Transition.REVIEW:
            return ReviewRequested(override)
        case Transition.CLOSE:
            return PostMortemClosed(override)
        case Transition.PUBLISH:
            digest = sha256(document(whole).encode()).hexdigest()
            owner = steps.field("owner").text(whole).removeprefix("@")
            return PostMortemPublished(digest, owner, override)
