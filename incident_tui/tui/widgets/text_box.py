"""A draft stands in the field as an offer, and becomes the answer only by a person's hand."""

from typing import ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, TextArea

from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.postmortem import fields
from incident_tui.postmortem.blameless import standing
from incident_tui.postmortem.fields import FieldKind
from incident_tui.postmortem.findings import Finding
from incident_tui.tui.manuscript import Manuscript
from incident_tui.tui.screens.history import HistoryScreen
from incident_tui.tui.text import line
from incident_tui.tui.widgets.field import Field
from incident_tui.tui.widgets.field_box import FieldBox, answer
from incident_tui.tui.widgets.prose import Prose
from incident_tui.tui.widgets.rewording import blame_nudges, reword

_ONE_LINE: Final = (FieldKind.PERSON, FieldKind.LINE)
_LISTED: Final = (FieldKind.ITEMS, FieldKind.FACTORS)
_OFFERED: Final = "drafted from {}: edit it, or ^Y keeps it as it is"
_STATED: Final = "from {}, and counts as the answer: type to correct it"
_ELSEWHERE: Final = "changed in another window: leave this field to see it; go on, and yours counts"


class TextBox(FieldBox):
    """A field answered by text."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # Where nothing is drafted it falls through to the editor, which repeats what was undone.
        Binding("ctrl+y", "keep", "Keep the draft", show=False, priority=True),
        # In an editor this key would select all, which ^A does too.
        Binding("f7", "reword", "Reword what blames", show=False, priority=True),
        Binding("ctrl+r", "history", "Earlier versions", show=False, priority=True),
    ]

    def __init__(self, field: fields.Field, record: IncidentRecord) -> None:
        super().__init__(field, record)
        self._known = answer(record, field)
        draft = field.prefill(record).strip()
        empty = not self._known.strip()
        self.drafted = (empty and bool(draft)) or field.id in record.postmortem.drafted
        self._shown = draft if empty and self.drafted else self._known
        self._fresh: str | None = None
        self._elsewhere = False
        self.editor: Field | Prose
        if field.kind in _ONE_LINE:
            self.editor = Field(self._shown)
            self._shown = self.editor.value
        else:
            self.editor = self.editor_of(self._shown)
            self._shown = self.editor.text

    def editor_of(self, text: str) -> Prose:
        """Where longer text is written."""
        return Prose(text, items=self.field.kind in _LISTED)

    @property
    def text(self) -> str:
        """What stands in the editor."""
        return self.editor.value if isinstance(self.editor, Field) else self.editor.text

    def body(self) -> ComposeResult:
        """One line, or as many as it takes."""
        yield self.editor

    def fresh(self) -> str | None:
        """The text, if a person changed it; keys that are still on their way here are not in it."""
        self._look()
        fresh, self._fresh = self._fresh, None
        return fresh

    def take(self, record: IncidentRecord) -> None:
        """Show what the record says, unless somebody is writing here."""
        self._look()
        self.record = record
        said, draft = answer(record, self.field), self.field.prefill(record).strip()
        mine = self._fresh is not None
        self._elsewhere = self.editor.has_focus and not mine and said != self._known
        untouched = self.field.id in record.postmortem.drafted
        other = said != self._known or (self.drafted and not untouched and draft != self._shown)
        if other and not mine and not self.editor.has_focus:
            self._load(said, draft)
        self.editor.set_class(self.drafted, "-draft")
        self.note()

    def remarks(self) -> list[Content]:
        """Where the text is from, then the advice."""
        told = super().remarks() + blame_nudges(self.blaming)
        if self.drafted:
            cited = self.record.postmortem.drafted.get(self.field.id)
            cited = self.field.draft(self.record).entries if cited is None else cited
            source = " ".join(f"#{seq}" for seq in cited)
            said = _STATED if self.field.stated else _OFFERED
            told.insert(0, line(said.format(source), "dim italic"))
        if self._elsewhere:
            told.insert(0, line(_ELSEWHERE, "$text-warning"))
        return told

    @property
    def blaming(self) -> tuple[Finding, ...]:
        """What blames in this text, and is not kept for a reason."""
        return standing(self.record, self.field.id)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a draft can be kept, and only what blames be reworded."""
        if action == "reword":
            return bool(self.blaming)
        return self.drafted if action == "keep" else super().check_action(action, parameters)

    def action_reword(self) -> None:
        """Put a rewrite in the place of the first words that blame, or select them."""
        found = [each for each in self.blaming if each.text in self.text]
        if found:
            reword(self.editor, found[0])
            self.editor.focus()

    def action_keep(self) -> None:
        """The draft is the answer now."""
        self._written()
        self.post_message(self.Typed())

    def action_history(self) -> None:
        """Show what was saved here before; one of them can be taken up again."""

        async def look(manuscript: Manuscript) -> None:
            screen = HistoryScreen(self.field.label, await manuscript.history(self.field.id))
            self.app.push_screen(screen, self._take_up)

        self.post_message(self.Asked(self, look))

    def _take_up(self, text: str | None) -> None:
        if text is None or text == self.text:
            return
        if isinstance(self.editor, Field):
            self.editor.value = text
        else:
            self.editor.replace(text, (0, 0), self.editor.document.end)

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _changed(self, event: events.Event) -> None:
        event.stop()
        self._look()
        if self._fresh is not None:
            self.post_message(self.Typed())

    @on(Input.Submitted)
    def _next(self, event: Input.Submitted) -> None:
        event.stop()
        self.screen.focus_next()

    def on_descendant_blur(self) -> None:
        """Show what was held back, and have the text saved."""
        self.take(self.record)
        self.post_message(self.Left())

    def _look(self) -> None:
        """Notice what was typed."""
        if self.text != self._shown:
            self._written()

    def _written(self) -> None:
        self._shown = self._known = self._fresh = self.text
        self.drafted = self._elsewhere = False
        self.editor.remove_class("-draft")

    def _load(self, said: str, draft: str) -> None:
        self._known = said
        empty = not said.strip()
        self.drafted = (empty and bool(draft)) or self.field.id in self.record.postmortem.drafted
        text = draft if empty and self.drafted else said
        if isinstance(self.editor, Field):
            self.editor.value = text
        else:
            self.editor.load_text(text)
        self._shown = self.text
