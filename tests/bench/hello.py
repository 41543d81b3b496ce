"""The least that any Textual app costs: one text and one field."""

from textual.app import App, ComposeResult
from textual.widgets import Input, Static


class Hello(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("hello-first-frame")
        yield Input(placeholder="type-here")


if __name__ == "__main__":
    Hello().run()
