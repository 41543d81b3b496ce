"""A post-mortem on a store of its own, with the means to wait for what it does by itself."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from textual.app import App
from textual.filter import LineFilter
from textual.pilot import Pilot

from incident_tui.domain.fact import Fact
from incident_tui.domain.facts import Declared
from incident_tui.domain.incident import Severity
from incident_tui.postmortem.steps import STEPS
from incident_tui.services import postmortems
from incident_tui.services.incident_log import declare, open_log
from incident_tui.services.session import Session
from incident_tui.services.store import Store
from incident_tui.tui.messages import Asked
from incident_tui.tui.screens.postmortem import PostmortemScreen
from incident_tui.tui.styles import stylesheets
from incident_tui.tui.terminal.output_guard import OutputGuard
from tests.support.entries import T0

COMPLETE = {
    "owner": "maria",
    "summary": "Deploy 412 dropped a column. For 57 minutes 5% of checkouts failed.",
    "users": "1,200",
    "slo": "99.9% over 30d",
    "business": "none",
    "factors": "Schema and code deploy in one step (process)\nThe alert watches the mean (tooling)",
    "well": "The rollback was rehearsed",
}
LINES = (
    "/ic @maria",
    "5xx over 5 % on checkout",
    "/status resolved",
    "/star #3",
    "/action Deploy schema and code in two steps @ana due:2026-02-01 kind:preventative",
)


class Desk(App[None]):
    """A bare window that takes down what the screen asks of the program."""

    CSS_PATH = stylesheets("base")

    def __init__(self, path: Path, title: str = "Checkout fails", lines: tuple[str, ...] = LINES):
        super().__init__()
        self.store = Store(path)
        self.now = T0
        self.log_ = declare(
            self.store, self.sitting("jo"), Declared(title, Severity.SEV2, "checkout"), T0
        )
        self.drafts: dict[str, str] = {}
        self.asked: list[Any] = []
        self.write(*lines)

    def sitting(self, author: str) -> Session:
        return Session(author, "tui", lambda: self.now)

    def write(self, *lines: str, author: str = "jo") -> None:
        """As another window or command would."""
        log = open_log(self.store, self.sitting(author), incident_id=self.log_.id)
        for line in lines:
            self.now += timedelta(minutes=1)
            decided = log.decide(line)
            assert isinstance(decided.outcome, Fact)
            log.record(decided.outcome, decided.at or self.now)

    async def answer(self, **answers: str) -> None:
        for field, text in answers.items():
            await postmortems.save(self.store, self.log_, field, text)

    async def stored(self) -> dict[str, str]:
        return {
            field: found.text
            for field, found in (await (await self.store.documents()).answers(self.log_.id)).items()
        }

    def get_line_filters(self) -> list[LineFilter]:
        """As in the program, where no field can send what was pasted into it to the terminal."""
        return [*super().get_line_filters(), OutputGuard()]

    def on_mount(self) -> None:
        self.push_screen(PostmortemScreen(self.store, self.log_, self.drafts))

    def on_asked(self, message: Asked) -> None:
        self.asked.append(message.intent)

    @property
    def shown(self) -> PostmortemScreen:
        screen = next(s for s in self.screen_stack if isinstance(s, PostmortemScreen))
        assert isinstance(screen, PostmortemScreen)
        return screen

    def text(self) -> str:
        """All that is on the screen."""
        strips = self.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)


async def until(pilot: Pilot[None], true: Callable[[], object]) -> None:
    """Wait for it; the suite's own time limit says when it never comes."""
    while not true():
        await pilot.pause(0.01)


async def opened(pilot: Pilot[None], app: Desk, step: str = "") -> None:
    """Wait until the fields are there, then go to the step."""
    await until(pilot, lambda: app.shown.record is not None and app.shown.page.boxes)
    if step:
        wanted = next(n for n, each in enumerate(STEPS) if each.id == step)
        while app.shown.step != wanted:
            await pilot.press("ctrl+n" if app.shown.step < wanted else "ctrl+b")
        field = STEPS[wanted].fields[0].id
        await until(pilot, lambda: [b.field.id for b in app.shown.page.boxes][:1] == [field])
        await pilot.pause()
