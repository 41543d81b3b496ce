"""What the opening checklist of a call asks is ticked as it is done, and each tick is logged."""

from incident_tui.commands.args import Place
from incident_tui.commands.outcome import ShowChecklist, Situation
from incident_tui.commands.registry import Registry
from incident_tui.domain.call_facts import ChecklistTicked
from incident_tui.domain.checklists import CheckItem, checklist, unticked
from incident_tui.domain.errors import CommandError

registry = Registry("Check")


@registry.command("check")
def check(now: Situation, place: Place | None = None) -> ChecklistTicked:
    """Tick an item of the checklist; the next one, if none is named.

    /check 3
    /check
    """
    items = _asked(now)
    left = unticked(items)
    if place is None and not left:
        raise CommandError(f"all {len(items)} are ticked; /checklist shows them")
    if place is not None and place > len(items):
        raise CommandError(f"there is no item {place}; the checklist has {len(items)}")
    item = left[0] if place is None else items[place - 1]
    if item.at is not None:
        raise CommandError(f"{item.number} was ticked at {item.at:%H:%M}: {item.text}")
    return ChecklistTicked(item.text, item.number)


@registry.command("checklist")
def show_checklist(now: Situation) -> ShowChecklist:
    """Show the checklist of this severity, and tick its next item.

    /checklist
    """
    _asked(now)
    return ShowChecklist()


def _asked(now: Situation) -> tuple[CheckItem, ...]:
    items = checklist(now.state, now.practice)
    if not items:
        level = now.state.severity.name
        raise CommandError(
            f"{level} has no checklist; the configuration gives it one: "
            f"[severity.{level.lower()}] checklist"
        )
    return items
