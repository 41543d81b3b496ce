"""Words of character: a virtue that is denied is a vice, whichever way English denies it."""

from typing import Final

from incident_tui.postmortem.english.lists import words

VIRTUES: Final = words(
    """
    attentive careful cautious competent considerate cooperative diligent disciplined
    experienced helpful observant organised organized prepared professional prudent qualified
    reliable responsible responsive transparent forthcoming honest candid proactive punctual polite
    truthful sensible skilled thorough thoughtful trained vigilant
    willing wise interested concerned
    """
)
"""What people are when all goes well."""
_PREFIXES: Final = ("un", "in", "ir", "dis")
_NOT_SUCH: Final = words("uncareful unconcerned disconcerted disinterested uninterested")
_LESS: Final = words("careless thoughtless heedless reckless feckless hapless")
DENIED: Final = (
    frozenset(prefix + virtue for prefix in _PREFIXES for virtue in VIRTUES) - _NOT_SUCH
) | words("reluctant indifferent uninterested unconcerned dismissive oblivious evasive")
"""A virtue with a prefix that takes it away: `unwilling`, `irresponsible`, `disorganised`."""
SIMPLE: Final = words(
    "gullible forgetful absent-minded scatterbrained overeager tactless ashamed gung-ho"
    " trigger-happy spineless unreachable"
)
"""Said of nothing but people."""
VICES: Final = _LESS | words(
    """
    arrogant blind clumsy complacent foolish hasty idle impatient inept lax lazy naive negligent
    rash selfish sloppy stubborn stupid wilful willful mindless impulsive
    """
)
UNFLATTERING: Final = words(
    """
    angry bored absent-minded aggressive aloof apathetic arrogant argumentative bumbling
    bureaucratic childish clueless clumsy cocky combative complacent condescending confrontational
    cowardly cynical defensive deluded dishonest disloyal disrespectful distracted dogmatic dozy
    egotistical fickle flaky flippant foolhardy foolish frivolous half-asleep hard-headed hapless
    haughty hopeless hostile hot-headed hysterical ignorant ill-informed ill-prepared immature
    impatient impolite inattentive incompetent inconsiderate indecisive inept inflexible
    insubordinate intransigent irrational lackadaisical lazy lethargic malicious muddled naive
    narrow-minded neglectful obstinate obstructive overconfident over-confident overeager pedantic
    petty pig-headed pompous power-hungry preoccupied pretentious proud pushy rash reckless
    resentful rude self-important selfish short-sighted slapdash slipshod sloppy slovenly sluggish
    smug snobbish spiteful stubborn stupid sullen tardy thick timid thoughtless toothless
    uncommunicative fixated obsessed unhelpful unmotivated unready useless vain weak-willed
    worthless wrong-headed drunk hungover amateurish asleep forgetful gullible lax hasty
    undisciplined slack uncooperative unreliable untrustworthy awol unreachable missing-in-action
    """
)
"""What nobody would like to be called."""


def adverb(adjective: str) -> str:
    """How one acts who is so."""
    if adjective.endswith("le"):
        return adjective[:-1] + "y"
    if adjective.endswith("ic"):
        return adjective + "ally"
    if adjective.endswith("y"):
        return adjective[:-1] + "ily"
    return adjective + "ly"


def _noun(adjective: str) -> str:
    return (adjective[:-1] + "i" if adjective.endswith("y") else adjective) + "ness"


HOW: Final = frozenset(map(adverb, VICES | DENIED))
"""How people with that vice act."""
TRAITS: Final = frozenset(map(_noun, VICES | DENIED)) | words(
    """
    arrogance complacency disregard egoism haste ignorance impatience inaction incompetence
    indecision indifference inexperience inattention insistence laziness naivety negligence
    obstinacy obsession eagerness refusal reluctance impulse ineptitude
    """
)
"""The vice as a thing that somebody has."""
