"""What a line or a screen asks of the program is carried out here; each has exactly one answer."""

from typing import TYPE_CHECKING, assert_never

from incident_tui.commands.outcome import (
    AskBeforeEnding,
    EditMilestones,
    ExportDocument,
    FindText,
    ImportSource,
    Intended,
    Leave,
    OpenActions,
    OpenIncidents,
    OpenInsights,
    OpenPostmortem,
    OpenReplay,
    ShowBrief,
    ShowChecklist,
    ShowDuties,
    ShowHelp,
    ShowSimilar,
    WriteUpdate,
)
from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.errors import IncidentTuiError, StoreError
from incident_tui.domain.facts import Declared, Redacted
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.timeline import row
from incident_tui.services.incident_log import IncidentLog, declaring
from incident_tui.tui import call, follow_ups, imports, keymap, paging, proposing
from incident_tui.tui.clipboard import copy
from incident_tui.tui.learning import LearningApp
from incident_tui.tui.messages import Asked, DeclareAsked, EntryOpened, Recorded
from incident_tui.tui.outbox import resolves
from incident_tui.tui.screens.live import LiveScreen
from incident_tui.tui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from incident_tui.tui.app import IncidentApp
    from incident_tui.tui.screens.details import Chosen


Answered = Asked | DeclareAsked | EntryOpened | Recorded | Prompt.Pasted


async def answer(app: "IncidentApp", told: Answered) -> None:
    """What the program does about what a screen tells it."""
    match told:
        case Asked(intent=intent, log=log):
            await carry_out(app, intent, log)
        case DeclareAsked():
            ask_declaration(app)
        case EntryOpened(entry=entry, log=log):
            show_details(app, log, entry)
        case Recorded():
            follow(app, told)
        case Prompt.Pasted(text=text):
            if isinstance(app.screen, LiveScreen):
                ask_about_paste(app, app.screen, text)
        case _:
            assert_never(told)


async def carry_out(app: "IncidentApp", intent: Intended, log: IncidentLog) -> None:
    """Do what was asked from the window of that incident."""
    match intent:
        case ShowHelp(topic=topic):
            show_help(app, topic)
        case OpenPostmortem():
            open_postmortem(app, log)
        case OpenIncidents(number=number):
            app.places.go_to_list() if number is None else app.places.open(number)
        case ExportDocument(format=name):
            await export(app, log, name)
        case ImportSource(path=path):
            imports.open_dialog(app, log, path=path)
        case Leave():
            await app.action_quit()
        case OpenInsights():
            app.action_insights()
        case WriteUpdate() | ShowBrief() | ShowDuties() | ShowChecklist():
            call.carry_out(app, intent, log)
        case EditMilestones() | AskBeforeEnding() | OpenReplay():
            call.carry_out(app, intent, log)
        case OpenActions() | ShowSimilar():
            follow_ups.carry_out(app, intent, log)
        case FindText():
            pass  # the live screen's own
        case _:
            assert_never(intent)


def follow(app: "IncidentApp", recorded: Recorded) -> None:
    """What comes after new facts; a resolve of this window leads on to the post-mortem."""
    if any(isinstance(fact, Redacted) for fact in recorded.here):
        from incident_tui.services import upkeep  # noqa: PLC0415  not for the first frame

        app.say(upkeep.what_keeps_it(app.store.path))
    call.after_roles(app, recorded.log, recorded.here)
    call.after_updates(app, recorded.log, recorded.here)
    call.appointed(app, recorded.log, recorded.elsewhere)
    paging.after(app, recorded.log, recorded.here)
    proposing.after(app, recorded.log, recorded.here)
    if any(map(resolves, recorded.here)):
        open_postmortem(app, recorded.log)


def show_help(app: "IncidentApp", topic: str = "") -> None:
    """Explain commands and keys; a command that is chosen begins its line."""
    from incident_tui.tui.screens.help import HelpScreen  # noqa: PLC0415  not for the first frame
    from incident_tui.tui.screens.incidents import IncidentsScreen  # noqa: PLC0415  as above
    from incident_tui.tui.screens.insights import InsightsScreen  # noqa: PLC0415  as above
    from incident_tui.tui.screens.postmortem import PostmortemScreen  # noqa: PLC0415  as above
    from incident_tui.tui.screens.replay import ReplayScreen  # noqa: PLC0415  as above
    from incident_tui.tui.screens.tracker import TrackerScreen  # noqa: PLC0415  as above
    from incident_tui.tui.screens.update import UpdateDialog  # noqa: PLC0415  as above

    keys = [*keymap.described("Everywhere", [*app.BINDINGS, *LearningApp.BINDINGS])]
    keys += keymap.described("Live incident", LiveScreen.BINDINGS)
    keys += keymap.described("Incidents", IncidentsScreen.BINDINGS)
    keys += keymap.described("Post-mortem", PostmortemScreen.BINDINGS)
    keys += keymap.described("Action items", TrackerScreen.BINDINGS)
    keys += keymap.described("Update", UpdateDialog.BINDINGS)
    keys += keymap.described("Replay", ReplayScreen.BINDINGS)
    keys += keymap.described("Insights", InsightsScreen.BINDINGS)
    app.push_screen(HelpScreen(topic, keys), lambda line: begin(app, line))


