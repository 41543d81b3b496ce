"""How often the search for secrets cries wolf: `python -m tests.measure.secrets FOLDER…`.

The folders should hold texts without any secret: every find is then a false one, and is shown with
its own text taken out.
"""

import sys
from pathlib import Path

from incident_tui.domain import secrets


def main(folders: list[str]) -> int:
    """Print each find and the rate; 2 without a folder."""
    if not folders:
        print(__doc__)
        return 2
    files = lines = found = 0
    for path in sorted(file for folder in folders for file in Path(folder).rglob("*")):
        if not path.is_file():
            continue
        files += 1
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1):
            lines += 1
            for secret in secrets.find(line):
                found += 1
                print(f"{path.name}:{number}: {secret.rule}: {secrets.redacted(line)[:100]}")
    rate = 1000 * found / max(1, lines)
    print(f"{found} found in {lines:,} lines of {files} files: {rate:.2f} in 1,000 lines")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
