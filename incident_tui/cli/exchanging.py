"""A command on a team's store works on the copy, and exchanges before and after."""

from contextlib import closing

import click

from incident_tui.cli.diagnostics import tell
from incident_tui.services import team_store
from incident_tui.services.courier import Standing
from incident_tui.services.store import Store


def begin(store: Store, context: click.Context) -> None:
    """Exchange now, and send what the command has written when it ends."""
    first = team_store.exchange(store)
    path = store.path
    _tell_all(first)

    def end() -> None:
        with closing(Store(path)) as copy:
            left = team_store.waiting(copy)
            away = Standing(left, first.away, first.why)
            told = team_store.exchange(copy) if left and not first.away else away
        _tell_all(told)
        if said := team_store.words(told):
            tell(said)

    context.call_on_close(end)


def _tell_all(standing: Standing) -> None:
    for said in standing.told:
        tell(said)
