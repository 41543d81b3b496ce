import pytest
from msgspec.structs import replace

from incident_tui.domain import facts
from incident_tui.domain.incident import Severity
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.template import TEMPLATES
from incident_tui.exporters import confluence, markdown, notion
from incident_tui.services.scoring import score_record, score_text
from tests.support.entries import entry
from tests.support.records import ANSWERS, CHECKOUT, STORY, record, starred

MINOR = entry(30, facts.SeverityChanged(Severity.SEV2, Severity.SEV3))


def test_a_good_incident_scores_at_least_eighty_five() -> None:
    assert score_record(record(STORY, **ANSWERS)).total >= 85


@pytest.mark.parametrize(
    "incident",
    [
        record(STORY, **ANSWERS),
        record(STORY),
        record(CHECKOUT),
        record(starred(CHECKOUT, 1, 4), summary="It was slow.", factors="One cause only here"),
        record(),
        record([*STORY, MINOR], **ANSWERS),
        record([*STORY, MINOR], **{**ANSWERS, "well": "", "poorly": "", "lucky": ""}),
        record([MINOR], summary="It was slow."),
        record([*STORY, MINOR], **{**ANSWERS, "well": "", "poorly": "A late page", "lucky": ""}),
    ],
)
@pytest.mark.parametrize("render", [markdown.render, confluence.render, notion.render])
def test_an_incident_and_its_export_score_the_same(
    incident: IncidentRecord, render: object
) -> None:
    assert callable(render)
    assert abs(score_record(incident).total - score_text(render(incident)).total) <= 2


@pytest.mark.parametrize(
    ("severity", "answers", "worth"),
    [
        (Severity.SEV2, {}, 8),
        (Severity.SEV3, {}, None),
        (Severity.SEV3, {"well": "The alert named the deploy"}, 4),
    ],
)
def test_what_its_template_does_not_ask_for_costs_nothing(
    severity: Severity, answers: dict[str, str], worth: int | None
) -> None:
    declared = entry(1, facts.Declared("It burns", severity))
    parts = score_record(record([declared], **answers)).parts
    assert next((part.max for part in parts if part.id == "lessons"), None) == worth


def test_the_items_of_an_incident_are_named_and_not_their_lines() -> None:
    missing = " ".join(m for part in score_record(record(STORY)).parts for m in part.missing)
    assert "have no ticket: A1, A2, A3" in missing


def test_a_document_that_leaves_out_its_lessons_follows_no_template_for_minor_ones() -> None:
    without = {**ANSWERS, "well": "", "poorly": "", "lucky": ""}
    told = markdown.render(record([*STORY, MINOR], **without))
    for other in (told.replace("Timeline (UTC)", "What happened when"), told + "\n### Our view\n"):
        assert score_text(other).total < score_text(told).total


def test_a_template_of_ones_own_is_known_by_its_headings() -> None:
    text = markdown.render(
        record([*STORY, MINOR], **{**ANSWERS, "well": "", "poorly": "", "lucky": ""})
    )
    renamed = text.replace("# Contributing factors", "# Root causes")
    own = replace(TEMPLATES["short"], headings={"Contributing factors": "Root causes"})
    assert score_text(renamed, "", [own]).total > score_text(renamed).total
