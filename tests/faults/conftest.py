from tests.cli.conftest import burning, shell
from tests.tui.conftest import place

__all__ = ["burning", "place", "shell"]
