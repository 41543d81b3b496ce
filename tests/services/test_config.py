"""The configuration is read whole or refused with its line; what it leaves out is built in."""

import re
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from msgspec.structs import replace

from incident_tui.domain.incident import Severity
from incident_tui.domain.policy import POLICIES
from incident_tui.domain.practice import PRACTICE, Cadence, Practice
from incident_tui.domain.template import TEMPLATES, Template
from incident_tui.exporters.composition import document
from incident_tui.postmortem.progress import missing
from incident_tui.services import plugins
from incident_tui.services.config import Config, ConfigError, load
from incident_tui.services.misfit import line_of
from incident_tui.services.session import Session
from tests.generated import README
from tests.support.records import ANSWERS, STORY, record

WHOLE = """
author = "maria"

[severity.sev1]
means = "customers cannot pay"
callout = 5
public = 0
checklist = [
  "Open the bridge",   # a list may run over lines
  "Page the database team",
]
roles = ["ic"]

[severity.sev4]
internal = 120

[role]
db-sme = ["You know the replicas"]

[update]
public = "We see {impact}. {{sic}} Next update {next}."

[call]
objections = 15
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def read(file: Path, text: str) -> Practice:
    file.write_text(text, "utf-8")
    return load(str(file)).practice


def test_without_a_file_the_built_in_practice_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.delenv("INCIDENT_TUI_CONFIG", raising=False)
    assert load() == Config()
    assert Config().practice is PRACTICE
    assert Session("jo", "cli").practice is PRACTICE


def test_the_built_in_practice_knows_every_severity() -> None:
    assert set(PRACTICE.levels) == set(Severity)
    assert PRACTICE.cadence(Severity.SEV1) == PRACTICE.cadence(Severity.SEV2)
    assert PRACTICE.cadence(Severity.SEV1) == Cadence(10, 30, 20, 60)
    assert PRACTICE.cadence(Severity.SEV3) == Cadence(callout=20, internal=60)
    assert PRACTICE.cadence(Severity.SEV5) == Cadence()
    assert len(PRACTICE.levels[Severity.SEV1].checklist) == 7


def test_what_is_written_replaces_only_that(file: Path) -> None:
    own = read(file, WHOLE)
    first = own.levels[Severity.SEV1]
    assert first.means == "customers cannot pay"
    assert first.cadence == Cadence(callout=5, internal=30, public=None, public_when_long=60)
    assert first.checklist == ("Open the bridge", "Page the database team")
    assert first.roles == ("ic",)
    assert own.levels[Severity.SEV4].cadence == Cadence(internal=120)
    assert own.levels[Severity.SEV4].means == Severity.SEV4.meaning
    assert own.levels[Severity.SEV2] == PRACTICE.levels[Severity.SEV2]
    assert own.instructions == {**PRACTICE.instructions, "db-sme": ("You know the replicas",)}
    assert own.texts == {"public": "We see {impact}. {{sic}} Next update {next}."}
    assert (own.objections, own.vacant) == (15, PRACTICE.vacant)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("autor = 'x'", r"line 1: autor: there is no such key; did you mean author\?"),
        ("zzz = 1", "line 1: zzz: there is no such key; The keys are author, db"),
        ("author = 1", "line 1: author: expected a text in quotes, got a whole number"),
        ("# a\n\n[severity.sev2]\nintern = 5", "line 4: severity.sev2.intern: .*mean internal"),
        ("[severity.sev6]\nmeans = 'x'", "line 1: severity.sev6: .*sev1, sev2, sev3, sev4, sev5"),
        ("severity = 4", "line 1: severity: expected a table, got a whole number"),
        ("severity.sev3.internal = -1", "line 1: severity.sev3.internal: .*of at least 0"),
        ("severity.sev3.internal = 1441", "line 1: .*of at most 1440"),
        ("severity.sev3.internal = 1.5", "expected a whole number, got a number with a fraction"),
        ("[severity.sev1]\nchecklist = [\n 'a',\n 3,\n]", "line 2: severity.sev1.checklist: "),
        ("[severity.sev1]\nchecklist = [\n 'a',\n '',\n]", "line 2: severity.sev1.checklist: "),
        ("[severity.sev1]\npublic_when_long = 5", "line 2: .*must be public .20. or more"),
        ("[severity.sev1]\npublic = 90", "line 2: severity.sev1.public: .*when_long .60. must"),
        ("[role]\nic = ['a']\n'd.b' = [3]\n", "line 3: role.d.b: expected a text in quotes"),
        ("[keys]\n'live.star' = 1", "line 2: keys.live.star: expected a text in quotes"),
        (
            "[update]\ncall = '''\nhi {titel}\n'''",
            "line 2: update.call: .*no place {titel}; .*{title}",
        ),
        ("[update]\ncall = 'hi {title!r}'", "no place {title}"),
        ("[update]\ncall = 'hi {'", "line 2: update.call: a brace has no partner"),
        ("[call]\nobjections = 0", "line 2: call.objections: .*of at least 1"),
        ("[call]\nobjections = 'x'", "line 2: .*expected a whole number, got a text in quotes"),
        ("a = [", "is not valid TOML: .*"),
        ("a = 1\na = 2", r"is not valid TOML: "),
    ],
)
def test_what_cannot_be_is_refused_with_its_line(file: Path, text: str, says: str) -> None:
    with pytest.raises(ConfigError, match=f"{file}.*{says}"):
        read(file, text)


def test_a_setting_is_found_whatever_form_it_has() -> None:
    text = 'a = """\nb = 1\n"""\n\n# b = 2\nb = 3\n[c.d]\n"e f" = [\n 1,\n]\n[[g]]\nh = 1\n'
    paths = [("a",), ("b",), ("c",), ("c", "d"), ("c", "d", "e f"), ("g",), ("z",), ()]
    assert [line_of(text, path) for path in paths] == [1, 6, 7, 7, 8, 11, 0, 1]


def test_a_format_says_where_it_goes_and_what_becomes_of_secrets(file: Path) -> None:
    file.write_text(
        "[export]\nfolder = '/all'\nsecrets = 'redact'\n"
        "[export.formats.jira-csv]\nfolder = '/jira'\nsecrets = 'keep'\n",
        "utf-8",
    )
    export = load(str(file)).export
    assert (export.path("jira-csv"), export.secrecy("jira-csv")) == (Path("/jira"), "keep")
    assert (export.path("html"), export.secrecy("html")) == (Path("/all"), "redact")
    assert Config().export.secrecy("html") is None


def test_the_name_of_a_format_that_is_not_there_is_refused_with_its_line(file: Path) -> None:
    file.write_text("[export.formats.jira]\nfolder = '/jira'\n", "utf-8")
    with pytest.raises(ConfigError, match=r"line 1: export.formats.jira: no such format.*jira-csv"):
        load(str(file))


def test_policies_are_read_and_a_requirement_that_is_none_is_named(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('[policy.sev1]\npublish = ["complete", "signoffs:2", "score:85"]\n')
    policies = load(str(file)).practice.policies
    assert policies[Severity.SEV1].publish == ("complete", "signoffs:2", "score:85")
    assert policies[Severity.SEV1].close == POLICIES[Severity.SEV1].close
    assert policies[Severity.SEV3] == POLICIES[Severity.SEV3]
    file.write_text('[policy.sev2]\nclose = ["everybody happy"]\n')
    with pytest.raises(ConfigError, match=r"line 2: policy\.sev2\.close: 'everybody happy' is no"):
        load(str(file))


def test_a_template_says_what_is_required_and_how_it_is_told(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text(
        '[template]\nsev3 = "short"\nsev2 = "ours"\n[templates.ours]\nrequired = ["owner"]\n'
        'sections = ["Impact", "Summary"]\nonly = true\nheadings = {Summary = "TL;DR"}\n'
    )
    practice = load(str(file)).practice
    assert practice.template(Severity.SEV3) == TEMPLATES["short"]
    assert practice.template(Severity.SEV1) == TEMPLATES["default"]
    assert Config().practice.template(Severity.SEV2) == TEMPLATES["default"]
    assert Config().practice.template(Severity.SEV4) == TEMPLATES["short"]
    known = replace(record(STORY), practice=practice)
    assert missing(known) == ("Owner: name one person",)
    assert [section.heading for section in document(known).sections] == ["Impact", "TL;DR"]
    file.write_text('[template]\nsev3 = "long"\n')
    with pytest.raises(ConfigError, match="no template 'long'; use one of default, short"):
        load(str(file))
    file.write_text('[templates.x]\nrequired = ["beauty"]\n')
    with pytest.raises(ConfigError, match="no field 'beauty'; use owner, timeline"):
        load(str(file))


def test_the_order_of_the_sre_book_keeps_every_section() -> None:
    known = record(STORY, **ANSWERS)
    told = {section.heading for section in document(known).sections}
    practice = replace(PRACTICE, templates={Severity.SEV2: TEMPLATES["sre-book"]})
    arranged = [s.heading for s in document(replace(known, practice=practice)).sections]
    assert arranged[:4] == ["Authors", "Summary", "Impact", "Root causes"]
    assert arranged[4:6] == ["Resolution", "Detection"]
    assert arranged[-4:] == ["Supporting information", "5 Whys", "Roles", "Decisions"]
    assert len(arranged) == len(told) + 3


def test_the_configuration_in_the_readme_is_one(tmp_path: Path) -> None:
    [shown] = re.findall(r"```toml\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    file = tmp_path / "config.toml"
    file.write_text(shown, "utf-8")
    told = load(str(file))
    assert told.author == "maria"
    assert told.practice.levels[Severity.SEV1].cadence.public == 15


def test_a_template_may_come_with_a_plug_in_and_a_broken_one_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    there = {
        "acme": "incident_tui.domain.template:DEFAULT",
        "gone": "nowhere.at_all:TEMPLATE",
        "odd": "incident_tui.domain.template:TEMPLATES",
    }
    points = [EntryPoint(name, value, "incident_tui.templates") for name, value in there.items()]
    monkeypatch.setattr(plugins, "_points", lambda _: points)
    file = tmp_path / "config.toml"
    file.write_text('[template]\nsev1 = "acme"\n')
    assert load(str(file)).practice.template(Severity.SEV1) is TEMPLATES["default"]
    assert not capsys.readouterr().err
    file.write_text('[template]\nsev1 = "gone"\nsev2 = "odd"\nsev3 = "short"\n')
    practice = load(str(file)).practice
    assert practice.template(Severity.SEV1) == practice.template(Severity.SEV2) == Template()
    assert practice.template(Severity.SEV3) == TEMPLATES["short"]
    said = capsys.readouterr().err
    assert "warning: the template 'gone' cannot be loaded (ModuleNotFoundError" in said
    assert "warning: the template 'odd' is no Template; the default is used" in said
    file.write_text('[template]\nsev1 = "else"\n')
    with pytest.raises(ConfigError, match="use one of default, short, sre-book, acme, gone, odd"):
        load(str(file))
