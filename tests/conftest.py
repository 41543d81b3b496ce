"""No test depends on how fast the machine is, on its terminal, or on what the tests before left."""

import gc
import os
import sys

from hypothesis import HealthCheck, settings

settings.register_profile("calm", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("calm")

# The colours a terminal is believed to have decide how many bytes a repaint takes.
os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}

# What may leave no compiled code behind compiles every test anew, in every worker, and the program
# in every process that a test starts.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# A window is many young objects and no garbage until it ends: at Python's own measure, looking for
# some was two fifths of the time of such tests.
gc.set_threshold(50_000, 10, 5)
_freeze = gc.freeze
# The program keeps what it has loaded, once in its life; a worker lives a thousand such lives, and
# would keep what each of them left.
gc.freeze = lambda: None


def pytest_collection_finish() -> None:
    """The tests themselves are not looked through again and again."""
    gc.collect()
    _freeze()
