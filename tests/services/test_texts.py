from pathlib import Path

import pytest

from incident_tui.domain.errors import IncidentTuiError, NotFoundError
from incident_tui.services.texts import read, text_of

MIB = 1 << 20


def test_bytes_that_are_no_text_or_too_many_are_refused(tmp_path: Path) -> None:
    assert text_of("é".encode(), 2) == "é"
    with pytest.raises(IncidentTuiError, match="byte 1 is not UTF-8"):
        text_of(b"a\xff", MIB)
    with pytest.raises(IncidentTuiError, match="larger than 1 MiB"):
        text_of(bytes(MIB + 1), MIB)
    file = tmp_path / "long.txt"
    file.write_bytes(bytes(MIB + 1))
    with pytest.raises(IncidentTuiError, match="larger than 1 MiB"):
        read(file, MIB)


def test_what_cannot_be_read_says_what_else_to_name(tmp_path: Path) -> None:
    with pytest.raises(
        NotFoundError, match=r"no document .*nowhere: No such file.*; name a file, or -"
    ):
        read(tmp_path / "nowhere", MIB)
    with pytest.raises(NotFoundError, match="directory; name INC-1"):
        read(tmp_path, MIB, "INC-1")
