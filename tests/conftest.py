"""No test depends on how fast the machine is, nor on the terminal it is started from."""

import os

from hypothesis import HealthCheck, settings

settings.register_profile("calm", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("calm")

# The colours a terminal is believed to have decide how many bytes a repaint takes.
os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
