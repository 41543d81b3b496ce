"""Hostile texts, records full of them, and readers that show an address as the syntax left it."""

from typing import Final

from hypothesis import strategies as st
from markdown_it import MarkdownIt

from incident_tui.domain import facts
from incident_tui.domain.call_facts import TaskAssigned, TaskClosed, UpdateLogged
from incident_tui.domain.incident import ActionKind, Audience, Priority, Severity, TaskOutcome
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.postmortem.steps import STEPS
from tests.support.entries import entry, id_of
from tests.support.records import record, starred

# Pieces that mean something to Markdown, so that most texts are hostile.
_PIECES: Final = (
    *("*", "**", "_", "__", "~", "~~", "~~~", "`", "```", "[", "]", "](", "![", "[x]: ", "[ ] "),
    *("<b>", "<!--", "<", ">", "</", "<a@b.c>", "&amp;", "&#42;", "&", "\\", "\\|", "|", "|-|"),
    *("# ", "###", " #", "- ", "-", "---", "+ ", "* ", "=", "===", "1. ", "12) ", "1.", ":-:"),
    *("http://", "https://a.b/c_d_(e)", "mailto:a@b.c", "www.a.b", "javascript:alert(1)", "$"),
    *("]]>", "<![CDATA[", "%%", "%%{", "#", ";", ":", "=cmd()", "'", '"', "</script>", "🔥"),
    *("\ufffe", "\uffff", "\r", "\n\n", "\u2028", "\u0085", "\x00"),
    *("word", "max_conn", "é", "ß", "三", "\u202e", "\x1b[2J", "\ufeff", " ", "  ", "\t", "\n"),
)
TEXTS: Final = st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=4)), max_size=12).map(
    "".join
)


def _as_written(url: str) -> str:
    """In place of percent-encoding, which would hide what the syntax did to an address."""
    return url


def reader(preset: str) -> MarkdownIt:
    md = MarkdownIt(preset, {"linkify": False}).enable(["table", "strikethrough"])
    vars(md).update(normalizeLink=_as_written, normalizeLinkText=_as_written)
    return md


def hostile(text: str) -> IncidentRecord:
    """That text wherever somebody may type, in a whole incident."""
    log = [
        entry(1, facts.Declared(text, Severity.SEV1, text)),
        entry(2, facts.RoleAssigned("ic", text)),
        entry(3, facts.RoleAssigned(text, "jo")),
        entry(4, facts.Noted(text)),
        entry(5, facts.DecisionMade(text, text)),
        entry(6, facts.LinkAdded(text, text)),
        entry(7, facts.LinkAdded("https://a.example/" + text, text)),
        entry(8, facts.ImpactRecorded({"users": text, "error_rate": text, "slo": text})),
        entry(9, facts.ActionItemAdded(text, text, None, Priority.HIGH, ActionKind.MITIGATIVE)),
        entry(10, facts.ActionItemDeclined(id_of(9), text)),
        entry(11, facts.EvidenceAttached(id_of(4), "https://a.example/" + text, text)),
        entry(12, facts.EvidenceAttached(id_of(4), text, text)),
        entry(13, TaskAssigned(text, text, 5)),
        entry(14, TaskClosed(id_of(13), TaskOutcome.NO_HELP, text)),
        entry(15, UpdateLogged(Audience.PUBLIC, text, text)),
    ]
    answers = {field.id: text for step in STEPS for field in step.fields}
    return record(starred(log, 1, 4, 5), **answers)
