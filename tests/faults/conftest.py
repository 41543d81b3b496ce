from tests.tui.conftest import place as place
