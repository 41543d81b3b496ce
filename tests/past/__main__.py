"""`python -m tests.past FILE` writes an invented history into a new store."""

import argparse
import time
from pathlib import Path

from tests.past.writing import write


def main() -> None:
    """Write what was asked for, and say how long it took."""
    parser = argparse.ArgumentParser("poe past", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--incidents", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--years", type=float, default=3)
    asked = parser.parse_args()
    if asked.file.exists():
        parser.error(f"{asked.file} exists; name a new file")
    began = time.perf_counter()
    write(asked.file, asked.incidents, seed=asked.seed, years=asked.years)
    print(f"{asked.incidents:,} incidents in {time.perf_counter() - began:.1f} s: {asked.file}")


if __name__ == "__main__":
    main()
