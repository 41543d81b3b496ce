import pytest

from incident_tui.postmortem.reading.headings import Family, family_of


@pytest.mark.parametrize(
    ("heading", "family"),
    [
        ("TODO", Family.ACTIONS),
        ("TODOs", Family.ACTIONS),
        ("To do's", Family.ACTIONS),
        ("What we will do next", Family.ACTIONS),
        ("Actions taken", Family.RESOLUTION),
        ("Chronology", Family.TIMELINE),
        ("What broke", Family.CAUSES),
        ("Hva gikk bra", Family.WELL),
        ("Hva gikk dårlig", Family.POORLY),
        ("Vad gick fel?", Family.POORLY),
        ("Hva lærte vi?", Family.LESSONS),
        ("Grundorsak", Family.CAUSES),
        ("Åtgärder", Family.ACTIONS),
        ("Oorzaak", Family.CAUSES),
        ("Handling of the call", Family.OTHER),
        ("Meetings held", Family.OTHER),
    ],
)
def test_a_section_is_known_by_its_many_names(heading: str, family: Family) -> None:
    assert family_of(heading) is family
