"""Post-mortem prose is a document with a history: a save adds a revision, and the newest counts."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from datetime import datetime
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

import aiosqlite
from sqlalchemy import event, func
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from incident_tui.domain.entries import micros, moment
from incident_tui.domain.text import storable
from incident_tui.storage.answering import answer_id
from incident_tui.storage.connection import require_current, settings, uri
from incident_tui.storage.rows import Answer
from incident_tui.storage.script import drive, refusal
from incident_tui.storage.tables import AnswerRecord

P = ParamSpec("P")
T = TypeVar("T")


def _to_its_end(
    asked: Callable[Concatenate[Documents, P], Coroutine[Any, Any, T]],
) -> Callable[Concatenate[Documents, P], Coroutine[Any, Any, T]]:
    """Cancelling only ends the waiting.

    A connection that is cancelled while it closes after being cancelled is stopped twice, and its
    second stop is answered by nobody: the program that waits for it would never end.
    """

    @wraps(asked)
    async def whole(self: Documents, /, *args: P.args, **kwargs: P.kwargs) -> T:
        task = asyncio.create_task(asked(self, *args, **kwargs), name=asked.__name__)
        self._asked.add(task)
        task.add_done_callback(self._asked.discard)
        return await asyncio.shield(task)

    return whole


class Documents:
    """The answers of every incident's post-mortem."""

    def __init__(self, path: str) -> None:
        self._engine = _engine(path)
        self._asked: set[asyncio.Task[Any]] = set()

    @_to_its_end
    async def answers(self, incident_id: str) -> dict[str, Answer]:
        """The newest answer to each step that has one."""
        newest = (
            select(AnswerRecord.step, func.max(AnswerRecord.revision).label("revision"))
            .where(AnswerRecord.incident_id == incident_id)
            .group_by(AnswerRecord.step)
            .subquery()
        )
        wanted = (
            select(AnswerRecord)
            .where(AnswerRecord.incident_id == incident_id)
            .join(
                newest,
                (newest.c.step == AnswerRecord.step) & (newest.c.revision == AnswerRecord.revision),
            )
        )
        async with self._session() as session:
            records = (await session.exec(wanted)).all()
        return {record.step: _answer(record) for record in records}

    @_to_its_end
    async def history(self, incident_id: str, step: str) -> list[Answer]:
        """Every revision of one answer, the oldest first."""
        wanted = (
            select(AnswerRecord)
            .where(AnswerRecord.incident_id == incident_id, AnswerRecord.step == step)
            .order_by(col(AnswerRecord.revision))
        )
        async with self._session() as session:
            records = (await session.exec(wanted)).all()
        return [_answer(record) for record in records]

    @_to_its_end
    async def save(
        self,
        incident_id: str,
        step: str,
        text: str,
        author: str,
        saved_at: datetime,
        drafted: str = "",
    ) -> Answer:
        """Keep a revision; what is the newest already is not kept twice."""
        text = storable(text)
        newest = (
            select(AnswerRecord)
            .where(AnswerRecord.incident_id == incident_id, AnswerRecord.step == step)
            .order_by(col(AnswerRecord.revision).desc())
            .limit(1)
        )
        async with self._session(write=True) as session:
            before = (await session.exec(newest)).first()
            if before is not None and (before.text, before.drafted) == (text, drafted):
                return _answer(before)
            revision = before.revision + 1 if before else 1
            record = AnswerRecord(
                id=answer_id(incident_id, step, revision),
                incident_id=incident_id,
                step=step,
                revision=revision,
                text=text,
                saved_at=micros(saved_at),
                author=storable(author),
                drafted=drafted,
            )
            session.add(record)
            await session.commit()
        return _answer(record)

    async def close(self) -> None:
        """Finish what was asked for, then let the file go."""
        while self._asked:
            await asyncio.wait(self._asked)
        await self._engine.dispose()

    @asynccontextmanager
    async def _session(self, *, write: bool = False) -> AsyncIterator[AsyncSession]:
        engine = self._engine.execution_options(write=write)
        try:
            async with AsyncSession(engine, expire_on_commit=False) as session:
                yield session
        except DBAPIError as error:
            raise refusal(error.orig or error) from error


def _engine(path: str) -> AsyncEngine:
    async def open_file() -> aiosqlite.Connection:
        require_current(path)
        return await aiosqlite.connect(uri(path), uri=True, isolation_level=None)

    # No pool: an idle document holds no file, so the store can be moved or restored beneath it.
    engine = create_async_engine("sqlite+aiosqlite://", async_creator=open_file, poolclass=NullPool)

    @event.listens_for(engine.sync_engine, "connect")
    def set_up(connection: object, _record: object) -> None:
        drive(connection, settings())  # type: ignore[arg-type]  # an event gives it as object

    @event.listens_for(engine.sync_engine, "begin")
    def begin(connection: Connection) -> None:
        write = connection.get_execution_options().get("write")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    return engine


def _answer(record: AnswerRecord) -> Answer:
    at = moment(record.saved_at)
    return Answer(record.step, record.revision, record.text, at, record.author, record.drafted)
