"""A firm, an office or an institution acts as a team does, and is held responsible as one."""

from typing import Final

from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.trades import plurals

_HOUSES: Final = plurals(
    words(
        """
        academy airline army association authority bank broadcaster charity clinic college
        commission conglomerate consortium consultancy consulate corporation county embassy
        faculty federation firm foundation government hospital hoster institute insurer isp jury
        manufacturer ministry municipality navy newsroom ombudsman outsourcer parliament pharmacy
        regulator reseller retailer school secretariat startup start-up subcontractor subsidiary
        task-force taskforce telco treasury university wholesaler workgroup
        """
    )
) | words(
    "police back-office front-office service-desk call-centre call-center payroll catering"
    " housekeeping pmo"
)
_NO_HOUSES_AFTER: Final = words(
    "memory register battery capacitor power test disk certificate certification root signing"
    " question item data"
)
"""A `memory bank` and a `certificate authority` are things."""
_CENTRES: Final = words("centre center centres centers")
_OF_PEOPLE: Final = words("computing computer call service support competence operations contact")


def is_house(low: str, previous: str) -> bool:
    """Whether it is an institution, or a centre in which people sit."""
    if low in _CENTRES:
        return previous in _OF_PEOPLE
    return low in _HOUSES and previous not in _NO_HOUSES_AFTER
