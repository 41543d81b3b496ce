"""Whether it happened before is suggested with reasons, and said by a person at one key."""

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.postmortem import fields
from incident_tui.services.resemblance import Before
from incident_tui.tui.debounce import Debounce
from incident_tui.tui.manuscript import Manuscript
from incident_tui.tui.text import line
from incident_tui.tui.widgets.field_box import FieldBox
from incident_tui.tui.widgets.line_list import LineList
from incident_tui.tui.widgets.row_list import Part, RowList

_LOOK_AFTER = 0.6
"""Seconds of rest in the typing before earlier incidents are ranked anew."""


class BeforeBox(FieldBox):
    """Earlier incidents of the same cause; Enter confirms one, `x` says it is not the same."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x,delete", "reject", "Not the same", show=False),
    ]

    def __init__(self, field: fields.Field, record: IncidentRecord) -> None:
        super().__init__(field, record)
        self.rows: RowList[Before] = RowList(_parts)
        self._chosen = Static(classes="chosen")
        self._asked_of: object = None
        self._look_soon = Debounce(self, _LOOK_AFTER, self._look)

    def body(self) -> ComposeResult:
        """The incidents, and why the chosen one is among them."""
        yield self.rows
        yield self._chosen

    def take(self, record: IncidentRecord) -> None:
        """Look again, if something is told differently now; the first time at once."""
        super().take(record)
        told = (record.postmortem.answer("factors"), record.postmortem.answer("summary"))
        asked = (told, record.state.title, record.state.recurrences)
        if asked != self._asked_of:
            self._look_soon.ask(0.01 if self._asked_of is None else None)
            self._asked_of = asked

    def action_reject(self) -> None:
        """It only looks like the chosen one, and is not suggested again."""
        if (chosen := self.rows.chosen) is not None:
            self._say(f"/notsame {chosen.name}")

    @on(LineList.Moved)
    def _moved(self, event: LineList.Moved) -> None:
        event.stop()
        self._describe()

    @on(LineList.Opened)
    def _confirm(self, event: LineList.Opened) -> None:
        event.stop()
        chosen = self.rows.chosen
        if chosen is not None and not chosen.confirmed:
            self._say(f"/recurs {chosen.name} {chosen.likeness.mechanism}")

    def _say(self, said: str) -> None:
        self.post_message(self.Asked(self, lambda manuscript: manuscript.say(said)))

    def _look(self) -> None:
        self.post_message(self.Asked(self, self._show))

    async def _show(self, manuscript: Manuscript) -> None:
        self.rows.show(await manuscript.seen_before())
        self.display = bool(self.rows.rows)
        self._describe()

    def _describe(self) -> None:
        chosen = self.rows.chosen
        if chosen is None:
            return
        keys = "x takes it back" if chosen.confirmed else "Enter confirms · x not the same"
        told = [line(keys, "dim"), *(line(reason, "dim") for reason in chosen.likeness.reasons)]
        told += [Content.assemble(("worked then  ", "dim"), line(text)) for text in chosen.worked]
        self._chosen.update(Content("\n").join(told))


def _parts(before: Before) -> Iterator[Part]:
    story = before.likeness.story
    yield ("✔ ", "good") if before.confirmed else ("? ", "quiet")
    yield before.name, "strong"
    yield f"  {story.declared_at:%Y-%m-%d}" if story.declared_at else "", "quiet"
    yield f"  {before.likeness.mechanism}" if before.likeness.mechanism else "", "quiet"
    yield f"  {story.title}", "plain"
