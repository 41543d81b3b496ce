"""Each kind of update keeps the text that was begun; one that nobody touched is written anew."""

from incident_tui.domain.flavours import WRITTEN, Flavour
from incident_tui.domain.updates import update_text
from incident_tui.services.incident_log import IncidentLog
from incident_tui.tui.drafting import UPDATES


def key_of(incident_id: str, flavour: Flavour) -> str:
    """Under which an update that was begun is kept."""
    return f"{UPDATES}{incident_id}/{flavour}"


class UpdateTexts:
    """What is written in each flavour; `flavour` is the one being written."""

    def __init__(self, log: IncidentLog, kept: dict[str, str], flavour: Flavour) -> None:
        self._log = log
        self._kept = kept
        self._begun = {f: kept.pop(key_of(log.id, f)) for f in WRITTEN if key_of(log.id, f) in kept}
        self._fresh: dict[Flavour, str] = {}
        self.flavour = flavour

    @property
    def begun(self) -> bool:
        """Whether somebody has changed it."""
        return self.flavour in self._begun

    @property
    def text(self) -> str:
        """As it was left, else as the record has it."""
        if self.flavour in self._begun:
            return self._begun[self.flavour]
        if self.flavour not in self._fresh:
            self.rewrite()
        return self._fresh[self.flavour]

    @text.setter
    def text(self, text: str) -> None:
        if text != self._fresh.get(self.flavour):
            self._begun[self.flavour] = text
        else:
            self._begun.pop(self.flavour, None)

    def rewrite(self) -> None:
        """As the record has it now."""
        log, now = self._log, self._log.session.now()
        self._begun.pop(self.flavour, None)
        self._fresh[self.flavour] = update_text(
            self.flavour, log.state, now, practice=log.session.practice, number=log.name
        )

    def forget(self) -> None:
        """It has been logged."""
        self._begun.pop(self.flavour, None)

    def unsaved(self) -> dict[str, str]:
        """What was begun, by the key it is kept under."""
        return {key_of(self._log.id, flavour): text for flavour, text in self._begun.items()}

    def keep(self) -> None:
        """Leave what was begun to the window."""
        self._kept |= self.unsaved()
