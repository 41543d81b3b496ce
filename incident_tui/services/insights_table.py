"""What the figures must know of a team is configuration: its hours, and what its time is worth."""

from typing import Annotated

import msgspec

from incident_tui.services.settings import SettingError, Table

TYPE_CHECKING = False
if TYPE_CHECKING:  # the figures are loaded when they are asked for
    from incident_tui.domain.metrics.off_hours import Hours

_Oclock = Annotated[int, msgspec.Meta(ge=0, le=24)]


class InsightsTable(Table, frozen=True):
    """`[insights]`: work is from `opens` to `closes` in `zone`; `saved` gives minutes saved."""

    zone: str = "UTC"
    opens: _Oclock = 6
    closes: _Oclock = 22
    saved: str = ""

    @property
    def formula(self) -> str:
        """How the time saved is reckoned."""
        from incident_tui.domain.metrics.saved import FORMULA  # noqa: PLC0415  as above

        return self.saved or FORMULA

    @property
    def hours(self) -> "Hours":
        """When people work; SettingError when there is no such zone."""
        from datetime import UTC, tzinfo  # noqa: PLC0415  as above
        from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415

        from incident_tui.domain.metrics.off_hours import Hours  # noqa: PLC0415

        try:
            zone: tzinfo = UTC if self.zone == "UTC" else ZoneInfo(self.zone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            told = f"there is no time zone {self.zone!r}; write one such as Europe/Berlin"
            raise SettingError(("insights", "zone"), told) from None
        return Hours(zone, self.opens, self.closes)

    def check(self) -> None:
        """SettingError for what has the right type and no meaning."""
        if self == InsightsTable():
            return
        from incident_tui.domain.metrics.saved import (  # noqa: PLC0415  as above
            COUNTS,
            FormulaError,
            minutes,
        )

        self.hours  # noqa: B018  told now
        if self.opens >= self.closes:
            raise SettingError(("insights", "closes"), "work must close after it opens")
        try:
            minutes(self.formula, dict.fromkeys(COUNTS, 1))
        except FormulaError as error:
            raise SettingError(("insights", "saved"), str(error)) from None
