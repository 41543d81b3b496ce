"""Runs the long half of the fault tests and writes down what they counted: `poe faults`."""

import os
import subprocess
import sys

from tests.faults.endurance import FIGURES as VARIABLE
from tests.faults.matrix import FIGURES, PAGE, page


def main() -> int:
    """The exit status of pytest; the figures and the page are renewed when all passed."""
    new = FIGURES.with_suffix(".new")
    new.unlink(missing_ok=True)
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-n", "2", "--timeout", "3600"),
            *("-m", "fault and long", *sys.argv[1:]),
        ],
        env={**os.environ, VARIABLE: str(new)},
        check=False,
    )
    if done.returncode == 0 and new.exists():
        lines = sorted(new.read_text("utf-8").splitlines())
        FIGURES.write_text("\n".join(lines) + "\n", "utf-8")
        PAGE.write_text(page(), "utf-8")
        print("\n".join(lines))
    new.unlink(missing_ok=True)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
