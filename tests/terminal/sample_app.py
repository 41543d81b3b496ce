"""A small app that wires the terminal guards: `python -m tests.terminal.sample_app FOLDER WORD…`.

`no-input`, `no-output`, `no-signals` and `no-crash` leave a guard out; `quick` has an open paste
close after the second that people wait, which a busy machine may exceed; other words seed a fault.
It keeps the draft in memory only, so what is on disk afterwards was saved by a guard.
"""

import sys
import time
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.filter import LineFilter
from textual.widgets import Input, Static, TextArea

from incident_tui.services.drafts import Draft, DraftFile
from incident_tui.tui.crash import CalmApp
from incident_tui.tui.terminal import input_guard
from incident_tui.tui.terminal.output_guard import OutputGuard
from incident_tui.tui.terminal.signals import last_words
from incident_tui.tui.widgets.prose import Prose

HOSTILE = "[\x1b]52;c;aGk=\x07|\x1b[31m|\x9b32m|\x00|\x7f|\u202e|\u2066|\t|\x0b]"


class Pages(Prose):
    """Shows how much of a long paste has arrived."""

    def on_text_area_changed(self) -> None:
        self.border_title = f"pages {len(self.text)}"


class Sample(CalmApp[None]):
    """Shows how many lines were submitted, and what the draft holds."""

    ENABLE_COMMAND_PALETTE = False
    CSS = "TextArea { height: 5; border: round; }"
    BINDINGS: ClassVar = [
        ("f2", "fail"),
        ("f3", "fail_in_worker"),
        ("f5", "block"),
    ]

    def __init__(self, folder: Path, words: frozenset[str]) -> None:
        super().__init__(folder / "crashes")
        self._folder = folder
        self._words = words
        self._guards = [] if "no-output" in words else [OutputGuard()]
        self._draft = Draft()
        self._file = DraftFile(folder / "drafts", "window")
        self._submitted = 0

    def get_line_filters(self) -> Sequence[LineFilter]:
        return [*super().get_line_filters(), *self._guards]

    def compose(self) -> ComposeResult:
        yield Static("submitted 0", id="submitted", markup=False)
        yield Static("", id="kept", markup=False)
        if "hostile" in self._words:
            yield Static(HOSTILE, markup=False)
            yield Input(HOSTILE, disabled=True)
            yield TextArea(HOSTILE, disabled=True)
        yield Input(id="prompt")
        yield Pages()

    def on_mount(self) -> None:
        if "fail-at-start" in self._words:
            self.action_fail()
        self.query_one("#prompt").focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        self._draft = Draft(line=event.value, cursor=len(event.value))
        self.query_one("#kept", Static).update(f"draft {len(event.value)} <{event.value[:40]}>")

    def on_input_submitted(self) -> None:
        self._submitted += 1
        self.query_one("#submitted", Static).update(f"submitted {self._submitted}")

    def keep_draft(self) -> None:
        if "stuck-save" in self._words:
            time.sleep(600)
        self._file.save(self._draft)

    def action_fail(self) -> None:
        token = "local-" + "secret"  # what a traceback with locals would show
        raise RuntimeError(f"{token} {self._draft.line}")

    def action_fail_in_worker(self) -> None:
        async def work() -> None:
            self.action_fail()

        self.run_worker(work())

    def action_block(self) -> None:
        (self._folder / "blocked").touch()
        time.sleep(600)


def main() -> None:
    folder, *words = sys.argv[1:]
    if "no-input" not in words:
        input_guard.install()
    if "quick" not in words:
        vars(input_guard)["QUIET"] = 60.0
    if "no-crash" in words:
        Sample._handle_exception = App._handle_exception  # type: ignore[method-assign]
    app = Sample(Path(folder), frozenset(words))
    with nullcontext() if "no-signals" in words else last_words(app.keep_draft):
        app.run()
    sys.exit(app.return_code or 0)


if __name__ == "__main__":
    main()
