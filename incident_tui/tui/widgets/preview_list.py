"""What an import brings is reviewed row by row: a key takes or leaves a star or a suggestion."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from incident_tui.domain.text import one_line
from incident_tui.importers.format import CapturedEntry, Suggestion
from incident_tui.tui.widgets.row_list import Part, RowList

Row = CapturedEntry | Suggestion


class PreviewList(RowList[Row]):
    """Suggested stars are taken and what was heard is not, until a person says otherwise."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "choose", "Take or leave the row", show=False, id="import.toggle"),
        Binding("enter", "take", "Import", show=False, id="import.take"),
        Binding("a", "accept_all", "Accept every suggestion", show=False, id="import.accept"),
        Binding("d", "dismiss_all", "Dismiss every suggestion", show=False, id="import.dismiss"),
        Binding("s", "star_all", "Every suggested star, or none", show=False, id="import.stars"),
        Binding("f", "narrow", "Only stars and suggestions", show=False, id="import.narrow"),
    ]

    class Changed(Message):
        """Something was taken or left."""

    class Asked(Message):
        """Import it."""

    def __init__(self) -> None:
        super().__init__(self._told)
        self._all: tuple[Row, ...] = ()
        self._narrow = False
        self.starred: set[str] = set()
        self.accepted: set[int] = set()

    def take(self, rows: tuple[Row, ...]) -> None:
        """Show another source."""
        self._all = rows
        self._narrow = False
        self.starred = {r.external_ref for r in rows if isinstance(r, CapturedEntry) and r.starred}
        self.accepted = set()
        self.show(rows)

    @property
    def suggestions(self) -> list[Suggestion]:
        """Every suggestion."""
        return [row for row in self._all if isinstance(row, Suggestion)]

    @property
    def taken(self) -> tuple[Suggestion, ...]:
        """The suggestions that were accepted, in the order of their times."""
        return tuple(each for each in self.suggestions if id(each) in self.accepted)

    def action_choose(self) -> None:
        """Star an entry or take its star; accept a suggestion or dismiss it."""
        row = self.chosen
        if isinstance(row, Suggestion):
            self.accepted ^= {id(row)}
        elif row is not None:
            self.starred ^= {row.external_ref}
        self._redraw()

    def action_open(self) -> None:
        """A click takes or leaves the row."""
        self.action_choose()

    def open(self) -> None:
        """As a click does."""
        self.action_choose()

    def action_accept_all(self) -> None:
        """Accept every suggestion."""
        self.accepted = {id(each) for each in self.suggestions}
        self._redraw()

    def action_dismiss_all(self) -> None:
        """Dismiss every suggestion."""
        self.accepted = set()
        self._redraw()

    def action_star_all(self) -> None:
        """Every star that the source suggests, or none."""
        wanted = {r.external_ref for r in self._all if isinstance(r, CapturedEntry) and r.starred}
        self.starred = set() if self.starred >= wanted else self.starred | wanted
        self._redraw()

    def action_narrow(self) -> None:
        """Only the rows that ask something, or all again."""
        self._narrow = not self._narrow
        self.show(tuple(filter(self._asks, self._all)) if self._narrow else self._all)

    def action_take(self) -> None:
        """Import it."""
        self.post_message(self.Asked())

    def _asks(self, row: Row) -> bool:
        return isinstance(row, Suggestion) or row.starred or row.external_ref in self.starred

    def _redraw(self) -> None:
        self.changed(self.cursor)
        self.post_message(self.Changed())

    def _told(self, row: Row) -> Iterable[Part]:
        return self._suggested(row) if isinstance(row, Suggestion) else self._said(row)

    def _said(self, entry: CapturedEntry) -> Iterator[Part]:
        yield f"{entry.occurred_at:%m-%d %H:%M:%S} ", "quiet"
        yield ("★ ", "star") if entry.external_ref in self.starred else ("  ", "plain")
        if entry.milestone is not None:
            yield f"● {entry.milestone}  ", "strong"
        if entry.author:
            yield f"{one_line(entry.author)}  ", "quiet"
        yield one_line(entry.text), "plain"

    def _suggested(self, suggestion: Suggestion) -> Iterator[Part]:
        accepted = id(suggestion) in self.accepted
        yield " " * 15, "quiet"
        yield ("✔ ", "good") if accepted else ("? ", "late")
        yield one_line(suggestion.command), "strong" if accepted else "plain"
        if suggestion.text not in suggestion.command:
            yield f"  “{one_line(suggestion.text)}”", "quiet"
