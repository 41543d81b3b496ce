"""What the call asks of the window: updates, hand-overs, milestones and how it is ended."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, assert_never

from incident_tui.commands.outcome import (
    AskBeforeEnding,
    Calling,
    EditMilestones,
    OpenReplay,
    ShowBrief,
    ShowChecklist,
    ShowDuties,
    WriteUpdate,
)
from incident_tui.domain.call_facts import UpdateLogged
from incident_tui.domain.checklists import checklist, unticked
from incident_tui.domain.ending import Lack, unsettled
from incident_tui.domain.errors import CommandError, StoreError
from incident_tui.domain.fact import Fact
from incident_tui.domain.facts import RoleAssigned
from incident_tui.domain.flavours import Flavour
from incident_tui.domain.incident import COMMANDER, Audience, Milestone, role_title
from incident_tui.domain.roles import burden
from incident_tui.services.incident_log import IncidentLog
from incident_tui.tui.screens.live import LiveScreen
from incident_tui.tui.widgets.sheet import Item

_TRANSCRIPT = "replay"
"""The source of lines that a transcript types; it is not stopped by cards."""

if TYPE_CHECKING:
    from incident_tui.tui.app import IncidentApp
    from incident_tui.tui.screens.card import CardDialog


def carry_out(app: "IncidentApp", intent: Calling, log: IncidentLog) -> None:
    """Show the page that was asked for."""
    match intent:
        case WriteUpdate(flavour=flavour):
            write_update(app, log, flavour)
        case ShowBrief():
            show_brief(app, log)
        case ShowDuties(role=role):
            show_duties(app, log, role)
        case ShowChecklist():
            show_checklist(app, log)
        case EditMilestones(first=first):
            edit_milestones(app, log, first)
        case AskBeforeEnding(line=text, typed_at=typed_at):
            ask_before_ending(app, log, text, typed_at)
        case OpenReplay():
            open_replay(app, log)
        case _:
            assert_never(intent)


def after_roles(app: "IncidentApp", log: IncidentLog, facts: Iterable[Fact]) -> None:
    """What a new role asks for: the brief of a hand-over, the instructions, a word of warning."""
    given = [fact for fact in facts if isinstance(fact, RoleAssigned)]
    if not given or log.session.source == _TRANSCRIPT:
        return
    role = given[-1]
    if role.role == COMMANDER and role.previous:
        show_brief(app, log)
    elif role.person == log.session.author and role.role in log.session.practice.instructions:
        show_duties(app, log, role.role)
    elif role.role in log.session.practice.instructions:
        app.say(f"/duties {role.role} says what that asks of @{role.person}")
    if warning := burden(log.state, role.role):
        app.say(warning)


def after_updates(app: "IncidentApp", log: IncidentLog, facts: Iterable[Fact]) -> None:
    """What customers should not have read is said even where it was typed in one line."""
    sent = [fact for fact in facts if isinstance(fact, UpdateLogged)]
    for fact in sent:
        if fact.audience is Audience.PUBLIC:
            from incident_tui.domain.public_check import public_findings  # noqa: PLC0415  as above

            found = public_findings(fact.text, log.state)
            if found:
                more = f" (and {len(found) - 1} more)" if found[1:] else ""
                app.say(f"for the next one: {found[0].reason}{more}")


def appointed(app: "IncidentApp", log: IncidentLog, facts: Iterable[Fact]) -> None:
    """Somebody else gave a role to whoever sits here, who may be in the middle of a line."""
    mine = [
        fact
        for fact in facts
        if isinstance(fact, RoleAssigned) and fact.person == log.session.author
    ]
    if not mine or log.session.source == _TRANSCRIPT:
        return
    role, idle = mine[-1], isinstance(app.screen, LiveScreen) and not app.screen.bar.prompt.value
    takes_over = role.role == COMMANDER and bool(role.previous)
    if not idle:
        what = "/handover shows the brief" if takes_over else "/duties says what that asks"
        app.say(f"you are {role_title(role.role)} now: {what}")
    elif takes_over:
        show_brief(app, log)
    elif role.role in log.session.practice.instructions:
        show_duties(app, log, role.role)


def show_brief(app: "IncidentApp", log: IncidentLog) -> None:
    """What somebody who takes over must know; Enter logs that they lead now."""
    from incident_tui.domain.handover import brief  # noqa: PLC0415  not for the first frame
    from incident_tui.tui.screens.card import CardDialog  # noqa: PLC0415  as above

    items = [
        Item(part.heading if said is part.lines[0] else " ", said)
        for part in brief(log.state, log.session.now(), log.session.practice)
        for said in part.lines
    ]
    change = log.state.handover
    if change is None or change.taken_at is not None:
        show_card(app, CardDialog(f"Hand-over · {log.name}", items))
        return
    new, old = f"@{change.person}", f"@{change.previous}"
    items += [Item("Say", f"{old}: I hand command over to {new}"), Item(" ", f"{new}: I have it")]
    title = f"Hand-over · {log.name} · {old} → {new}"
    show_card(app, CardDialog(title, items, confirm=f"{new} has command", confirmed="/taken"))


def show_duties(app: "IncidentApp", log: IncidentLog, role: str) -> None:
    """What a role asks of whoever holds it."""
    from incident_tui.tui.screens.card import CardDialog  # noqa: PLC0415  as above

    told = log.session.practice.instructions.get(role)
    if told is None:
        there = ", ".join(log.session.practice.instructions)
        app.refuse(CommandError(f"nothing is written down for {role}; roles with duties: {there}"))
        return
    held = log.state.roles.get(role)
    who = f" · @{held.person}" if held else ""
    items = [Item("·", duty) for duty in told]
    show_card(app, CardDialog(f"{role_title(role)}{who}", items))


def show_checklist(app: "IncidentApp", log: IncidentLog) -> None:
    """What the severity asks for; Enter ticks the next item."""
    from incident_tui.tui.screens.card import CardDialog  # noqa: PLC0415  as above

    items = checklist(log.state, log.session.practice)
    left = unticked(items)
    told = [
        Item(f"{'☑' if item.at else '☐'} {item.number}", item.text, "dim" if item.at else "")
        for item in items
    ]
    title = f"Checklist · {log.state.severity.name} · {len(items) - len(left)}/{len(items)}"
    if not left:
        show_card(app, CardDialog(title, told))
        return
    show_card(app, CardDialog(title, told, confirm=f"tick {left[0].number}", confirmed="/check"))


def show_card(app: "IncidentApp", card: "CardDialog") -> None:
    """Show a card; what it comes to is a line, and what is typed over it goes on in the prompt."""

    def read(line: str | None) -> None:
        screen = app.screen
        if not isinstance(screen, LiveScreen):
            return
        if line:
            screen.action_line(line)
        elif card.typed:
            screen.bar.prompt.insert_text_at_cursor(card.typed)

    app.push_screen(card, read)


def write_update(app: "IncidentApp", log: IncidentLog, flavour: Flavour) -> None:
    """Write an update; what is begun and not logged is kept by the window."""
    from incident_tui.tui.screens.update import UpdateDialog  # noqa: PLC0415  not for the first frame

    async def record(fact: Fact, at: datetime) -> None:
        await recorded(app, log, fact, at)

    def told(said: str | None) -> None:
        app.keeper.keep_soon()
        if said:
            app.say(said)

    app.push_screen(UpdateDialog(log, record, app.keeper.answers, flavour), told)


def edit_milestones(app: "IncidentApp", log: IncidentLog, first: Milestone) -> None:
    """Set or correct the milestones."""
    from incident_tui.tui.screens.milestones import MilestonesDialog  # noqa: PLC0415  as above

    async def record(fact: Fact, at: datetime) -> None:
        await recorded(app, log, fact, at)

    dialog = MilestonesDialog(log, record, first)
    app.push_screen(dialog, lambda told: app.say(told) if told else None)


def ask_before_ending(app: "IncidentApp", log: IncidentLog, text: str, typed_at: datetime) -> None:
    """Resolve all the same, or answer first what is missing; the line waits in the prompt."""
    from incident_tui.tui.screens.ending import EndingDialog  # noqa: PLC0415  as above

    def chosen(choice: Lack | bool | None) -> None:
        screen = app.screen
        if not isinstance(screen, LiveScreen) or not choice:
            return
        prompt = screen.bar.prompt
        if prompt.value == text:
            prompt.begin("")
        if choice is True:
            screen.outbox.send(text, typed_at)
            return
        prompt.remember(text)
        if choice.what in tuple(Milestone):
            edit_milestones(app, log, Milestone(choice.what))
        else:
            screen.bar.begin(choice.line)
            screen.call_later(screen.bar.say, "then ↑ brings your resolve back")

    app.push_screen(EndingDialog(unsettled(log.state)), chosen)
    app.foresee_postmortem(0)


async def recorded(app: "IncidentApp", log: IncidentLog, fact: Fact, at: datetime) -> None:
    """Store the fact, and show it."""
    await app.store.record(log.recording(fact, at))
    for screen in app.screen_stack:
        if isinstance(screen, LiveScreen) and screen.log_ is log:
            screen.catch_up()
            return
    log.catch_up()


def open_replay(app: "IncidentApp", log: IncidentLog) -> None:
    """Go through the incident moment by moment; Esc comes back."""
    from incident_tui.domain.reel import Reel  # noqa: PLC0415  as above
    from incident_tui.tui.screens.replay import ReplayScreen  # noqa: PLC0415  as above

    try:
        reel = Reel(app.store.log.state_rows(log.id))
    except StoreError as error:
        app.refuse(error)
    else:
        app.push_screen(ReplayScreen(app.store, log, reel, app.size))
