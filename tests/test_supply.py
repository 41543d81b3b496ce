"""What is installed can be had again to the byte: each dependency is pinned, with its hashes.

To renew: `uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url
--no-annotate --no-header --all-extras pyproject.toml -o .ci/pins.txt`.
"""

import re
import tomllib
from itertools import chain
from typing import Final

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.support.sources import ROOT

PINS: Final = (ROOT / ".ci" / "pins.txt").read_text("utf-8")
_PIN: Final = re.compile(
    r"^([a-z0-9-]+)==(\S+)(?: ; [^\\\n]+)? \\$(?:\n    --hash=sha256:[0-9a-f]{64}(?: \\)?)+",
    re.MULTILINE,
)


def test_every_dependency_is_pinned_as_it_is_asked_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = [*project["dependencies"], *chain(*project["optional-dependencies"].values())]
    pinned = dict(_PIN.findall(PINS))
    wrong = []
    for text in asked:
        wanted = Requirement(text)
        name = canonicalize_name(wanted.name)
        if name != project["name"] and not wanted.specifier.contains(pinned.get(name, "0")):
            wrong.append(text)
    assert wrong == []


def test_each_pin_has_a_hash_and_no_pin_has_an_address() -> None:
    assert _PIN.sub("", PINS).strip() == ""
    assert "://" not in PINS
