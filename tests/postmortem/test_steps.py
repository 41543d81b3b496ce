"""The declaration is sound: everything that iterates it may rely on this."""

import pytest

from incident_tui.domain.errors import NotFoundError
from incident_tui.postmortem.fields import FieldKind
from incident_tui.postmortem.steps import STEPS, field, step
from tests.support.records import ANSWERS, STORY, record

FIELDS = [field for step in STEPS for field in step.fields]


def test_there_are_eleven_steps_in_the_order_of_the_meeting() -> None:
    assert " ".join(step.id for step in STEPS) == (
        "owner timeline summary impact whys factors well actions blameless review publish"
    )


def test_a_step_of_one_field_shares_its_id() -> None:
    assert all(step.id == step.fields[0].id for step in STEPS if len(step.fields) == 1)


def test_ids_are_unique_and_every_kind_is_used() -> None:
    assert len({field.id for field in FIELDS}) == len(FIELDS)
    assert {field.kind for field in FIELDS} == set(FieldKind)


def test_every_field_says_what_to_write() -> None:
    assert all(field.label and field.hint for field in FIELDS)
    assert all(step.heading and step.question.endswith("?") for step in STEPS)


@pytest.mark.parametrize("name", [field.id for field in FIELDS])
def test_drafts_and_advice_come_from_any_record(name: str) -> None:
    for known in (record(), record(STORY), record(STORY, **ANSWERS)):
        declared = field(name)
        draft = declared.prefill(known)
        assert draft == draft.strip()
        assert all(declared.nudges(draft, known)) or not declared.nudges(draft, known)


def test_required_steps_are_those_with_a_required_field() -> None:
    assert [s.id for s in STEPS if s.required] == ["owner", "summary", "impact", "factors", "well"]


def test_lookups_name_the_choices() -> None:
    assert step("impact").fields[2] is field("slo")
    with pytest.raises(NotFoundError, match=r"no step 'intro'.* owner, timeline, summary"):
        step("intro")
    with pytest.raises(NotFoundError, match=r"no field 'impact'.* users, error_rate, slo"):
        field("impact")


def test_a_stated_fact_stands_until_somebody_writes_another() -> None:
    assert field("users").text(record(STORY)) == "1,200"
    assert field("users").text(record(STORY, users="900")) == "900"
    assert field("owner").text(record(STORY)) == ""
