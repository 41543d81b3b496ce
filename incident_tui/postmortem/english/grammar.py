"""Small words that hold a sentence together: what begins, links and colours a clause."""

from typing import Final

from incident_tui.postmortem.english.lists import words

AUXILIARIES: Final = words(
    """
    am is are was were be been being have has had having do does did will would shall should can
    could may might must ought
    """
)
DETERMINERS: Final = words(
    """
    the a an this that these those my our your his her their its some any no every each both all
    another whose several many few most other two three four five such which what
    """
)
PREPOSITIONS: Final = words(
    """
    of in on at from for with by to into onto over under about between during without within
    through across against behind near per via as like despite after before since until off
    around among inside outside upon towards toward except than due because
    """
)
SUBORDINATORS: Final = words(
    """
    because when if that since while although though unless where whereas once until so as after
    before whether whenever why how lest
    """
)
LINKS: Final = frozenset({"and", "but", "or", "then", "yet", "nor", "&"})
RELATIVES: Final = frozenset({"who", "which", "that", "whom", "whoever"})
_ADVERBS: Final = words(
    """
    also just then still even simply always ever never not again only once twice already soon
    therefore thus hence indeed perhaps maybe often almost nearly quite rather very too so
    somehow all both once-more sadly apparently initially at-first first
    """
)
_NO_ADVERBS: Final = words(
    """
    family reply supply assembly apply only-child anomaly ally fly july italy early-warning
    monopoly butterfly rely multiply comply imply
    """
)


def is_adverb(low: str) -> bool:
    """Whether it may stand between a subject and its verb."""
    return low in _ADVERBS or (low.endswith("ly") and len(low) > 4 and low not in _NO_ADVERBS)
