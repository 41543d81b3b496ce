"""A document is seen before it leaves, in every format, and with its secrets named."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import groupby
from pathlib import Path
from typing import ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from incident_tui.domain.errors import IncidentTuiError
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.exporters.format import Exporter, ExportKind
from incident_tui.services import exporting, secrecy
from incident_tui.services.config import ExportConfig
from incident_tui.tui.clipboard import copy
from incident_tui.tui.debounce import Debounce
from incident_tui.tui.folder import show
from incident_tui.tui.styles import stylesheets
from incident_tui.tui.text import line, plain
from incident_tui.tui.widgets.key_line import KeyLine

_HEADINGS: Final = {
    ExportKind.DOCUMENT: "Documents",
    ExportKind.ACTIONS: "Action items",
    ExportKind.TIMELINE: "Timeline",
    ExportKind.BRIEF: "Briefs",
}
_LONGEST: Final = 8_000
"""Characters of a document that are shown; nobody reads more of them here."""
_SHOW_AFTER: Final = 0.05
"""Seconds of rest before a format is written out, so that moving past it costs nothing."""
_LISTED: Final = 3
"""Secrets that are named; the others are counted."""


class ExportDialog(ModalScreen[None]):
    """Formats, a preview of the chosen one, and ways to save it, copy it and find it again."""

    CSS_PATH = stylesheets("parts", "export")

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-wide")]  # noqa: RUF012  Textual's own type
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "copy", "Copy", show=False, id="export.copy"),
        Binding("o", "folder", "Open the folder", show=False, id="export.folder"),
        Binding("r", "decide('redact')", "Redact secrets", show=False, id="export.redact"),
        Binding("k", "decide('keep')", "Keep secrets", show=False, id="export.keep"),
        Binding("escape", "dismiss", "Back", show=False),
    ]

    def __init__(
        self,
        record: IncidentRecord,
        formats: Sequence[Exporter],
        places: ExportConfig,
        chosen: str = "markdown",
    ) -> None:
        super().__init__()
        kinds = list(_HEADINGS)
        self._formats = sorted(formats, key=lambda f: (kinds.index(f.kind), f.name))
        self._record = record
        self._places = places
        self._format = next((f for f in formats if f.name == chosen), self._formats[0])
        self._leaks: dict[str, tuple[secrecy.Leak, ...]] = {}
        self._decided = ""
        self._show_soon = Debounce(self, _SHOW_AFTER, self._show)

    def compose(self) -> ComposeResult:
        """The formats beside what they make; below, where it goes."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = line(
                f"Export {self._record.name if self._record.number else 'action items'}"
            )
            with Horizontal():
                yield OptionList(*self._options(), id="formats", compact=True)
                with VerticalScroll(id="shown"):
                    yield Static(id="document")
            yield Static(id="secrets")
            yield Static(id="said")
            yield KeyLine(("Enter", "save"), ("c", "copy"), ("o", "folder"), ("Esc", "back"))

    def on_mount(self) -> None:
        """Begin at the usual format."""
        formats = self.query_one(OptionList)
        formats.highlighted = formats.get_option_index(self._format.name)
        formats.focus()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the document in that format, once the cursor rests."""
        event.stop()
        self._format = next(f for f in self._formats if f.name == event.option_id)
        try:
            name = exporting.file_name(self._record, self._format)
        except IncidentTuiError as error:
            self._say(str(error), wrong=True)
        else:
            self._say(f"Goes to {self._folder / name}")
        self._show_soon.ask()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Save; what is there already is never written over."""
        event.stop()
        record = self._vetted()
        if record is None:
            return
        try:
            paths = exporting.deliver(record, self._format, self._folder)
        except IncidentTuiError as error:
            self._say(str(error), wrong=True)
        else:
            self._say(f"Written to {' and '.join(map(str, paths))}.{self._done()}")

    def on_click(self, event: events.Click) -> None:
        """A click beside the dialog leaves it."""
        if event.widget is self:
            self.dismiss()

    def action_copy(self) -> None:
        """Copy the document, if it is text."""
        record = self._vetted()
        if record is None:
            return
        try:
            document = self._format.render(record)
        except IncidentTuiError as error:
            self._say(str(error), wrong=True)
            return
        if isinstance(document, bytes):
            self._say("This format is no text to copy; Enter saves it to a file", wrong=True)
        else:
            self._say(f"{copy(self.app, document)}{self._done()}")

    def action_folder(self) -> None:
        """Show the folder in the desktop's own program, or at least say where it is."""
        folder = self._folder.absolute()
        opened = self._folder.is_dir() and show(self._folder)
        self._say(f"Opened {folder}" if opened else f"The folder for documents is {folder}")

    def action_decide(self, what: str) -> None:
        """What becomes of the secrets in every document of this dialog."""
        self._decided = what
        self._show()

    def _options(self) -> Iterator[Option]:
        for kind, formats in groupby(self._formats, key=lambda f: f.kind):
            yield Option(Content.styled(_HEADINGS[kind], "bold"), disabled=True)
            for each in formats:
                yield Option(Content.assemble("  ", line(each.name)), each.name)

    @property
    def _folder(self) -> Path:
        return self._places.path(self._format.name)

    @property
    def _choice(self) -> str:
        """What becomes of the secrets: as was decided here, else as is configured."""
        return self._decided or self._places.secrecy(self._format.name) or ""

    def _found(self) -> tuple[secrecy.Leak, ...]:
        """The secrets in the document, looked for once a format."""
        name = self._format.name
        if name not in self._leaks:
            self._leaks[name] = ()
            with suppress(IncidentTuiError):  # what cannot be written holds none, and says so
                self._leaks[name] = secrecy.leaks(self._record, self._format)
        return self._leaks[name]

    def _vetted(self) -> IncidentRecord | None:
        """The record as it may leave; None while secrets wait for a decision."""
        if not self._found() or self._choice == "keep":
            return self._record
        if self._choice == "redact":
            return secrecy.redacted(self._record)
        self._say("First say what becomes of the secrets: r redacts them, k keeps them", wrong=True)
        return None

    def _done(self) -> str:
        count = len(self._found())
        what = "redacted" if self._choice == "redact" else "kept"
        return f" {count} secret{'s' if count > 1 else ''} {what}." if count else ""

    def _show(self) -> None:
        """Write the document out, and name what looks like a secret in it."""
        redact = self._choice == "redact" and self._found()
        record = secrecy.redacted(self._record) if redact else self._record
        try:
            document = self._format.render(record)
        except IncidentTuiError as error:
            self._say(str(error), wrong=True)
            document = ""
        shown = self.query_one("#document", Static)
        if isinstance(document, bytes):
            shown.update(line(f"{self._format.label}: {len(document)} bytes", "dim"))
        else:
            rest = "\n…" if len(document) > _LONGEST else ""
            shown.update(plain(document[:_LONGEST] + rest))
        frame = self.query_one("#shown", VerticalScroll)
        frame.border_title = line(self._format.label)
        frame.scroll_home(animate=False)
        self.query_one("#secrets", Static).update(Content("\n").join(self._warning()))
        # The warning takes its lines from the list, which must not hide what it stands on.
        self.call_after_refresh(self.query_one(OptionList).scroll_to_highlight)

    def _warning(self) -> Iterator[Content]:
        found = self._found()
        if not found:
            return
        ways = {"": "r redacts them, k keeps them", "redact": "redacted", "keep": "kept"}
        count = f"{len(found)} secret{'s' if len(found) > 1 else ''} in it"
        yield line(f"{count}: {ways[self._choice]}", "bold")
        for leak in found[:_LISTED]:
            yield Content.assemble("  ", line(str(leak)))
        if len(found) > _LISTED:
            yield Content.assemble("  ", line(f"and {len(found) - _LISTED} more", "dim"))

    def _say(self, text: str, *, wrong: bool = False) -> None:
        said = self.query_one("#said", Static)
        said.update(line(text))
        said.set_class(wrong, "-wrong")
