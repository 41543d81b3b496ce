"""A command is declared once, and a line that cannot be done says where and what would work."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from incident_tui.commands.all import REGISTRY
from incident_tui.commands.args import Person, Text, Word
from incident_tui.commands.outcome import FindText, Situation
from incident_tui.commands.registry import Registry
from incident_tui.domain.errors import CommandError
from incident_tui.domain.facts import MilestoneMarked, Noted, SeverityChanged
from incident_tui.domain.incident import Milestone, Severity
from tests.commands.situations import BURNING, said
from tests.support.entries import T0, at


def _shout(_: Situation, text: Text, to: Person | None = None, *, how: Word | None = None) -> Noted:
    """Say it loudly.

    Nobody likes it, but it helps.

    /shout fire @ana
    """
    return Noted(f"{text.upper()} {to} {how}")


def _declared(name: str, *aliases: str) -> Registry:
    registry = Registry("Noise")
    assert registry.command(name, *aliases)(_shout) is _shout
    return registry


def test_everything_is_read_off_the_declaration() -> None:
    [command] = _declared("shout", "yell")
    assert (command.name, command.aliases, command.family) == ("shout", ("yell",), "Noise")
    assert command.summary == "Say it loudly."
    assert command.details == "Nobody likes it, but it helps."
    assert command.examples == ("/shout fire @ana",)
    assert command.usage == "/shout text… [@who] [how:word]"
    assert [(p.name, p.required, p.by_key) for p in command.params] == [
        ("text", True, False),
        ("to", False, False),
        ("how", False, True),
    ]


def test_absent_arguments_keep_the_deciders_own_defaults() -> None:
    decide = _declared("shout").decide
    assert decide("/shout a  b how:now @ana", BURNING).outcome == Noted("A  B ana now")
    assert decide("/shout a", BURNING).outcome == Noted("A None None")


@pytest.mark.parametrize("names", [("shout",), ("cry", "shout"), ("yell",)])
def test_a_name_declared_twice_is_refused(names: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="declared twice"):
        Registry().include(_declared("shout", "yell"), _declared(*names))


def test_an_argument_of_no_known_type_is_a_programming_error() -> None:
    registry = Registry()

    @registry.command("wrong")
    def wrong(_: Situation, ratio: float) -> Noted:
        return Noted(str(ratio))

    with pytest.raises(RuntimeError):
        _ = REGISTRY.get("note").params, registry.get("wrong").params


@pytest.mark.parametrize(
    ("line", "when", "outcome"),
    [
        ("14:02 it began", at(2), Noted("it began")),
        ("-5m it began", at(55), Noted("it began")),
        (
            "yesterday 23:10 it began",
            T0 + timedelta(hours=9, minutes=10, days=-1),
            Noted("it began"),
        ),
        ("14:02 /mark started", at(2), MilestoneMarked(Milestone.STARTED)),
        ("-5m\t/find x", at(55), FindText("x")),
        ("  14:02   /note  14:03 it began ", at(2), Noted("14:03 it began")),
        ("it began at 14:02", None, Noted("it began at 14:02")),
        ("/note 14:02 it began", None, Noted("14:02 it began")),
        ("15:04 clocks differ", at(64), Noted("clocks differ")),
    ],
)
def test_a_line_may_begin_with_its_time(line: str, when: object, outcome: object) -> None:
    decided = REGISTRY.decide(line, BURNING)
    assert (decided.at, decided.outcome) == (when, outcome)


def test_a_decider_speaks_of_the_time_the_line_begins_with() -> None:
    history = ((at(0), Severity.SEV4), (at(30), Severity.SEV2))
    where = replace(BURNING, state=replace(BURNING.state, severities=history))
    assert said("14:10 /sev 1", where) == SeverityChanged(Severity.SEV4, Severity.SEV1)
    assert said("/sev 1", where) == SeverityChanged(Severity.SEV2, Severity.SEV1)


REFUSED = [
    ("", "", "write a note, or / for commands"),
    ("   ", "   ", "write a note, or / for commands"),
    ("14:05", "", "write a note, or / for commands"),
    ("/", "/", "/help lists them"),
    ("/ note", "/", "/help lists them"),
    ("/sevrity 1", "/sevrity", "did you mean /severity"),
    ("/zzzzzz", "/zzzzzz", "/help lists them"),
    ("14:05 /dcision x", "/dcision", "did you mean /decision"),
    ("25:99 it began", "25:99", "/note takes any text"),
    ("  05/06 14:05 it began", "05/06", "2026-01-15; /note takes any text"),
    ("2027-01-01 10:00 it began", "2027-01-01 10:00 ", "is still to come"),
    ("/sev", "", "1-5 is missing: /sev 1-5"),
    ("/sev 9", "9", "use 1 (worst) to 5"),
    ("-5m /sev   9 x", "9", "use 1 (worst) to 5"),
    ("/note", "", "text is missing: /note text…"),
    ("/mark later", "later", "one of started, detected, acknowledged, mitigated, resolved"),
    ("/done A1 now please", "now", "one word too many: /done A1"),
    ("/done A7", "A7", "there are: A1"),
    ("/ic", "", "@who is missing: /ic @who"),
    ("/ic maria", "", "@who is missing; did you mean @maria?"),
    ("/ic (maria)", "", "@who is missing: /ic @who"),
    ("/role deputy li", "", "did you mean @li?"),
    ("/ic @mar!a", "@mar!a", "write @maria"),
    ("/role @ana", "", "role is missing"),
    ("/link www.a.example x", "www.a.example", "start it with https://"),
    ("/link https: x", "https:", "start it with https://"),
    ("/link http://[ x", "http://[", "start it with https://"),
    ("/star #77", "#77", "no entry #77"),
    ("/action x due:05/06", "due:05/06", "write 2026-02-01"),
    ("/action x due: @ana", "due:", "nothing is written after due:"),
    ('/action x due:"in 2 weeks', 'due:"in', 'close the quote: due:"…"'),
    ("/action x due:fri due:mon", "due:mon", "keep one"),
    ("/action x priority:soon", "priority:soon", "one of high, medium, low"),
    ('/declare x at:"2027-01-01 10:00"', 'at:"2027-01-01 10:00"', "a time that has passed"),
    ("/sev 4", "/sev 4", "/sev 4 because:…"),
    ("14:05 /sev 4", "/sev 4", "/sev 4 because:…"),
]


@pytest.mark.parametrize(("line", "wrong", "says"), REFUSED, ids=[line for line, _, _ in REFUSED])
def test_a_refusal_points_at_what_is_wrong_and_says_what_would_work(
    line: str, wrong: str, says: str
) -> None:
    with pytest.raises(CommandError) as refused:
        REGISTRY.decide(line, BURNING)
    assert says in str(refused.value)
    assert line[refused.value.start : refused.value.end] == wrong
