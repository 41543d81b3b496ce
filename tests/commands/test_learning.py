"""A person confirms or rejects that an incident happened before, and may think again."""

import pytest

from incident_tui.domain.errors import CommandError
from incident_tui.domain.learning_facts import RecurrenceConfirmed, RecurrenceRejected
from tests.commands.situations import said
from tests.support.entries import EARLIER, log, situation

YES = RecurrenceConfirmed(EARLIER.id, 17, "no renewal")
NO = RecurrenceRejected(EARLIER.id, 17, "a full disk")


def test_it_records_the_id_of_the_other_incident_and_its_number_here() -> None:
    assert said("/recurs INC-17 no renewal") == YES
    assert said("/recurs 17") == RecurrenceConfirmed(EARLIER.id, 17)
    assert said("/notsame inc-17 a full disk") == NO


def test_the_newest_word_counts_and_the_same_word_is_not_said_twice() -> None:
    confirmed, both = situation(log(YES)), situation(log(YES, NO))
    assert said("/notsame INC-17 a full disk", confirmed) == NO
    assert said("/recurs INC-17 no renewal", both) == YES
    with pytest.raises(CommandError, match="/notsame INC-17 takes it back"):
        said("/recurs INC-17 no renewal", confirmed)
    with pytest.raises(CommandError, match="/recurs INC-17"):
        said("/notsame INC-17 a full disk", both)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("/recurs INC-99", "INC-99 came later; say it there"),
        ("/recurs INC-5", "there is no other incident INC-5; /incidents lists them"),
        ("/notsame that one", "'that' is not an incident; write INC-17"),
        ("/recurs", "INC-1 is missing"),
    ],
)
def test_it_refuses(line: str, says: str) -> None:
    with pytest.raises(CommandError, match=says):
        said(line)
