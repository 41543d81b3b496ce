"""PostgreSQL's driver is an extra; who asks for the team's store without it is told its name."""

from __future__ import annotations

import warnings

from incident_tui.domain.errors import StoreError

try:
    import asyncpg
except ImportError as error:
    raise StoreError(
        "the team's store needs PostgreSQL's driver; pip install 'incident-tui[postgres]'"
    ) from error

# It leaves such a file alone, and whoever is then not let in is told how the file should be.
warnings.filterwarnings("ignore", "password file .* access", UserWarning)

__all__ = ["asyncpg"]
