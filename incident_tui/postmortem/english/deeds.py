"""What somebody did may be told as a noun; what somebody only has is told from it by its making."""

from typing import Final

from incident_tui.postmortem.english.lists import words

_PLAIN: Final = words(
    """
    change changes commit commits script command commands decision decisions edit edits merge
    deploy deploys update updates upgrade action actions patch fix rollout release work query test
    experiment config mistake typo request pr job code branch move rebase revert rollback refactor
    hotfix override cleanup clean-up restart reboot click clicks backfill import export reindex
    intervention shortcut workaround rename push pull switch swap switch-over switchover failover
    tweak tinkering meddling slip error handling tuning re-run rerun purge wipe reset shutdown
    delay attempt idea call choice behaviour behavior conduct
    """
)
_ENDINGS: Final = ("ation", "etion", "ition", "uction", "ersion", "ment", "oval", "usal", "oring")
_HAD: Final = words(
    """
    application applications environment documentation station location subscription integration
    instrumentation partition information organisation organization organization's department
    equipment segment moment management monitoring foundation version document element statement
    automation corporation generation position federation association collaboration
    """
)


def is_deed(low: str) -> bool:
    """Whether it is something done: `change`, `removal`, `reconfiguration`."""
    return low in _PLAIN or (low.endswith(_ENDINGS) and low not in _HAD)