def begin(app: "IncidentApp", line: str | None) -> None:
    """Put a line into the prompt, where there is one."""
    if line and isinstance(app.screen, LiveScreen):
        app.screen.bar.begin(line)


def open_postmortem(app: "IncidentApp", log: IncidentLog) -> None:
    """Go to the guided post-mortem; Esc comes back."""
    from incident_tui.tui.screens.postmortem import PostmortemScreen  # noqa: PLC0415  as above

    kept = app.keeper.answers
    drafts = {key: kept.pop(key) for key in list(kept) if key.startswith(f"{log.id}/")}
    app.push_screen(PostmortemScreen(app.store, log, drafts))


def show_details(app: "IncidentApp", log: IncidentLog, entry: TimelineEntry) -> None:
    """Show an entry in full; what is chosen there becomes a line."""
    from incident_tui.tui.screens.details import DetailsScreen  # noqa: PLC0415  as above

    try:
        facts = app.store.log.state_rows(log.id)
    except StoreError as error:
        app.refuse(error)
        return
    history = [e for e in facts if getattr(e.fact, "target", "") == entry.id]

    def chosen(choice: "Chosen | None") -> None:
        if choice is None or not isinstance(app.screen, LiveScreen):
            return
        if choice.run:
            app.screen.action_line(choice.line)
        else:
            begin(app, choice.line)

    app.push_screen(DetailsScreen(row(entry, log.state), history), chosen)


def ask_declaration(app: "IncidentApp") -> None:
    """Declare an incident in one step."""
    from incident_tui.tui.screens.declare import DeclareDialog  # noqa: PLC0415  as above

    team = bool(app.store.team)
    dialog = DeclareDialog(app.session, app.begun_declaration, team=team)

    def declared(fact: Declared | None) -> None:
        app.begun_declaration = None if fact else dialog.typed
        if fact is not None:
            app.run_worker(declare(app, fact), group="declare")

    app.push_screen(dialog, declared)


async def declare(app: "IncidentApp", fact: Declared) -> None:
    """Store the declaration, then open its incident."""
    incident_id, script = declaring(app.session, fact, app.session.now())
    try:
        await app.store.record(script)
    except IncidentTuiError as error:
        app.refuse(error)
    else:
        app.places.open(incident_id=incident_id)
        follow_ups.recall(app, incident_id)


def ask_about_paste(app: "IncidentApp", screen: LiveScreen, text: str) -> None:
    """Many lines were pasted: one note, one entry each, or one line to go on with."""
    from incident_tui.tui.screens.paste import PasteDialog  # noqa: PLC0415  as above

    def answered(choice: str | None) -> None:
        now = app.session.now()
        if choice == "import":
            imports.open_dialog(app, screen.log_, pasted=text)
            return
        if choice == "one":
            screen.outbox.send(f"/note {text}", now)
        elif choice == "each":
            for part in filter(str.strip, text.split("\n")):
                screen.outbox.send(part, now)
        else:
            prompt = screen.bar.prompt
            prompt.begin(prompt.value + " ".join(text.split()), prompt.typed_at or now)

    app.push_screen(PasteDialog(text, spoken=imports.is_chat(text)), answered)


async def export(app: "IncidentApp", log: IncidentLog, name: str) -> None:
    """Write the document to a file and to the clipboard, and say where it went.

    Without a format, or with secrets in the document, the person is asked first.
    """
    from incident_tui.services import exporting, postmortems, secrecy  # noqa: PLC0415  as above

    try:
        record = await postmortems.record(app.store, log)
        format_ = exporting.exporter(name or app.config.export.format)
        leaks = secrecy.leaks(record, format_)
        decided = app.config.export.secrecy(format_.name)
        if not name or (leaks and not decided):
            ask_about_export(app, record, format_.name)
            return
        if leaks and decided == "redact":
            record = secrecy.redacted(record)
        document = format_.render(record)
        path, *_ = exporting.deliver(record, format_, app.config.export.path(format_.name))
    except IncidentTuiError as error:
        app.refuse(error)
    else:
        copied = f" {copy(app, document)}" if isinstance(document, str) else ""
        app.say(" · ".join(filter(None, (f"Written to {path}.{copied}", exporting.reach(record)))))


def ask_about_export(app: "IncidentApp", record: IncidentRecord, name: str) -> None:
    """Choose a format, see the document, save it or copy it."""
    from incident_tui.services import exporting  # noqa: PLC0415  as above
    from incident_tui.tui.screens.export import ExportDialog  # noqa: PLC0415

    app.push_screen(ExportDialog(record, exporting.formats(), app.config.export, name))
