"""The Incident Commander's terminal: log the incident as it burns, publish what was learned."""
