"""What every fact is: immutable, named by its kind, and of a known version."""

from typing import ClassVar

import msgspec


class Fact(msgspec.Struct, frozen=True, omit_defaults=True):
    """Base of every payload."""

    KIND: ClassVar[str] = ""
    VERSION: ClassVar[int] = 1
