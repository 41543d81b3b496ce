"""The words of an incident read the ways people write them, and no others."""

from contextlib import suppress

import pytest
from hypothesis import given

from incident_tui.domain.incident import ROLE_TITLES, Severity, role_title
from tests.support.strategies import ANY_TEXT


@pytest.mark.parametrize("said", ["2", "sev2", "SEV2", "SEV-2", "p2", "P2", " sev2 "])
def test_a_severity_is_read(said: str) -> None:
    assert Severity.read(said) is Severity.SEV2


@pytest.mark.parametrize("said", ["", "0", "6", "-1", "--1", "sev", "sevp1", "p-", "12", "²", "१"])
def test_what_is_no_severity_is_refused_with_the_choices(said: str) -> None:
    with pytest.raises(ValueError, match=r"use 1 \(worst\) to 5, sev1 or p1"):
        Severity.read(said)


@given(ANY_TEXT)
def test_any_text_is_a_severity_or_refused(text: str) -> None:
    with suppress(ValueError):
        assert Severity.read(text) in Severity


def test_every_severity_says_what_it_means() -> None:
    assert len({severity.meaning for severity in Severity}) == 5


def test_a_role_of_the_teams_own_keeps_its_name() -> None:
    assert {role_title(role) for role in ROLE_TITLES} == set(ROLE_TITLES.values())
    assert role_title("db-sme") == "db-sme"
