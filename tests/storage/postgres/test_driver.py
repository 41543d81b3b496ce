import importlib
import sys

import pytest

from incident_tui.domain.errors import StoreError


def test_who_lacks_the_driver_is_told_the_name_of_the_extra(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    name = "incident_tui.storage.postgres.driver"
    monkeypatch.setitem(sys.modules, "asyncpg", None)
    monkeypatch.delitem(sys.modules, name, raising=False)
    with pytest.raises(StoreError, match=r"incident-tui\[postgres\]"):
        importlib.import_module(name)
