"""Whatever a format does to a text, a secret in it is named before, and gone after."""

from typing import Final

import pytest

from incident_tui.domain import facts
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.secrets import find
from incident_tui.exporters import actions_csv, ics, jsonl, markdown, timeline_csv
from incident_tui.exporters.format import Exporter, ExportKind
from incident_tui.services import exporting, secrecy
from tests.exporters.test_layout import laid_out
from tests.support.entries import entry, id_of
from tests.support.records import ANSWERS, STORY, record, starred

TOKEN: Final = "gh" + "p_" + "a1B2c3D4e5F6g7H8i9J0" * 2
KEY: Final = "AK" + "IA" + "A2B3C4D5E6F7G2H3"
FORMATS: Final = {each.name: each for each in exporting.formats()}


def leaky(text: str) -> IncidentRecord:
    """A secret wherever somebody may type one."""
    log = [
        *STORY,
        entry(40, facts.Noted(f"used {text} then")),
        entry(41, facts.Amended(id_of(6), text=f"now {text}")),
        entry(42, facts.ActionItemAdded(f"rotate {text}", text)),
        entry(43, facts.ImpactRecorded({"users": text}, text)),
        entry(44, facts.EvidenceAttached(id_of(7), f"https://x.example/{text}", text)),
        entry(45, facts.LinkAdded(f"https://x.example/?k={text}")),
        entry(46, facts.TitleChanged("Checkout", f"Leaked {text}")),
        entry(47, facts.Unknown("weather", 1, f'{{"of": "{text}"}}')),
    ]
    told = record(starred(log, 40), **ANSWERS | {"summary": f"We leaked {text}."})
    return laid_out(told, "{{ title }} {{ answers.summary }}")


@pytest.mark.fault(24)
@pytest.mark.parametrize("name", sorted(FORMATS))
def test_no_format_lets_a_secret_through_that_was_redacted(name: str) -> None:
    known, format_ = leaky(KEY), FORMATS[name]
    assert {leak.secret for leak in secrecy.leaks(known, format_)} == {KEY}
    clean = secrecy.redacted(known)
    document = format_.render(clean)
    assert secrecy.leaks(clean, format_) == ()
    if isinstance(document, str):
        assert KEY not in document
        # A calendar folds its lines, wherever the secret may be.
        assert find(document.replace("\r\n ", "")) == []


def test_only_the_secrets_of_the_document_itself_are_named() -> None:
    known = record([*STORY, entry(40, facts.Noted(f"used {TOKEN} and {KEY}"))], owner=KEY)
    assert [leak.rule for leak in secrecy.leaks(known, timeline_csv.EXPORTER)] == [
        *("github-token", "aws-key"),
    ]
    assert [leak.rule for leak in secrecy.leaks(known, markdown.EXPORTER)] == ["aws-key"]
    assert secrecy.leaks(known, actions_csv.EXPORTER) == ()


def test_a_secret_is_named_by_its_place_and_never_shown() -> None:
    known = record([*STORY, entry(40, facts.Noted(f"{KEY} or {TOKEN} it was"))])
    first, second = secrecy.leaks(known, timeline_csv.EXPORTER)
    assert str(first).startswith("aws-key in entry #40: [redacted:aws-key] or [redacted:")
    assert str(second).endswith("[redacted:github-token] it was")
    assert KEY not in str(first) + str(second)
    assert TOKEN not in str(first) + str(second)


def test_what_belongs_beside_a_document_is_looked_at_too() -> None:
    def beside(known: IncidentRecord) -> dict[str, str]:
        return {".txt": known.rows[-1].text}

    format_ = Exporter("x", "X", "x", ExportKind.BRIEF, lambda _: "none\n", beside)
    assert secrecy.leaks(record([entry(1, facts.Noted(KEY))]), format_)


def test_a_record_without_secrets_stays_as_it_is() -> None:
    known = record(STORY, **ANSWERS)
    assert secrecy.redacted(known) == known
    assert jsonl.render(secrecy.redacted(known)) == jsonl.render(known)
    assert secrecy.leaks(known, ics.EXPORTER) == ()
