"""Whoever has a trade, a rank or a calling is told by the noun, or by how the noun is made."""

from typing import Final

from incident_tui.postmortem.english.lists import words

_SINGULAR: Final = words(
    """
    accountant activist actuary adjuster aide ambassador anaesthetist archivist attorney baker
    banker barista barman barrister beginner bellboy biologist bookkeeper bookmaker bosun
    bricklayer bursar butcher bystander cadet caretaker carpenter cashier chairperson chemist
    chief classmate clergyman clinician co-author co-founder co-maintainer co-owner co-pilot coach
    columnist commissioner concierge copilot copywriter corporal councillor counsellor counselor
    courier crewmate croupier curator dancer dean dentist deputy detective diplomat doctor docent
    doorman draughtsman economist entrepreneur farmer financier fireman fisherman fitter forester
    founder freelancer friend gamemaster gardener geek geologist glazier goalkeeper governor guru
    headhunter headmaster headteacher helpdesker hero hostmaster housekeeper housemate idiot
    illustrator imam insider intern invigilator jailer janitor journalist judge labourer lad lawyer
    lecturer librarian lifeguard linguist locksmith locum machinist mason mathematician matron
    mayor mechanic mediator mentor merchandiser meteorologist midwife millwright minister
    moderator monk musician neighbor neighbour nerd notary novice nun nurse onlooker optician
    orderly organiser organizer outsider packager painter paralegal paramedic passer-by pathologist
    pensioner pharmacist philosopher photographer physician physicist plumber policeman porter
    postdoc postman postmaster priest professor proofreader psychiatrist psychologist pupil purser
    quartermaster rabbi radiographer radiologist rancher receptionist recruiter rector referee
    registrar rep representative rigger rookie roommate roofer sailor salesman salesperson
    saleswoman secretary senator sergeant shopkeeper shunter signaller signalman singer sister
    skipper soldier solicitor stationmaster statistician stenographer steward stewardess
    storekeeper storeman stranger strategist subordinate superintendent superior supporter surgeon
    surveyor sysop taxpayer techie telephonist teller temp therapist trader trainer treasurer
    trustee tutor typist umpire undergraduate undertaker underwriter usher veteran vicar
    vice-president waiter waitress warden watchman webmaster welder workman workmate youngster
    """
)


def plurals(singular: frozenset[str]) -> frozenset[str]:
    """These nouns and their plurals."""
    return singular | frozenset(map(_plural, singular))


def _plural(noun: str) -> str:
    if noun.endswith("man"):
        return noun[:-2] + "en"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x", "z", "hero")) else "s")


TRADES: Final = plurals(_SINGULAR)
_ENDINGS: Final = (
    *("man", "men", "woman", "women", "person", "ologist", "ologists", "ician", "icians"),
    *("keeper", "keepers", "maker", "makers", "grapher", "graphers", "smith", "smiths"),
    *("wright", "wrights", "nomist", "nomists", "eur", "eurs"),
)
_NO_TRADES: Final = words(
    """
    human humans german roman norman ottoman talisman shaman caiman regimen specimen abdomen omen
    acumen cayman batman superman pacman hangman zookeeper timekeeper gatekeeper pacemaker
    """
)
OFFICERS: Final = words("ceo cfo cto coo cio cpo cso cmo cdo cro ciso vp svp evp md gm pm em po tl")
"""Offices by their initials, in capitals."""
PERHAPS: Final = plurals(
    words(
        """
        assessor assistant conductor coordinator dispatcher examiner facilitator guard inspector
        installer planner translator
        """
    )
)
"""People or programs: the word before them, or what is said of them, decides."""
_AT_WORK: Final = plurals(
    words(
        """
        agent animator broker builder buyer caller cleaner controller delegate director distributor
        driver editor handler interpreter loader marketer navigator operator packer picker
        principal producer publisher ranger reporter runner sorter supervisor worker
        """
    )
)
"""Programs, unless the word before them says where such people work."""
_WHERE: Final = words(
    """
    train tram bus lorry truck taxi crane forklift van delivery ambulance traffic flight air-traffic
    floor duty shift day night human senior junior chief lead area office site shop fellow trained
    young old experienced inexperienced freelance medical clinical nursing dental teaching care
    warehouse factory station field court school wedding travel gate insurance social temporary
    """
)


def of_a_trade(low: str, previous: str) -> bool:
    """Whether the noun says what somebody does for a living: `geologist`, `train driver`."""
    if low in TRADES or (low in _AT_WORK | PERHAPS and previous in _WHERE):
        return True
    return len(low) > 6 and low.endswith(_ENDINGS) and low not in _NO_TRADES
