"""Words that judge are found where a person or a deed is judged, and nowhere else."""

import pytest

from incident_tui.postmortem.blame import blame_in

JUDGING = (
    "Rolling it out an hour before the parade was madness.",
    "Patching the firewall by phone was a foolish thing to do.",
    "To format the disk without asking was simply irresponsible.",
    "It was naive from the festival staff to sell all the tickets at once.",
    "The answer of the carrier was laughable.",
    "The way the helpdesk handled the calls was unprofessional.",
    "That was the wrong call.",
    "Trusting one thermometer was not the smartest move.",
    "Not my proudest evening.",
    "We are ashamed of how slowly we answered.",
    "Some genius had labelled both racks A.",
    "Their planning left much to be desired.",
    "Cutting the power first was asking for trouble.",
    "The installer turned a deaf ear to the crew.",
    "The planners treated the drill as a formality.",
    "The on-call did not keep an eye on the queue.",
    "The night porter was in over his head.",
    "The watch officer was playing cards.",
    "The fitters were not up to the job.",
    "There was a shocking lack of urgency at the depot.",
    "The valve was opened without due care.",
    "No thought went into the order of the steps.",
    "A short call to the ferry would have avoided it.",
    "This would not have happened with an experienced welder on site.",
    "But for Ingrid restarting the feed, the sale would have gone on.",
    "It would not have hurt to ask the museum.",
    "Had the engineer on watch looked out of the window, the lamp would have been lit.",
    "A careful clerk would have seen the missing page.",
    "He thought he was on the spare and wiped the disk.",
    "Confusion on the part of the operator closed both lanes.",
    "A slip of the mouse cancelled the flight.",
    "Lesson learned: look twice before you press the red button.",
    "Please read the label twice before you pour.",
    "From now on, all operators must check the thermometer.",
    "More attention must be paid to the seals.",
    "Inexplicably, the nurse locked the account.",
    "Bravo to the crew who broke the seal.",
    "We have the night crew to thank for the outage.",
    "So much for the famous experts.",
    "It beggars belief that the bank signed this.",
    "Did anyone even open the letter?",
    "The warning was right in front of them.",
)
NOT_JUDGING = (
    "Rolling it out by region takes two hours.",
    "Sorting the table by hand was slow.",
    "The solver made a poor choice of pivot.",
    "The answer of the server was empty.",
    "The way the cache handles misses is described below.",
    "That was the wrong port.",
    "Trusting the certificate takes one more step in the new client.",
    "It was not possible to reach the mast.",
    "The absurd value came from an overflow.",
    "The hasty timeout dropped three sessions.",
    "The lazy loader ran first.",
    "The negligence clause was not triggered.",
    "The installer turned off the pump, as the manual says.",
    "The parser treats a tab as a blank.",
    "The watchdog did not keep the lock.",
    "The head of the queue was stuck.",
    "The player was showing cards of the wrong size.",
    "The pump was not up to date.",
    "There is no lack of disk space.",
    "The file is opened without a lock.",
    "No request went into the second queue.",
    "A short timeout would have avoided the pile-up.",
    "This would not have happened with version 4 of the driver.",
    "Had the buffer on the relay been larger, nothing would have been lost.",
    "A careful check of both logs took an hour.",
    "He saw that he was on the spare and stopped.",
    "Lesson learned: the lock is not released when the lid is open.",
    "Please read the map on page four.",
    "More attention is needed by the sensor when it rains.",
    "Bravo to the crew who found the leak.",
    "The lamp was placed right in front of the sensor.",
    "Did the sensor even start?",
)


@pytest.mark.parametrize("text", JUDGING)
def test_a_judgement_of_people_is_found(text: str) -> None:
    assert blame_in(text)


@pytest.mark.parametrize("text", NOT_JUDGING)
def test_the_same_words_of_things_are_left_alone(text: str) -> None:
    assert blame_in(text) == ()
