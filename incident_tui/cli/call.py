"""One call of the program: what was named before the command, and what follows from it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:  # `--help` pays for none of it
    from datetime import datetime
    from pathlib import Path

    from incident_tui.services.config import Config
    from incident_tui.services.incident_log import IncidentLog
    from incident_tui.services.session import Session
    from incident_tui.services.store import Store

T = TypeVar("T")


class Call:
    """`open_screen` opens the window; `now` and `new_id` replace the clock and the ids."""

    def __init__(
        self,
        open_screen: Callable[..., int],
        now: Callable[[], datetime] | None = None,
        new_id: Callable[[datetime], str] | None = None,
    ) -> None:
        self.open_screen = open_screen
        self.db = ""
        self.config_path = ""
        self.author_named = ""
        self._now = now
        self._new_id = new_id

    @cached_property
    def config(self) -> Config:
        """The settings in force."""
        from incident_tui.services import config  # noqa: PLC0415

        return config.load(self.config_path)

    @cached_property
    def path(self) -> Path:
        """Where the store is, or will be."""
        from incident_tui.services import config  # noqa: PLC0415

        return config.store_path(self.db, self.config)

    @cached_property
    def server(self) -> str:
        """The address of the team's store, an empty string where a file is meant."""
        from incident_tui.services import config  # noqa: PLC0415

        return config.server(self.db, self.config)

    @cached_property
    def session(self) -> Session:
        """Who calls, and by which clock."""
        from incident_tui.services import config, session  # noqa: PLC0415

        return session.Session(
            config.author(self.author_named, self.config),
            "cli",
            self._now or session.wall_clock,
            self._new_id or session.new_id,
            self.config.practice,
        )

    @cached_property
    def store(self) -> Store:
        """The store, made at its first use and closed when the command ends."""
        from incident_tui.services.store import Store  # noqa: PLC0415

        store = Store(self.path)
        context = click.get_current_context()
        context.call_on_close(store.close)
        if store.team:
            from incident_tui.cli.exchanging import begin  # noqa: PLC0415  few share a store

            begin(store, context)
        return store

    def log(self, number: int | None = None) -> IncidentLog:
        """The incident of that number, else the newest live one."""
        from incident_tui.services.incident_log import open_log  # noqa: PLC0415

        return open_log(self.store, self.session, number=number)

    def finish(self, work: Coroutine[Any, Any, T]) -> T:
        """Carry out the last work on the store, which may be asynchronous, and close it."""
        from asyncio import run  # noqa: PLC0415

        async def finishing() -> T:
            try:
                return await work
            finally:
                await self.store.finish()

        return run(finishing())


pass_call = click.make_pass_decorator(Call)
