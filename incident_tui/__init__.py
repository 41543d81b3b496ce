"""The Incident Commander's terminal: log the incident as it burns, publish the post-mortem after."""

__version__ = "0.1.0"
