"""A draft is a fact on its way into the store, which has no place in the log yet."""

from __future__ import annotations


class Draft:
    """A fact on its way into the store; times are microseconds UTC, `text` is what search finds."""

    __slots__ = (
        *("id", "incident_id", "kind", "version", "payload", "text"),
        *("occurred_at", "recorded_at", "author", "source", "external_ref"),
    )

    def __init__(  # noqa: PLR0913 - as many as the entry has columns
        self,
        *,
        id: str,  # noqa: A002 - the column's name
        incident_id: str,
        kind: str,
        version: int,
        payload: str,
        text: str,
        occurred_at: int,
        recorded_at: int,
        author: str,
        source: str,
        external_ref: str | None = None,
    ) -> None:
        self.id = id
        self.incident_id = incident_id
        self.kind = kind
        self.version = version
        self.payload = payload
        self.text = text
        self.occurred_at = occurred_at
        self.recorded_at = recorded_at
        self.author = author
        self.source = source
        self.external_ref = external_ref
