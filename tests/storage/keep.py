"""Keeps a store of the version that is about to be released: `python -m tests.storage.keep`."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from incident_tui.storage.schema import VERSION
from tests.generated import TRANSCRIPTS


def main() -> None:
    """Replay every transcript into one store, and keep it where the tests look for it."""
    kept = Path(__file__).parent / "released" / f"v{VERSION}.db"
    with TemporaryDirectory() as folder:
        made = Path(folder) / "store.db"
        for transcript in TRANSCRIPTS:
            program = (sys.executable, "-m", "incident_tui", "--db", str(made), "--as", "@jo")
            # What a transcript expects of a store of its own, such as its number, is not held here.
            subprocess.run([*program, "replay", str(transcript), "--headless"], check=False)
        with closing(sqlite3.connect(made)) as store:
            store.execute("VACUUM")
        kept.write_bytes(made.read_bytes())
    print(kept)


if __name__ == "__main__":
    main()
